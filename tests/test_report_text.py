"""The report in plain text and on the terminal: complete, readable without colour, harmless."""

import io
import subprocess
import sys
from typing import Any

import pytest
from report_samples import COLUMNS, MISMATCH, check, evidence, of, one_of_everything
from rich.console import Console, RenderableType

from autograder.model import Level, Report, Status
from autograder.report import CheckFacts, as_text, checks_text, report_view
from autograder.report.rows import number


def on_terminal(renderable: RenderableType, *, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, record=True)
    console.print(renderable)
    return console.export_text()


def both(report: Report, **options: Any) -> tuple[str, str]:
    return as_text(report, **options), on_terminal(report_view(report, **options))


def test_every_status_has_its_mark_and_its_word() -> None:
    """Status is told by mark and word, so it needs no colour."""
    for shown in both(one_of_everything()):
        for mark, word in (
            ("✓", "passed"),
            ("✗", "wrong"),
            ("!", "raised an error"),
            ("\N{EN DASH}", "no answer"),
            ("⊘", "forbidden"),
        ):
            assert any(mark in line and word in line for line in shown.splitlines())


def test_a_wrong_check_says_how_where_and_why() -> None:
    """The mismatch's sentence, the two values and the tutor's sentence all stand there."""
    for shown in both(one_of_everything()):
        assert MISMATCH.message in shown
        assert "at [3, 0]: got 0.31, expected 0.279" in shown
        assert f"→ {COLUMNS.text}" in shown


def test_reasons_problems_scores_and_evidence_are_there() -> None:
    """The head names score, problems and the circumstances of the grade."""
    for shown in both(one_of_everything()):
        flat = " ".join(shown.split())
        for piece in (
            "1.5 of 7 points",
            "Cell check-extra was deleted",
            "ValueError: too large",
            "the notebook stopped before this cell",
            "2 answers are marked by a person (3.5 points)",
            "tiktoken: build it yourself",
            "isolation strong",
            "torch 2.13.0",
            "9f86d081884c",
            "1.2 s",
        ):
            assert piece in flat


def test_a_grade_without_isolation_is_marked() -> None:
    """An overridden isolation is said at the top of every report, and only then."""
    risky = of("ada", "one", check(), evidence=evidence(overridden=True, isolation=Level.NONE))
    own = of("ada", "one", check(), evidence=evidence(isolation=Level.NONE))
    for marked, unmarked in zip(both(risky), both(own), strict=True):
        assert "Graded without isolation" in marked
        assert "Graded without isolation" not in unmarked


def test_a_passed_check_takes_one_line() -> None:
    """What is right takes no room."""
    assert checks_text([check("counts")]) == "✓ counts  passed"


def test_facts_stand_behind_the_name() -> None:
    """In a student's session shape and dtype are shown."""
    shown = checks_text([check("counts")], facts={"counts": CheckFacts("(27, 27)", "int64")})
    assert shown == "✓ counts  passed  (27, 27) · int64"


def test_values_that_the_message_has_said_are_not_said_twice() -> None:
    """Shapes stand in the sentence already."""
    from dataclasses import replace

    mismatch = replace(MISMATCH, message="shape (4,), expected (8,)", actual="(4,)", expected="(8,)")
    shown = checks_text([check("x", Status.WRONG, mismatch=mismatch)])
    assert shown.count("(8,)") == 1


def test_students_text_cannot_act_on_the_terminal() -> None:
    """Markup, terminal commands and bidi characters in names and messages reach no terminal."""
    nasty = "[bold red]x[/] \x1b[2J \u202egnp \x07"
    report = of(nasty, "one", check("x", Status.RAISED, reason=f"ValueError: {nasty}"))
    for shown in both(report):
        assert "[bold red]x[/]" in shown
        assert not set("\x1b\x07\u202e") & set(shown)


def test_lines_are_wrapped() -> None:
    """A long sentence stays readable in a log."""
    shown = as_text(of("ada", "one", check("x", Status.RAISED, reason="ValueError: " + "long " * 100)))
    assert max(map(len, shown.splitlines())) <= 92


def test_an_empty_report_can_be_shown() -> None:
    """No checks, no points, no names: still a report."""
    for shown in both(of("", "", points=0)):
        assert "0 of 0 points" in shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(2.0, "2"), (0, "0"), (1.5, "1.5"), (4 / 3, "1.33"), (-0.0001, "0"), (float("nan"), "?"), (10, "10")],
)
def test_points_are_written_as_people_do(value: float, shown: str) -> None:
    """No needless zeros, no 1.3333333."""
    assert number(value) == shown


def test_rich_and_matplotlib_wait_until_they_are_needed() -> None:
    """A notebook's check does not pay for the terminal's or the picture's libraries."""
    code = "import sys, autograder.report; print(sorted({'rich', 'matplotlib', 'torch'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
