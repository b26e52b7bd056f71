"""`autograder reset`: one cell back to the skeleton, and nothing is lost."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from handout import HandOut
from notebooks import RIGHT

from autograder.cli import main
from autograder.commands.notebookfile import open_notebook, write_whole
from autograder.commands.notebooks import Head
from autograder.commands.reset import cells_of_task
from autograder.errors import CourseError
from autograder.isolation import ForkServer
from autograder.notebook import read_source

pytestmark = pytest.mark.runs
STUB = "# YOUR CODE HERE\nraise NotImplementedError()"


@pytest.fixture(scope="module")
def hand_out(tmp_path_factory: pytest.TempPathFactory, launcher: ForkServer) -> HandOut:
    return HandOut(tmp_path_factory.mktemp("course") / "release", launcher)


@pytest.fixture
def notebook(hand_out: HandOut) -> Path:
    """A right notebook."""
    return hand_out.add("01-scale", **RIGHT)


def cell(path: Path, name: str) -> dict[str, Any]:
    cells: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
    (found,) = [one for one in cells if one["id"] == name]
    return found


def source(path: Path, name: str) -> str:
    return "".join(cell(path, name)["source"])


@pytest.mark.parametrize("task", ["solution-mean", "check-mean", "mean"])
def test_a_cell_is_as_it_was_handed_out(notebook: Path, capsys: pytest.CaptureFixture[str], task: str) -> None:
    """By its id, its check cell's or a check's name; the text is kept in it, and the line says how to get it back."""
    before = json.loads(notebook.read_text("utf-8"))
    assert main(["reset", str(notebook), task]) == 0
    shown = capsys.readouterr().out
    assert source(notebook, "solution-mean") == STUB
    (kept,) = cell(notebook, "solution-mean")["metadata"]["autograder"]["replaced"]
    assert kept["source"] == RIGHT["solution_mean"]
    assert f"autograder reset {notebook} solution-mean --undo" in shown
    after = json.loads(notebook.read_text("utf-8"))
    assert [one for one in after["cells"] if one["id"] != "solution-mean"] == [
        one for one in before["cells"] if one["id"] != "solution-mean"
    ]


def test_undo_gives_the_very_file_back(notebook: Path) -> None:
    """Reset and undo leave the file as it was, to the byte."""
    before = notebook.read_bytes()
    assert main(["reset", str(notebook), "scale"]) == 0
    assert notebook.read_bytes() != before
    assert main(["reset", str(notebook), "scale", "--undo"]) == 0
    assert notebook.read_bytes() == before


def test_nothing_is_lost(notebook: Path) -> None:
    """Whatever is reset and undone, each text that ever stood there is in the cell or in its metadata."""
    written = {RIGHT["solution_mean"]}
    for turn in range(3):
        assert main(["reset", str(notebook), "mean"]) == 0
        raw = json.loads(notebook.read_text("utf-8"))
        for one in raw["cells"]:
            if one["id"] == "solution-mean":
                one["source"] = f"mean = {turn}"
        notebook.write_text(json.dumps(raw))
        written.add(f"mean = {turn}")
        if turn == 1:
            assert main(["reset", str(notebook), "mean", "--undo"]) == 0
        found = cell(notebook, "solution-mean")
        kept = {one["source"] for one in found["metadata"]["autograder"]["replaced"]}
        assert written <= {*kept, "".join(found["source"])}


def test_what_is_blank_is_left_alone(hand_out: HandOut, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, nothing is kept."""
    path = hand_out.add("01-scale")
    before = path.read_bytes()
    assert main(["reset", str(path), "mean"]) == 0
    assert path.read_bytes() == before
    assert "as it was handed out already" in capsys.readouterr().out


