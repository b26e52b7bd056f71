"""What stands on a student's feedback page: the grade in words, each task with what was said of it, its code."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from classroom import ASSIGNMENT, RIGHT, ROOT, WRONG, FakeGrader, gradebook_of, hand_in
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.apps import GenerateFeedbackApp, ReleaseFeedbackApp
from nbgrader.utils import notebook_hash
from report_samples import evidence, one_of_everything

from autograder.course import Course
from autograder.gradebook import feedback, record
from autograder.gradebook.marks import Marks
from autograder.gradebook.page import feedback_page
from autograder.gradebook.tasktext import grader_html, task_html
from autograder.judge.where import where
from autograder.model import CellResult, CheckResult, Report, Status, TraceLine
from autograder.notebook import Cell
from autograder.report import Entry, to_json
from autograder.report.rows import rows_of

SCRIPT = "<script>alert(1)</script>"


def text_of(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def page_of(course: Course, student: str) -> str:
    return (course.folder("feedback") / student / ASSIGNMENT / "double.html").read_text("utf-8")


def graded(course: Course, fake: FakeGrader, *, timestamp: str = "2030-01-31 23:59:00 UTC", **handed_in: bytes) -> None:
    """Hand in and record, each with the same time."""
    for student, data in handed_in.items():
        hand_in(course, student, data, timestamp=timestamp)
    (exercise,) = course.notebooks(ASSIGNMENT)
    record(course, [fake.grade(exercise, one.read(), student=one.student) for one in course.submitted(ASSIGNMENT)])


# ---------------------------------------------------------------- from the gradebook


def test_the_head_says_who_what_when_and_what_the_grade_consists_of(course: Course, fake: FakeGrader) -> None:
    """Points by hand, extra credit and the penalty stand beside the score, in the class page's words."""
    graded(course, fake, ada=RIGHT)
    with gradebook_of(course) as book:
        book.update_or_create_student("ada", first_name="Ada <i>", last_name="Lovelace")
        book.find_grade("check-total", "double", ASSIGNMENT, "ada").manual_score = 0.5
        book.find_grade("check-double", "double", ASSIGNMENT, "ada").extra_credit = 0.25
        book.find_submission_notebook("double", ASSIGNMENT, "ada").late_submission_penalty = 1
        book.db.commit()
    feedback(course, [ASSIGNMENT])
    soup = BeautifulSoup(page_of(course, "ada"), "html.parser")
    assert soup.header is not None
    head = text_of(str(soup.header))
    assert "Double Ada <i> Lovelace · handed in 2030-01-31 23:59 UTC" in head
    assert "1.75 of 3 points (2 + 0.5 by hand + 0.25 extra − 1 late)" in head.replace("\xa0", " ")
    assert "3 of 3 checks passed" in head
    assert soup.find("i") is None


def test_a_persons_comment_stands_in_its_task_as_it_was_written(course: Course, fake: FakeGrader) -> None:
    """Before the checks; nbgrader's own words for a blank answer are no comment."""
    graded(course, fake, ben=WRONG, ida=b"{}")
    with gradebook_of(course) as book:
        book.find_comment("solution-double", "double", ASSIGNMENT, "ben").manual_comment = f"Look.\n{SCRIPT} $x$"
        book.db.commit()
    feedback(course, [ASSIGNMENT])
    soup = BeautifulSoup(page_of(course, "ben"), "html.parser")
    (comment,) = soup.select("section .comment")
    assert comment.get_text("|").strip().split("|")[1:] == ["Look.", f"{SCRIPT} $x$"]
    following = [str(tag) for tag in comment.find_next_siblings()]
    assert "Is it twice?" in "".join(following)
    assert not BeautifulSoup(page_of(course, "ida"), "html.parser").select(".comment")
    assert "No response." not in page_of(course, "ida")


