"""`autograder submit`: what the grader will see, a copy with a receipt, and what is refused."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from handout import WRONG, HandOut
from notebooks import RIGHT

from autograder.cli import main
from autograder.isolation import ForkServer

pytestmark = pytest.mark.runs


@pytest.fixture(scope="module")
def hand_out(tmp_path_factory: pytest.TempPathFactory, launcher: ForkServer) -> HandOut:
    return HandOut(tmp_path_factory.mktemp("course") / "release", launcher)


@pytest.fixture
def notebook(hand_out: HandOut) -> Path:
    """A notebook with one mistake."""
    path = hand_out.add("01-scale", **{**RIGHT, "solution_mean": WRONG})
    for old in path.parent.glob("submission-*"):
        old.unlink()
    return path


def change(path: Path, edit: Callable[[dict[str, Any]], Any]) -> None:
    raw = json.loads(path.read_text("utf-8"))
    edit(raw)
    path.write_text(json.dumps(raw), "utf-8")


def test_a_zip_with_a_receipt_lies_beside_the_notebook(
    notebook: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy has the bytes that were checked; the receipt is printed and inside, and tells of no hidden case."""
    monkeypatch.chdir(notebook.parent)
    assert main(["submit"]) == 0
    shown = capsys.readouterr().out
    (path,) = notebook.parent.glob("submission-01-scale-*.zip")
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["scale.ipynb", "receipt.json"]
        assert archive.read("scale.ipynb") == notebook.read_bytes()
        receipt = json.loads(archive.read("receipt.json"))
    assert receipt["sha256"] == hashlib.sha256(notebook.read_bytes()).hexdigest()
    assert receipt["public"] == {"passed": 2, "checks": 3, "score": 3.0, "points": 4.0}
    assert f"receipt: {receipt['time']}  sha256 {receipt['sha256']}" in shown
    assert path.name in shown
    assert "On the public checks: 2 of 3 checks · 3 of 4 points · next: `mean`" in shown
    assert "no cell is missing" in shown


def test_what_the_grader_will_not_see_is_said(notebook: Path, tmp_path: Path, capsys: Any) -> None:
    """Lines in a setup cell, a cell that is gone, another build: each is named before the copy is written."""

    def edit(raw: dict[str, Any]) -> None:
        for cell in raw["cells"]:
            if cell["id"] == "setup":
                cell["source"] += "\nimport antigravity"
        raw["cells"] = [cell for cell in raw["cells"] if cell["id"] != "solution-scale"]
        raw["metadata"]["autograder"]["build"] = "0123456789ab"

    change(notebook, edit)
    assert main(["submit", str(notebook), "--to", str(tmp_path / "out")]) == 0
    shown = " ".join(capsys.readouterr().out.split())  # however wide the console is
    assert "import antigravity" in shown
    assert "These lines of yours are not run" in shown
    assert "The cell 'solution-scale' is missing" in shown
    assert "an earlier build" in shown
    (folder,) = (tmp_path / "out").iterdir()
    assert sorted(path.name for path in folder.iterdir()) == ["receipt.json", "scale.ipynb"]
    assert (folder / "scale.ipynb").read_bytes() == notebook.read_bytes()


def test_what_was_handed_in_is_not_overwritten(notebook: Path, tmp_path: Path, capsys: Any) -> None:
    """A zip of a name of one's own is written once."""
    target = tmp_path / "mine.zip"
    assert main(["submit", str(notebook), "--to", str(target)]) == 0
    before = target.read_bytes()
    assert main(["submit", str(notebook), "--to", str(target)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert target.read_bytes() == before


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda path: path.write_text("{"), "not a notebook"),
        (lambda path: path.write_text(""), "empty"),
        (lambda path: path.write_text(json.dumps({"cells": [], "nbformat": 4})), "no cells"),
        (lambda path: change(path, lambda raw: raw["metadata"]["autograder"].update(assignment="09-x", build="1")),
         "This looks like 09-x"),
        (lambda path: change(path, lambda raw: raw["cells"][0].pop("metadata")), "not a valid notebook"),
        (lambda path: path.unlink(), "cannot be read"),
        (lambda path: path.with_name("expected.safetensors").unlink(), "nobody knows of which exercise"),
    ],
)  # fmt: skip
def test_what_is_no_notebook_of_the_exercise_is_refused(
    notebook: Path, capsys: Any, edit: Callable[[Path], Any], said: str
) -> None:
    """One line says why, nothing is written, and the exit code is 2."""
    edit(notebook)
    assert main(["submit", str(notebook)]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.strip().splitlines()) == 1
    assert not list(notebook.parent.glob("submission-*"))


def test_the_collected_zip_is_graded(notebook: Path, tmp_path: Path) -> None:
    """What the command writes is what `nbgrader zip_collect` of this project unpacks."""
    from autograder.gradebook.collect import SafeExtractor

    folder = tmp_path / "archive"
    folder.mkdir()
    assert main(["submit", str(notebook), "--to", str(folder / "ada.zip")]) == 0
    SafeExtractor().extract(str(folder), str(tmp_path / "extracted"))
    assert (tmp_path / "extracted" / "ada" / "scale.ipynb").read_bytes() == notebook.read_bytes()


def test_nbgraders_exchange_takes_it(
    notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """Where an exchange is set up, the files lie in its inbound folder; where there is none, the line says so."""
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    settings = tmp_path / "nbgrader_config.py"
    settings.write_text(
        f"c = get_config()\nc.CourseDirectory.course_id = 'deep'\nc.Exchange.root = {str(tmp_path / 'exchange')!r}\n"
    )
    assert main(["submit", str(notebook), "--exchange"]) == 2
    assert "took nothing" in capsys.readouterr().err
    for folder in ("inbound", "outbound/01-scale"):
        (tmp_path / "exchange" / "deep" / folder).mkdir(parents=True)
    assert main(["submit", str(notebook), "--exchange"]) == 0
    (inbound,) = (tmp_path / "exchange" / "deep" / "inbound").iterdir()
    assert (inbound / "scale.ipynb").read_bytes() == notebook.read_bytes()
    assert f"nbgrader's exchange has it as {inbound.name}" in capsys.readouterr().out
