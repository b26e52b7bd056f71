"""A batch with every kind of broken submission: each gets its scores and a reason, the others are graded as ever."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from breakages import BROKEN, right
from notebooks import exercise, write_exercise

from autograder import gradebook
from autograder.cli import main
from autograder.course import Course
from autograder.model import Report
from autograder.notebook import read_source, read_submission
from autograder.notebook.regions import without_hidden, without_marks
from autograder.report import from_json

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(ROOT.glob("source/*/*.ipynb"))
POINTS = {"check-mean": 1.0, "check-centred": 1.0, "check-scale": 2.0}


@dataclass(frozen=True)
class Batch:
    """A graded class: the course, its reports, what the command said on stderr."""

    course: Course
    reports: dict[str, Report]
    scores: dict[tuple[str, str, str], float]
    said: str


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Batch]:
    """Grade them all at once, with feedback, through the command."""
    root = tmp_path_factory.mktemp("broken")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    raw = exercise(limits={"cell_s": 4, "wall_s": 30, "output_mb": 0.1}, files=["numbers.txt", "tables/small.csv"])
    raw["cells"][1]["source"] += "\nassert open('numbers.txt').read() == '1 2 3'"
    write_exercise(root, raw)
    (root / "source/01-scale/numbers.txt").write_text("1 2 3")
    (root / "source/01-scale/tables").mkdir()
    (root / "source/01-scale/tables/small.csv").write_text("1,2")
    (root / "submitted/right/01-scale").mkdir(parents=True)
    (root / "submitted/right/01-scale/scale.ipynb").write_text(json.dumps(right()))
    (root / "submitted/lost/01 scale").mkdir(parents=True)
    (root / "submitted/loose").mkdir()
    for place in ("lost/01 scale", "loose"):
        (root / "submitted" / place / "scale.ipynb").write_text(json.dumps(right()))
    for name, broken in BROKEN.items():
        folder = root / "submitted" / name / "01-scale"
        folder.mkdir(parents=True)
        broken.make(folder)
    with pytest.MonkeyPatch.context() as patch:
        said: list[str] = []
        patch.setattr("sys.stderr.write", said.append)
        assert main(["--course", str(root), "grade", "--json", str(root / "report.json"), "--feedback"]) == 0
    found = [from_json(one) for one in json.loads((root / "report.json").read_text())["reports"]]
    course = Course(root)
    yield Batch(course, {one.student: one for one in found}, gradebook.scores(course), "".join(said))
    (root / "submitted/read-only/01-scale").chmod(0o755)


def _page(course: Course, student: str) -> str:
    """Return what a student reads, without its marks, in one line."""
    page = (course.root / "feedback" / student / "01-scale/scale.html").read_text("utf-8")
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).replace("¶", "").split())


@pytest.mark.parametrize("name", BROKEN)
def test_broken_submission(batch: Batch, name: str) -> None:
    """It loses no more than it must; its page and its rows are there, and say why in a sentence."""
    broken, report = BROKEN[name], batch.reports[name]
    expected = {cell: 0.0 if cell in broken.lost else points for cell, points in POINTS.items()}
    assert {cell.cell_id: cell.score for cell in report.cells} == expected
    assert {cell: batch.scores[name, "01-scale", cell] for cell in POINTS} == expected
    assert re.search(broken.says, _page(batch.course, name), re.IGNORECASE)
    if not broken.says:
        assert not report.problems
    for check in [check for cell in report.cells for check in cell.checks]:
        assert check.status == "passed" or check.reason or check.mismatch
    path = batch.course.root / "autograded" / name / "01-scale/scale.ipynb"
    nbformat.validate(nbformat.read(path, as_version=4))


def test_honest_neighbour(batch: Batch) -> None:
    """Whoever handed in what was asked for has full marks, and nothing is remarked."""
    assert {cell: batch.scores["right", "01-scale", cell] for cell in POINTS} == POINTS
    assert not batch.reports["right"].problems
    assert batch.reports.keys() == BROKEN.keys() | {"right"}
    assert len(BROKEN) >= 60


def test_wrong_folders_are_named(batch: Batch) -> None:
    """What lies where nobody looks is no student's zero: the instructor hears of it."""
    for place in ("lost/01 scale", "loose/scale.ipynb"):
        assert re.search(f"NOT LOOKED AT: .*{place}: there is no assignment of this name", batch.said)


def test_links_bring_nothing(batch: Batch) -> None:
    """Nothing of what a student's links point at is copied."""
    for kind in ("autograded", "feedback"):
        for path in (batch.course.root / kind / "links-beside").rglob("*"):
            assert not path.is_symlink()
            assert path.is_dir() or b"root:" not in path.read_bytes()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("extra", [False, True])
def test_names_lost_by_an_editor(path: Path, *, extra: bool) -> None:
    """In every exercise of the course the cells are found without ids and metadata, also beside a student's own."""
    exercise = read_source(path)
    cells: list[dict[str, Any]] = []
    for one in exercise.cells:
        text = without_marks(one.source) if one.kind == "solution" else without_hidden(one.source)
        cells.append({"cell_type": "code" if one.is_code else "markdown", "metadata": {}, "source": text})
        if extra and one.kind == "check":
            cells.append({"cell_type": "code", "metadata": {}, "source": "print('mine')"})
    found = read_submission(json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 2}).encode(), exercise)
    given = [one.source for one in found.cells if one.is_code and one.kind != "check"]
    wanted = [one["source"] for one in cells if one["cell_type"] == "code" and "check(" not in one["source"]]
    assert [text for text in given if text in wanted] == wanted
