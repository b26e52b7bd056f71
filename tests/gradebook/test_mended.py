"""An exercise that is mended after hand-in: its gradebook moves along, and who gains or loses is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from classroom import ASSIGNMENT, RIGHT, WRONG, FakeGrader, autograded, gradebook_of, hand_in, source_notebook
from notebooks import cell
from test_class_grades import changes_kept, entries_of, gradings

from autograder.course import Course
from autograder.errors import NotebookError
from autograder.gradebook import build, feedback, record, using
from autograder.gradebook.configuration import load_config
from autograder.gradebook.conversion import convert
from autograder.gradebook.moved import REMOVED, because_of
from autograder.model import CellResult, CheckResult, Status, Void
from autograder.notebook import read_source

KEYS = [("ada", ASSIGNMENT), ("ben", ASSIGNMENT)]
KEPT = "points or comments by hand for a cell that is gone are kept in .autograder/removed.jsonl"
BECAUSE = dict.fromkeys(KEYS, ("source/ changed",))


@pytest.fixture
def graded(course: Course, fake: FakeGrader) -> Course:
    """Ada is right, Ben is wrong; a person gave Ben a point and a word in each task."""
    hand_in(course, "ada", RIGHT)
    hand_in(course, "ben", WRONG)
    record(course, gradings(course, fake))
    with gradebook_of(course) as book:
        for task in ("double", "total"):
            book.find_grade(f"check-{task}", "double", ASSIGNMENT, "ben").manual_score = 0.5
            book.find_comment(f"solution-{task}", "double", ASSIGNMENT, "ben").manual_comment = f"Why, {task}?"
        book.db.commit()
    return course


def mend(course: Course, fake: FakeGrader, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the source notebook, and build it."""
    raw = source_notebook()
    change(raw)
    course.source(ASSIGNMENT).write_text(json.dumps(raw), encoding="utf-8")
    build(course, [ASSIGNMENT], fake)


def grades_of(course: Course, student: str) -> dict[str, tuple[float | None, float | None]]:
    with gradebook_of(course) as book:
        (notebook,) = book.find_submission(ASSIGNMENT, student).notebooks
        return {grade.cell.name: (grade.auto_score, grade.manual_score) for grade in notebook.grades}


def comments_of(course: Course, student: str) -> dict[str, str | None]:
    with gradebook_of(course) as book:
        (notebook,) = book.find_submission(ASSIGNMENT, student).notebooks
        return {comment.cell.name: comment.manual_comment for comment in notebook.comments}


def rename(raw: dict[str, Any]) -> None:
    for one in raw["cells"]:
        grade_id = one["metadata"].get("nbgrader", {}).get("grade_id", "")
        if grade_id.endswith("-double"):
            one["metadata"]["nbgrader"]["grade_id"] = one["id"] = grade_id.replace("double", "twice")
    raw["metadata"]["autograder"]["was"] = {"check-twice": "check-double", "solution-twice": "solution-double"}


def remove_total(raw: dict[str, Any]) -> None:
    raw["cells"] = [one for one in raw["cells"] if not one["id"].endswith("-total")]


def add_task(raw: dict[str, Any]) -> None:
    raw["cells"] += [
        cell("task", "more", "## One word more"),
        cell("solution", "solution-more", "### BEGIN SOLUTION\nmore = 1\n### END SOLUTION"),
        cell("check", "check-more", 'check("more", more)', 4),
    ]


