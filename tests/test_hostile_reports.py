"""Whatever a report's texts and numbers are, every face shows it: bounded, and nothing in it acts."""

from __future__ import annotations

import io
import json
import math
import re
import time
from dataclasses import replace
from typing import Any

import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_samples import check, entered, evidence, of
from rich.console import Console

from autograder.compare import compare
from autograder.model import CheckResult, Diagnosis, Mismatch, Report, Status
from autograder.report import (
    Change,
    Entry,
    ReportFormatError,
    as_text,
    change_json,
    change_lines,
    checks_html,
    class_html,
    class_table,
    from_json,
    problems_html,
    report_view,
    student_html,
    to_json,
)
from autograder.report.picture import comparison

HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "closing": "</td></table></details></style></title><h1>FREE</h1>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "rich markup": "[bold red]x[/bold red] [link=http://x]y[/link] [/]",
    "template": "{{ 7*7 }} {% include 'x' %} ${7*7}",
    "terminal": "\x1b[2J\x1b]0;title\x07\x1b]8;;http://x\x1b\\link\x9b31m",
    "direction": "abc\u202edef\u2066ghi\u200b",
    "surrogate": "half \ud800 a \udfff character",
    "zeros": "a\0b\0c",
    "formula": '=HYPERLINK("http://x","y")',
    "lines": "\n" * 10_000,
    "one line": "x" * 1_000_000,
    "accents": "a" + "\u0301" * 100_000,
    "tabs": "\t" * 100_000,
    "escapes that never end": "\x1b]" * 200_000,
    "escapes in escapes": "\x1b[" + "0;" * 200_000,
    "blanks": " " * 500_000 + "x",
    "empty": "",
}
SECONDS = 3.0
TAG = re.compile(r"<\s*/?\s*([a-zA-Z]+)")
ACTS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def everywhere(text: str) -> Report:
    """Return a report that has this text in each place where one can stand."""
    mismatch = Mismatch("value", text, 1, 2, math.nan, math.inf, text, text, text, -math.inf)
    diagnosis = Diagnosis(text, "numeric", text, math.nan)
    checks = [
        CheckResult(text, status, hidden=hidden, weight=2, reason=text, remark=text,
                    mismatch=None if status is Status.PASSED else mismatch, diagnosis=diagnosis)
        for status in Status
        for hidden in (False, True)
    ]  # fmt: skip
    made = of("ada", "one", *checks, problems=(text,) * 30)
    small = replace(evidence(), versions={text: text}, flags=(text,), graded_at=text, device=text)
    return replace(made, student=text, notebook=text, evidence=small)


def faces(report: Report) -> dict[str, str]:
    """Return the report as each face shows it."""
    console = Console(file=io.StringIO(), width=100, force_terminal=True, color_system="truecolor")
    console.print(report_view(report, hidden_details=True))
    console.print(class_table(entered([report]), [report]))
    file = console.file
    assert isinstance(file, io.StringIO)
    return {
        "terminal": file.getvalue(),
        "text": as_text(report, hidden_details=True),
        "tables": "".join(checks_html(cell.checks, student=False) for cell in report.cells),
        "student's tables": problems_html(report.problems) + "".join(checks_html(cell.checks) for cell in report.cells),
        "class page": class_html(entered([report]), [report]),
        "class page, drafted": _drafted(report),
        "class page, without names": class_html(entered([report]), [report], named=False),
        "student's page": student_html(entered([report]), [report], report.student),
        "json": json.dumps(to_json(report), allow_nan=False),
    }


