"""A student's own session: `check` compares, shows, and raises at the end of the cell."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from notebooks import RIGHT, answered, write_exercise

from autograder.grade import Grader
from autograder.grade.filecheck import check_notebook
from autograder.judge.expected import ExpectedCheck, ExpectedValues, read_expected, write_expected
from autograder.model import CheckOptions, Limits, Status
from autograder.notebook import Cell, Notebook
from autograder.student.check import Check
from autograder.student.selfcheck import CheckFailed, SelfCheck


@pytest.fixture
def session(tmp_path: Path) -> Check:
    """A `check` beside a file with three expected values."""
    values: dict[str, tuple[object, CheckOptions]] = {
        "matrix": (torch.arange(6.0).reshape(2, 3), CheckOptions()),
        "ids": ([1, 2, 3], CheckOptions()),
        "loss": (1.0, CheckOptions(at_most=2.0)),
    }
    checks = {
        name: ExpectedCheck(name, "cell", "cell:0", False, options, value) for name, (value, options) in values.items()
    }
    cells = (Cell("cell", "check", "", 1.0),)
    frame = Notebook("01", "x", cells, alternatives=(), rules=(), limits=Limits(), sha256="")
    write_expected(tmp_path / "expected.safetensors", ExpectedValues(frame, checks))
    made = Check()
    made._session = SelfCheck(tmp_path)
    return made


def test_right_values_pass(session: Check, capsys: pytest.CaptureFixture[str]) -> None:
    """Right values give one ticked line each, with shape and dtype, and raise nothing."""
    session("matrix", torch.arange(6.0).reshape(2, 3))
    session("ids", lambda: [1, 2, 3])
    session("loss", torch.tensor(1.9))
    shown = capsys.readouterr().out
    assert shown.count("✓") == 3
    assert "(2, 3)" in shown
    assert "float32" in shown


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("matrix", torch.zeros(2, 3), "differ"),
        ("matrix", torch.zeros(3), "shape"),
        ("matrix", None, "None"),
        ("ids", [1, 3, 2], "✗"),
        ("loss", 2.5, "at most"),
        ("matrix", lambda: 1 / 0, "ZeroDivisionError"),
        ("matrix", object(), "object"),
        ("nothing", 1, "No expected value"),
    ],
)
def test_wrong_values_are_shown_and_raise(
    session: Check, capsys: pytest.CaptureFixture[str], name: str, value: object, word: str
) -> None:
    """A wrong value shows why and raises an AssertionError, so Validate and pytest see it."""
    with pytest.raises(AssertionError, match=name):
        session(name, value)
    assert word in capsys.readouterr().out


def test_missing_file_is_told(tmp_path: Path) -> None:
    """Without its file `check` says which file is missing and where it belongs."""
    made = Check()
    made._session = SelfCheck(tmp_path)
    with pytest.raises(CheckFailed, match="expected.safetensors"):
        made("x", 1)


def test_generators_are_the_same_each_time(session: Check) -> None:
    """A case gives the same numbers in every session, other cases give others."""
    draw = [torch.randn(3, generator=session.generator(case)).tolist() for case in ("a", "a", "b")]
    assert draw[0] == draw[1] != draw[2]


@pytest.mark.parametrize(
    ("arguments", "options", "error"),
    [
        ((3, 1), {}, TypeError), (("", 1), {}, TypeError), (("a", 1), {"rtol": 1}, ValueError),
        (("a", 1), {"weight": 0}, ValueError), (("a", 1), {"at_most": float("nan")}, ValueError),
        (("a", 1), {"rtol": -1, "atol": 0}, ValueError),
    ],
)  # fmt: skip
def test_malformed_calls(session: Check, arguments: Any, options: Any, error: type[Exception]) -> None:
    """A call that is not well formed says so, to the author."""
    with pytest.raises(error):
        session(*arguments, **options)


# ---------------------------------------------------------------- files


@pytest.fixture
def hand_out(tmp_path: Path, launcher: Any) -> Callable[..., Path]:
    """Return a function that writes a student's notebook beside its expected values."""
    from autograder.gradebook.publicrun import expected_file

    source = write_exercise(tmp_path / "course")
    data = expected_file(Grader(launcher=launcher, secret=None), source)

    def write(**answers: str) -> Path:
        folder = tmp_path / "student"
        folder.mkdir(exist_ok=True)
        (folder / "expected.safetensors").write_bytes(data)
        raw = answered(**answers)
        for one in raw["cells"]:
            one["source"] = one["source"].split("### BEGIN HIDDEN")[0]
        path = folder / "scale.ipynb"
        path.write_text(json.dumps(raw))
        return path

    return write


