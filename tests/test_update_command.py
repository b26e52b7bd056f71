"""`autograder update`: a student's answers in the corrected exercise, and nothing is lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from handout import HandOut
from notebooks import RIGHT, cell, exercise

from autograder.cli import main
from autograder.grade import Grader
from autograder.gradebook.publicrun import expected_file
from autograder.isolation import ForkServer
from autograder.notebook import blank, read_source, without_hidden

pytestmark = pytest.mark.runs
STUB = "# YOUR CODE HERE\nraise NotImplementedError()"


@pytest.fixture(scope="module")
def hand_out(tmp_path_factory: pytest.TempPathFactory, launcher: ForkServer) -> HandOut:
    return HandOut(tmp_path_factory.mktemp("course") / "release", launcher)


@pytest.fixture
def notebook(hand_out: HandOut) -> Path:
    """A right notebook in a folder of its own, with a cell of the student's own in it."""
    path = hand_out.add("01-scale", **RIGHT)
    for kept in path.parent.glob("*.before*"):
        kept.unlink()
    raw = json.loads(path.read_text("utf-8"))
    place = [one["id"] for one in raw["cells"]].index("solution-centred")
    own = {
        "cell_type": "code",
        "id": "mine",
        "metadata": {},
        "source": "print(mean)",
        "outputs": [],
        "execution_count": 7,
    }
    raw["cells"].insert(place, own)
    path.write_text(json.dumps(raw, indent=1), "utf-8")
    return path


@pytest.fixture
def corrected(tmp_path: Path, launcher: ForkServer) -> Callable[[Callable[[dict[str, Any]], object]], Path]:
    """Make a corrected exercise, as students get it, and return its folder."""

    def make(change: Callable[[dict[str, Any]], object]) -> Path:
        raw = exercise()
        change(raw)
        source = tmp_path / "source" / "01-scale" / "scale.ipynb"
        source.parent.mkdir(parents=True)
        source.write_text(json.dumps(raw), "utf-8")
        read = read_source(source)
        folder = tmp_path / "new" / "01-scale"
        folder.mkdir(parents=True)
        folder.joinpath("expected.safetensors").write_bytes(expected_file(Grader(launcher=launcher, secret=None), read))
        raw["cells"] = [one for one in raw["cells"] if one["cell_type"] != "raw"]
        for one in raw["cells"]:
            kind = one["metadata"]["nbgrader"]
            one["source"] = blank(one["source"]) if kind["solution"] else without_hidden(one["source"])
        raw["metadata"]["autograder"] = {"assignment": "01-scale", "build": read.build}
        folder.joinpath("scale.ipynb").write_text(json.dumps(raw), "utf-8")
        return folder

    return make


def sources(path: Path) -> dict[str, str]:
    return {one["id"]: "".join(one["source"]) for one in json.loads(path.read_text("utf-8"))["cells"]}


def rename_mean(raw: dict[str, Any]) -> None:
    for one in raw["cells"]:
        if one["id"].endswith("-mean"):
            one["id"] = one["metadata"]["nbgrader"]["grade_id"] = one["id"].replace("mean", "average")
    raw["metadata"]["autograder"] = {"was": {"solution-average": "solution-mean", "check-average": "check-mean"}}


def replace_scale(raw: dict[str, Any]) -> None:
    """Another task stands where `scale` was."""
    place = [one["id"] for one in raw["cells"]].index("solution-scale")
    raw["cells"][place:] = [
        cell("solution", "solution-more", "### BEGIN SOLUTION\nmore = x.sum(0)\n### END SOLUTION"),
        cell("check", "check-more", 'check("more", more)', 2),
    ]


def another_text(raw: dict[str, Any]) -> None:
    raw["cells"][0]["source"] = "# Centre, then scale"
    (solution,) = [one for one in raw["cells"] if one["id"] == "solution-scale"]
    solution["source"] = solution["source"].replace("def scale(v):", "def scale(v, eps=0):")


