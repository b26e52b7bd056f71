"""What has not changed is not graded again; whatever a grade depends on counts as a change."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from classroom import ASSIGNMENT, RIGHT, WRONG, FakeGrader, gradebook_of, hand_in

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook import Conditions, Plan, plan, record
from autograder.model import Exit, Level, Report
from autograder.run import provenance

NOW = Conditions("seed", "cpu", Level.STRONG)
STUDENTS = ("ada", "ben", "nobody")


@pytest.fixture
def graded(course: Course, fake: FakeGrader) -> dict[str, Report]:
    """A class that has been graded: right, wrong, and a folder without a notebook."""
    for student, data in zip(STUDENTS, (RIGHT, WRONG, None), strict=True):
        hand_in(course, student, data, timestamp="2029-12-31 23:59:59 UTC")
    (exercise,) = course.notebooks(ASSIGNMENT)
    found = [fake.grade(exercise, one.read(), student=one.student) for one in course.submitted(ASSIGNMENT)]
    record(course, found)
    return {one.report.student: one.report for one in found}


def planned(course: Course, conditions: Conditions = NOW, *, force: bool = False) -> Plan:
    return plan(course, list(course.submitted(ASSIGNMENT)), conditions, force=force)


def left(course: Course, conditions: Conditions = NOW) -> dict[str, Report]:
    """Return what need not be graded again."""
    return {one.student: report for one, report in planned(course, conditions).kept.items()}


def why(course: Course, conditions: Conditions = NOW, *, force: bool = False) -> dict[str, tuple[str, ...]]:
    """Return why the others are graded again."""
    return {one.student: reasons for one, reasons in planned(course, conditions, force=force).why.items()}


def test_nothing_has_changed(course: Course, graded: dict[str, Report]) -> None:
    """The reports are those that were recorded."""
    assert left(course) == graded
    assert left(course, Conditions("seed", None, None)) == graded  # a cluster, whose workers decide
    assert why(course) == {}


def test_force(course: Course, graded: dict[str, Report]) -> None:
    """By force all are graded again; who changed is told from who did not."""
    course.folder("submitted").joinpath("ada", ASSIGNMENT, "double.ipynb").write_bytes(WRONG)
    assert graded
    assert why(course, force=True) == {
        "ada": ("the submission changed",), "ben": ("forced",), "nobody": ("forced",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("conditions", "reason"),
    [
        (Conditions("other", "cpu", Level.STRONG), "the course's secret changed"),
        (Conditions("seed", "cuda", None), "another device (cpu, now cuda)"),
        (Conditions("seed", None, Level.NONE), "another isolation (strong, now none)"),
    ],
)
def test_another_way_of_grading(course: Course, graded: dict[str, Report], conditions: Conditions, reason: str) -> None:
    """Another secret, device or level of isolation concerns all."""
    assert left(course, conditions) == {}
    assert why(course, conditions) == dict.fromkeys(graded, (reason,))


def _grade(course: Course, score: float) -> None:
    with gradebook_of(course) as book:
        row = book.find_grade("check-total", "double", ASSIGNMENT, "ada")
        row.auto_score = score
        book.db.commit()


CHANGES: dict[str, Callable[[Course, Path, Path], object]] = {
    "another answer": lambda _, submitted, __: submitted.joinpath("double.ipynb").write_bytes(WRONG),
    "another time": lambda _, submitted, __: submitted.joinpath("timestamp.txt").write_text("2030-01-02 00:00:00 UTC"),
    "another notebook": lambda _, submitted, __: submitted.joinpath("more.ipynb").write_bytes(RIGHT),
    "a link": lambda _, submitted, __: submitted.joinpath("data.ipynb").symlink_to("/etc/passwd"),
    "the file is gone": lambda _, submitted, __: submitted.joinpath("double.ipynb").unlink(),
    "no autograded notebook": lambda _, __, autograded: autograded.unlink(),
    "a damaged one": lambda _, __, autograded: _overwrite(autograded, "{"),
    "one of nbgrader's": lambda _, __, autograded: _overwrite(autograded, json.dumps({"metadata": {}})),
    "a score": lambda course, _, __: _grade(course, 0.5),
}


REASONS = {
    "no autograded notebook": "there is no autograded notebook of ours",
    "a damaged one": "there is no autograded notebook of ours",
    "one of nbgrader's": "there is no autograded notebook of ours",
    "a score": "the gradebook has other automatic scores than its report",
}


def _overwrite(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("change", CHANGES)
def test_one_submission_has_changed(course: Course, graded: dict[str, Report], change: str) -> None:
    """It is graded again; the others are not."""
    assert "ada" in graded
    autograded = course.folder("autograded") / "ada" / ASSIGNMENT / "double.ipynb"
    CHANGES[change](course, course.folder("submitted") / "ada" / ASSIGNMENT, autograded)
    assert set(left(course)) == {"ben", "nobody"}
    assert why(course) == {"ada": (REASONS.get(change, "the submission changed"),)}


def test_files_that_no_grade_is_made_from(course: Course, graded: dict[str, Report]) -> None:
    """Whatever else lies beside the notebook has no part in its grade."""
    folder = course.folder("submitted") / "ada" / ASSIGNMENT
    folder.joinpath("notes.txt").write_text("mine")
    folder.joinpath("data.txt").symlink_to("/etc/passwd")
    assert set(left(course)) == set(graded)


@pytest.mark.parametrize("name", ["double.ipynb", "data.txt"])
def test_the_exercise_has_changed(course: Course, graded: dict[str, Report], name: str) -> None:
    """A tolerance, a hidden case, a file of data: all are graded again."""
    path = course.folder("source") / ASSIGNMENT / name
    path.write_bytes(path.read_bytes() + b" ")
    assert why(course) == dict.fromkeys(graded, ("source/ changed",))


def test_a_run_that_was_cut_short(course: Course, fake: FakeGrader) -> None:
    """A busy machine's wall limit, or whoever killed it, had a part in that grade: it is made again."""
    hand_in(course, "ada", RIGHT)
    (exercise,) = course.notebooks(ASSIGNMENT)
    graded = fake.grade(exercise, RIGHT, student="ada")
    assert graded.run is not None
    run = replace(graded.run, stop="It ran for more than 30 s.", exit=Exit("wall"))
    assert why(course) == {"ada": ("a new submission",)}
    record(course, [replace(graded, run=run)])
    assert why(course) == {"ada": ("its last run was cut short",)}
    record(course, [graded])
    assert set(left(course)) == {"ada"}


