"""The exercise's file is found wherever a student works, anew at every check."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from autograder.errors import ExpectedValuesError
from autograder.judge.expected import FILE_NAME, ExpectedCheck, ExpectedValues, write_expected
from autograder.model import CheckOptions, Limits
from autograder.notebook import Cell, Notebook
from autograder.student import beside
from autograder.student.beside import Beside
from autograder.student.check import Check
from autograder.student.selfcheck import CheckFailed, SelfCheck

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Return a function that writes the file of an exercise with one check; the working folder is an empty one."""
    (tmp_path / "empty" / "folder").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "empty" / "folder")
    for name in (beside.VARIABLE, "JPY_SESSION_NAME"):
        monkeypatch.delenv(name, raising=False)

    def write(folder: str, check: str, value: float = 1.0) -> Path:
        cells = (Cell("check-a", "check", f'check("{check}", {check})', 1.0, f'check("{check}", {check})'),)
        notebook = Notebook(folder.rpartition("/")[2], "a", cells, (), (), Limits(), "")
        found = ExpectedCheck(check, "check-a", "check-a:0", True, CheckOptions(), torch.tensor(value))
        path = tmp_path / folder / FILE_NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        write_expected(path, ExpectedValues(notebook, {check: found}))
        return path

    return write


def test_beside_the_notebook_as_the_front_end_names_it(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """JupyterLab tells the notebook's path; the kernel's working folder may be another one."""
    write("elsewhere/02-b", "b")
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "elsewhere" / "02-b" / "b.ipynb"))
    assert Beside(Path.cwd()).find("b").notebook.assignment == "02-b"


def test_named_by_the_environment(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """AUTOGRADER_EXPECTED names a file, or its folder, and comes first."""
    write("empty/folder", "mean")
    path = write("kept/03-c", "mean", 2.0)
    for named in (path, path.parent):
        monkeypatch.setenv(beside.VARIABLE, str(named))
        assert Beside(Path.cwd()).find("mean").notebook.assignment == "03-c"


def test_below_the_courses_root(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From a folder of the course the exercise is found that has the check."""
    write("course/release/01-a", "a")
    write("course/release/02-b", "b")
    monkeypatch.chdir(tmp_path / "course")
    assert Beside(Path.cwd()).find("b").notebook.assignment == "02-b"
    (tmp_path / "course" / "own" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "course" / "own" / "deep")
    assert Beside(Path.cwd()).find("b").notebook.assignment == "02-b"


def test_after_another_working_folder(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`%cd` neither loses the file nor leaves another exercise's in its place."""
    write("one/01-a", "a")
    write("two/02-b", "b")
    monkeypatch.chdir(tmp_path / "one" / "01-a")
    found = Beside(Path.cwd())
    assert found.find("a").notebook.assignment == "01-a"
    monkeypatch.chdir(tmp_path / "two" / "02-b")
    assert found.find("a").notebook.assignment == "01-a"
    assert found.find("b").notebook.assignment == "02-b"


def test_a_file_that_comes_later_or_changes(write: Write, tmp_path: Path) -> None:
    """A missing file is looked for again at the next check, a new version is read anew."""
    made = Check()
    made._session = SelfCheck(Path.cwd())
    with pytest.raises(CheckFailed, match="Looked in") as told:
        made("mean", torch.tensor(1.0))
    assert str(Path.cwd()) in str(told.value)
    assert beside.VARIABLE in str(told.value)
    path = write("empty/folder", "mean")
    made("mean", torch.tensor(1.0))
    write("empty/folder", "mean", 7.0)
    with pytest.raises(CheckFailed):
        made("mean", torch.tensor(1.0))
    shutil.rmtree(path.parent)


def test_another_exercises_file_is_named(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """Where only another exercise's file is found, its name is said."""
    write("empty/folder", "mean")
    made = Check()
    made._session = SelfCheck(Path.cwd())
    with pytest.raises(CheckFailed):
        made("dlogits", 1)
    assert "No expected value of folder has this name" in " ".join(capsys.readouterr().out.split())


def test_a_damaged_file_is_told(write: Write) -> None:
    """A file that cannot be read is said to be so, with its path."""
    path = Path.cwd() / FILE_NAME
    path.write_bytes(b"no tensors")
    with pytest.raises(ExpectedValuesError, match="cannot be read"):
        Beside(Path.cwd()).find("a")
