"""Comments to use again while marking: which ones are offered, in what order, and that they stay text on the page."""

from __future__ import annotations

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
from notebooks import cell

from autograder.course import Course
from autograder.gradebook import build, record
from autograder.gradebook.configuration import load_config
from autograder.gradebook.offered import MOST_WRITTEN, offered

SENTENCE, OTHER = "Which of the two is the cause?", "And the consequence?"
RUBRIC = f"rubric:\n- cause: 2 names it · 0 does not\ncomments:\n- {SENTENCE}\n- {OTHER}"
HOSTILE = """</script><script>alert("1")</script> <b onclick='x'>&amp;" 'quoted'"""
STUDENTS = ("ada", "ben", "cleo", "dora")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([], [SENTENCE, OTHER]),
        (["new"], ["new", SENTENCE, OTHER]),
        (["b", "a", "a", "a ", "c", "c"], ["a", "c", "b", SENTENCE, OTHER]),  # "a " is "a"
        ([OTHER, "a", "b"], [OTHER, "a", "b", SENTENCE]),  # as often: the rubric's first, then as they came
        (["", " \n"], [SENTENCE, OTHER]),
        (["a\nb"], ["a\nb", SENTENCE, OTHER]),  # whole, though it has two lines
        ([f"{SENTENCE}\na", "a"], ["a", SENTENCE, OTHER]),  # put together of two that are offered: used twice, and once
        ([f"{OTHER}\n\n{OTHER}", OTHER], [OTHER, SENTENCE]),
        ([f"{OTHER}\nand more"], [f"{OTHER}\nand more", SENTENCE, OTHER]),
    ],
)
def test_what_is_offered(written: list[str], expected: list[str]) -> None:
    """The rubric's sentences and what was written, each once, the most used first."""
    assert offered([SENTENCE, OTHER], written) == expected


def test_the_list_is_bounded() -> None:
    """Of hundreds of comments those that were used most; the rubric's sentences stay, used or not."""
    rare = [f"comment {number}" for number in range(500)]
    found = offered([SENTENCE], [*rare, "used", "used"])
    assert len(found) == MOST_WRITTEN + 1
    assert (found[0], found[-1]) == ("used", SENTENCE)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory, _no_session: None) -> Course:
    """A course in which two questions and a task wait for a person, of four students."""
    root = tmp_path_factory.mktemp("offered")
    folder = root / "source" / ASSIGNMENT
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    raw = source_notebook()
    raw["cells"] += [
        cell("prose", "explain", "It is the definition.", 2),
        cell("raw", "rubric", RUBRIC),
        cell("code", "try", "double(4)", 1),
        cell("project", "project", "## Your own", 3),
    ]
    folder.joinpath("double.ipynb").write_text(json.dumps(raw), encoding="utf-8")
    folder.joinpath("data.txt").write_text("the author's data", encoding="utf-8")
    course, fake = Course(root), FakeGrader()
    build(course, [], fake)
    for student in STUDENTS:
        hand_in(course, student, (course.folder("release") / ASSIGNMENT / "double.ipynb").read_bytes())
    (exercise,) = course.notebooks(ASSIGNMENT)
    record(course, [fake.grade(exercise, one.read(), student=one.student) for one in course.submitted(ASSIGNMENT)])
    return course


def write(course: Course, comments: dict[str, dict[str, str]]) -> list[str]:
    """Let these {student: {cell: comment}} be all that a person wrote; return the students in its order."""
    with gradebook_of(course) as book:
        rows = sorted(book.notebook_submissions("double", ASSIGNMENT), key=lambda row: row.id)
        for row in rows:
            for one in row.comments:
                one.manual_comment = comments.get(row.student.id, {}).get(one.name)
        book.db.commit()
        return [row.student.id for row in rows]