STYLES: list[Callable[[Any], str]] = [
    lambda raw: json.dumps(raw, indent=1, ensure_ascii=False) + "\n",
    lambda raw: json.dumps(raw, indent=2),
    lambda raw: json.dumps(raw, indent=1, ensure_ascii=True, sort_keys=True) + "\n",
    lambda raw: json.dumps(raw, indent="\t", ensure_ascii=False),
    lambda raw: json.dumps(raw),
    lambda raw: json.dumps(raw, separators=(",", ":")),
    lambda raw: (json.dumps(raw, indent=1, ensure_ascii=False) + "\n").replace("\n", "\r\n"),
]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("lines", [True, False])
def test_the_files_own_style_is_kept(notebook: Path, style: Callable[[Any], str], lines: bool) -> None:
    """Indentation, escapes, line ends, lists of lines: only the one cell differs from what the editor wrote."""
    raw = json.loads(notebook.read_text("utf-8"))
    for one in raw["cells"]:
        one["source"] = one["source"].splitlines(keepends=True) if lines else one["source"]
    raw["metadata"]["note"] = "ä σ"
    notebook.write_bytes(style(raw).encode())
    assert main(["reset", str(notebook), "mean"]) == 0
    found = next(one for one in raw["cells"] if one["id"] == "solution-mean")
    found["metadata"]["autograder"] = {
        "replaced": cell(notebook, "solution-mean")["metadata"]["autograder"]["replaced"]
    }
    found["source"] = STUB.splitlines(keepends=True) if lines else STUB
    assert notebook.read_bytes() == style(raw).encode()
    assert main(["reset", str(notebook), "mean", "--undo"]) == 0
    assert isinstance(cell(notebook, "solution-mean")["source"], list if lines else str)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda path: path.write_text("{"), "could be read as JSON"),
        (lambda path: path.write_text("[]"), "holds no cells"),
        (lambda path: path.unlink(), "cannot be read"),
        (lambda path: path.with_name("expected.safetensors").unlink(), "as it was handed out"),
        (lambda path: path.write_text(path.read_text().replace("solution-mean", "gone")), "not in the file any more"),
    ],
)
def test_what_cannot_be_reset_says_why(
    notebook: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Path], Any], said: str
) -> None:
    """One line, exit code 2, and the file as it was."""
    change(notebook)
    before = notebook.read_bytes() if notebook.exists() else None
    if said == "not in the file any more":  # its text would still tell which cell it is
        raw = json.loads(notebook.read_text())
        raw["cells"] = [one for one in raw["cells"] if one["id"] != "gone"]
        notebook.write_text(json.dumps(raw))
        before = notebook.read_bytes()
    assert main(["reset", str(notebook), "mean"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.strip().splitlines()) == 1
    assert (notebook.read_bytes() if notebook.exists() else None) == before


def test_a_task_that_is_not_there(notebook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What there is, is named; so it is where several cells are meant."""
    assert main(["reset", str(notebook), "99"]) == 2
    assert "solution-mean (Centre and scale)" in capsys.readouterr().err
    assert main(["reset", str(notebook), "centre and scale"]) == 2
    assert "may be any of these cells" in capsys.readouterr().err
    assert main(["reset", str(notebook), "mean", "--undo"]) == 2
    assert "has not been reset" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("task", "cells"),
    [
        ("5", ["solution-dcounts"]), ("task 5", ["solution-dcounts"]), ("dcounts", ["solution-dcounts"]),
        ("The whole chain", ["solution-manual-backward"]), ("whole chain", ["solution-manual-backward"]),
        ("manual_backward, C and W1", ["solution-manual-backward"]), ("", []), ("0", []), ("task", []),
        ("check-output-layer", ["solution-dh", "solution-dw2", "solution-db2"]),
    ],
)  # fmt: skip
def test_tasks_of_a_real_exercise(course_root: Path, task: str, cells: list[str]) -> None:
    """Numbers, titles, parts of titles, and checks with commas in their names."""
    source_notebook = read_source(course_root / "source" / "08-backprop-ninja" / "backprop-ninja.ipynb")
    checks = (("dcounts", "check-dcounts"), ("manual_backward, C and W1", "check-manual-backward"))
    head = Head(source_notebook, checks)
    assert [one.id for one in cells_of_task(head, task)] == cells


def test_what_was_saved_meanwhile_is_not_overwritten(notebook: Path) -> None:
    """An editor that saves between our reading and our writing wins."""
    file = open_notebook(notebook)
    notebook.write_bytes(notebook.read_bytes() + b" ")
    with pytest.raises(CourseError, match="saved by another program"):
        file.save()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves the old file, and no other beside it; permissions stay."""
    path = tmp_path / "x.ipynb"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        write_whole(path, b"newer")
    assert [one.name for one in tmp_path.iterdir()] == ["x.ipynb"]
    assert path.read_bytes() == b"new"