def test_file_holds_nothing_hidden(hand_out: Callable[..., Path]) -> None:
    """The file that students get names no hidden case and holds no code."""
    path = hand_out(**RIGHT).with_name("expected.safetensors")
    assert set(read_expected(path).checks) == {"mean", "centred", "scale"}
    for word in (b"scale, negative", b"secret_input", b"x.mean", b"v.max"):
        assert word not in path.read_bytes()


def test_right_notebook(hand_out: Callable[..., Path]) -> None:
    """A right notebook has all public points."""
    report = check_notebook(hand_out(**RIGHT))
    assert {str(check.status) for cell in report.cells for check in cell.checks} == {"passed"}


def test_misconception_is_told_in_the_file_check(hand_out: Callable[..., Path]) -> None:
    """The tutor's sentence reaches a student who runs the notebook outside Jupyter."""
    report = check_notebook(hand_out(**{**RIGHT, "solution_mean": "mean = x.mean(1, keepdim=True)"}))
    (check,) = [check for cell in report.cells for check in cell.checks if check.status is not Status.PASSED]
    assert check.diagnosis is not None
    assert check.diagnosis.text == "You averaged over the features."


def test_setup_variables_explain_a_wrong_value(
    hand_out: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A student whose value is a variable of a setup cell is told which, in the file check and in a session."""
    path = hand_out(**{**RIGHT, "solution_centred": "centred = x"})
    report = check_notebook(path)
    (check,) = [check for cell in report.cells for check in cell.checks if check.status is not Status.PASSED]
    assert check.diagnosis is not None
    assert "the value of “x”" in check.diagnosis.text
    monkeypatch.chdir(path.parent)
    made = Check()
    with pytest.raises(CheckFailed):
        made("centred", read_expected(path.with_name("expected.safetensors")).variables["x"])
    assert "the value of “x”" in " ".join(capsys.readouterr().out.split())


def test_pytest_shows_the_same(hand_out: Callable[..., Path]) -> None:
    """`pytest` on the folder gives one item for each check and shows the sentence."""
    path = hand_out(**{**RIGHT, "solution_mean": "mean = x.mean(1, keepdim=True)"})
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(path.parent)],
        capture_output=True, text=True, check=False, cwd=path.parent,
    )  # fmt: skip
    assert "1 failed, 2 passed" in done.stdout, done.stdout + done.stderr
    assert "You averaged over the features." in done.stdout


def test_command_check(hand_out: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    """`autograder check` exits 0 for a right notebook and 1 for a wrong one."""
    from autograder.cli import main

    assert main(["check", str(hand_out(**RIGHT))]) == 0
    assert main(["check", str(hand_out(**{**RIGHT, "solution_mean": "mean = x"}))]) == 1
    assert main(["check", "nowhere.ipynb"]) == 2
    assert "no such file" in capsys.readouterr().err


@pytest.mark.parametrize("device", ["meta", "cuda"])
def test_default_device_of_the_student_is_no_matter(
    session: Check, capsys: pytest.CaptureFixture[str], device: str
) -> None:
    """A check compares and explains the same values, wherever new tensors go by default."""
    right = torch.arange(6.0).reshape(2, 3)
    with torch.device(device):
        session("matrix", right)
        session("ids", [1, 2, 3])
        with pytest.raises(CheckFailed, match="matrix"):
            session("matrix", 2 * right)
        assert session.generator("case").device.type == "cpu"
    assert "twice the expected one" in capsys.readouterr().out