def test_answers_are_carried(
    notebook: Path, corrected: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each into its cell; the text is the corrected one, and where the given part is another it is said."""
    before = notebook.read_bytes()
    values = notebook.with_name("expected.safetensors").read_bytes()
    folder = corrected(another_text)
    assert main(["update", str(notebook), str(folder)]) == 0
    found = sources(notebook)
    assert found["intro"] == "# Centre, then scale"
    assert found["solution-mean"] == RIGHT["solution_mean"]
    assert found["solution-scale"] == RIGHT["solution_scale"]
    names = list(found)
    assert names[names.index("solution-centred") - 1] == "mine"
    assert notebook.with_name("scale.ipynb.before").read_bytes() == before
    assert notebook.with_name("expected.safetensors.before").read_bytes() == values
    assert notebook.with_name("expected.safetensors").read_bytes() == (folder / "expected.safetensors").read_bytes()
    said = capsys.readouterr().out
    assert "Carried over: 3 answers, and 1 of your own cells." in said
    assert said.count("has changed; look whether your answer still fits") == 1
    assert "What you had before: scale.ipynb.before, expected.safetensors.before." in said
    assert main(["check", str(notebook)]) == 0
    capsys.readouterr()
    updated = notebook.read_bytes()
    assert main(["update", str(notebook), str(folder.parent)]) == 0
    assert "is of the corrected exercise already" in capsys.readouterr().out
    assert notebook.read_bytes() == updated


def test_a_renamed_cell(notebook: Path, corrected: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Its answer goes along."""
    assert main(["update", str(notebook), str(corrected(rename_mean).parent)]) == 0
    assert sources(notebook)["solution-average"] == RIGHT["solution_mean"]
    assert main(["check", str(notebook)]) == 0
    assert "No place any more" not in capsys.readouterr().out


def test_an_answer_without_a_place(
    notebook: Path, corrected: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """It stands at the end as text that is not run, and does not fill the new task at the same place."""
    assert main(["update", str(notebook), str(corrected(replace_scale))]) == 0
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    assert sources(notebook)["solution-more"] == STUB
    assert (cells[-1]["cell_type"], cells[-1]["source"]) == ("raw", RIGHT["solution_scale"])
    assert cells[-2]["source"].startswith("## Answers that have no place any more")
    said = capsys.readouterr().out
    assert "stands at the notebook's end, as text: 'solution-scale'." in said
    assert "New in the exercise:" in said
    import nbformat

    nbformat.validate(nbformat.read(notebook, as_version=4))


def test_a_blank_answer_takes_the_new_skeleton(hand_out: HandOut, corrected: Callable[..., Path]) -> None:
    """Who has not begun a task has the corrected blank afterwards."""
    path = hand_out.add("01-scale")
    assert main(["update", str(path), str(corrected(another_text))]) == 0
    assert "def scale(v, eps=0):" in sources(path)["solution-scale"]
    assert "NotImplementedError" in sources(path)["solution-scale"]


def test_lines_in_an_authors_cell_are_named(
    notebook: Path, corrected: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """They are not carried, for no graded run runs them; they are in what is kept."""
    raw = json.loads(notebook.read_text("utf-8"))
    raw["cells"][1]["source"] += "\nimport math"
    notebook.write_text(json.dumps(raw), "utf-8")
    assert main(["update", str(notebook), str(corrected(another_text))]) == 0
    assert "import math" not in sources(notebook)["setup"]
    assert "cells which are not yours to fill in were left:" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", ["nothing there", "itself", "another exercise", "no values"])
def test_what_cannot_be_updated(
    notebook: Path, hand_out: HandOut, corrected: Callable[..., Path], wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says why, and nothing is changed."""
    before = notebook.read_bytes()
    new = corrected(another_text)
    said = ""
    if wrong == "nothing there":
        new, said = new / "elsewhere", "no scale.ipynb there"
    elif wrong == "itself":
        new, said = notebook.parent, "is the notebook itself"
    elif wrong == "no values":
        new.joinpath("expected.safetensors").unlink()
        said = "Take the corrected exercise once more"
    else:
        other = hand_out.add("02-scale", **RIGHT)
        new = shutil.copytree(other.parent, new.parent / "02-scale")
        said = "is not a notebook of 02-scale"
    assert main(["update", str(notebook), str(new)]) == 2
    assert said in capsys.readouterr().err
    assert notebook.read_bytes() == before
    assert list(notebook.parent.glob("*.before*")) == []
