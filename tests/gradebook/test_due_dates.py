"""Due dates, extensions and what lateness costs: with `autograder grade` and with nbgrader's own command alike."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from classroom import ASSIGNMENT, RIGHT, FakeGrader, gradebook_of, hand_in
from test_class_grades import entries_of, gradings
from traitlets.config import Config

from autograder.cli import main
from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook import LatePenalty, due_dates, record, set_due_date, settle, using
from autograder.gradebook.configuration import load_config
from autograder.gradebook.conversion import convert
from autograder.report.grades import consists_of

DUE = dt.datetime(2030, 1, 1)  # noqa: DTZ001 - nbgrader keeps UTC without saying so
KEYS = {("ada", ASSIGNMENT), ("ben", ASSIGNMENT)}
DAY = 86400.0


def configure(course: Course, *lines: str) -> None:
    with course.root.joinpath("nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def extend(course: Course, *lines: str, heading: str = "student,assignment,due", encoding: str = "utf-8") -> Path:
    path = course.root / "extensions.csv"
    path.write_bytes("\n".join([heading, *lines, ""]).encode(encoding))
    return path


@pytest.fixture
def late(course: Course) -> Course:
    """Ada and Ben hand in what is right, two days and an hour late; a tenth is lost for each day begun."""
    configure(course, 'c.LateSubmissionPlugin.penalty_method = "per day"', "c.LatePenalty.fraction = 0.1")
    set_due_date(course, ASSIGNMENT, DUE)
    for student in ("ada", "ben"):
        hand_in(course, student, RIGHT, timestamp="2030-01-03 01:00:00 UTC")
    return course


# ---------------------------------------------------------------- what it costs


@pytest.mark.parametrize(
    ("settings", "seconds", "penalty"),
    [
        ({"penalty_method": "none"}, DAY, None),
        ({"penalty_method": "zero"}, 1, 10),
        ({"penalty_method": "zero", "grace_minutes": 10}, 600, None),
        ({"penalty_method": "per day", "fraction": 0.1}, 1, 1),
        ({"penalty_method": "per day", "fraction": 0.1}, DAY, 1),
        ({"penalty_method": "per day", "fraction": 0.1}, DAY + 1, 2),
        ({"penalty_method": "per hour", "fraction": 0.1}, 2 * 3600 + 1, 3),
        ({"penalty_method": "per day", "points": 0.5}, 3 * DAY, 1.5),
        ({"penalty_method": "per day", "points": 0.5, "fraction": 0.1}, 2 * DAY, 3),
        ({"penalty_method": "per day", "fraction": 0.1, "cap": 0.25}, 9 * DAY, 2.5),
        ({"penalty_method": "per day", "fraction": 0.1}, 99 * DAY, 10),
        ({"penalty_method": "per day", "fraction": 0.1, "grace_minutes": 15}, 900, None),
        ({"penalty_method": "per day", "fraction": 0.1, "grace_minutes": 15}, 901, 1),
    ],
)
def test_what_lateness_costs(settings: dict[str, object], seconds: float, penalty: float | None) -> None:
    """Of ten points; what has begun counts whole, and never more than the score is lost."""
    plugin = LatePenalty(config=Config({"LatePenalty": settings}))
    assert plugin.late_submission_penalty("ada", 10.0, seconds) == pytest.approx(penalty)


def test_a_setting_that_cannot_be_meant() -> None:
    """More than all of the score is no fraction."""
    with pytest.raises(Exception, match="fraction"):
        LatePenalty(config=Config({"LatePenalty": {"fraction": 10.0}}))


def test_both_commands_take_off_the_same(late: Course, other_course: Course, fake: FakeGrader) -> None:
    """Three days have begun: 30 % of 3 points; Ben's extension makes it one."""
    configure(other_course, 'c.LateSubmissionPlugin.penalty_method = "per day"', "c.LatePenalty.fraction = 0.1")
    set_due_date(other_course, ASSIGNMENT, DUE)
    for student in ("ada", "ben"):
        hand_in(other_course, student, RIGHT, timestamp="2030-01-03 01:00:00 UTC")
    for course in (late, other_course):
        extend(course, f"ben,{ASSIGNMENT},2030-01-03 00:00 UTC")
    record(late, gradings(late, fake))
    with using(fake):
        from nbgrader.converters import Autograde

        for student in ("ada", "ben"):
            convert(Autograde, load_config(other_course), ASSIGNMENT, student)
    for course in (late, other_course):
        entries = entries_of(course)
        assert {student: entry.penalty for student, entry in entries.items()} == pytest.approx({"ada": 0.9, "ben": 0.3})
        assert consists_of(entries["ada"]) == "3 − 0.9 late"


# ---------------------------------------------------------------- extensions