def _drafted(report: Report) -> str:
    """Return a class page on which two students have one value, with the text as the code of one and a task's title."""
    text = report.student
    alike = [of(f"s{n}", "one", check(text, Status.WRONG, fingerprint='{"hash": "x"}')) for n in range(2)]
    return class_html(entered(alike), alike, titles={("one", "check-one"): text}, draft=lambda _: text)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_acts_in_no_face(name: str) -> None:
    """Every field holds it, and no face has a tag, a command or a length that a harmless text would not give."""
    began = time.thread_time()
    shown = faces(everywhere(HOSTILE[name]))
    assert time.thread_time() - began < SECONDS
    usual = faces(everywhere("plain"))
    for face in usual.keys() - {"terminal", "text", "json"}:
        assert set(TAG.findall(shown[face])) <= {*TAG.findall(usual[face]), "br"}
        assert ' onmouseover="' not in shown[face]
        assert not ACTS.search(shown[face])
        assert len(shown[face]) < 400_000
    assert not ACTS.search(shown["text"])
    assert len(shown["text"]) < 200_000
    commands = set(re.findall("\x1b\\[[0-9;]*[^0-9;]|\x1b.", shown["terminal"]))
    assert all(one.endswith("m") for one in commands), "the terminal gets colours alone"
    assert not ACTS.search(shown["terminal"].replace("\x1b", ""))
    assert shown["json"].isascii()


@pytest.mark.parametrize("name", HOSTILE)
def test_reports_are_read_back(name: str) -> None:
    """What is stored is what was said, to the last half character."""
    report = everywhere(HOSTILE[name])
    read = from_json(json.loads(json.dumps(to_json(report), allow_nan=False)))
    assert to_json(read) == to_json(report)


NUMBERS = st.floats() | st.integers() | st.sampled_from([10**400, -(10**400), 2**63, math.nan, 1e308, -0.0])


FIELDS = (
    ("points",),
    ("checks", "weight"),
    ("checks", "mismatch", "worst_abs"),
    ("checks", "mismatch", "count"),
    ("checks", "diagnosis", "confidence"),
)


@settings(max_examples=30, deadline=None)
@example(10**400)
@example(-(10**400))
@given(NUMBERS)
def test_numbers_of_a_stored_report_stop_no_face(number: float) -> None:
    """A stored report may hold any number: it is refused with the field's name, or shown."""
    for path in FIELDS:
        stored: Any = to_json(everywhere("plain"))
        place: Any = stored["cells"][0]
        for name in path[:-1]:
            place = place[name][2] if name == "checks" else place[name]
        place[path[-1]] = number if not isinstance(number, float) or math.isfinite(number) else str(number)
        try:
            report = from_json(json.loads(json.dumps(stored)))
        except ReportFormatError:
            continue
        assert 0 <= report.score <= report.points or not math.isfinite(report.points) or report.points < 0
        faces(report)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["name", "a"]), inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=150, deadline=None)
@example(((0,), []))
@given(st.tuples(st.lists(st.integers(0, 30), min_size=1, max_size=5), JSON))
def test_a_damaged_report_is_named_or_shown(change: tuple[Any, Any]) -> None:
    """Whatever stands in the place of one of its fields: the error names it, or there is a report to show."""
    where, value = change
    stored: Any = json.loads(json.dumps(to_json(everywhere("plain"))))
    place = stored
    for number in where[:-1]:
        inner = list(place.values()) if isinstance(place, dict) else place
        inner = [one for one in inner if isinstance(one, dict | list) and one]
        if not inner:
            break
        place = inner[number % len(inner)]
    keys = list(place) if isinstance(place, dict) else range(len(place))
    place[keys[where[-1] % len(keys)]] = value
    try:
        report = from_json(stored)
    except ReportFormatError as error:
        said = str(error)
    else:
        said = "report"
        faces(report)
    assert said.startswith("report")


# ---------------------------------------------------------------- pictures and mismatches

