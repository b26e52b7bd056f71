"""What students get back: feedback pages, and what instructors open: the formgrader's page, the CSV."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from classroom import ASSIGNMENT, PNG, RIGHT, WRONG, FakeGrader, autograded, gradebook_of, hand_in, submission
from nbconvert import HTMLExporter
from nbgrader.apps import ExportApp
from nbgrader.server_extensions.formgrader import handlers

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook import exporters, feedback, record, replaced_pages
from autograder.gradebook.marks import Marks
from autograder.model import Output

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)></svg>"
NOTES = (
    SCRIPT,
    f"```\n{SCRIPT}\n```\n{SCRIPT}",
    f"````text\n{SCRIPT}",
    f"$$\n{SCRIPT}\n$$",
    f"\\begin{{x}}{SCRIPT}\\end{{x}}",
    f"\r\n```\r\n{SCRIPT}",
    f"\u2424```\u2424{SCRIPT}",
    f"~~~\n{SCRIPT}",
    "[x](javascript:alert(4)) <a href='javascript:alert(5)'>y</a>",
    "$\\href{javascript:alert(6)}{z}$",
    "![a](attachment:a.svg) ![b](http://example.org/b.png)",
)
OUTPUTS = (
    Output("stdout", SCRIPT + "\x1b[31mred\x1b]0;title\x07"),
    Output("stderr", "</pre>" + SCRIPT),
    Output("text", SCRIPT),
    Output("html", SCRIPT),
    Output("error", f"Traceback\nValueError: {SCRIPT}"),
    Output("png", data=b"<svg onload=alert(7)>"),
    Output("png", data=PNG),
    Output("stdout", "x" * 3_000_000),
)


def attacked(course: Course, fake: FakeGrader) -> None:
    """Record a submission that tries to run a script wherever it can."""
    extra: list[dict[str, Any]] = [
        {
            "cell_type": "markdown",
            "metadata": {},
            "source": note,
            "attachments": {"a.svg": {"image/svg+xml": SCRIPT}},
        }
        for note in NOTES
    ]
    extra.append({"cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": SCRIPT})
    extra.append({"cell_type": "code", "metadata": {"tags": [f'">{SCRIPT}']}, "source": SCRIPT, "outputs": []})
    fake.outputs, fake.says = OUTPUTS, SCRIPT
    hand_in(course, "eve", submission(f"1 / 0  # </pre>{SCRIPT}", "total = 5", *extra))
    recorded(course, fake)


def recorded(course: Course, fake: FakeGrader) -> None:
    (exercise,) = course.notebooks(ASSIGNMENT)
    submitted = course.submitted(ASSIGNMENT)
    record(course, [fake.grade(exercise, one.read(), student=one.student) for one in submitted])


def page(course: Course, student: str) -> str:
    return (course.folder("feedback") / student / ASSIGNMENT / "double.html").read_text(encoding="utf-8")


def flat(text: str) -> str:
    return " ".join(text.split())


def acting(html: str) -> list[str]:
    """Everything in a page that could run a script or fetch something."""
    soup = BeautifulSoup(html, "html.parser")
    found = [str(tag) for tag in soup.find_all(["script", "iframe", "object", "embed", "svg", "link", "base", "form"])]
    for tag in soup.find_all():
        found += [f"{name}={value}" for name, value in tag.attrs.items() if name.startswith("on")]
        for name in ("href", "src", "action", "data"):
            target = str(tag.attrs.get(name, "#"))
            if not target.startswith(("#", "data:image/png;base64,")):
                found.append(f"{name}={target}")
    return found


def test_a_feedback_page_cannot_act(course: Course, fake: FakeGrader) -> None:
    """Whatever a student hands in or shows, the page runs no script, fetches nothing, and stays small."""
    attacked(course, fake)
    feedback(course, [ASSIGNMENT])
    html = page(course, "eve")
    assert acting(html) == []
    assert "default-src 'none'" in html
    assert "alert(1)" in html  # as text: the attack did reach the page
    assert "\x1b" not in html
    assert len(html) < 1_000_000


def test_the_formgraders_page_runs_no_code_of_students(course: Course, fake: FakeGrader) -> None:
    """The autograded notebook, shown by the formgrader in the instructor's session, holds no script."""
    attacked(course, fake)
    path = course.folder("autograded") / "eve" / ASSIGNMENT / "double.ipynb"
    nb = nbformat.read(path, as_version=4)
    exporter = HTMLExporter(template_name="formgrade", extra_template_basedirs=[handlers.template_path])
    page_of = {"base_url": "", "submission_id": "1", "index": 0, "total": 1}
    html, _ = exporter.from_notebook_node(nb, resources=page_of)
    body = BeautifulSoup(html, "html.parser").find(id="notebook")
    assert acting(str(body)) == []
    assert "alert(1)" in str(body)


