"""Feedback pages go back to whose submission it was, under the names that Canvas, Moodle and ILIAS take."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from classroom import ASSIGNMENT, BLANK, RIGHT, WRONG, FakeGrader, gradebook_of, hand_in

from autograder.cli import main
from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook import feedback, hand_back, record


@pytest.fixture
def graded(course: Course, fake: FakeGrader) -> Course:
    """Two students with notebooks of their own, two with the same one, all with pages."""
    for student, data in (("ada", RIGHT), ("ben", WRONG), ("ida", BLANK), ("joe", BLANK)):
        hand_in(course, student, data)
    (exercise,) = course.notebooks(ASSIGNMENT)
    record(course, [fake.grade(exercise, one.read(), student=one.student) for one in course.submitted(ASSIGNMENT)])
    with gradebook_of(course) as book:
        book.update_or_create_student("ada", first_name="Ada", last_name="Lovelace", email="ada@example.org")
        book.update_or_create_student("ida", first_name="Ida", last_name="Rödel")
        book.update_or_create_student("joe", first_name="=1+1", last_name="Doe")
    feedback(course, [ASSIGNMENT])
    return course


def page(course: Course, student: str) -> bytes:
    return (course.folder("feedback") / student / ASSIGNMENT / "double.html").read_bytes()


def packed(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_canvas(graded: Course, tmp_path: Path) -> None:
    """A page has the name of its submission; of equal notebooks the name says whose it is."""
    own_zip = packed(tmp_path / "own.zip", {"double.ipynb": WRONG}).read_bytes()
    download = packed(
        tmp_path / "submissions.zip",
        {
            "lovelaceada_101_9001_double.ipynb": RIGHT,
            "anybody_LATE_102_9002_submission-01-double.zip": own_zip,
            "rödelida_103_9003_double-1.ipynb": BLANK,
            "joe_104_9004_double.ipynb": BLANK,
        },
    )
    done = hand_back(graded, ASSIGNMENT, "canvas", tmp_path / "new" / "out.zip", download)
    assert done.left_out == ()
    assert unpacked(tmp_path / "new" / "out.zip") == {
        "lovelaceada_101_9001_double.html": page(graded, "ada"),
        "anybody_LATE_102_9002_double.html": page(graded, "ben"),
        "rödelida_103_9003_double.html": page(graded, "ida"),
        "joe_104_9004_double.html": page(graded, "joe"),
    }


@pytest.mark.parametrize("end", ["", "_"])
def test_moodle(graded: Course, tmp_path: Path, end: str) -> None:
    """A page lies in its submission's folder; the folders of older versions end with a dash. Also unpacked."""
    files = {
        f"Ada Lovelace_7_assignsubmission_file{end}/double.ipynb": RIGHT,
        f"Ida Rödel_9_assignsubmission_file{end}/other name.ipynb": BLANK,
    }
    expected = {
        f"Ada Lovelace_7_assignsubmission_file{end}/double.html": page(graded, "ada"),
        f"Ida Rödel_9_assignsubmission_file{end}/double.html": page(graded, "ida"),
    }
    done = hand_back(graded, ASSIGNMENT, "moodle", tmp_path / "out.zip", packed(tmp_path / "in.zip", files))
    assert unpacked(tmp_path / "out.zip") == expected
    assert done.students == ("ada", "ida")
    assert [reason.partition(":")[0] for reason in done.left_out] == ["ben", "joe"]
    for name, data in files.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True)
        (tmp_path / "in" / name).write_bytes(data)
    hand_back(graded, ASSIGNMENT, "moodle", tmp_path / "out2.zip", tmp_path / "in")
    assert unpacked(tmp_path / "out2.zip") == expected


def test_moodle_without_folders(graded: Course, tmp_path: Path) -> None:
    """Where Moodle was told to put all files into one folder, the name begins with what the folder's would be."""
    download = packed(tmp_path / "in.zip", {"Ada Lovelace_7_assignsubmission_file_double.ipynb": RIGHT})
    hand_back(graded, ASSIGNMENT, "moodle", tmp_path / "out.zip", download)
    assert list(unpacked(tmp_path / "out.zip")) == ["Ada Lovelace_7_assignsubmission_file_double.html"]