VALUES = {
    "nan payloads": torch.tensor([0x7FF8DEAD0000BEEF, 0x7FF0000000000001], dtype=torch.int64).view(torch.float64),
    "no finite number": torch.tensor([math.inf, -math.inf]),
    "denormal": torch.tensor([5e-324, -5e-324], dtype=torch.float64),
    "the largest": torch.tensor([1.7e308, -1.7e308], dtype=torch.float64),
    "half": torch.tensor([65504.0, -65504.0], dtype=torch.float16),
    "brain": torch.tensor([3e38, 1e-40], dtype=torch.bfloat16),
    "bools": torch.tensor([True, False]),
    "63 bits": torch.tensor([2**63 - 1, -(2**63)]),
    "one byte": torch.tensor([255, 0], dtype=torch.uint8),
}


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("other", VALUES)
def test_any_two_tensors_have_a_verdict_that_can_be_shown(name: str, other: str) -> None:
    """Right with itself where no NaN is in it, else a mismatch, with finite words for numbers that are not."""
    mismatch = compare(VALUES[name], VALUES[other])
    if name == other:
        return
    assert mismatch is not None
    shown = faces(of("ada", "one", check("a", Status.WRONG, mismatch=mismatch)))
    assert len(shown["tables"]) < 20_000


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("shape", [(8,), (1, 1, 8), (8, 1, 1, 1), (2, 4)])
def test_a_picture_of_any_difference(name: str, shape: tuple[int, ...]) -> None:
    """Whatever two tensors hold, the pictures are small PNGs."""
    right = torch.zeros(8 - len(VALUES[name]), dtype=VALUES[name].dtype)
    actual = torch.cat([VALUES[name], right]).reshape(shape)
    found = comparison(actual, torch.zeros_like(actual), torch.full(actual.shape, 0.0, dtype=torch.float64))
    for panel in found.panels if found is not None else ():
        for png in (panel.yours, panel.expected, panel.difference):
            assert png.startswith(b"\x89PNG")
            assert len(png) < 200_000


@pytest.mark.parametrize("shape", [(3, 2_000_000), (2_000_000, 3), (1, 1, 1, 999_983), (0, 3)])
def test_a_picture_of_many_elements(shape: tuple[int, ...]) -> None:
    """A large tensor is reduced, an empty one has no picture."""
    actual = torch.ones(shape)
    expected = actual.clone()
    expected.view(-1)[: actual.numel() // 2] = 2
    began = time.thread_time()
    found = comparison(actual, expected, torch.zeros_like(actual))
    assert (found is None) == (not actual.numel())
    assert found is None or sum(len(panel.difference) for panel in found.panels) < 200_000
    assert time.thread_time() - began < SECONDS


# ---------------------------------------------------------------- the class


def test_a_class_page_of_problems() -> None:
    """Ten thousand problems, each as long as a problem may be, on a page that a browser still opens."""
    long = "<b>&\u202e" * 400
    reports = [of(f"student {n}", "one", check("a"), problems=(long,) * 100) for n in range(100)]
    began = time.thread_time()
    page = class_html(entered(reports), reports)
    assert time.thread_time() - began < 4 * SECONDS
    assert len(page) < 6 * 2**20
    assert "<b>&" not in page


def test_a_class_of_hostile_names() -> None:
    """Names of students and checks: no column, row or tag more than harmless ones give."""

    def page(names: list[str]) -> str:
        reports = [
            of(name, "one", check("a", Status.WRONG, diagnosis=Diagnosis(name, "author", name)), check(name))
            for name in names
        ]
        return class_html(entered(reports, students=["Zoe"]), reports, title=names[0])

    short = [text[:2000] + str(number) for number, text in enumerate(HOSTILE.values())]
    hostile, usual = page(short), page([f"s{number}" for number in range(len(short))])
    assert sorted(set(TAG.findall(hostile))) == sorted(set(TAG.findall(usual)))
    assert hostile.count("<tr>") == usual.count("<tr>")
    assert not ACTS.search(hostile)


def test_changes_are_one_line_each() -> None:
    """In the list that stays and on the terminal, whatever students are called and reasons say."""
    entries = [Entry(text, text, 1.0) for text in HOSTILE.values()]
    changes = [Change(replace(one, automatic=2.0), one, (one.student[:3000],)) for one in entries]
    for change in changes:
        line = json.dumps(change_json(change))
        assert "\n" not in line
        assert json.loads(line)["after"]["student"] == change.after.student
    for change in changes:
        said = change_lines([change], dry=False)
        assert len(said) == 2
        assert not ACTS.search("".join(said)), said
        assert "\n" not in said[1]
        assert len(said[1]) < 2000
