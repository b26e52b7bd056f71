"""Text that came from a student: what is left of it acts on nothing and is bounded."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.report import clean_text, clean_value, visible_code


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("plain text", "plain text"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;new title\x07text", "text"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b(Btext\x1bc", "text"),
        ("\x1b]never ended, but read on", "never ended, but read on"),
        ("\x1b\x1b[31m[2Jx", "[2Jx"),
        ("bell\x07 and null\x00", "bell\\x07 and null\\x00"),
        ("\x9b31m", "\\x9b31m"),
        ("abc\u202edef", "abc\\u202edef"),
        ("zero\u200bwidth \ufeffmark", "zero\\u200bwidth \\ufeffmark"),
        ("half a pair \ud83d", "half a pair \\ud83d"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("tab\tstop", "tab stop"),
        ("wide\u3000and\xa0fixed", "wide and fixed"),
        ("a" + "\u0301" * 50, "a" + "\u0301" * 4),
        ("Erd\u0151s, \u00e9t\u00e9, \u4e2d\u6587, \U0001f468\u200d\U0001f469", None),
    ],
)
def test_what_acts_is_removed_or_made_visible(given_text: str, shown: str | None) -> None:
    """Terminal commands go, control and bidi characters show as escapes, people's scripts stay."""
    assert clean_text(given_text) == (given_text if shown is None else shown)


@settings(deadline=None)
@given(st.text(st.characters(), max_size=300), st.integers(1, 60), st.integers(1, 5))
def test_any_text_comes_out_harmless_and_bounded(text: str, max_chars: int, max_lines: int) -> None:
    """Whatever goes in: no control character, no bidi control, within the bounds, encodable."""
    shown = clean_text(text, max_chars=max_chars, max_lines=max_lines)
    assert len(shown) <= max_chars
    assert shown.count("\n") < max_lines
    categories = {unicodedata.category(char) for char in shown if char not in "\n\u200c\u200d"}
    assert not categories & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    shown.encode()


def test_cut_text_says_so() -> None:
    """An ellipsis stands where characters or lines are missing, and only there."""
    assert clean_text("abcdef", max_chars=5) == "abcd…"
    assert clean_text("abcde", max_chars=5) == "abcde"
    assert clean_text("a\nb\nc", max_lines=2) == "a\nb…"
    assert clean_text("a\nb", max_lines=2) == "a\nb"
    assert clean_text("a" * 100_000, max_chars=10) == "a" * 9 + "…"
    assert clean_text("\x1b[0m" * 100_000 + "a", max_chars=10) == "…"


def test_one_line_joins_the_others() -> None:
    """A name or a title never breaks a row."""
    assert clean_text("  several\n\n  lines ", max_lines=1) == "several lines"


@pytest.mark.parametrize("piece", ["x", "\x1b", "\x1b]", "\x1b[" + ";" * 50, "\u0301", "\t", "\n"])
def test_ten_megabytes_cost_nothing(piece: str) -> None:
    """The work is bounded by what is shown, not by what was sent."""
    text = piece * (10_000_000 // len(piece))
    start = time.perf_counter()
    clean_text(text, max_chars=1000, max_lines=10)
    assert time.perf_counter() - start < 0.5


def test_bounds_of_nothing_are_refused() -> None:
    """Asking for no characters or no lines is a mistake of the caller's."""
    for bounds in ({"max_chars": 0}, {"max_lines": 0}):
        with pytest.raises(ValueError, match="at least 1"):
            clean_text("x", **bounds)


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("=1+1", "'=1+1"),
        (" \t@SUM(1)", "'@SUM(1)"),
        ("\uff1dcmd", "'\uff1dcmd"),
        ("a;=1+1", "a;'=1+1"),
        ('a", -1', "a\", '-1"),
        ("a\n=1", "a =1"),
        ("\x1b[31m+1", "'+1"),
        ("Smith-Jones", "Smith-Jones"),
        ("a+b@example.org", "a+b@example.org"),
    ],
)
def test_no_cell_of_a_table_is_a_formula(given_text: str, shown: str | None) -> None:
    """Wherever a spreadsheet may begin a cell, a sign has an apostrophe before it; other text stays."""
    assert clean_value(given_text) == shown


def test_a_program_is_whole_and_hides_nothing() -> None:
    """Lines, tabs and letters stay; what turns, hides or cannot be stored is an escape."""
    kept = "def f():\n\treturn '\u00e9\u4e2d\U0001f468\u200d\U0001f469 '  # " + "x" * 10_000
    assert visible_code(kept) == kept
    assert visible_code("a\u202e#\u2066\u200b\ud83d\x1b") == "a\\u202e#\\u2066\\u200b\\ud83d\\x1b"