def page(course: Course, student: str) -> str:
    """Return the page on which a person marks a student's answers, as the formgrader makes it."""
    with gradebook_of(course) as book:
        row = book.find_submission_notebook("double", ASSIGNMENT, student)
        place = {"base_url": "", "submission_id": row.id, "assignment_id": ASSIGNMENT, "index": 0, "total": 4}
    made = nbformat.from_dict(autograded(course, student))
    exporter = HTMLExporter(template_name="formgrade", config=load_config(course))
    return str(exporter.from_notebook_node(made, resources=place)[0])


def lists(html: str) -> dict[str, list[dict[str, str]]]:
    """Return {cell: what its list offers} of a page."""
    script: Any = BeautifulSoup(html, "html.parser").find(id="offered-comments")
    found: Any = json.loads(script.string)
    return dict(found)


def texts(course: Course, student: str, name: str) -> list[str]:
    """Return what the list of one cell offers."""
    return [one["text"] for one in lists(page(course, student))[name]]


def test_each_marked_cell_has_a_list_that_grows(marked: Course) -> None:
    """What was written at the same cell of others; not at another cell, nor of this student, nor by the grader."""
    write(marked, {})
    assert {name: [one["text"] for one in found] for name, found in lists(page(marked, "ben")).items()} == {
        "explain": [SENTENCE, OTHER],
        "try": [],
        "project": [],
    }
    write(
        marked, {"ada": {"explain": "Good.\nOn.", "solution-double": "no"}, "ben": {"explain": "mine", "try": "mine"}}
    )
    found = lists(page(marked, "ben"))
    assert [one["text"] for one in found["explain"]] == ["Good.\nOn.", SENTENCE, OTHER]
    assert found["explain"][0]["line"] == "Good. On."
    assert (found["try"], found["project"]) == ([], [])
    assert texts(marked, "cleo", "try") == ["mine"]


def test_what_was_written_last_comes_first(marked: Course) -> None:
    """Of comments that were used once, those of the submissions just before this one, then of those behind it."""
    order = write(marked, {student: {"try": student} for student in STUDENTS})
    assert texts(marked, order[2], "try") == [order[1], order[0], order[3]]
    assert texts(marked, order[0], "try") == [order[3], order[2], order[1]]


def test_whose_comment_it_was_is_not_on_the_page(marked: Course) -> None:
    """Neither a name nor an id of another student."""
    write(marked, {student: {"explain": "Good."} for student in STUDENTS})
    html = page(marked, "ben")
    assert not re.search(r"\b(ada|cleo|dora)\b", html)
    assert lists(html)["explain"] == [{"line": text, "text": text} for text in ("Good.", SENTENCE, OTHER)]


def test_a_comment_stays_text(marked: Course) -> None:
    """Markup, quotes and a script's end in a comment make nothing of the page; in the list it is one bounded line."""
    write(marked, {"ada": {"try": "plain"}})
    plain = page(marked, "ben")
    long = f"{HOSTILE}\n{'word ' * 500}end"
    write(marked, {"ada": {"try": HOSTILE}, "cleo": {"try": long}})
    html = page(marked, "ben")
    made, before = (BeautifulSoup(one, "html.parser").find_all(["script", "b"]) for one in (html, plain))
    assert len(made) == len(before)
    found = {one["text"]: one["line"] for one in lists(html)["try"]}
    assert found.keys() == {HOSTILE, long}
    assert found[HOSTILE] == HOSTILE
    assert len(found[long]) == 120
    assert "\n" not in found[long]
    assert found[long].endswith("…")


def test_without_a_source_there_are_the_written_ones(marked: Course, tmp_path: Path) -> None:
    """Marking goes on where source/ is broken or not there."""
    write(marked, {"ada": {"explain": "Good."}})
    course = Course(shutil.copytree(marked.root, tmp_path / "copy"))
    course.source(ASSIGNMENT).write_text("{", "utf-8")
    assert texts(course, "ben", "explain") == ["Good."]
    shutil.rmtree(course.folder("source"))
    assert texts(course, "ben", "explain") == ["Good."]
