"""`autograder check`: a file, a folder, a course; on any system, and on a terminal of any encoding."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from handout import WRONG, HandOut, without_linux
from notebooks import RIGHT, exercise

from autograder.cli import main
from autograder.commands.notebooks import find_notebooks
from autograder.isolation import ForkServer

pytestmark = pytest.mark.runs


@pytest.fixture(scope="module")
def hand_out(tmp_path_factory: pytest.TempPathFactory, launcher: ForkServer) -> HandOut:
    """Three exercises: one right, one with a known mistake, one as it was handed out."""
    found = HandOut(tmp_path_factory.mktemp("course") / "release", launcher)
    found.add("01-scale", **RIGHT)
    found.add("02-scale", **{**RIGHT, "solution_mean": WRONG})
    found.add("03-scale")
    return found


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Return a function that runs a command: its exit code, and what it printed on stdout and stderr."""

    def run(*arguments: str | Path) -> tuple[int, str]:
        code = main([str(one) for one in arguments])
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    return run


def test_a_folder_has_a_line_for_each_notebook(hand_out: HandOut, say: Callable[..., tuple[int, str]]) -> None:
    """Done, wrong and untouched are told apart; of what is wrong only the first is shown; the sum stands below."""
    code, shown = say("check", hand_out.root)
    lines = [line for line in shown.splitlines() if "-scale " in line]
    assert code == 1
    assert [line[0] for line in lines[:3]] == ["✓", "✗", "–"]
    assert "3 of 3 checks · 4 of 4 points · all done" in lines[0]
    assert "2 of 3 checks · 3 of 4 points · next: `mean` (Centre and scale)" in lines[1]
    assert "0 of 3 checks · 0 of 4 points · next: `mean`" in lines[2]
    assert "1 of 3 notebooks done · 5 of 9 checks · 7 of 12 points" in shown
    assert "You averaged over the features." in shown


def test_of_a_folder_all_that_is_wrong_is_shown_if_asked_for(
    hand_out: HandOut, say: Callable[..., tuple[int, str]]
) -> None:
    """Without --all the first failure stands alone, and the rest is counted."""
    hand_out.add("02-scale", **{**RIGHT, "solution_mean": WRONG, "solution_scale": "def scale(v):\n    return v"})
    try:
        _, short = say("check", hand_out.root)
        _, whole = say("check", "--all", hand_out.root)
    finally:
        hand_out.add("02-scale", **{**RIGHT, "solution_mean": WRONG})
    assert "one more check is not right: autograder check --all" in short
    assert "✗ scale" not in short
    assert "✗ scale" in whole
    assert "✗ mean" in whole


def test_a_notebook_that_is_named_is_shown_whole(hand_out: HandOut, say: Callable[..., tuple[int, str]]) -> None:
    """The table of all checks, and below it how far the student has come."""
    code, shown = say("check", hand_out.root / "02-scale" / "scale.ipynb")
    assert code == 1
    assert "✓ centred" in shown
    assert "✗ mean" in shown
    assert shown.rstrip().endswith("2 of 3 checks · 3 of 4 points · next: `mean` (Centre and scale)")


