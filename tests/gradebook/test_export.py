"""`autograder export`: the forms that spreadsheets and platforms read, with everybody of the roster in them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from classroom import ASSIGNMENT, BLANK, RIGHT, WRONG, FakeGrader, gradebook_of, hand_in

from autograder.cli import main
from autograder.course import Course
from autograder.gradebook import forms, record

ROSTER = """id,first_name,last_name,email,section,login,sis_id,lms_user_id
ada,Ada,Lovelace,ada@example.org,A,alovelace,100,4001
Ben,Ben,Zorn,ben@example.org,B,bzorn,101,
emmy,Emmy,Noether,emmy@example.org,A,enoether,102,4003
eve,Eve,"=cmd|' /C calc'!A0",eve@example.org,B,,,
"""


def recorded(course: Course, fake: FakeGrader) -> None:
    (exercise,) = course.notebooks(ASSIGNMENT)
    submitted = course.submitted(ASSIGNMENT)
    record(course, [fake.grade(exercise, one.read(), student=one.student) for one in submitted])


@pytest.fixture
def graded(course: Course, fake: FakeGrader) -> Course:
    """Ada has all, ben (whom the roster calls Ben) nothing, zoe is on no roster; emmy and eve handed in nothing."""
    course.root.joinpath("roster.csv").write_text(ROSTER, "utf-8")
    for student, data in {"ada": RIGHT, "ben": BLANK, "zoe": WRONG}.items():
        hand_in(course, student, data, timestamp="2030-01-01 10:00:00 UTC")
    recorded(course, fake)
    return course


def exported(course: Course, *options: str, encoding: str = "utf-8") -> list[list[str]]:
    path = course.root / "out.csv"
    assert main(["--course", str(course.root), "export", str(path), *options]) == 0
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file))


def test_wide_has_everybody_and_tells_nothing_from_zero(graded: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each student, by last name; who handed in nothing has an empty cell, who got nothing a 0."""
    head, *lines = exported(graded, encoding="utf-8-sig")
    assert head == ["student_id", "last_name", "first_name", "email", "section", ASSIGNMENT]
    assert [(line[0], line[-1]) for line in lines] == [
        ("zoe", "1"), ("eve", ""), ("ada", "3"), ("emmy", ""), ("Ben", "0"),
    ]  # fmt: skip
    assert lines[1][1] == "'=cmd|' /C calc'!A0"
    assert (graded.root / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    said = capsys.readouterr()
    assert "5 students, 2 of them without any score" in said.out
    assert "zoe: in the gradebook, and not on the roster" in said.err


def test_a_column_for_each_task_sums_up_to_the_assignment(graded: Course) -> None:
    """Tasks have a student's words for them; their points are the assignment's."""
    head, *lines = exported(graded, "--wide", "--tasks", encoding="utf-8-sig")
    columns = head[head.index(ASSIGNMENT) :]
    assert len(columns) > 1
    assert all(column.startswith(f"{ASSIGNMENT}: ") for column in columns[1:])
    for line in lines:
        scores = line[head.index(ASSIGNMENT) :]
        if scores[0]:
            assert float(scores[0]) == sum(map(float, scores[1:]))
        else:
            assert set(scores) == {""}


def test_long_has_times_and_penalties(graded: Course) -> None:
    """A line for each student and assignment, with what is to win also where nothing was handed in."""
    head, *lines = exported(graded, "--long")
    rows = {line[0]: dict(zip(head, line, strict=True)) for line in lines}
    assert len(rows) == 5
    assert (rows["ada"]["score"], rows["ada"]["max_score"], rows["ada"]["late_penalty"]) == ("3", "3", "0")
    assert rows["ada"]["handed_in"] == "2030-01-01 10:00:00"
    assert (rows["emmy"]["score"], rows["emmy"]["handed_in"], rows["emmy"]["max_score"]) == ("", "", "3")
    head, *lines = exported(graded, "--long", "--tasks")
    points = [float(line[head.index("max_score")]) for line in lines if line[0] == "emmy"]
    assert sum(points) == 3


def test_canvas_gets_its_two_first_lines(graded: Course) -> None:
    """Without a file of Canvas' own: columns by name, students by the roster's numbers and logins."""
    head, possible, *lines = exported(graded, "--canvas")
    assert head == ["Student", "ID", "SIS Login ID", "Section", ASSIGNMENT]
    assert possible == ["    Points Possible", "", "", "", "3"]
    by_login = {line[2]: line for line in lines}
    assert by_login["alovelace"] == ["Lovelace, Ada", "4001", "alovelace", "A", "3"]
    assert by_login["enoether"] == ["Noether, Emmy", "4003", "enoether", "A", ""]
    assert by_login["bzorn"][-1] == "0"
    assert not (graded.root / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")


OF_CANVAS = f"""Student,ID,SIS Login ID,Section,Other (7),{ASSIGNMENT} (4711),Current Score
    Points Possible,,,,5,3,(read only)
"Zorn, Ben",4002,bzorn,"B and C",,,
"Lovelace, Ada",4001,ada.l,A,,,
"Noether, Emmy",9999,x,A,,,
"Student, Test",1,test,A,,,
"""


def test_canvas_own_names_come_back(graded: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a gradebook that Canvas exported: the column with its number, and each student as Canvas has them."""
    like = graded.root / "canvas.csv"
    like.write_text(OF_CANVAS, "utf-8-sig")
    head, _, *lines = exported(graded, "--canvas", "--like", str(like))
    assert head[4:] == [f"{ASSIGNMENT} (4711)"]
    by_number = {line[1]: line for line in lines}
    assert by_number["4002"] == ["Zorn, Ben", "4002", "bzorn", "B and C", "0"]  # by login
    assert by_number["4001"] == ["Lovelace, Ada", "4001", "ada.l", "A", "3"]  # by number
    assert by_number["9999"] == ["Noether, Emmy", "9999", "x", "A", ""]  # by name
    assert "1" not in by_number
    said = capsys.readouterr().err
    assert "eve: not found among Canvas' students" in said
    assert "ada" not in said
    names = forms.read_canvas_names(graded.root / "out.csv")  # what was written is in the form that is read
    assert names.columns == (f"{ASSIGNMENT} (4711)",)
    assert len(names.people) == len(lines)


@pytest.mark.parametrize("text", ["", "Student,ID\nx,1\n", "a\0b,c"])
def test_a_file_that_canvas_did_not_write_is_refused(graded: Course, text: str) -> None:
    """One line, exit code 2, and nothing is written."""
    like = graded.root / "canvas.csv"
    like.write_text(text)
    out = graded.root / "out.csv"
    assert main(["--course", str(graded.root), "export", str(out), "--canvas", "--like", str(like)]) == 2
    assert not out.exists()


def test_moodle_gets_all_three_ways_to_name_a_student(graded: Course) -> None:
    """Where nothing was handed in stands Moodle's own sign for no grade: of an empty cell it would make 0."""
    head, *lines = exported(graded, "--moodle")
    assert head == ["First name", "Last name", "Username", "ID number", "Email address", ASSIGNMENT]
    by_email = {line[4]: line for line in lines}
    assert by_email["ada@example.org"] == ["Ada", "Lovelace", "alovelace", "100", "ada@example.org", "3"]
    assert by_email["emmy@example.org"][-1] == "-"
    assert by_email["ben@example.org"][-1] == "0"


def test_without_a_roster_the_gradebooks_students_are_exported(graded: Course) -> None:
    """Nbgrader's own table of students has names, too; a roster's word counts more."""
    graded.root.joinpath("roster.csv").unlink()
    with gradebook_of(graded) as book:
        book.update_or_create_student("zoe", first_name="Zoé", last_name="Ärmel", email="+1@example.org")
        book.update_or_create_student("kim", first_name="Kim", last_name="Late")
    head, *lines = exported(graded, encoding="utf-8-sig")
    rows = {line[0]: dict(zip(head, line, strict=True)) for line in lines}
    assert rows["zoe"] | {ASSIGNMENT: ""} == {
        "student_id": "zoe", "last_name": "Ärmel", "first_name": "Zoé", "email": "'+1@example.org", "section": "",
        ASSIGNMENT: "",
    }  # fmt: skip
    assert rows["kim"][ASSIGNMENT] == ""
    assert sorted(rows) == ["ada", "ben", "kim", "zoe"]


def test_two_in_the_gradebook_whom_the_roster_has_once_keep_their_scores(
    course: Course, fake: FakeGrader, capsys: pytest.CaptureFixture[str]
) -> None:
    """`Ada` and `ada` were both graded: neither score is lost or added to the other."""
    course.root.joinpath("roster.csv").write_text(ROSTER, "utf-8")
    hand_in(course, "Ada", WRONG)
    hand_in(course, "ada", RIGHT)
    recorded(course, fake)
    _, *lines = exported(course, encoding="utf-8-sig")
    assert {line[0]: line[-1] for line in lines if line[0].lower() == "ada"} == {"ada": "3", "Ada": "1"}
    assert "Ada: in the gradebook, and not on the roster" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options", [("--canvas", "--tasks"), ("--moodle", "--tasks"), ("--wide", "--like", "x.csv"), ("02-unknown",)]
)
def test_what_no_form_has_is_refused(graded: Course, options: tuple[str, ...]) -> None:
    """Exit code 2, and no file."""
    out = graded.root / "out.csv"
    assert main(["--course", str(graded.root), "export", str(out), *options]) == 2
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_said(graded: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is one line."""
    out: Path = graded.root / "nowhere" / "out.csv"
    assert main(["--course", str(graded.root), "export", str(out)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_empty_gradebook_has_nothing_to_export(fresh: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """The remedy is named."""
    assert main(["--course", str(fresh.root), "export", str(fresh.root / "out.csv")]) == 2
    assert "autograder grade" in capsys.readouterr().err
