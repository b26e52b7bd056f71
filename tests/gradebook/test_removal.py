"""A student renamed or removed, an assignment removed: folders, rows and extensions together, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from classroom import ASSIGNMENT, RIGHT, WRONG, FakeGrader, gradebook_of, hand_in
from test_class_grades import entries_of, everything, gradings
from test_due_dates import extend
from test_unchanged import left

from autograder import gradebook
from autograder.cli import main
from autograder.course import Course
from autograder.course.lock import only_grader
from autograder.errors import CourseError
from autograder.gradebook import (
    due_dates,
    feedback,
    kept_reports,
    record,
    remove_assignment,
    remove_student,
    rename_student,
    set_due_date,
)

KINDS = ("submitted", "autograded", "feedback")


@pytest.fixture
def graded(course: Course, fake: FakeGrader) -> Course:
    """Ada and Ben, graded, with pages; Ben has points and a comment by hand, and an extension."""
    set_due_date(course, ASSIGNMENT, dt.datetime(2030, 1, 1))  # noqa: DTZ001 - nbgrader keeps UTC without saying so
    hand_in(course, "ada", RIGHT, timestamp="2029-12-31 12:00 UTC")
    hand_in(course, "ben", WRONG, timestamp="2030-01-05 12:00 UTC")
    extend(course, f"ben,{ASSIGNMENT},2030-01-10 12:00", "# so is Ada, but in time")
    record(course, gradings(course, fake))
    feedback(course, [ASSIGNMENT])
    with gradebook_of(course) as book:
        book.update_or_create_student("ben", first_name="Ben", email="ben@example.org")
        book.find_grade("check-double", "double", ASSIGNMENT, "ben").manual_score = 0.5
        book.find_comment("solution-double", "double", ASSIGNMENT, "ben").manual_comment = "Why?"
        book.db.commit()
    return course


def there(course: Course, name: str) -> set[str]:
    """Return the kinds of folders in which a student, or an assignment of some student, is."""
    return {kind for kind in KINDS if any(course.folder(kind).glob(name)) or any(course.folder(kind).glob(f"*/{name}"))}


def run(course: Course, *arguments: str) -> int:
    return main(["--course", str(course.root), *arguments])


def test_a_student_is_renamed(graded: Course) -> None:
    """Folders, rows, extension and reports have the new name; nothing is to be graded again."""
    before = entries_of(graded)["ben"]
    touched = rename_student(graded, "ben", "bert")
    assert touched == [
        f"autograded/ben/{ASSIGNMENT}",
        f"feedback/ben/{ASSIGNMENT}",
        f"submitted/ben/{ASSIGNMENT}",
        f"gradebook: ben {ASSIGNMENT} (points by hand: 1, comments: 1)",
        f"extensions.csv: ben,{ASSIGNMENT},2030-01-10 12:00",
    ]
    assert there(graded, "bert") == set(KINDS)
    assert there(graded, "ben") == set()
    after = entries_of(graded)
    assert set(after) == {"ada", "bert"}
    assert (after["bert"].manual, after["bert"].score) == (0.5, before.score)
    with gradebook_of(graded) as book:
        student = book.find_student("bert")
        assert (student.first_name, student.email) == ("Ben", "ben@example.org")
        assert {one.id for one in book.students} == {"ada", "bert"}
    assert set(due_dates(graded).extensions) == {("bert", ASSIGNMENT)}
    assert "# so is Ada" in (graded.root / "extensions.csv").read_text("utf-8")
    assert [report.student for report in kept_reports(graded, [("bert", ASSIGNMENT)])] == ["bert"]
    assert set(left(graded)) == {"ada", "bert"}
    with pytest.raises(CourseError, match="no student 'ben'"):
        rename_student(graded, "ben", "bert")


def test_a_student_who_is_on_the_list_already(graded: Course) -> None:
    """Who handed in under a wrong name comes together with the row of the class list, which keeps its details."""
    with gradebook_of(graded) as book:
        book.add_student("b.123", first_name="Benjamin")
    rename_student(graded, "ben", "b.123")
    with gradebook_of(graded) as book:
        assert book.find_student("b.123").first_name == "Benjamin"
    assert entries_of(graded)["b.123"].manual == 0.5


def test_two_who_handed_in_the_same(graded: Course) -> None:
    """Neither submission may replace the other."""
    before = everything(graded)
    with pytest.raises(CourseError, match=f"ben and ada both have {ASSIGNMENT}"):
        rename_student(graded, "ben", "ada")
    assert everything(graded) == before


@pytest.mark.parametrize("step", ["_move", "_rename_row", "change_lines"])
def test_a_rename_that_was_killed_is_ended(graded: Course, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same command once more does what is left."""
    removal = __import__("autograder.gradebook.removal", fromlist=["x"])
    real, calls = getattr(removal, step), []

    def killed(*arguments: object, **options: object) -> object:
        calls.append(step)
        if step == "change_lines" and options.get("dry"):
            return real(*arguments, **options)
        if step == "_move" and len(calls) < 2:
            return real(*arguments, **options)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(removal, step, killed)
        with pytest.raises(KeyboardInterrupt):
            rename_student(graded, "ben", "bert")
    rename_student(graded, "ben", "bert")
    assert there(graded, "ben") == set()
    assert there(graded, "bert") == set(KINDS)
    assert set(entries_of(graded)) == {"ada", "bert"}
    assert set(due_dates(graded).extensions) == {("bert", ASSIGNMENT)}