def test_without_arguments_the_working_folder_is_looked_at(
    hand_out: HandOut, say: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an exercise's folder that one is shown whole; in a course those of its release/."""
    monkeypatch.chdir(hand_out.root / "01-scale")
    code, shown = say("check")
    assert code == 0
    assert "✓ mean" in shown
    monkeypatch.chdir(hand_out.root.parent)
    code, shown = say("check")
    assert code == 1
    assert shown.count("-scale ") >= 3


def test_a_broken_exercise_is_a_line(hand_out: HandOut, say: Callable[..., tuple[int, str]]) -> None:
    """What cannot be checked says why on its line, the others are checked, and the exit code is 2."""
    path = hand_out.add("00-scale", **RIGHT)
    path.with_name("expected.safetensors").write_bytes(b"\x08\0\0\0\0\0\0\0nonsense")
    try:
        code, shown = say("check", hand_out.root)
    finally:
        path.with_name("expected.safetensors").unlink()
    assert code == 2
    (line,) = [line for line in shown.splitlines() if line.startswith("!")]
    assert "cannot be read" in line
    assert "3 of 3 checks · 4 of 4 points · all done" in shown


@pytest.mark.parametrize("data", [b"", b"{", b"not a notebook", b'{"cells": 1}'])
def test_a_broken_notebook_is_a_line(hand_out: HandOut, say: Callable[..., tuple[int, str]], data: bytes) -> None:
    """A file that is no notebook has no points, says why, and is not the end of the others."""
    path = hand_out.add("00-scale")
    path.write_bytes(data)
    try:
        code, shown = say("check", hand_out.root)
    finally:
        path.with_name("expected.safetensors").unlink()
    assert code == 1
    assert "00-scale  0 of 3 checks" in shown
    assert "1 of 4 notebooks done" in shown


def test_where_there_is_no_exercise(tmp_path: Path, say: Callable[..., tuple[int, str]]) -> None:
    """One line says what an exercise is, and what to do."""
    (tmp_path / "notes.ipynb").write_text("{}")
    code, shown = say("check", tmp_path)
    assert code == 2
    assert "no exercise here, nor below" in shown
    assert len(shown.strip().splitlines()) == 1


def test_what_is_no_exercise_is_not_found(hand_out: HandOut, tmp_path: Path) -> None:
    """Copies, check points of JupyterLab, virtual environments and what was handed in are left alone."""
    data = (hand_out.root / "01-scale" / "expected.safetensors").read_bytes()
    for place in ("unit", ".hidden/unit", "venv/lib/unit", "submitted/ada/unit", "a/b/unit"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "expected.safetensors").write_bytes(data)
        for name in ("scale", "scale-Copy1", "Untitled"):
            (tmp_path / place / f"{name}.ipynb").write_text("{}")
    (tmp_path / "venv" / "pyvenv.cfg").touch()
    assert find_notebooks(tmp_path) == [tmp_path / "a/b/unit/scale.ipynb", tmp_path / "unit/scale.ipynb"]


def test_a_renamed_notebook_is_found(hand_out: HandOut, tmp_path: Path) -> None:
    """Where the exercise's own name is not there, whatever notebook lies there is checked."""
    data = (hand_out.root / "01-scale" / "expected.safetensors").read_bytes()
    (tmp_path / "expected.safetensors").write_bytes(data)
    (tmp_path / "scale (1).ipynb").write_text("{}")
    assert find_notebooks(tmp_path) == [tmp_path / "scale (1).ipynb"]


def test_an_author_checks_what_lies_in_source(hand_out: HandOut, tmp_path: Path) -> None:
    """In source/NN-unit the exercise's file is that of release/NN-unit; of a whole course release/ is checked."""
    for place in ("source", "release"):
        (tmp_path / place / "01-scale").mkdir(parents=True)
        (tmp_path / place / "01-scale" / "scale.ipynb").write_text("{}")
    data = (hand_out.root / "01-scale" / "expected.safetensors").read_bytes()
    (tmp_path / "release/01-scale/expected.safetensors").write_bytes(data)
    assert find_notebooks(tmp_path / "source/01-scale") == [tmp_path / "source/01-scale/scale.ipynb"]
    assert find_notebooks(tmp_path) == [tmp_path / "release/01-scale/scale.ipynb"]


def _command(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "autograder.cli", *map(str, arguments)], capture_output=True, check=False, **more
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_terminal_will_do(hand_out: HandOut, encoding: str) -> None:
    """Where an encoding lacks a mark another one stands for it, and nothing ends over it."""
    done = _command("check", hand_out.root, env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    shown = done.stdout.decode(encoding)
    assert done.returncode == 1, done.stderr
    marks = [line[0] for line in shown.splitlines() if "-scale " in line][:3]
    assert marks == {"utf-8": ["✓", "✗", "–"], "cp1252": ["+", "x", "–"], "ascii": ["+", "x", "-"]}[encoding]
    assert "all done" in shown


def test_neither_linux_nor_a_mac_is_needed(hand_out: HandOut, tmp_path: Path) -> None:
    """Without fork, alarm, fcntl and the rest the same is said: a student's Windows can do it."""
    wide = {"COLUMNS": "100"}
    here = _command("check", "--all", hand_out.root, env={**os.environ, **wide})
    there = _command("check", "--all", hand_out.root, env={**without_linux(tmp_path / "hidden"), **wide})
    assert there.stderr.decode() == ""
    assert there.stdout.decode() == here.stdout.decode()
    assert there.returncode == here.returncode == 1


@pytest.mark.parametrize("system", ["this", "without Linux"])
def test_an_endless_loop_costs_its_own_cell(
    tmp_path: Path, launcher: ForkServer, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cell that never ends is stopped where there is an alarm and where there is none."""
    found = HandOut(tmp_path / "release", launcher)
    monkeypatch.setattr("handout.exercise", _impatient)
    path = found.add("01-scale", **{**RIGHT, "solution_centred": "while True:\n    pass"})
    env = {} if system == "this" else {"env": without_linux(tmp_path / "hidden")}
    done = _command("check", path, **env)
    shown = " ".join(done.stdout.decode().split())
    assert done.returncode == 1, done.stderr
    assert "this cell ran for more than 1 s" in shown
    assert "✓ mean" in shown
    assert "✓ scale" in shown


def _impatient() -> dict[str, Any]:
    return exercise(limits={"cell_s": 1})


def test_ctrl_c_ends_all_of_it(tmp_path: Path, launcher: ForkServer) -> None:
    """One Ctrl-C in the midst of an endless loop: one line, exit code 2, and no process is left."""
    import psutil

    path = HandOut(tmp_path / "release", launcher).add("01-scale", solution_mean="while True:\n    pass")
    command = subprocess.Popen(
        [sys.executable, "-m", "autograder.cli", "check", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    known = psutil.Process(command.pid)
    deadline = time.monotonic() + 60
    while len(started := known.children(recursive=True)) < 3:  # who watches Ctrl-C, who checks, who runs the code
        assert time.monotonic() < deadline
        time.sleep(0.1)
    command.send_signal(signal.SIGINT)
    _, said = command.communicate(timeout=20)
    assert command.returncode == 2
    assert said.decode().startswith("autograder: stopped")
    assert len(said.decode().strip().splitlines()) == 1
    _, left = psutil.wait_procs(started, timeout=10)
    assert left == []
