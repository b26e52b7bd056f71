"""One notebook per assignment, and what travels with it: all else is refused by name, or nobody's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from notebooks import exercise, write_exercise

from autograder.cli import main
from autograder.course import Course
from autograder.errors import CourseError, NotebookError
from autograder.notebook import files_beside

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """One exercise and the project's settings."""
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    write_exercise(tmp_path)
    folder = tmp_path / "submitted/ada/01-scale"
    folder.mkdir(parents=True)
    folder.joinpath("scale.ipynb").write_text(json.dumps(exercise()))
    return Course(tmp_path)


def _source(course: Course, name: str) -> Path:
    path = course.folder("source") / "01-scale" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


@pytest.mark.parametrize("command", ["build", "grade", "audit", "calibrate", "sample-class"])
@pytest.mark.parametrize("name", ["scale-Copy1.ipynb", "Untitled.ipynb"])
def test_a_second_notebook_is_refused_by_name(
    course: Course, capsys: pytest.CaptureFixture[str], command: str, name: str
) -> None:
    """A copy beside the exercise would halve everybody's share: no command begins."""
    shutil.copy(_source(course, "scale.ipynb"), _source(course, name))
    assert main(["--course", str(course.root), command]) == 2
    said = capsys.readouterr().err
    assert f"2 notebooks ({', '.join(sorted(['scale.ipynb', name]))})" in said
    assert "move what is no exercise out of source/" in said
    assert not course.folder("release").exists()
    assert not course.folder("autograded").exists()


def test_hidden_files_are_nobodys(course: Course) -> None:
    """What a Mac, a version control or JupyterLab leaves in source/ is no exercise and travels nowhere."""
    for name in ("._scale.ipynb", ".DS_Store", "__pycache__/utils.cpython-311.pyc", ".git/HEAD"):
        _source(course, name).write_bytes(b"\0\5\26\7")
    for folder in (".ipynb_checkpoints", "01-scale/.ipynb_checkpoints"):
        path = course.folder("source") / folder / "scale-checkpoint.ipynb"
        path.parent.mkdir()
        path.write_text("{}")
    assert course.assignments() == ["01-scale"]
    (notebook,) = course.notebooks("01-scale")
    assert notebook.name == "scale"
    assert files_beside(notebook) == {}
    assert [one.notebook for one in course.submitted("01-scale")] == ["scale"]


@pytest.mark.parametrize("name", ["answers.csv", "notes.txt", "data/old.csv", "utils.py", "old/scale.ipynb"])
def test_a_file_that_is_not_listed_is_refused(course: Course, name: str) -> None:
    """It would reach every student, or be missed by everyone: the author says which."""
    _source(course, name).write_text("1")
    with pytest.raises(NotebookError, match=f"not listed in it: {name}.*is listed in the metadata.*out of source/"):
        course.notebooks("01-scale")


@pytest.mark.parametrize("command", ["build", "grade", "audit"])
def test_commands_say_so(course: Course, capsys: pytest.CaptureFixture[str], command: str) -> None:
    """Nothing is built, graded or measured beside a file that may be there by mistake."""
    _source(course, "answers.csv").write_text("1")
    assert main(["--course", str(course.root), command]) == 2
    assert "answers.csv" in capsys.readouterr().err
    assert not course.folder("release").exists()
    assert not course.folder("autograded").exists()


def test_what_is_listed_travels(course: Course) -> None:
    """Exactly the listed files, by their paths."""
    write_exercise(course.root, exercise(files=["utils.py", "data/small.csv"]))
    _source(course, "utils.py").write_text("a = 1")
    _source(course, "data/small.csv").write_text("1,2")
    (notebook,) = course.notebooks("01-scale")
    assert files_beside(notebook) == {"utils.py": b"a = 1", "data/small.csv": b"1,2"}


def test_a_listed_file_must_be_there(course: Course) -> None:
    """Else each student's setup cell would fail."""
    write_exercise(course.root, exercise(files=["data.txt"]))
    with pytest.raises(NotebookError, match=r"data\.txt: cannot be read.*Put it there, or take it off the list"):
        course.notebooks("01-scale")


@pytest.mark.parametrize(
    "files",
    [
        "data.txt",
        ["data/*.csv"],
        ["../secret"],
        ["/etc/passwd"],
        [".env"],
        ["a\\b"],
        ["more.ipynb"],
        [""],
        [1],
        ["./a"],
    ],
)
def test_a_list_of_anything_else(course: Course, files: object) -> None:
    """Patterns, notebooks, hidden files and what lies elsewhere cannot be listed."""
    raw = exercise(files=files)
    _source(course, "scale.ipynb").write_text(json.dumps(raw))
    with pytest.raises(NotebookError, match=r"metadata\.autograder\.files: a list of files"):
        course.notebooks("01-scale")


def test_a_file_listed_twice(course: Course) -> None:
    """It is a slip of the pen that may hide another."""
    _source(course, "scale.ipynb").write_text(json.dumps(exercise(files=["a", "a"])))
    with pytest.raises(NotebookError, match="listed twice"):
        course.notebooks("01-scale")


def test_no_notebook(course: Course) -> None:
    """A folder without a notebook is no assignment, and says so where it is asked for."""
    course.folder("source").joinpath("02-empty").mkdir()
    assert course.assignments() == ["01-scale"]
    with pytest.raises(CourseError, match="no notebook"):
        course.source("02-empty")
