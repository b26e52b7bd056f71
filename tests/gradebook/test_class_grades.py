"""The gradebook is what every face shows: by hand, late, extra; and what a grading changes is said and kept."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from classroom import ASSIGNMENT, RIGHT, WRONG, FakeGrader, gradebook_of, hand_in

from autograder.course import Course
from autograder.errors import CourseError, NotebookError
from autograder.grade import GradingResult
from autograder.gradebook import (
    CHANGES,
    changes_since,
    class_grades,
    disagreeing,
    kept_reports,
    record,
    require_current,
    settle,
)
from autograder.report import Entry, class_html

LATE = "2030-01-02 10:00:00 UTC"
DUE = dt.datetime(2030, 1, 1)  # noqa: DTZ001 - nbgrader keeps UTC without saying so
KEYS = {("ada", ASSIGNMENT), ("ben", ASSIGNMENT)}
SETTLED = ("points by hand, or another due date, extension or penalty setting",)


def gradings(course: Course, fake: FakeGrader, *students: str) -> Iterator[GradingResult]:
    (exercise,) = course.notebooks(ASSIGNMENT)
    for one in course.submitted(ASSIGNMENT):
        if not students or one.student in students:
            yield fake.grade(exercise, one.read(), student=one.student)


@pytest.fixture
def graded(course: Course, fake: FakeGrader) -> Course:
    """Ada is right and late, Ben wrong and in time; the course takes all points from who is late."""
    with course.root.joinpath("nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write('\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    due(course, DUE)
    hand_in(course, "ada", RIGHT, timestamp=LATE)
    hand_in(course, "ben", WRONG, timestamp="2029-12-31 23:59:59 UTC")
    record(course, gradings(course, fake))
    return course


def due(course: Course, date: dt.datetime | None) -> None:
    with gradebook_of(course) as book:
        book.update_or_create_assignment(ASSIGNMENT).duedate = date
        book.db.commit()


def entries_of(course: Course) -> dict[str, Entry]:
    return {student: entry for (student, _), entry in class_grades(course).entries.items()}


def everything(course: Course) -> dict[str, bytes]:
    """All files of a course; of a database only what it says."""
    left_out = ("gradebook.db", "__pycache__")
    files = [path for path in course.root.rglob("*") if path.is_file() and not set(left_out) & set(path.parts)]
    return {str(path): path.read_bytes() for path in files} | {"book": str(class_grades(course)).encode()}


def test_a_late_zero_is_a_zero_on_the_page(graded: Course) -> None:
    """7 of 7 on the page and 0 in the gradebook: the page says 0, and what it consists of."""
    assert entries_of(graded)["ada"] == Entry("ada", ASSIGNMENT, automatic=3, penalty=3)
    assert class_grades(graded).due == {ASSIGNMENT: DUE}
    page = class_html(class_grades(graded), kept_reports(graded, KEYS))
    assert '>0<span class="note">3 −&nbsp;3 late</span>' in page


def test_points_by_hand_are_on_the_page(graded: Course) -> None:
    """A person's points take the automatic ones' place, extra credit comes on top."""
    with gradebook_of(graded) as book:
        grade = book.find_grade("check-double", "double", ASSIGNMENT, "ben")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 2.0, 0.5, True
        book.db.commit()
    ben = entries_of(graded)["ben"]
    assert ben == Entry("ben", ASSIGNMENT, automatic=1, manual=2, extra=0.5, to_review=True)
    with gradebook_of(graded) as book:
        assert ben.score == book.find_submission(ASSIGNMENT, "ben").score
    page = class_html(class_grades(graded), kept_reports(graded, KEYS))
    assert '3.5<span class="note">1 +&nbsp;2 by hand +&nbsp;0.5 extra</span><span class="note">to be looked at' in page


def test_the_whole_class_after_a_part_of_it(graded: Course, fake: FakeGrader) -> None:
    """Who has handed in nothing, and who was not graded now, are there as well."""
    with gradebook_of(graded) as book:
        book.add_student("dora")
    record(graded, gradings(graded, fake, "ben"))
    grades = class_grades(graded)
    assert grades.students == ("ada", "ben", "dora")
    assert grades.points == {ASSIGNMENT: 3}
    assert set(grades.entries) == KEYS
    assert {report.student for report in kept_reports(graded, grades.entries)} == {"ada", "ben"}


def test_the_size_of_the_class_costs_no_queries(graded: Course, fake: FakeGrader) -> None:
    """The class is read in as many queries with 2 students as with 12."""
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    def queries() -> int:
        seen: list[Any] = []

        def count(*_: Any) -> None:
            seen.append(1)

        event.listen(Engine, "before_cursor_execute", count)
        try:
            class_grades(graded)
        finally:
            event.remove(Engine, "before_cursor_execute", count)
        return len(seen)

    few = queries()
    for number in range(10):
        hand_in(graded, f"s{number}", RIGHT)
    record(graded, gradings(graded, fake))
    assert queries() == few


# ---------------------------------------------------------------- late penalties


@pytest.mark.parametrize("change", ["due date", "no due date", "extension", "setting"])
def test_a_penalty_goes_without_running_anything(graded: Course, change: str) -> None:
    """Another due date, an extension, another setting: the rows follow, and the change is said with its reason."""
    assert settle(graded, KEYS) == []
    if change == "setting":
        path = graded.root / "nbgrader_config.py"
        path.write_text(path.read_text("utf-8").replace('"zero"', '"none"'), "utf-8")
    elif change == "extension":
        with gradebook_of(graded) as book:
            book.grant_extension(ASSIGNMENT, "ada", days=2)
    else:
        due(graded, None if change == "no due date" else dt.datetime(2031, 1, 1))  # noqa: DTZ001
    before = everything(graded)
    (dry,) = settle(graded, KEYS, dry=True)
    assert everything(graded) == before
    (found,) = settle(graded, KEYS)
    assert found == dry
    assert (found.before.score, found.after.score, found.why) == (0, 3, SETTLED)  # type: ignore[union-attr]
    assert entries_of(graded)["ada"] == Entry("ada", ASSIGNMENT, automatic=3)
    assert settle(graded, KEYS) == []


def test_an_earlier_due_date_costs_points(graded: Course) -> None:
    """It works in both directions; only who is asked for is settled."""
    due(graded, dt.datetime(2029, 1, 1))  # noqa: DTZ001
    assert settle(graded, {("ada", ASSIGNMENT)}) == []
    (found,) = settle(graded, KEYS)
    assert (found.after.student, found.after.score, found.after.penalty) == ("ben", 0, 1)


def test_an_extension_of_no_due_date(graded: Course, fake: FakeGrader) -> None:
    """An extension that was granted before there was a due date is no error."""
    with gradebook_of(graded) as book:
        book.grant_extension(ASSIGNMENT, "ada", days=2)
    due(graded, None)
    record(graded, gradings(graded, fake))
    assert entries_of(graded)["ada"].score == 3


# ---------------------------------------------------------------- what changes


def changes_kept(course: Course) -> list[dict[str, Any]]:
    path = course.private / CHANGES
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def test_changes_are_kept_with_their_reasons(graded: Course, fake: FakeGrader) -> None:
    """First grades, and grades that changed, from what to what and why; what stayed the same is not kept."""
    first = changes_kept(graded)
    assert [(one["after"]["student"], one["before"]) for one in first] == [("ada", None), ("ben", None)]
    graded.folder("submitted").joinpath("ben", ASSIGNMENT, "double.ipynb").write_bytes(RIGHT)
    why = {("ben", ASSIGNMENT): ("the submission changed",), ("ada", ASSIGNMENT): ("forced",)}
    found = record(graded, gradings(graded, fake), why=why)
    assert [(one.after.student, one.matters, one.why) for one in found] == [
        ("ada", False, ("forced",)),
        ("ben", True, ("the submission changed",)),
    ]
    (new,) = changes_kept(graded)[2:]
    assert (new["before"]["score"], new["after"]["score"], new["why"]) == (1, 3, ["the submission changed"])
    assert new["at"].endswith("+00:00")


def test_changes_are_read_back(graded: Course, fake: FakeGrader) -> None:
    """Equal to what a grading returned, from a time on; what cannot be read is passed over."""
    path = graded.private / CHANGES
    path.write_text(path.read_text("utf-8").replace('"at": "2', '"at": "1'), "utf-8")  # a thousand years ago
    graded.folder("submitted").joinpath("ben", ASSIGNMENT, "double.ipynb").write_bytes(RIGHT)
    (new,) = [one for one in record(graded, gradings(graded, fake)) if one.matters]
    with path.open("a", encoding="utf-8") as file:
        file.write('{"at": "2030-01-01T00:00:00+00:00", "why": [], "before": null, "after": {}}\n[]\n{"at": 3}\n\x00{')
    assert changes_since(graded, dt.datetime(2000, 1, 1)) == [new]  # noqa: DTZ001
    assert len(changes_since(graded, dt.datetime(1000, 1, 1))) == 3  # noqa: DTZ001
    path.unlink()
    assert changes_since(graded, dt.datetime(1000, 1, 1)) == []  # noqa: DTZ001


def test_a_dry_run_writes_nothing(graded: Course, fake: FakeGrader) -> None:
    """What it says is what a grading then does, penalties and points by hand included."""
    with gradebook_of(graded) as book:
        book.find_grade("check-total", "double", ASSIGNMENT, "ben").manual_score = 0.25
        book.db.commit()
    graded.folder("submitted").joinpath("ben", ASSIGNMENT, "double.ipynb").write_bytes(RIGHT)
    hand_in(graded, "cleo", RIGHT, timestamp=LATE)
    before = everything(graded)
    dry = record(graded, gradings(graded, fake), dry=True)
    assert everything(graded) == before
    assert record(graded, gradings(graded, fake)) == dry
    assert {one.after.student: one.after.score for one in dry} == {"ada": 0, "ben": 2.25, "cleo": 0}


# ---------------------------------------------------------------- stale builds


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_release_of_another_source_is_refused(course: Course) -> None:
    """Students had other cells than those that would be graded: nothing is run."""
    require_current(course, [ASSIGNMENT], registered=True)
    edit(course.folder("source") / ASSIGNMENT / "double.ipynb", "return 2 * x", "return x * 2")
    with pytest.raises(
        CourseError, match="not made from what source/ holds now: 01-double.*autograder build 01-double"
    ):
        require_current(course, [ASSIGNMENT])


def test_a_gradebook_of_another_source_is_refused(course: Course, fake: FakeGrader) -> None:
    """Another notebook: the remedy is named. Another point count is none: the rows move along when it is graded."""
    source = course.folder("source") / ASSIGNMENT / "double.ipynb"
    course.folder("release").joinpath(ASSIGNMENT, "expected.safetensors").unlink()
    require_current(course, [ASSIGNMENT])
    edit(source, '"points": 2', '"points": 5')
    assert disagreeing(course, [ASSIGNMENT]) == {}
    source.rename(source.with_name("twice.ipynb"))
    with pytest.raises(CourseError, match="the gradebook has the notebook double, source/ has twice"):
        require_current(course, [ASSIGNMENT])
    require_current(course, [])


def test_what_was_never_built(fresh: Course) -> None:
    """It can be graded, for it is registered then; a dry run registers nothing and says so."""
    require_current(fresh, [ASSIGNMENT])
    with pytest.raises(CourseError, match="the gradebook does not know it. Run `autograder build 01-double`"):
        require_current(fresh, [ASSIGNMENT], registered=True)


def test_a_stray_file_is_refused_before_anything_runs(course: Course) -> None:
    """The same rule as for building."""
    course.folder("source").joinpath(ASSIGNMENT, "answers.csv").write_text("1", "utf-8")
    with pytest.raises(NotebookError, match=r"answers\.csv"):
        require_current(course, [ASSIGNMENT])


def test_a_grade_without_isolation_says_so_on_every_page(course: Course, fake: FakeGrader) -> None:
    """Autograded notebook, feedback page, class page: nobody takes it for a guarded one."""
    from dataclasses import replace

    from autograder.gradebook import feedback
    from autograder.model import Level

    for student in ("ada", "ben"):
        hand_in(course, student, RIGHT)
    found = list(gradings(course, fake))
    risky = replace(found[0].report.evidence, overridden=True, isolation=Level.NONE)
    found[0] = replace(found[0], report=replace(found[0].report, evidence=risky))
    record(course, found)
    feedback(course, [ASSIGNMENT])
    said = "Graded without isolation"
    for student, there in (("ada", True), ("ben", False)):
        folder = Path(student) / ASSIGNMENT
        notebook = json.loads((course.folder("autograded") / folder / "double.ipynb").read_text("utf-8"))
        assert any(said in "".join(cell["source"]) for cell in notebook["cells"]) is there
        assert (said in (course.folder("feedback") / folder / "double.html").read_text("utf-8")) is there
    page = class_html(class_grades(course), kept_reports(course, KEYS))
    assert f"1 of these notebooks were graded without isolation: ada {ASSIGNMENT}." in page