def test_a_student_is_removed(graded: Course) -> None:
    """All is gone from the course, and all of it is kept."""
    handed_in = (graded.folder("submitted") / "ben" / ASSIGNMENT / "double.ipynb").read_bytes()
    touched, kept = remove_student(graded, "ben")
    assert len(touched) == 5
    assert kept is not None
    assert there(graded, "ben") == set()
    assert set(entries_of(graded)) == {"ada"}
    assert due_dates(graded).extensions == {}
    assert (kept / "submitted" / "ben" / ASSIGNMENT / "double.ipynb").read_bytes() == handed_in
    data = json.loads((kept / "gradebook.json").read_text("utf-8"))
    (submission,) = data["submissions"]
    assert (data["student"], data["email"]) == ("ben", "ben@example.org")
    assert submission["extension"] == "9 days, 12:00:00"
    (notebook,) = submission["notebooks"]
    assert {grade["cell"]: grade["manual_score"] for grade in notebook["grades"]} == {
        "check-double": 0.5, "check-total": None,
    }  # fmt: skip
    assert "Why?" in {comment["manual"] for comment in notebook["comments"]}
    assert data["extensions"] == [f"ben,{ASSIGNMENT},2030-01-10 12:00"]
    assert set(left(graded)) == {"ada"}


def test_an_assignment_is_removed(graded: Course) -> None:
    """Once it is gone from source/: rows and folders of the whole class, and what was released."""
    with pytest.raises(CourseError, match="is still there: take it away first"):
        remove_assignment(graded, ASSIGNMENT)
    source = graded.folder("source") / ASSIGNMENT
    source.rename(graded.root / "elsewhere")
    touched, kept = remove_assignment(graded, ASSIGNMENT)
    assert f"release/{ASSIGNMENT}" in touched
    assert kept is not None
    assert there(graded, ASSIGNMENT) == set()
    assert entries_of(graded) == {}
    assert (kept / "submitted" / "ada" / ASSIGNMENT / "double.ipynb").read_bytes() == RIGHT
    assert (kept / "solutions" / ASSIGNMENT / "double.ipynb").is_file()
    data = json.loads((kept / "gradebook.json").read_text("utf-8"))
    assert [one["student"] for one in data["submissions"]] == ["ada", "ben"]
    with gradebook_of(graded) as book:
        assert {one.id for one in book.students} == {"ada", "ben"}
        assert book.assignments == []


@pytest.mark.parametrize(
    "arguments", [("rename-student", "ben", "bert"), ("remove-student", "ben"), ("remove-assignment", ASSIGNMENT)]
)
def test_a_dry_run_changes_nothing(
    graded: Course, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """It names what the command then does."""
    if arguments[0] == "remove-assignment":
        (graded.folder("source") / ASSIGNMENT).rename(graded.root / "elsewhere")
    before = {name: data for name, data in everything(graded).items() if not name.endswith("lock")}
    assert run(graded, *arguments, "--dry-run") == 0
    assert {name: data for name, data in everything(graded).items() if not name.endswith("lock")} == before
    dry = capsys.readouterr().out
    assert "A dry run: nothing was changed." in dry
    assert run(graded, *arguments) == 0
    done = capsys.readouterr().out
    assert [line for line in dry.splitlines() if line.startswith("  ")] == [
        line for line in done.splitlines() if line.startswith("  ")
    ]
    assert f"  submitted/ben/{ASSIGNMENT}" in done


def test_not_while_something_is_graded(graded: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """The course's lock is another's."""
    with only_grader(graded):
        assert run(graded, "remove-student", "ben") == 2
    assert "is grading this course" in capsys.readouterr().err
    assert there(graded, "ben") == set(KINDS)


@pytest.mark.parametrize("name", ["", "..", "../ada", ".hidden", "a/b", "b*", "a\nb"])
def test_names_that_are_none(graded: Course, name: str) -> None:
    """No folder elsewhere is touched."""
    before = everything(graded)
    for change in (
        lambda: rename_student(graded, "ben", name),
        lambda: rename_student(graded, name, "bert"),
        lambda: remove_student(graded, name),
        lambda: remove_assignment(graded, name),
    ):
        with pytest.raises(CourseError, match="is no name of a folder"):
            change()
    assert everything(graded) == before


def test_who_is_on_the_list_alone(graded: Course) -> None:
    """A student who has handed in nothing is a row, and no more."""
    with gradebook_of(graded) as book:
        book.add_student("dora")
    assert rename_student(graded, "dora", "dorothea") == []
    assert remove_student(graded, "dorothea", dry=True) == ([], None)
    remove_student(graded, "dorothea")
    assert gradebook.class_grades(graded).students == ("ada", "ben")
    assert Path(graded.root / "extensions.csv").is_file()


@pytest.mark.parametrize("arguments", [("rename-student", "ben", "bert"), ("remove-student", "ben")])
def test_that_the_roster_still_has_the_name_is_said(
    graded: Course, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line, where it has; the file stays as the school wrote it, and one that cannot be read stops nothing."""
    roster = graded.root / "roster.csv"
    roster.write_text("id\nada\nBen\n", "utf-8")
    assert run(graded, *arguments, "--dry-run") == 0
    assert "roster.csv still has ben: " in capsys.readouterr().out
    roster.write_text("id\nada\nbert\n", "utf-8")
    assert run(graded, *arguments, "--dry-run") == 0
    assert "roster.csv" not in capsys.readouterr().out
    roster.write_text("no roster", "utf-8")
    assert run(graded, *arguments) == 0
    assert "roster.csv" not in capsys.readouterr().out
    assert roster.read_text("utf-8") == "no roster"
