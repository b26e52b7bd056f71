"""Answers that a person marks, from the source notebook to the feedback page, by nbgrader's own doors."""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from classroom import ASSIGNMENT, ROOT, FakeGrader, autograded, gradebook_of, hand_in, source_notebook
from nbconvert.exporters import HTMLExporter
from nbgrader.apps import AutogradeApp, ExportApp
from notebooks import cell

from autograder.commands.results import show
from autograder.commands.sample_class import make_class
from autograder.course import Course
from autograder.course.roster import Roster
from autograder.gradebook import build, class_grades, class_table, feedback, record, using
from autograder.gradebook.configuration import load_config
from autograder.gradebook.current import disagreeing
from autograder.notebook import Notebook
from autograder.report import class_html

RUBRIC = """rubric:
- cause: 2 names the cause · 1 names a sign of it · 0 neither
comments:
- Which of the two is the cause?"""
QUESTION = "## Why\n\nWhy is it twice?"
PROJECT = "## Your own\n\nDouble something of your own, below.\n### BEGIN MARK SCHEME\nAny number.\n### END MARK SCHEME"
ANSWER = "Because **2** is $x$ <script>alert(1)</script>"
STUBS = {
    "explain": "YOUR ANSWER HERE",
    "try": "# YOUR CODE HERE\nraise NotImplementedError()",
    "project": "## Your own\n\nDouble something of your own, below.",
}


def source() -> dict[str, Any]:
    """The exercise of the classroom, with an answer in prose, one in code, and a task; two, one and three points."""
    raw = source_notebook()
    raw["cells"] += [
        cell("task", "why", QUESTION),
        cell("prose", "explain", "It is the definition.", 2),
        cell("raw", "rubric", RUBRIC),
        cell("code", "try", "double(4)", 1),
        cell("project", "project", PROJECT, 3),
    ]
    return raw


@pytest.fixture(scope="module")
def _course(tmp_path_factory: pytest.TempPathFactory, _no_session: None) -> Course:
    root = tmp_path_factory.mktemp("manual")
    folder = root / "source" / ASSIGNMENT
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    folder.joinpath("double.ipynb").write_text(json.dumps(source()), encoding="utf-8")
    folder.joinpath("data.txt").write_text("the author's data", encoding="utf-8")
    course = Course(root)
    build(course, [], FakeGrader())
    return course


@pytest.fixture
def course(_course: Course, tmp_path: Path) -> Course:
    """A course with that exercise, built."""
    return Course(shutil.copytree(_course.root, tmp_path / "course"))


def handed_in(course: Course, *, own: str = "", **texts: str) -> bytes:
    """Return the released notebook with these answers; `own`: a cell of the student's own at the end."""
    raw = json.loads((course.folder("release") / ASSIGNMENT / "double.ipynb").read_text("utf-8"))
    for one in raw["cells"]:
        one["source"] = texts.get(one["id"].replace("-", "_"), one["source"])
    raw["cells"] += [cell("extra", "own", own)] if own else []
    return json.dumps(raw).encode()


def grade(course: Course, fake: FakeGrader) -> None:
    """Grade as `autograder grade` does."""
    exercise: Notebook
    (exercise,) = course.notebooks(ASSIGNMENT)
    record(course, [fake.grade(exercise, one.read(), student=one.student) for one in course.submitted(ASSIGNMENT)])