def test_an_extension_comes_and_goes_without_a_run(late: Course, fake: FakeGrader) -> None:
    """The file alone says who has one; its lines count at the next grading, and so does a line that is gone."""
    record(late, gradings(late, fake))
    extend(late, f"ada,{ASSIGNMENT},2030-01-10 23:59 Europe/Zurich", "", "# Ben is not ill")
    (change,) = settle(late, KEYS)
    assert (change.after.student, change.after.score) == ("ada", 3)
    with gradebook_of(late) as book:
        until = book.find_submission(ASSIGNMENT, "ada").duedate
        assert until == dt.datetime(2030, 1, 10, 22, 59)  # noqa: DTZ001
    set_due_date(late, ASSIGNMENT, dt.datetime(2030, 1, 2))  # noqa: DTZ001 - the extension is until the same time
    settle(late, KEYS)
    with gradebook_of(late) as book:
        assert book.find_submission(ASSIGNMENT, "ada").duedate == until
    extend(late)
    changes = {change.after.student: change.after.penalty for change in settle(late, KEYS) if change.matters}
    assert changes == pytest.approx({"ada": 0.6})
    with gradebook_of(late) as book:
        assert book.find_submission(ASSIGNMENT, "ada").extension is None


def test_without_the_file_the_gradebooks_extensions_stand(late: Course, fake: FakeGrader) -> None:
    """Who grants them by nbgrader keeps them."""
    record(late, gradings(late, fake))
    with gradebook_of(late) as book:
        book.grant_extension(ASSIGNMENT, "ada", days=10)
    settle(late, KEYS)
    assert entries_of(late)["ada"].penalty == 0
    assert due_dates(late).extensions == {("ada", ASSIGNMENT): dt.datetime(2030, 1, 11)}  # noqa: DTZ001
    assert not due_dates(late).from_file


@pytest.mark.parametrize(
    ("heading", "line", "encoding"),
    [
        ("student;assignment;due", f"ada;{ASSIGNMENT};2030-01-10 12:00 UTC;;", "utf-8-sig"),
        ("Due\tStudent\tAssignment", f"2030-01-10T12:00:00Z\tada\t{ASSIGNMENT}", "utf-16"),
        ("student,assignment,due", f'"ada", {ASSIGNMENT} ,"Thu, 10 Jan 2030 14:00:00 +0200"', "utf-8"),
        ("student,assignment,due", f"ada,{ASSIGNMENT},2030-01-10 12:00\n# für ada", "cp1252"),
    ],
)
def test_files_of_spreadsheets(late: Course, heading: str, line: str, encoding: str) -> None:
    """Other delimiters, other encodings, another order of columns."""
    extend(late, line, heading=heading, encoding=encoding)
    assert due_dates(late).extensions == {("ada", ASSIGNMENT): dt.datetime(2030, 1, 10, 12)}  # noqa: DTZ001


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"adda,{ASSIGNMENT},2030-01-10 12:00", "line 3: no student 'adda'"),
        ("ada,01-duoble,2030-01-10 12:00", "line 3: no assignment '01-duoble'"),
        (f"ada,{ASSIGNMENT},10.1.2030", "line 3: '10.1.2030' is no time"),
        (f"ada,{ASSIGNMENT},2029-12-31 12:00", "line 3: 2029-12-31 12:00:00 UTC is not after the due date"),
        (f"ben,{ASSIGNMENT},2030-01-11 12:00", "line 3: ben has an extension of 01-double in line 2"),
        (f"ada,{ASSIGNMENT}", "line 3: must have student, assignment, due"),
    ],
)
def test_a_line_that_cannot_be_meant(late: Course, fake: FakeGrader, line: str, said: str) -> None:
    """It is named by its number, and nothing is graded with half a file."""
    extend(late, f"ben,{ASSIGNMENT},2030-01-10 12:00", line)
    for run in (lambda: due_dates(late), lambda: record(late, gradings(late, fake)), lambda: settle(late, KEYS)):
        with pytest.raises(CourseError, match=said):
            run()
    assert fake.asked == []


def test_a_heading_is_needed_and_a_due_date(late: Course) -> None:
    """Which column is which is not guessed; an extension of no due date is none."""
    extend(late, heading=f"ada,{ASSIGNMENT},2030-01-10 12:00")
    with pytest.raises(CourseError, match="line 1: the first line must be student,assignment,due"):
        due_dates(late)
    set_due_date(late, ASSIGNMENT, None)
    extend(late, f"ada,{ASSIGNMENT},2030-01-10 12:00")
    with pytest.raises(CourseError, match="line 2: 01-double has no due date: autograder due 01-double TIME"):
        due_dates(late)


# ---------------------------------------------------------------- the command


def test_the_command(late: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """It sets a due date, and says what holds and what it read."""
    extend(late, f"ada,{ASSIGNMENT},2030-03-01 12:00")
    command = ["--course", str(late.root), "due"]
    assert main([*command, ASSIGNMENT, "2030-02-01", "23:59", "Europe/Zurich"]) == 0
    said = capsys.readouterr().out
    assert "01-double: due 2030-02-01 22:59:00 UTC\n  ada: until 2030-03-01 12:00:00 UTC\n1 extension (in ext" in said
    assert due_dates(late).of == {ASSIGNMENT: dt.datetime(2030, 2, 1, 22, 59)}  # noqa: DTZ001
    assert main([*command, ASSIGNMENT, "soon"]) == 2
    assert "'soon' is no time" in capsys.readouterr().err
    assert main([*command, "02-nothing", "none"]) == 2
    extend(late)
    assert main([*command, ASSIGNMENT, "none"]) == 0
    assert "01-double: no due date\n0 extensions" in capsys.readouterr().out