def test_a_renamed_cell_keeps_what_a_person_gave(
    graded: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Points and comments by hand go with it; submissions from before the change are read by the old ids."""
    import classroom

    new_names = {name: (place.replace("double", "twice"), *rest) for name, (place, *rest) in classroom._CHECKS.items()}
    monkeypatch.setattr(classroom, "_CHECKS", new_names)
    mend(graded, fake, rename)
    changes = record(graded, gradings(graded, fake), why=BECAUSE)
    assert [(change.before.score, change.after.score) for change in changes if change.before] == [(3, 3), (1, 1)]
    assert grades_of(graded, "ada") == {"check-twice": (2, None), "check-total": (1, None)}
    assert grades_of(graded, "ben") == {"check-twice": (0, 0.5), "check-total": (1, 0.5)}
    assert comments_of(graded, "ben") == {"solution-twice": "Why, double?", "solution-total": "Why, total?"}
    assert not graded.private.joinpath(REMOVED).exists()
    sources = {
        one["metadata"].get("nbgrader", {}).get("grade_id"): one.source for one in autograded(graded, "ben").cells
    }
    assert sources["solution-twice"].endswith("return 3 * x")
    feedback(graded, [ASSIGNMENT])


def test_a_removed_cell_is_named(graded: Course, fake: FakeGrader) -> None:
    """Its points go, said with before and after; what a person gave for it is kept in a file."""
    mend(graded, fake, remove_total)
    dry = record(graded, gradings(graded, fake), why=BECAUSE, dry=True)
    assert set(grades_of(graded, "ben")) == {"check-double", "check-total"}
    changes = record(graded, gradings(graded, fake), why=BECAUSE)
    assert changes == dry
    said = {change.after.student: (change.before.score, change.after.score, change.why) for change in changes}  # type: ignore[union-attr]
    assert said == {
        "ada": (3, 2, ("source/ changed", "'total': 1 → gone")),
        "ben": (1, 0.5, ("source/ changed", "'total': 1 → gone", KEPT)),
    }
    assert grades_of(graded, "ben") == {"check-double": (0, 0.5)}
    kept = [json.loads(line) for line in graded.private.joinpath(REMOVED).read_text("utf-8").splitlines()]
    assert [{name: value for name, value in one.items() if name != "at"} for one in kept] == [
        {"student": "ben", "assignment": ASSIGNMENT, "cell": "check-total", "manual_score": 0.5},
        {"student": "ben", "assignment": ASSIGNMENT, "cell": "solution-total", "manual_comment": "Why, total?"},
    ]
    feedback(graded, [ASSIGNMENT])


def test_who_is_not_graded_now_is_told_too(graded: Course, fake: FakeGrader) -> None:
    """The exercise's rows are those of the whole class: whoever loses points by that is in the list."""
    mend(graded, fake, remove_total)
    changes = record(graded, gradings(graded, fake, "ada"), why=BECAUSE)
    (ben,) = [change for change in changes if change.after.student == "ben"]
    assert (ben.before.score, ben.after.score) == (1, 0.5)  # type: ignore[union-attr]
    assert ben.why == ("source/ changed: check-total is gone; solution-total is gone", KEPT)
    assert [one["after"]["student"] for one in changes_kept(graded)[-2:]] == ["ada", "ben"]
    (ben,) = record(graded, gradings(graded, fake, "ben"), why=BECAUSE)
    assert (ben.before.score, ben.after.score, ben.why) == (0.5, 0.5, ("source/ changed",))  # type: ignore[union-attr]


def test_an_added_cell_and_other_points(graded: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody gets its row, and nobody loses what was there."""
    import classroom

    monkeypatch.setitem(classroom._CHECKS, "more", ("check-more", False, "2 * x", 1))

    def change(raw: dict[str, Any]) -> None:
        add_task(raw)
        raw["cells"][7]["metadata"]["nbgrader"]["points"] = 2

    mend(graded, fake, change)
    changes = record(graded, gradings(graded, fake), why=BECAUSE)
    ada, ben = changes
    assert (ada.before.score, ada.after.score) == (3, 8)  # type: ignore[union-attr]
    assert ada.why == ("source/ changed", "'total': 1 → 2, 'more': new → 4")
    assert grades_of(graded, "ben") == {"check-double": (0, 0.5), "check-total": (2, 0.5), "check-more": (0, None)}
    assert comments_of(graded, "ben")["solution-more"] is None
    with gradebook_of(graded) as book:
        assert book.find_assignment(ASSIGNMENT).max_score == 8
    assert entries_of(graded)["ben"].manual == 1
    assert not ben.after.to_review or ben.before is not None


def test_nbgraders_own_command_moves_them_too(graded: Course, fake: FakeGrader) -> None:
    """`nbgrader generate_assignment` and `nbgrader autograde` after a cell is gone."""
    mend(graded, fake, remove_total)
    with using(fake):
        from nbgrader.converters import Autograde

        convert(Autograde, load_config(graded), ASSIGNMENT, "ben")
    assert grades_of(graded, "ben") == {"check-double": (0, 0.5)}
    assert graded.private.joinpath(REMOVED).exists()


# ---------------------------------------------------------------- void checks


@pytest.mark.parametrize(
    ("void", "score"), [(None, 1.5), (Void.FULL, 3.0), (Void.OUT, 2.0)],
)  # fmt: skip
def test_how_a_void_check_counts(void: Void | None, score: float) -> None:
    """Three points for two checks, one of them of double weight and wrong: full marks, or the other carries all."""
    right, wrong = CheckResult("a", Status.PASSED, weight=2), CheckResult("b", Status.WRONG, weight=2, void=void)
    missing = CheckResult("c", Status.MISSING, weight=0 if void is not Void.OUT else 1)
    assert CellResult("cell", 3, (right, wrong, missing)).score == score


def test_the_reasons_name_the_void_check(fake: FakeGrader, course: Course) -> None:
    """Who gains by it reads which check, and that it is void."""
    (exercise,) = course.notebooks(ASSIGNMENT)
    before = fake.grade(exercise, WRONG, student="ben").report
    after = replace(
        before,
        cells=tuple(
            replace(one, checks=tuple(replace(check, void=Void.FULL) for check in one.checks)) for one in before.cells
        ),
    )
    assert because_of(before, after) == "'double': 0 → 1 (full marks), 'double, larger': 0 → 1 (full marks)"
    assert because_of(before, before) == ""


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("void", {"double": "half marks"}, "'half marks' is not a valid Void"),
        ("void", ["double"], "must be an object"),
        ("was", {"check-nothing": "check-old"}, "'check-nothing': 'check-old' is not so"),
        ("was", {"check-double": "check-total"}, "'check-double': 'check-total' is not so"),
        ("was", {"check-double": "old", "check-total": "old"}, "each once"),
    ],
)
def test_what_cannot_be_meant(course: Course, key: str, value: object, said: str) -> None:
    """An author's slip is named."""
    raw = source_notebook()
    raw["metadata"]["autograder"][key] = value
    path = course.source(ASSIGNMENT)
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(NotebookError, match=said):
        read_source(path)