def test_what_a_person_is_still_to_look_at_is_said(course: Course, fake: FakeGrader) -> None:
    """Nobody takes points that wait for a person for the last word."""
    graded(course, fake, ada=RIGHT, ben=WRONG)
    with gradebook_of(course) as book:
        book.find_grade("check-total", "double", ASSIGNMENT, "ada").needs_manual_grade = True
        book.db.commit()
    feedback(course, [ASSIGNMENT])
    assert "still to be looked at by a person" in text_of(page_of(course, "ada"))
    assert "to be looked at" not in text_of(page_of(course, "ben"))


def test_a_failed_task_shows_the_sentence_before_the_numbers_and_the_code(course: Course, fake: FakeGrader) -> None:
    """In this order; the student's own lines are there, the author's are not."""
    graded(course, fake, ben=WRONG)
    feedback(course, [ASSIGNMENT])
    html = page_of(course, "ben")
    text = text_of(html)
    places = [text.index(part) for part in ("Is it twice?", "expected 42", "return 3 * x")]
    assert places == sorted(places)
    assert "from autograder import check" not in text
    assert len(html) < 100_000


def test_nbgraders_own_command_makes_the_same_pages(
    course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`nbgrader generate_feedback` and `autograder feedback` differ in nothing."""
    graded(course, fake, ada=RIGHT, ben=WRONG)
    feedback(course, [ASSIGNMENT])
    ours = {student: page_of(course, student) for student in ("ada", "ben")}
    monkeypatch.chdir(course.root)
    run(GenerateFeedbackApp, ASSIGNMENT, "--force")
    assert {student: page_of(course, student) for student in ours} == ours


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # nbgrader closes no file
def test_the_exchange_takes_the_pages(
    course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`nbgrader release_feedback` puts a page where fetch_feedback looks for it: under a hash of its secret."""
    secret = "0123456789abcdef" * 8
    hand_in(course, "ada", RIGHT, timestamp="2030-01-31 23:59:00 UTC").joinpath("submission_secret.txt").write_text(
        secret
    )
    graded(course, fake)
    feedback(course, [ASSIGNMENT])
    monkeypatch.chdir(course.root)
    exchange = tmp_path / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    run(ReleaseFeedbackApp, ASSIGNMENT, f"--Exchange.root={exchange}")
    (released,) = exchange.glob("*/feedback/*.html")
    assert released.stem == notebook_hash(secret=secret, notebook_id="double")
    assert released.read_text("utf-8") == page_of(course, "ada")


def run(app: type[Any], *options: str) -> None:
    command = app()
    command.initialize(["--log-level=CRITICAL", *options])
    command.start()


# ---------------------------------------------------------------- from a notebook and marks


def authored(name: str, text: str) -> NotebookNode:
    made: NotebookNode = new_markdown_cell(text, id=name, metadata={"nbgrader": {"grade_id": name, "locked": True}})
    return made


def answer(name: str, code: str) -> NotebookNode:
    made: NotebookNode = new_code_cell(code, id=name, metadata={"nbgrader": {"grade_id": name, "solution": True}})
    return made


def checked(name: str) -> NotebookNode:
    marks = {"nbgrader": {"grade_id": name, "grade": True, "locked": True}}
    made: NotebookNode = new_code_cell("check(1)", id=name, metadata=marks)
    return made


def page(*cells: NotebookNode, report: Report | None = None, **marks: Any) -> BeautifulSoup:
    """Make the page of a notebook of these cells."""
    metadata = {} if report is None else {"autograder": {"report": to_json(report)}}
    nb = NotebookNode(cells=list(cells), metadata=NotebookNode(metadata), nbformat=4, nbformat_minor=5)
    entered: dict[str, Any] = {"name": "ada", "handed_in": None, "entry": Entry("ada", "03-softmax"), "cells": {},
                               "points": {}, "comments": {}}  # fmt: skip
    return BeautifulSoup(feedback_page(nb, Marks(**(entered | marks))), "html.parser")


def test_every_check_is_told_as_in_a_students_session() -> None:
    """Each piece of text that the session's table has, of every status, stands on the page."""
    report = one_of_everything()
    soup = page(
        authored("t", "# Softmax"), answer("s", "counts = 1"), checked("check-softmax"), checked("check-hidden"),
        report=report,
    )  # fmt: skip
    text = " ".join(soup.get_text(" ").replace("·", " ").split())
    for cell in report.cells:
        for row in rows_of(cell.checks, student=True):
            for part in (row.mark, row.name, row.word, row.problem, row.advice, row.values, *row.also):
                assert " ".join(part.replace("·", " ").split()) in text, part
    assert "factor 1/n" not in text
    assert "KeyError: 42" not in text
    assert "Cell check-extra was deleted" in text


def test_the_line_that_raised_is_marked_in_the_code() -> None:
    """The line is the one that the judge names, in the cell that it names; none where two cells have that name."""
    code = "def f(x):\n    y = x + 1\n    return y @ x"
    cells = [authored("t", "# A\n\n## 1 · Softmax"), answer("s", f"# first\n{code}"), answer("other", code)]
    known = [Cell("t", "task", cells[0].source), *(Cell(c.id, "solution", c.source) for c in cells[1:])]
    raised = CheckResult(
        "f", Status.RAISED, reason="RuntimeError: shapes", where=where([TraceLine("other", 3, (11, 16))], known)
    )
    report = Report("ada", "a", "n", (CellResult("c", 1, (raised,)),), evidence())
    soup = page(*cells, checked("c"), report=report)
    assert [tag.get_text() for tag in soup.find_all("mark")] == ["    return y @ x"]
    assert soup.find("mark").find_previous("pre").get_text().startswith("def f(x)")  # type: ignore[union-attr]
    assert not page(*cells[:2], answer("copy", code), cells[2], checked("c"), report=report).find_all("mark")
    hidden = replace(report, cells=(CellResult("c", 1, (replace(raised, hidden=True),)),))
    assert not page(*cells, checked("c"), report=hidden).find_all("mark")


def test_a_task_has_its_own_points_and_names_the_check_that_marks_it() -> None:
    """Two answers that one check cell marks: the first says with which task it is checked."""
    soup = page(
        authored("a", "# Title\n\nIntro"), authored("t1", "## 1 · One"), answer("s1", "x = 1"),
        authored("t2", "## 2 · Two"), answer("s2", "y = 1"), checked("c"),
        authored("end", "## The end"),
        report=Report("ada", "a", "n", (CellResult("c", 2, (CheckResult("y", Status.PASSED),)),), evidence()),
        cells={"c": Entry("ada", "a", 1.5, extra=0.5)}, points={"c": 2.0}, entry=Entry("ada", "a", 1.5, extra=0.5),
    )  # fmt: skip
    first, second = soup.find_all("section")
    assert soup.h1 is not None
    assert soup.h1.get_text() == "Title"
    assert "Checked with: 2 · Two" in text_of(str(first))
    assert "points" not in text_of(str(first))
    assert "2 of 2 points (1.5 + 0.5 extra) · 1 of 1 check passed" in text_of(str(second)).replace("\xa0", " ")
    assert [a["href"] for a in soup.select("nav a")] == ["#task-1", "#task-2"]
    assert [section["id"] for section in soup.find_all("section")] == ["task-1", "task-2"]


def test_an_answer_in_prose_is_shown_as_it_is_written() -> None:
    """No parser of markdown and no converter of formulas sees a student's text."""
    prose = new_markdown_cell(
        f"# My *answer*\n\n$x$ {SCRIPT}",
        id="p",
        metadata={"nbgrader": {"grade_id": "p", "grade": True, "solution": True}},
    )
    soup = page(authored("t", "# Explain"), prose, cells={"p": Entry("ada", "a", manual=1.0)}, points={"p": 2.0})
    (shown,) = soup.select("pre.prose")
    assert shown.get_text() == f"# My *answer*\n\n$x$ {SCRIPT}"
    assert not soup.find_all(["math", "script", "em"])
    assert "1 of 2 points (1 by hand)" in text_of(str(soup.section))


@pytest.mark.parametrize("end", ["\n### END MARK SCHEME\nAfter it.", ""])
def test_a_scheme_for_graders_is_not_shown(end: str) -> None:
    """It stands in the text of the task, between two marks; one without its end hides all that follows."""
    soup = page(
        authored("t", f"# Explain\n\nWhy?\n\n### BEGIN MARK SCHEME\n2 points: the secret.{end}"), answer("s", "")
    )
    assert "Why?" in soup.get_text()
    assert ("After it." in soup.get_text()) == bool(end)
    assert "secret" not in str(soup)
    assert "MARK SCHEME" not in str(soup)


def test_a_date_that_is_not_there_is_not_said() -> None:
    """Who handed in at no time that is known reads of none."""
    assert "handed in" not in page(authored("t", "# A"), answer("s", "")).get_text()
    dated = page(authored("t", "# A"), answer("s", ""), handed_in=datetime(2030, 1, 2, 3, 4, 5))  # noqa: DTZ001
    assert "handed in 2030-01-02 03:04 UTC" in dated.get_text()


# ---------------------------------------------------------------- the text of a task


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A $\\frac{1}{n}$ b", "<mfrac><mrow><mn>1</mn></mrow><mrow><mi>n</mi></mrow></mfrac>"),
        ("$$x_i < 1$$", '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">'),
        ("\\begin{aligned}a&=b\\\\[4pt]c&=d\\end{aligned}", "<mtable"),
        ("$\\nosuchcommand{x}$", "$\\nosuchcommand{x}$"),
        ("$\\text{<script>alert(1)</script>}$", "$\\text{&lt;script&gt;alert(1)&lt;/script&gt;}$"),
        ("$\\frac{$", "$\\frac{$"),
        ("`$x$` and *b*", "<code>$x$</code> and <em>b</em>"),
        ("a <b onclick=x>c</b>", "a &lt;b onclick=x&gt;c&lt;/b&gt;"),
        ("![a plot](http://example.org/x.png)", "<p>a plot</p>"),
        ("```python\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>"),
    ],
)  # fmt: skip
def test_formulas_are_drawn_without_a_script(text: str, shown: str) -> None:
    """As MathML, or as their source; an author's HTML is text, a picture is its description."""
    html = task_html(text)
    assert shown in html
    assert not re.search(r"<(script|img|b)\b", html)
    assert ("<math" in html) == ("<m" in shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("an $x$ is", '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline">'),
        ("$$y$$", 'display="block"'),
        ("$\\nosuchcommand{x}$", "$\\nosuchcommand{x}$"),
        ("a <b>c</b>", "a <b>c</b>"),
        ("![a plot](attachment:plot.png)", '<img src="data:image/png;base64,iVBO" alt="a plot"'),
        ("```text\n$x$ <b>c</b>\n```", "$x$ &lt;b&gt;c&lt;/b&gt;"),
    ],
)
def test_graders_see_an_authors_cell_as_in_jupyterlab(text: str, shown: str) -> None:
    """With formulas that need no script, the author's HTML and pictures; what is in a fence stays as it is written."""
    context: Any = {"cell": {"attachments": {"plot.png": {"image/png": "iVBO"}}}}
    html = grader_html(context, text)
    assert shown in html
    assert ("<math" in html) == ("<m" in shown or "display" in shown)


@pytest.mark.parametrize("path", sorted((ROOT / "release").glob("*/*.ipynb")), ids=lambda path: path.parent.name)
def test_all_formulas_of_the_course_are_drawn(path: Path) -> None:
    """None of them stays as its source."""
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            soup = BeautifulSoup(task_html(cell.source), "html.parser")
            for code in soup.find_all("code"):
                code.decompose()
            assert not re.search(r"\$|\\[a-z]", soup.get_text()), cell.id