def test_hidden_checks_keep_their_secrets(course: Course, fake: FakeGrader) -> None:
    """A student sees a hidden check's status and the tutor's sentence, but not its code and values."""
    hand_in(course, "ben", WRONG)
    recorded(course, fake)
    assert "expected 146" in json.dumps(autograded(course, "ben"))
    feedback(course, [ASSIGNMENT], "ben")
    html = page(course, "ben")
    text = BeautifulSoup(html, "html.parser").get_text(" ")
    assert "double, larger" in text
    assert "Is it twice?" in text
    for secret in ("hidden_input", "HIDDEN TESTS", "expected 146", "tripled"):
        assert secret not in html
    assert "expected 42" in text  # a public check's values are shown


def test_who_gets_no_page_is_named(course: Course, fake: FakeGrader) -> None:
    """An id that nbgrader takes for a pattern has a grade, and no page; the others have theirs."""
    for student in ("ben", "b[e]n"):
        hand_in(course, student, WRONG)
    recorded(course, fake)
    (without,) = feedback(course, [ASSIGNMENT])
    assert without.parts[-3] == "b[e]n"
    assert page(course, "ben")
    assert feedback(course, [ASSIGNMENT], "ben") == []


def test_a_page_says_score_comment_and_problems(course: Course, fake: FakeGrader) -> None:
    """Scores and comments of the gradebook, and what was wrong with the file, are on the page."""
    hand_in(course, "ada", b"{not json")
    recorded(course, fake)
    with gradebook_of(course) as book:
        book.find_grade("check-total", "double", ASSIGNMENT, "ada").manual_score = 1
        book.find_comment("solution-double", "double", ASSIGNMENT, "ada").manual_comment = "See me"
        book.db.commit()
    feedback(course, [ASSIGNMENT])
    text = BeautifulSoup(page(course, "ada"), "html.parser").get_text(" ")
    assert "1 of 3 points (1 by hand)" in flat(text)
    assert "See me" in text
    assert "The file is not a notebook" in text


