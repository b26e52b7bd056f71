"""The rule for hidden checks, on every face: name, status, the tutor's sentence, and nothing else."""

import io
import json
from dataclasses import replace

import pytest
from report_samples import COLUMNS, FACTOR, MISMATCH, check, of, one_of_everything
from rich.console import Console

from autograder.model import Report, Status
from autograder.report import (
    CheckFacts,
    Comparison,
    as_text,
    check_seen_by_student,
    checks_html,
    checks_text,
    report_view,
    seen_by_student,
    to_json,
)
from autograder.report.fixed import FIXED
from autograder.report.picture import Panel

GIVEAWAY = "G1V3AW4Y"
LEAKS = replace(
    MISMATCH,
    message=f"{GIVEAWAY} differs",
    index=f"[{GIVEAWAY}]",
    actual=GIVEAWAY,
    expected=f"{GIVEAWAY}{GIVEAWAY}",
    worst_abs=271.828,
    worst_rel=271.828,
    bound=271.828,
)
SAYS = replace(COLUMNS, cause=GIVEAWAY, confidence=0.271828)
NUMERIC = replace(FACTOR, text=f"Yours is {GIVEAWAY}.", confidence=0.271828)
UNKNOWN = replace(NUMERIC, cause=GIVEAWAY)
HIDDEN = (
    check("hidden wrong", Status.WRONG, hidden=True, mismatch=LEAKS, diagnosis=SAYS),
    check("hidden numeric", Status.WRONG, hidden=True, mismatch=LEAKS, diagnosis=NUMERIC, remark=GIVEAWAY),
    check("hidden unknown", Status.WRONG, hidden=True, mismatch=LEAKS, diagnosis=UNKNOWN),
    check("hidden raised", Status.RAISED, hidden=True, reason=f"ValueError: {GIVEAWAY}"),
    check("hidden class", Status.RAISED, hidden=True, reason=f"X{GIVEAWAY}: no"),
    check("hidden missing", Status.MISSING, hidden=True, reason=f"stopped: {GIVEAWAY}"),
    check("hidden rule", Status.FORBIDDEN, hidden=True, reason=f"{GIVEAWAY}: no"),
)
REPORT = of("ada", "one", *HIDDEN)
BYTES = GIVEAWAY.encode()
PICTURE = Comparison((Panel("", BYTES, BYTES, BYTES, 40, 30),), 4, 8, -1.0, 2.0, 0.5, 3, 32)
FACTS = {result.name: CheckFacts(GIVEAWAY, GIVEAWAY, PICTURE) for result in HIDDEN}


def on_terminal(report: Report, *, hidden_details: bool = False) -> str:
    console = Console(file=io.StringIO(), width=100, record=True)
    console.print(report_view(report, hidden_details=hidden_details))
    return console.export_text()


def tables(report: Report, *, student: bool = True) -> str:
    """Return the tables of all check cells."""
    return "".join(checks_html(cell.checks, student=student) for cell in report.cells)


FACES = {
    "text": lambda: as_text(REPORT),
    "checks as text": lambda: checks_text(HIDDEN, facts=FACTS),
    "html": lambda: tables(REPORT),
    "checks as html": lambda: checks_html(HIDDEN, facts=FACTS),
    "terminal": lambda: on_terminal(REPORT),
    "json": lambda: json.dumps(to_json(seen_by_student(REPORT))),
}


@pytest.mark.parametrize("face", FACES)
def test_no_face_gives_a_hidden_case_away_unless_asked(face: str) -> None:
    """By default, what only an instructor may know is on no face at all."""
    shown = FACES[face]()
    assert GIVEAWAY not in shown
    assert "271" not in shown
    assert "RzFWM0FXNFk" not in shown  # the picture's bytes, as HTML carries them


@pytest.mark.parametrize("face", FACES)
def test_every_face_names_the_hidden_check_its_status_and_the_tutor(face: str) -> None:
    """What the student may know is on every face."""
    shown = FACES[face]()
    for result in HIDDEN:
        assert result.name in shown
    assert SAYS.text in shown
    assert FIXED["factor 1/n"][:40] in " ".join(shown.split())
    assert "ValueError" in shown
    assert "asks you to build yourself" in " ".join(shown.split())


def test_an_instructor_sees_all_of_a_hidden_check() -> None:
    """With the flag that an instructor gives, every face shows the numbers, the values and the exception."""
    for shown in (
        as_text(REPORT, hidden_details=True),
        checks_text(HIDDEN, student=False),
        tables(REPORT, student=False),
        on_terminal(REPORT, hidden_details=True),
        json.dumps(to_json(REPORT)),
    ):
        assert f"{GIVEAWAY} differs" in shown
        assert f"ValueError: {GIVEAWAY}" in shown
        assert f"[{GIVEAWAY}]" in shown
        assert "27" in shown


@pytest.mark.parametrize("reason", ["Leak0x2a: message", "leak", "print: 42", "object", "__build_class__: 1", ""])
def test_a_name_that_the_student_made_up_is_no_exception_type(reason: str) -> None:
    """Only Python's own exceptions are named: a class made at run time may be called like the input."""
    seen = check_seen_by_student(check("x", Status.RAISED, hidden=True, reason=reason))
    assert seen.reason == "an exception"


def test_pythons_own_exceptions_are_named() -> None:
    """A KeyError is called a KeyError, without its message."""
    for reason in ("KeyError: 42", "KeyError"):
        seen = check_seen_by_student(check("x", Status.RAISED, hidden=True, reason=reason))
        assert seen.reason == "KeyError"


def test_public_checks_and_scores_are_left_alone() -> None:
    """Hiding details changes neither public checks nor points."""
    report = one_of_everything()
    seen = seen_by_student(report)
    assert seen.cells[0] == report.cells[0]
    assert (seen.score, seen.points) == (report.score, report.points)
    assert seen_by_student(seen) == seen


@pytest.mark.parametrize("hidden", [False, True])
def test_no_student_gets_the_fingerprint_of_a_value(hidden: bool) -> None:
    """A wrong value may be made of a right one that was given, also at a public check."""
    shown = check_seen_by_student(
        check(status=Status.WRONG, hidden=hidden, mismatch=MISMATCH, fingerprint='{"hash": "x"}')
    )
    assert shown.fingerprint is None
