"""roster.csv: how it is read, and by which names a student is found."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.course.roster import Roster, Student, course_roster, read_roster
from autograder.errors import CourseError


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "roster.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_columns_are_read_by_name_whatever_wrote_the_file(tmp_path: Path) -> None:
    """A mark at the start, semicolons, capitals, other columns and empty lines do no harm."""
    text = "Last Name;ID;First Name;Room;Email\r\nLovelace;ada;Ada;7;ada@example.org\r\n;;;;\r\nNoether;emmy;;;\r\n"
    for encoding in ("utf-8", "utf-8-sig"):
        roster = read_roster(written(tmp_path, text, encoding))
        assert roster.complete
        assert roster.students == (
            Student("ada", first_name="Ada", last_name="Lovelace", email="ada@example.org"),
            Student("emmy", last_name="Noether"),
        )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name\nada\n", "no column id"),
        ("", "no column id"),
        ("id,first_name\nada,A\nADA,B\n", "stands in two lines"),
        ("id,email\nada,x@y\nben,X@Y\n", "names two students"),
        ("id,aliases\nada,\nben,zoe; ada\n", "names two students"),
        ("id,id\na,b\n", "stands twice"),
        ("id,email\n,x@y\n", "line 2: the id ''"),
        ("id\n../ada\n", "line 2"),
        ("id\n.hidden\n", "line 2"),
        ('id\n"a\n', "no CSV"),
    ],
)
def test_a_roster_that_would_mix_people_up_is_refused(tmp_path: Path, text: str, says: str) -> None:
    """Each is one line that names the file and the fault."""
    with pytest.raises(CourseError, match=says) as error:
        read_roster(written(tmp_path, text))
    assert "roster.csv" in str(error.value)


def test_an_encoding_that_is_none_is_said(tmp_path: Path) -> None:
    """Excel's own CSV has no UTF-8."""
    with pytest.raises(CourseError, match="UTF-8"):
        read_roster(written(tmp_path, "id,first_name\nzoe,Zoé\n", "latin-1"))


def test_a_student_is_found_by_any_name_of_theirs() -> None:
    """Case and Unicode form do not count; of a name, neither do order, spaces and signs."""
    zoe = Student("zoé", "Zoé", "O'Neil Díaz", "z@example.org", login="zod", github="ZoeD", aliases="zz; Z. D.")
    roster = Roster((zoe, Student("ben", "Ben", "Roe")), complete=True)
    for name in ("ZOÉ", unicodedata.normalize("NFD", "zoé"), "Z@example.org", "ZOD", "zoed", "zz", "z. d."):
        assert roster.identified(name) == [zoe]
    for name in ("oneildíazzoé", "Zoé O'Neil Díaz", unicodedata.normalize("NFD", "zoé o'neil díaz")):
        assert roster.called(name) == [zoe]
    assert roster.identified("zoe") == []
    assert roster.identified("zod", ("id", "email")) == []
    assert roster.called("") == []


def test_two_platforms_numbers_may_be_the_same(tmp_path: Path) -> None:
    """The school's number 7 is one student, the platform's another: each is found where it is meant."""
    roster = read_roster(written(tmp_path, "id,sis_id,lms_user_id\nada,7,8\nben,8,7\n"))
    assert [student.id for student in roster.identified("7", ("sis_id",))] == ["ada"]
    assert [student.id for student in roster.identified("7", ("lms_user_id",))] == ["ben"]
    assert len(roster.identified("7")) == 2


def test_two_of_one_name_are_two() -> None:
    """A name that two students have finds both, and an id only its own."""
    roster = Roster((Student("jr1", "Jane", "Roe"), Student("jr2", "jane", "roe")))
    assert len(roster.called("Jane Roe")) == 2
    assert [student.id for student in roster.identified("JR2")] == ["jr2"]


def test_the_courses_own_roster_is_taken_unless_another_is_named(tmp_path: Path) -> None:
    """Without any, everybody may come."""
    course = Course(tmp_path)
    assert course_roster(course) == Roster()
    written(tmp_path, "id\nada\n")
    assert [student.id for student in course_roster(course).students] == ["ada"]
    other = tmp_path / "other.csv"
    with pytest.raises(CourseError, match=r"other\.csv: cannot be read"):
        course_roster(course, other)
    other.write_text("id\nben\n")
    assert [student.id for student in course_roster(course, other).students] == ["ben"]