@pytest.mark.parametrize("around", ["", "Sheet_1_x_2030/Submissions/"])
def test_ilias(graded: Course, tmp_path: Path, around: str) -> None:
    """Pages lie two folders deep, where ILIAS looks for them; of equal notebooks the login says whose."""
    (graded.root / "roster.csv").write_text("id,login\njoe,j_doe\n", "utf-8")
    files = {
        f"{around}Lovelace_Ada_al_101/double.ipynb": RIGHT,
        f"{around}Zorn_Ben_ben_102/Late Submission - other.ipynb": WRONG,
        f"{around}Roedel_Ida_ida_103/double.ipynb": BLANK,
        f"{around}Doe_Joseph_j_doe_104/double.ipynb": BLANK,
        f"{around}Doe_Joseph_nobody_105/double.ipynb": BLANK,
        f"{around.partition('/')[0]}/double.ipynb": RIGHT,
    }
    done = hand_back(graded, ASSIGNMENT, "ilias", tmp_path / "out.zip", packed(tmp_path / "in.zip", files))
    assert unpacked(tmp_path / "out.zip") == {
        "multi_feedback/Lovelace_Ada_al_101/double.html": page(graded, "ada"),
        "multi_feedback/Zorn_Ben_ben_102/double.html": page(graded, "ben"),
        "multi_feedback/Roedel_Ida_ida_103/double.html": page(graded, "ida"),
        "multi_feedback/Doe_Joseph_j_doe_104/double.html": page(graded, "joe"),
    }
    said = "\n".join(done.left_out)
    assert "nobody_105/double.ipynb: several students" in said
    assert "/double.ipynb: this is no name that ILIAS gives" in said


def test_nobody_gets_a_page_of_another(graded: Course, tmp_path: Path) -> None:
    """Equal notebooks under a name that is nobody's, other bytes, other names: left out, and said."""
    download = packed(
        tmp_path / "in.zip",
        {
            "stranger_1_2_double.ipynb": BLANK,
            "lovelaceada_101_9001_double.ipynb": RIGHT + b" ",
            "ben.ipynb": WRONG,
            "notes_1_2_notes.txt": b"x",
        },
    )
    done = hand_back(graded, ASSIGNMENT, "canvas", tmp_path / "out.zip", download)
    assert done.students == ()
    assert unpacked(tmp_path / "out.zip") == {}
    said = "\n".join(done.left_out)
    for reason in ("stranger_1_2_double.ipynb: several", "9001_double.ipynb: nobody", "ben.ipynb: this is no name"):
        assert reason in said
    for student in ("ada", "ben", "ida", "joe"):
        assert f"{student}: there is a page" in said


def test_a_folder_with_a_list(graded: Course, tmp_path: Path) -> None:
    """For a mail merge: who, where to, the score, the page; nothing that a spreadsheet would calculate."""
    (graded.root / "roster.csv").write_text("id,last_name,email\nada,King,king@example.org\n", "utf-8")
    hand_back(graded, ASSIGNMENT, "folder", tmp_path / "out")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out/list.csv").read_text("utf-8"))))
    assert rows[0] == {
        "student": "ada", "first_name": "Ada", "last_name": "King", "email": "king@example.org", "score": "3",
        "page": "ada/double.html",
    }  # fmt: skip
    assert rows[3]["first_name"] == "'=1+1"
    for row in rows:
        assert (tmp_path / "out" / row["page"]).read_bytes() == page(graded, row["student"])
    with pytest.raises(CourseError, match="holds files already"):
        hand_back(graded, ASSIGNMENT, "folder", tmp_path / "out")


def test_what_is_missing_is_named(graded: Course, tmp_path: Path, other_course: Course) -> None:
    """No pages, no download, one that is no zip."""
    with pytest.raises(CourseError, match="Run `autograder feedback 01-double`"):
        hand_back(other_course, ASSIGNMENT, "folder", tmp_path / "out")
    with pytest.raises(CourseError, match="--from is missing"):
        hand_back(graded, ASSIGNMENT, "canvas", tmp_path / "out.zip")
    (tmp_path / "no.zip").write_bytes(b"no zip")
    with pytest.raises(CourseError, match="cannot be read as a zip"):
        hand_back(graded, ASSIGNMENT, "moodle", tmp_path / "out.zip", tmp_path / "no.zip")


def test_the_command(graded: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how many, and who was left out; then its exit code is 1."""
    download = packed(tmp_path / "in.zip", {"lovelaceada_101_9001_double.ipynb": RIGHT})
    command = ["--course", str(graded.root), "hand-back", ASSIGNMENT, "--to", "canvas", "--from", str(download)]
    assert main([*command, str(tmp_path / "out.zip")]) == 1
    said = capsys.readouterr()
    assert f"1 feedback page: {tmp_path / 'out.zip'}" in said.out
    assert "LEFT OUT: ben: there is a page" in said.err
    assert main(["--course", str(graded.root), "hand-back", ASSIGNMENT, "--to", "folder", str(tmp_path / "out")]) == 0