def test_feedback_of_a_notebook_that_we_did_not_write(course: Course, fake: FakeGrader) -> None:
    """Without a stored report there is no table, but outputs and markdown are made harmless all the same."""
    hand_in(course, "ada", RIGHT)
    recorded(course, fake)
    path = course.folder("autograded") / "ada" / ASSIGNMENT / "double.ipynb"
    made = autograded(course, "ada")
    made["metadata"]["autograder"] = {}
    made["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"a": SCRIPT}}
    mime = {
        "text/html": SCRIPT,
        "application/javascript": "alert(8)",
        "image/svg+xml": SCRIPT,
        "text/latex": SCRIPT,
    }
    for one in made["cells"]:
        if one["cell_type"] == "code":
            one["outputs"] = [
                {"output_type": "display_data", "metadata": {}, "data": {**mime, "image/png": f'"{SCRIPT}'}},
                {
                    "output_type": "execute_result",
                    "execution_count": 1,
                    "metadata": {},
                    "data": {"text/plain": SCRIPT},
                },
                {"output_type": "error", "ename": SCRIPT, "evalue": "\x1b[31m", "traceback": [SCRIPT]},
            ]
    made["cells"].append({"cell_type": "markdown", "id": "mine", "metadata": {}, "source": SCRIPT})
    path.chmod(0o644)
    path.write_text(json.dumps(made), encoding="utf-8")
    feedback(course, [ASSIGNMENT])
    assert acting(page(course, "ada")) == []


def test_feedback_on_nothing(course: Course) -> None:
    """Before anything was graded, the remedy is named."""
    with pytest.raises(CourseError, match="Run `autograder grade` first"):
        feedback(course, [ASSIGNMENT])


def test_the_csv_is_quoted_and_safe(course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch) -> None:
    """`nbgrader export` writes one line per student that a spreadsheet reads as text, not as formulas."""
    for student in ("ada", "ben"):
        hand_in(course, student, RIGHT)
    recorded(course, fake)
    names = {
        "ada": ('=HYPERLINK("http://x")', 'O"Neil, Ann'),
        "ben": ("@SUM(1)", "-1\n+2"),
        "zoe": ("\tx", "+1"),
    }
    with gradebook_of(course) as book:
        for student, (last, first) in names.items():
            book.update_or_create_student(student, last_name=last, first_name=first)
    monkeypatch.chdir(course.root)
    export("--to=out.csv")
    found = read(course.root / "out.csv")
    assert {row["student_id"]: (row["score"], row["last_name"], row["first_name"]) for row in found} == {
        "ada": ("3.0", '\'=HYPERLINK("http://x")', 'O"Neil, Ann'),
        "ben": ("3.0", "'@SUM(1)", "'-1 +2"),
        "zoe": ("0.0", "x", "'+1"),
    }
    export("--to=one.csv", "--student=ben")
    assert [row["student_id"] for row in read(course.root / "one.csv")] == ["ben"]


def export(*options: str) -> None:
    command = ExportApp()
    command.initialize(["--log-level=CRITICAL", *options])
    command.start()


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


N = 100_000  # characters of a text
M = 5_000  # of a cell of code: more words and signs are not run, nor shown
CODE = {
    "spaces": (" " * 1000 + "\n") * 99,
    "short lines of spaces": (" " * 399 + "\n") * 49,
    "brackets": "({[" * (M // 3),
    "dots": "." * M,
    "questions": "?" * M,
    "escapes": '"' + r"\N{" * (M // 3),
    "backticks": "`" * M,
    "another language": "%%perl\n" + "m{" * (M // 2),
    "f-strings": 'f"{a:' * (M // 5),
}
LONG_NOTES = {
    "underlined": "a\n=\n" * (N // 4),
    "brackets": "[a](" * (N // 4),
    "emphasis": "**a*" * (N // 4),
    "a table": "|a|b|\n|-|-|\n" + "|a|b|\n" * (N // 6),
    "fences": "```\n" * (N // 4),
    "backticks": "".join("`" * number + "\n" for number in range(400)),
}


def test_a_page_of_the_worst_code_and_text_ends(course: Course, fake: FakeGrader) -> None:
    """What takes a lexer or a parser of markdown minutes is shown letter by letter."""
    own: list[dict[str, Any]] = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": one}
        for one in CODE.values()
    ]
    own += [{"cell_type": "markdown", "metadata": {}, "source": one} for one in LONG_NOTES.values()]
    hand_in(course, "eve", submission("def double(x):\n    return 2 * x  # mine", "total = 5", *own))
    recorded(course, fake)
    began = time.monotonic()
    feedback(course, [ASSIGNMENT])
    assert time.monotonic() - began < 60
    assert replaced_pages(course, [ASSIGNMENT]) == []
    soup = BeautifulSoup(page(course, "eve"), "html.parser")
    assert len(soup.select("table")) == 2  # of the two check cells
    assert [one.get_text() for one in soup.select("em")] == ["Off limits here:"]  # the author's
    assert soup.find("span", class_="k", string="return") is not None  # an ordinary cell has its colours
    for text in ("**a*" * 100, "|a|b|\n|-|-|", "%%perl\nm{m{"):
        assert text in soup.get_text()


def test_a_page_that_takes_too_long_holds_no_other(
    course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its student reads why there is none, the instructor which one it is; the others have theirs."""
    for student in ("ada", "eve"):
        hand_in(course, student, RIGHT)
    recorded(course, fake)
    page_of = exporters.feedback_page  # type: ignore[attr-defined]  # as that module calls it

    def slow(nb: Any, marks: Marks) -> str:
        while marks.entry.student == "eve":
            try:
                time.sleep(0.01)
            except Exception:  # noqa: BLE001, S112  as a library may do
                continue
        return page_of(nb, marks)

    monkeypatch.setattr(exporters, "feedback_page", slow)  # the pages are made in forks of this process
    monkeypatch.setattr(exporters, "PAGE_SECONDS", 2.0)
    assert feedback(course, [ASSIGNMENT]) == []
    assert [path.parts[-3] for path in replaced_pages(course, [ASSIGNMENT])] == ["eve"]
    assert "could not be made in the time" in page(course, "eve")
    assert "double, larger" in page(course, "ada")