def stock(course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Grade by nbgrader's own command."""
    monkeypatch.chdir(course.root)
    with using(fake):
        command = AutogradeApp()
        command.initialize([ASSIGNMENT, "--log-level=CRITICAL", "--force"])
        command.start()


def entered(course: Course, student: str = "ada") -> dict[str, tuple[Any, ...]]:
    """Return {cell: (automatic, manual, extra, needs a person)} of the cells that a person marks."""
    with gradebook_of(course) as book:
        grades = book.find_submission_notebook("double", ASSIGNMENT, student).grades
        return {
            one.name: (one.auto_score, one.manual_score, one.extra_credit, one.needs_manual_grade)
            for one in grades
            if one.name in STUBS
        }


def mark(course: Course, name: str, score: float, *, extra: float | None = None, comment: str | None = None) -> None:
    """Give points as the formgrader does, which takes the mark away."""
    with gradebook_of(course) as book:
        found = book.find_grade(name, "double", ASSIGNMENT, "ada")
        found.manual_score, found.extra_credit, found.needs_manual_grade = score, extra, False
        if comment is not None:
            book.find_comment(name, "double", ASSIGNMENT, "ada").manual_comment = comment
        book.db.commit()


def cells(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the cells of an exercise's notebook."""
    raw = json.loads((folder / ASSIGNMENT / "double.ipynb").read_text("utf-8"))
    return {one["id"]: {**one, "source": "".join(one["source"])} for one in raw["cells"]}


def test_what_is_released(course: Course) -> None:
    """Students get nbgrader's stubs, no rubric and no mark scheme; the gradebook knows the cells and their points."""
    released = cells(course.folder("release"))
    assert {name: released[name]["source"].strip() for name in STUBS} == STUBS
    text = json.dumps(released)
    assert not any(secret in text for secret in ("names the cause", "Any number", "It is the definition"))
    solved = cells(course.folder("solutions"))
    assert (solved["explain"]["source"], solved["try"]["source"]) == ("It is the definition.", "double(4)")
    assert "Any number" not in json.dumps(solved)
    assert disagreeing(course, [ASSIGNMENT]) == {}
    assert class_grades(course).points == {ASSIGNMENT: 9}


@pytest.mark.parametrize("way", ["ours", "stock"])
def test_who_is_to_be_looked_at(course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """As with nbgrader: an answer that was left has 0, any other waits for a person, and so does a task always."""
    hand_in(course, "ada", handed_in(course, explain=ANSWER))
    hand_in(course, "ben", handed_in(course, **{"try": "double(5)"}, own="double(6)"))
    if way == "ours":
        hand_in(course, "nobody", None)
        grade(course, fake)
        assert set(entered(course, "nobody").values()) == {(0.0, None, None, False)}
    else:
        stock(course, fake, monkeypatch)
    waits, zero = (None, None, None, True), (0.0, None, None, False)
    assert entered(course, "ada") == {"explain": waits, "try": zero, "project": waits}
    assert entered(course, "ben") == {"explain": zero, "try": waits, "project": waits}
    with gradebook_of(course) as book:
        comments = {
            one.name: one.auto_comment for one in book.find_submission_notebook("double", ASSIGNMENT, "ada").comments
        }
    assert (comments["explain"], comments["try"], comments["project"]) == (None, "No response.", None)


def test_points_by_hand_stay_until_the_answer_changes(course: Course, fake: FakeGrader) -> None:
    """Points, extra credit and comment survive; another answer is to be looked at again, and stays so."""
    folder = hand_in(course, "ada", handed_in(course, explain=ANSWER, own="double(6)"))
    grade(course, fake)
    mark(course, "explain", 1.5, extra=0.5, comment="Good")
    mark(course, "project", 3)
    grade(course, fake)
    assert entered(course)["explain"] == (None, 1.5, 0.5, False)
    assert entered(course)["project"] == (None, 3.0, None, False)
    folder.joinpath("double.ipynb").write_bytes(handed_in(course, explain="Because.", own="double(7)"))
    for _ in range(2):
        grade(course, fake)
        assert entered(course)["explain"] == (None, 1.5, 0.5, True)
        assert entered(course)["project"] == (None, 3.0, None, True)
    mark(course, "explain", 1)
    grade(course, fake)
    assert entered(course)["explain"] == (None, 1.0, None, False)
    with gradebook_of(course) as book:
        assert book.find_comment("explain", "double", ASSIGNMENT, "ada").manual_comment == "Good"


def test_a_renamed_cell_keeps_what_was_marked(course: Course, fake: FakeGrader) -> None:
    """Its answer is the same one under another id, so nobody has to look again; another answer is to be looked at."""
    folder = hand_in(course, "ada", handed_in(course, explain=ANSWER))
    grade(course, fake)
    mark(course, "explain", 1.5, extra=0.5, comment="Good")
    other = handed_in(course, explain="Because.")
    raw = source()
    for one in raw["cells"]:
        if one["id"] == "explain":
            one["id"] = one["metadata"]["nbgrader"]["grade_id"] = "reason"
    raw["metadata"].setdefault("autograder", {})["was"] = {"reason": "explain"}
    course.source(ASSIGNMENT).write_text(json.dumps(raw), encoding="utf-8")
    build(course, [], fake)
    for _ in range(2):
        grade(course, fake)
        assert given(course, "reason") == (1.5, 0.5, False)
    folder.joinpath("double.ipynb").write_bytes(other)
    grade(course, fake)
    assert given(course, "reason") == (1.5, 0.5, True)


def given(course: Course, name: str) -> tuple[float | None, float | None, bool]:
    """Return what a person gave Ada for a cell, and whether a person has to look."""
    with gradebook_of(course) as book:
        found = book.find_grade(name, "double", ASSIGNMENT, "ada")
        return found.manual_score, found.extra_credit, found.needs_manual_grade


def test_nbgraders_own_command_keeps_them_too(
    course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It deletes the notebook that a person has seen, so all that was marked is to be looked at again."""
    hand_in(course, "ada", handed_in(course, explain=ANSWER))
    grade(course, fake)
    mark(course, "explain", 1.5, extra=0.5)
    stock(course, fake, monkeypatch)
    assert entered(course)["explain"] == (None, 1.5, 0.5, True)


def test_an_answer_that_was_taken_back(course: Course, fake: FakeGrader) -> None:
    """Points for what is there no more are to be looked at; where a person gave none there is nothing to do."""
    folder = hand_in(course, "ada", handed_in(course, explain=ANSWER, **{"try": "double(5)"}))
    grade(course, fake)
    mark(course, "explain", 2)
    folder.joinpath("double.ipynb").write_bytes(handed_in(course))
    grade(course, fake)
    assert entered(course)["explain"] == (0.0, 2.0, None, True)
    assert entered(course)["try"] == (0.0, None, None, False)


def test_what_a_grader_sees(course: Course, fake: FakeGrader) -> None:
    """The autograded notebook has the answer, letter by letter, in the cell with the boxes; the rubric stands above."""
    hand_in(course, "ada", handed_in(course, explain=ANSWER, own="double(6)"))
    grade(course, fake)
    found = [one for one in autograded(course, "ada")["cells"] if one["cell_type"] == "markdown"]
    names = [one["id"] for one in found]
    note, answer = (found[names.index(name)] for name in ("marking-explain", "explain"))
    assert names.index("explain") == names.index("marking-explain") + 1
    assert "**cause**: 2 names the cause · 1 names a sign of it · 0 neither" in note["source"]
    assert "> Which of the two is the cause?" in note["source"]
    assert answer["source"] == f"```text\n{ANSWER}\n```"
    assert (answer["metadata"]["nbgrader"]["grade"], answer["metadata"]["nbgrader"]["solution"]) == (True, True)
    assert "Any number." in found[names.index("marking-project")]["source"]
    assert found[names.index("project")]["metadata"]["nbgrader"]["task"]


def test_the_formgraders_page(course: Course, fake: FakeGrader) -> None:
    """Each cell that a person marks has its boxes for points, extra credit and a comment; long lines are broken.

    The author's formulas are MathML, and nothing comes from another address.
    """
    hand_in(course, "ada", handed_in(course, explain="a word and " * 40, **{"try": "double(5)"}))
    grade(course, fake)
    exporter = HTMLExporter(template_name="formgrade", config=load_config(course))
    made = nbformat.from_dict(autograded(course, "ada"))
    place = {"base_url": "", "submission_id": "1", "index": 0, "total": 1}
    soup: Any = BeautifulSoup(exporter.from_notebook_node(made, resources=place)[0], "html.parser")
    for name in STUBS:
        assert [soup.find(id=f"{name}{box}").name for box in ("", "_extra_credit", "-comment")] == [
            "input",
            "input",
            "textarea",
        ]
    lines = soup.find(string=re.compile("a word and")).split("\n")
    assert max(map(len, lines)) <= 90
    assert [formula.get_text() for formula in soup.find_all("math")] == ["2x"]
    assert not soup.find_all(src=re.compile("//"))


def test_what_a_student_gets_back(course: Course, fake: FakeGrader) -> None:
    """Points by hand and comments stand on the feedback page, with the answer; how it was marked does not."""
    hand_in(course, "ada", handed_in(course, explain=ANSWER))
    grade(course, fake)
    mark(course, "explain", 1.5, comment="See me")
    feedback(course, [ASSIGNMENT])
    page = (course.folder("feedback") / "ada" / ASSIGNMENT / "double.html").read_text("utf-8")
    assert "(1.5 by hand)" in page
    assert "See me" in page
    assert "alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "names the cause" not in page
    assert "Any number" not in page


def test_a_made_up_class_answers_in_prose(course: Course) -> None:
    """The first student says what the author says, the second nothing, the others this or that."""
    made = make_class(course, [ASSIGNMENT], students=6, seed=1)
    paths = [course.folder("submitted") / one.name / ASSIGNMENT / "double.ipynb" for one in made]
    texts = [cells(path.parents[1])["explain"]["source"] for path in paths]
    assert texts[:2] == ["It is the definition.", STUBS["explain"]]
    assert len(set(texts)) > 2


def test_the_class_page_and_the_export(
    course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Points by hand count, and whoever is to be looked at is marked."""
    monkeypatch.chdir(course.root)
    hand_in(course, "ada", handed_in(course, explain=ANSWER))
    grade(course, fake)
    entry = class_grades(course).entries["ada", ASSIGNMENT]
    assert (entry.score, entry.manual, entry.to_review) == (0, None, True)
    assert "to be looked at" in class_html(class_grades(course), [])
    options = argparse.Namespace(dry_run=False, json=None, junit=None, feedback=False)
    show(options, course, [ASSIGNMENT], [])
    assert "1 submission waits for a person" in capsys.readouterr().out
    mark(course, "explain", 1.5)
    mark(course, "project", 3)
    entry = class_grades(course).entries["ada", ASSIGNMENT]
    assert (entry.score, entry.manual, entry.to_review) == (4.5, 4.5, False)
    assert "to be looked at" not in class_html(class_grades(course), [])
    command = ExportApp()
    command.initialize(["--log-level=CRITICAL"])
    command.start()
    (row,) = csv.DictReader(io.StringIO((course.root / "grades.csv").read_text("utf-8")))
    assert (row["score"], row["max_score"]) == ("4.5", "9.0")
    (column,) = class_table(course, Roster()).assignments
    assert list(column.tasks)[-2:] == ["Why", "Your own"]  # a task's title, as for those that checks mark
    assert list(column.tasks.values())[-2:] == [3, 3]
