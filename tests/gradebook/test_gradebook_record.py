"""Graded submissions -> gradebook and autograded/: our fast path and nbgrader's own converter."""

from __future__ import annotations

import datetime as dt
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from classroom import (
    ASSIGNMENT,
    BLANK,
    RIGHT,
    WRONG,
    FakeGrader,
    autograded,
    database_of,
    gradebook_of,
    hand_in,
    submission,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbgrader.apps import AutogradeApp
from notebooks import cell, notebook
from sqlalchemy import create_engine, text

from autograder.course import Course
from autograder.errors import CourseError
from autograder.grade import GradingResult
from autograder.gradebook import feedback, handed_in_at, record, scores, stored_report, using
from autograder.model import Output
from autograder.notebook import read_submission

LATE = "2030-01-02 10:00:00 UTC"
STUDENTS: dict[str, tuple[bytes | None, str]] = {
    "ada": (RIGHT, ""),
    "ben": (WRONG, "2029-12-31 23:59:59 UTC"),
    "cleo": (BLANK, ""),
    "dora": (RIGHT, LATE),
    "broken": (b"{not json", ""),
    "bytes": (bytes(range(256)), LATE),
    "empty": (b"", ""),
    "list": (b"[]", ""),
    "old": (json.dumps({"nbformat": 3, "worksheets": [{"cells": []}]}).encode(), ""),
    "missing-cells": (json.dumps(notebook()).encode(), ""),
    "doubled": (
        submission("def double(x):\n    return 2 * x", "total = 5", cell("solution", "solution-double", "1 / 0")),
        "",
    ),
    "retyped": (
        RIGHT.replace(b'"cell_type": "code", "id": "check-total"', b'"cell_type": "raw", "id": "x"'),
        "",
    ),
    "half-a-pair": (submission("def double(x):\n    return 2 * x  # \ud800", "total = 4"), ""),
    "noted": (RIGHT[:-1] + b', "nbgrader": 3}', ""),
}


def gradings(course: Course, fake: FakeGrader) -> Iterator[GradingResult]:
    (exercise,) = course.notebooks(ASSIGNMENT)
    for one in course.submitted(ASSIGNMENT):
        yield fake.grade(exercise, one.read(), student=one.student)


def stock(course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch, *options: str) -> None:
    monkeypatch.chdir(course.root)
    with using(fake):
        command = AutogradeApp()
        command.initialize([ASSIGNMENT, "--log-level=CRITICAL", *options])
        command.start()


def fill(course: Course) -> None:
    """Let the class hand in, some of it late."""
    config = course.root / "nbgrader_config.py"
    with config.open("a", encoding="utf-8") as file:
        file.write('\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    with gradebook_of(course) as book:
        book.update_or_create_assignment(ASSIGNMENT, duedate=dt.datetime(2030, 1, 1))  # noqa: DTZ001
    for student, (data, timestamp) in STUDENTS.items():
        hand_in(course, student, data, timestamp=timestamp)


def rows(course: Course) -> dict[str, list[Any]]:
    """All that the gradebook says about submissions, without the ids that are drawn by chance."""
    queries = {
        "grade": "SELECT student_id, name, auto_score, manual_score, extra_credit, needs_manual_grade "
        "FROM cells c JOIN grade x ON x.cell_id = c.cell AND x.notebook_id = c.notebook ORDER BY 1, 2",
        "comment": "SELECT student_id, name, auto_comment, manual_comment FROM cells c "
        "JOIN comment x ON x.cell_id = c.cell AND x.notebook_id = c.notebook ORDER BY 1, 2",
        "notebook": "SELECT s.student_id, s.timestamp, s.extension, n.flagged, n.late_submission_penalty "
        "FROM submitted_notebook n JOIN submitted_assignment s ON s.id = n.assignment_id ORDER BY 1",
        "student": "SELECT * FROM student ORDER BY 1",
        "course": "SELECT * FROM course ORDER BY 1",
    }
    view = (
        "CREATE TEMP VIEW cells AS SELECT s.student_id, b.name, b.id AS cell, n.id AS notebook "
        "FROM base_cell b JOIN submitted_notebook n ON n.notebook_id = b.notebook_id "
        "JOIN submitted_assignment s ON s.id = n.assignment_id"
    )
    engine = create_engine(database_of(course))
    try:
        with engine.connect() as database:
            database.execute(text(view))
            return {name: [tuple(row) for row in database.execute(text(query))] for name, query in queries.items()}
    finally:
        engine.dispose()


def files(course: Course) -> dict[str, tuple[object, int]]:
    """Return each file's content and permissions; a notebook's as it is read, however its JSON is laid out."""
    folder = course.folder("autograded")
    found: dict[str, tuple[object, int]] = {}
    for path in filter(Path.is_file, folder.rglob("*")):
        content: Any = path.read_bytes()
        if path.suffix == ".ipynb":
            content = nbformat.reads(content, as_version=4)
            for ours in ("made_from", "tries"):  # tell `autograder grade` what has not changed, `serve` what to stop
                content.metadata["autograder"].pop(ours, None)
        found[str(path.relative_to(folder))] = (content, path.stat().st_mode)
    return found


def test_both_ways_give_the_same(
    course: Course, other_course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`nbgrader autograde` and `record` leave the same rows, files and permissions."""
    theirs, ours = course, other_course
    fill(theirs)
    fill(ours)
    stock(theirs, fake, monkeypatch)
    record(ours, gradings(ours, fake))
    assert rows(ours) == rows(theirs)
    assert files(ours) == files(theirs)
    assert len(rows(ours)["grade"]) == 2 * len(STUDENTS)
    assert {row[0] for row in rows(ours)["notebook"] if row[4] is not None} == {"dora", "bytes"}


def test_scores_come_from_the_report(fresh: Course, fake: FakeGrader) -> None:
    """What is recorded is what was graded; a broken file has zeros; a gradebook is made."""
    course = fresh
    for student, data in {"ada": RIGHT, "ben": WRONG, "broken": b"{"}.items():
        hand_in(course, student, data)
    record(course, gradings(course, fake))
    assert scores(course) == {
        ("ada", ASSIGNMENT, "check-double"): 2.0,
        ("ada", ASSIGNMENT, "check-total"): 1.0,
        ("ben", ASSIGNMENT, "check-double"): 0.0,
        ("ben", ASSIGNMENT, "check-total"): 1.0,
        ("broken", ASSIGNMENT, "check-double"): 0.0,
        ("broken", ASSIGNMENT, "check-total"): 0.0,
    }


def test_a_folder_without_the_notebook(course: Course, fake: FakeGrader) -> None:
    """It has rows with 0, no comment, and an autograded notebook that says why."""
    hand_in(course, "ada", None)
    record(course, gradings(course, fake))
    assert [row[2] for row in rows(course)["grade"]] == [0.0, 0.0]
    assert [row[2] for row in rows(course)["comment"]] == [None, None]
    first = autograded(course, "ada")["cells"][0]
    assert "No file was handed in." in "".join(first["source"])


def test_what_a_person_graded_stays(course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A manual score and comment survive a new grading in both ways, and are to be looked at again."""
    hand_in(course, "ada", RIGHT)
    record(course, gradings(course, fake))
    with gradebook_of(course) as book:
        book.find_grade("check-double", "double", ASSIGNMENT, "ada").manual_score = 1.5
        book.find_comment("solution-double", "double", ASSIGNMENT, "ada").manual_comment = "Well done"
        book.db.commit()
    ways: list[Callable[[], object]] = [
        lambda: record(course, gradings(course, fake)),
        lambda: stock(course, fake, monkeypatch, "--force"),
    ]
    for way in ways:
        way()
        found = {row[1]: row[2:] for row in rows(course)["grade"]}
        assert found == {"check-double": (2.0, 1.5, None, 1), "check-total": (1.0, None, None, 0)}
        assert ("ada", "solution-double", None, "Well done") in rows(course)["comment"]
    assert scores(course)["ada", ASSIGNMENT, "check-double"] == 1.5


def test_unanswered_cells_say_so(course: Course, fake: FakeGrader) -> None:
    """A solution cell left as it was gets nbgrader's 'No response.', until it is answered."""
    folder = hand_in(course, "ada", BLANK)
    record(course, gradings(course, fake))
    assert [row[2] for row in rows(course)["comment"]] == ["No response.", "No response."]
    folder.joinpath("double.ipynb").write_bytes(RIGHT)
    record(course, gradings(course, fake))
    assert [row[2] for row in rows(course)["comment"]] == [None, None]


def test_a_penalty_goes_when_the_due_date_moves(course: Course, fake: FakeGrader) -> None:
    """Late penalties are set anew with each grading."""
    fill(course)
    record(course, gradings(course, fake))
    with gradebook_of(course) as book:
        book.update_or_create_assignment(ASSIGNMENT, duedate=dt.datetime(2031, 1, 1))  # noqa: DTZ001
    record(course, gradings(course, fake))
    assert {row[4] for row in rows(course)["notebook"]} == {None}


def test_an_unreadable_timestamp_is_no_time(course: Course, fake: FakeGrader) -> None:
    """It must not stop the batch, nor count as on time: what counts is when the file came to lie there."""
    folder = hand_in(course, "ada", RIGHT, timestamp="1" * 1_000_000)
    os.utime(folder / "timestamp.txt", (0, 0))
    began = time.monotonic()
    record(course, gradings(course, fake))
    assert time.monotonic() - began < 10
    at = dt.datetime.fromisoformat(str(rows(course)["notebook"][0][1]))
    assert abs(at.replace(tzinfo=dt.UTC) - dt.datetime.now(dt.UTC)) < dt.timedelta(hours=1)
    assert not (course.folder("autograded") / "ada" / ASSIGNMENT / "timestamp.txt").exists()


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2015-02-02 15:58:23.948203 America/Los_Angeles", "2015-02-02 23:58:23.948203"),
        ("2015-02-02 15:58:23.948203 UTC\n", "2015-02-02 15:58:23.948203"),
        ("2015-02-02T15:58:23+01:00", "2015-02-02 14:58:23"),
        ("2015-02-02 15:58:23 +0100", "2015-02-02 14:58:23"),
        ("2015-02-02T15:58Z", "2015-02-02 15:58:00"),
        ("2015-02-02 15:58:23", "2015-02-02 15:58:23"),
        ("2015-02-02T15:58:23.123456789z", "2015-02-02 15:58:23.123456"),
        ("2015/02/02 15:58:23,5 +02", "2015-02-02 13:58:23.500000"),
        ("2015-02-02 15:58:23 UTC+2", "2015-02-02 13:58:23"),
        ("Mon Feb  2 15:58:23 CET 2015", "2015-02-02 14:58:23"),
        ("Mon 02 Feb 2015 03:58:23 PM UTC", "2015-02-02 15:58:23"),
        ("Mon, 2 Feb 2015 12:58:23 AM -0500", "2015-02-02 05:58:23"),
        ("\ufeff2015-02-02 15:58:23", "2015-02-02 15:58:23"),
        ("", None),
        ("yesterday, I think", None),
        ("1" * 1000, None),
        ("2015-02-30 15:58:23", None),
        ("2015-02-02", None),
        ("02.03.2015 15:58", None),
        ("2015-02-02 15:58 PM", None),
        ("Mon Feb  2 15:58:23 2015 UTC", None),
        ("2015-02-02 15:58:23 Nowhere", None),
        ("2015-02-02 15:58:23 +9959", None),
        ("2015-02-02 15:58:23 ../../etc/passwd", None),
        ("0001-01-01 00:00:00 +0100", None),
        ("2015-02-02 15:58:23 UTC" + " " * 2000, None),
    ],
)
def test_forms_of_a_timestamp(tmp_path: Path, text: str, utc: str | None) -> None:
    """ISO 8601, what nbgrader writes and what `date` writes, in any encoding; all else is a problem in words."""
    path = tmp_path / "timestamp.txt"
    path.write_text(text, "utf-16")
    in_utf16 = handed_in_at(tmp_path)
    path.write_text(text, "utf-8")
    found = handed_in_at(tmp_path)
    assert (in_utf16.problem == "") == (utc is not None)
    assert (found.problem == "") == (utc is not None)
    assert found.at is not None
    assert utc is None or found.at == dt.datetime.fromisoformat(utc)
    assert utc is not None or "timestamp.txt says no time that can be read" in found.problem


@given(st.text(max_size=60) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.[0-9:]{5,8}.{0,12}"))
@settings(max_examples=200, deadline=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_timestamp(tmp_path: Path, text: str) -> None:
    """Whatever stands in it."""
    tmp_path.joinpath("timestamp.txt").write_bytes(text.encode("utf-8", "replace"))
    assert handed_in_at(tmp_path).at is not None


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_timestamp_that_is_no_file(tmp_path: Path, kind: str) -> None:
    """It is neither followed nor waited for."""
    path = tmp_path / "timestamp.txt"
    make: dict[str, Callable[[], None]] = {
        "link": lambda: path.symlink_to("/dev/zero"),
        "pipe": lambda: os.mkfifo(path),
        "folder": path.mkdir,
    }
    make[kind]()
    assert handed_in_at(tmp_path).problem


def test_a_changed_exercise_is_an_error(course: Course, fake: FakeGrader) -> None:
    """If it was changed after a submission was graded, nothing is recorded and the remedy is named."""
    hand_in(course, "ada", RIGHT)
    graded = list(gradings(course, fake))
    path = course.folder("source") / ASSIGNMENT / "double.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace('"points": 2', '"points": 5'), encoding="utf-8")
    with pytest.raises(CourseError, match=r"graded cells check-double\. Run `autograder build 01-double`"):
        record(course, graded)
    assert scores(course) == {}


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("way", ["nbgrader", "ours"])
def test_nothing_of_a_students_lies_beside(
    way: str, course: Course, tmp_path: Path, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages, modules, links, pipes, deep trees, odd names: none is copied, followed or taken away; it is graded."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the course's secret", encoding="utf-8")
    folder = hand_in(course, "ada", RIGHT, timestamp="2029-12-31 23:59:59 Europe/Paris")
    folder.joinpath("submission_secret.txt").write_text("0123456789abcdef" * 8)
    evil = f"open({str(tmp_path / 'PWNED')!r}, 'w')\n"
    for name in ("torch.py", "sitecustomize.py", "nbgrader_config.py", "jupyter_nbconvert_config.py", "conftest.py"):
        folder.joinpath(name).write_text(evil)
    for name in ("index.html", "double.html", "data.txt", "=1+1\x1b[2J.txt", ".double.ipynb.part", "Double.IPYNB"):
        folder.joinpath(name).write_text("<script>")
    folder.joinpath("data").mkdir()
    for name, to in (("link.txt", secret), ("data/deep.txt", secret), ("loop", folder), ("home", course.root)):
        folder.joinpath(name).symlink_to(to)
    os.mkfifo(folder / "pipe.txt")
    deep = folder
    for _ in range(60):
        deep = deep / ("d" * 40)
        deep.mkdir()
    before = _names(folder)
    if way == "nbgrader":
        stock(course, fake, monkeypatch)
    else:
        record(course, gradings(course, fake))
    assert _names(folder) == before
    assert folder.joinpath("link.txt").is_symlink()
    made = files(course)
    names = {"double.ipynb", "data.txt", "timestamp.txt", "submission_secret.txt"}
    assert set(made) == {f"ada/01-double/{name}" for name in names}
    assert made["ada/01-double/data.txt"][0] == b"the author's data"
    assert made["ada/01-double/timestamp.txt"][0] == b"2029-12-31 22:59:59 UTC"
    assert not tmp_path.joinpath("PWNED").exists()
    assert scores(course)["ada", ASSIGNMENT, "check-double"] == 2.0
    feedback(course, [ASSIGNMENT])
    shown = course.folder("feedback") / "ada" / ASSIGNMENT
    assert _names(shown) == sorted(names - {"double.ipynb"} | {"double.html"})
    assert b"<script>" not in shown.joinpath("double.html").read_bytes()


@pytest.mark.parametrize("text", ["<script>", "0123456789abcdef" * 9, "0123456789ABCDEF" * 8])
def test_a_secret_that_nbgrader_did_not_write_stays_where_it_is(course: Course, fake: FakeGrader, text: str) -> None:
    """Only what has its form goes along, for release_feedback looks for it."""
    hand_in(course, "ada", RIGHT).joinpath("submission_secret.txt").write_text(text)
    record(course, gradings(course, fake))
    assert "ada/01-double/submission_secret.txt" not in files(course)


def test_the_notebook_itself_may_not_be_a_link(course: Course, fake: FakeGrader) -> None:
    """Whoever hands in a link to the solution has handed in nothing."""
    hand_in(course, "ada", None).joinpath("double.ipynb").symlink_to(
        course.folder("source") / ASSIGNMENT / "double.ipynb"
    )
    record(course, gradings(course, fake))
    assert set(scores(course).values()) == {0.0}


def test_special_files_are_not_read(course: Course, fake: FakeGrader) -> None:
    """A named pipe in a submission must not hang the grader."""
    folder = hand_in(course, "ada", None)
    os.mkfifo(folder / "double.ipynb")
    os.mkfifo(folder / "other.txt")
    record(course, gradings(course, fake))
    assert set(scores(course).values()) == {0.0}


def test_the_authors_files_win(course: Course, fake: FakeGrader) -> None:
    """A submitted file with the name of an author's file is not taken; old files are gone."""
    hand_in(course, "ada", RIGHT).joinpath("data.txt").write_text("forged", encoding="utf-8")
    record(course, gradings(course, fake))
    target = course.folder("autograded") / "ada" / ASSIGNMENT
    target.joinpath("old.txt").write_text("old", encoding="utf-8")
    record(course, gradings(course, fake))
    assert target.joinpath("data.txt").read_text(encoding="utf-8") == "the author's data"
    assert not target.joinpath("old.txt").exists()


def test_the_autograded_notebook(course: Course, fake: FakeGrader) -> None:
    """It holds the author's cells, the student's code, what was shown, verdicts, the report."""
    fake.outputs = (Output("stdout", "hello\n"), Output("html", "<b>mine</b>"))
    extra = {"cell_type": "markdown", "metadata": {}, "source": "<b>my note</b>"}
    hand_in(course, "ada", submission("def double(x):\n    return 3 * x", "total = 5", extra))
    record(course, gradings(course, fake))
    made = autograded(course, "ada")
    cells = {one["id"]: one for one in made["cells"]}
    assert "".join(cells["solution-double"]["source"]).endswith("return 3 * x")
    assert "".join(cells["check-double"]["source"]).count("HIDDEN TESTS") == 2
    assert cells["setup"]["outputs"] == [{"name": "stdout", "output_type": "stream", "text": "hello\n"}]
    html = "".join(cells["check-double"]["outputs"][-1]["data"]["text/html"])
    assert "double, larger" in html
    assert "expected 146" in html
    assert "<b>mine</b>" not in json.dumps(made)
    assert "".join(cells["extra-3"]["source"]) == "```text\n<b>my note</b>\n```"
    report = stored_report(nbformat.from_dict(made))
    assert report is not None
    assert (report.student, report.score) == ("ada", 1.0)


def test_batches_report_their_progress(course: Course, fake: FakeGrader) -> None:
    """`record` takes an iterator and says of each submission when it is safe in the gradebook."""
    for number in range(3):
        hand_in(course, f"s{number}", RIGHT)
    seen: list[str] = []
    record(course, gradings(course, fake), progress=lambda one: seen.append(one.report.student))
    assert seen == ["s0", "s1", "s2"]


def test_unanswered_agrees_with_the_reader(course: Course) -> None:
    """The class's blank submission is blank for the reader too, so that these tests test something."""
    (exercise,) = course.notebooks(ASSIGNMENT)
    assert read_submission(BLANK, exercise).unanswered == {"solution-double", "solution-total"}