def test_a_transaction_that_failed(
    course: Course, graded: dict[str, Report], fake: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not in the gradebook is not taken for done, though the scores are those of before."""
    submitted = course.folder("submitted") / "ada" / ASSIGNMENT
    submitted.joinpath("timestamp.txt").write_text("2030-06-01 00:00:00 UTC")
    (exercise,) = course.notebooks(ASSIGNMENT)

    def fail(*_: object) -> None:
        raise CourseError("locked")

    with monkeypatch.context() as patched:
        patched.setattr(sys.modules["autograder.gradebook.record"]._Recorder, "_write_rows", fail)
        with pytest.raises(CourseError):
            record(course, [fake.grade(exercise, RIGHT, student="ada")])
    assert set(left(course)) == {"ben", "nobody"}
    assert graded


def test_our_own_code_has_changed(course: Course, graded: dict[str, Report], monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout that is worked on, the version stays the same while the comparison does not."""
    monkeypatch.setattr(provenance, "own_code", lambda: "another")
    assert why(course) == dict.fromkeys(graded, ("the grader's own code changed",))


def test_another_version_has_come(course: Course, graded: dict[str, Report], monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named: what it was, and what it is."""
    now = {**provenance.versions(), "torch": "99.0"}
    before = provenance.versions()["torch"]
    monkeypatch.setattr(provenance, "versions", lambda: now)
    assert why(course) == dict.fromkeys(graded, (f"other versions (torch {before}, now torch 99.0)",))


def test_a_persons_score_is_no_change(course: Course, graded: dict[str, Report]) -> None:
    """What somebody gave by hand stays, and needs no second look."""
    with gradebook_of(course) as book:
        book.find_grade("check-total", "double", ASSIGNMENT, "ada").manual_score = 0.25
        book.db.commit()
    assert left(course) == graded
