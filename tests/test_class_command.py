"""`autograder class`: pages and figures of a graded class; a shared mistake that the author gives a sentence to."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, answered, cell, exercise, write_exercise

from autograder.cli import main

ROOT = Path(__file__).resolve().parents[1]
ODD = RIGHT | {"solution_scale": '''def scale(v):
    """v -> v divided by its largest absolute value."""
    w = 0.1 * v * v
    return w + v / 3'''}  # fmt: skip
ODD_TOO = RIGHT | {"solution_scale": "def scale(v):\n    return v / 3 + v * 0.1 * v"}  # other rounding, another frame
WRONG = RIGHT | {"solution_mean": "mean = x.mean(1, keepdim=True)"}
pytestmark = pytest.mark.runs


@pytest.fixture(scope="module")
def _graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One assignment: three students share a wrong value that nothing explains."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    write_exercise(root, exercise(), "01-scale")
    assert main(["--course", str(root), "build"]) == 0
    for student, answers in {"adaone": ODD, "bentwo": ODD_TOO, "cleothree": ODD, "dorafour": WRONG}.items():
        folder = root / "submitted" / student / "01-scale"
        folder.mkdir(parents=True)
        raw = answered(**answers)
        raw["cells"].insert(1, cell("extra", "own", "y = 1"))
        folder.joinpath("scale.ipynb").write_text(json.dumps(raw))
    assert main(["--course", str(root), "grade"]) == 0
    return root


@pytest.fixture
def root(_graded: Path, tmp_path: Path) -> Path:
    """The same class, to be changed."""
    return Path(shutil.copytree(_graded, tmp_path / "course"))


def figures(root: Path, *options: str) -> Any:
    assert main(["--course", str(root), "class", "--json", str(root / "class.json"), *options]) == 0
    return json.loads((root / "class.json").read_text("utf-8"))


def test_the_page_is_the_one_that_grading_wrote(root: Path) -> None:
    """From the gradebook and autograded/ alone; drafts and titles too."""
    before = (root / "class.html").read_text("utf-8")
    root.joinpath("class.html").unlink()
    assert main(["--course", str(root), "class"]) == 0
    assert (root / "class.html").read_text("utf-8") == before
    assert "3 students</b> have this same value at <b>scale</b>" in before
    assert "Centre and scale" in before, "the task's heading"


def test_a_shared_wrong_value_gets_its_sentence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The drafted cell, named and worded by the author, put into source/: after grading all three read the sentence."""
    (group,) = figures(root)["assignments"][0]["same_values"]
    assert group["checks"] == ["scale", "scale, negative"]
    assert group["students"] == ["adaone", "bentwo", "cleothree"]
    draft = group["draft"]
    assert draft.endswith("breaks: scale; scale, negative\n---\n    w = 0.1 * v * v\n    return w + v / 3")
    finished = draft.replace("NAME (a value at scale)", "a parabola").replace(
        "WHAT A TUTOR WOULD ASK (3 students have this value)", "Where does the square come from?"
    )
    raw = exercise()
    position = next(number for number, one in enumerate(raw["cells"]) if one["id"] == "m3")
    raw["cells"].insert(position, cell("raw", "m-new", finished))
    write_exercise(root, raw, "01-scale")
    assert main(["--course", str(root), "build"]) == 0
    assert main(["--course", str(root), "grade"]) == 0
    (assignment,) = figures(root)["assignments"]
    assert assignment["same_values"] == []
    mistake = assignment["mistakes"][0]
    assert (mistake["text"], mistake["cause"]) == ("Where does the square come from?", "a parabola")
    assert mistake["students"] == ["adaone", "bentwo", "cleothree"]
    capsys.readouterr()


def test_without_names_there_is_none(root: Path) -> None:
    """Neither on the page nor among the figures, nor a word of a student's; the sentences stay."""
    everything = json.dumps(figures(root, "--without-names"))
    page = (root / "class-without-names.html").read_text("utf-8")
    for shown in (everything, page):
        assert not any(name in shown for name in ("adaone", "bentwo", "cleothree", "dorafour"))
        assert "0.1 * v" not in shown
        assert "You averaged over the features." in shown
    assert "3 students</b> have this same value" in page
    assert "<table" not in page


def test_one_students_page(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All exercises with what was said; nobody else is on it."""
    assert main(["--course", str(root), "class", "--student", "dorafour"]) == 0
    page = (root / "class-dorafour.html").read_text("utf-8")
    assert "You averaged over the features." in page
    assert "of 4</span> points" in page
    assert "adaone" not in page
    assert main(["--course", str(root), "class", "--student", "nobody"]) == 2
    assert "neither the gradebook nor a roster.csv knows a student 'nobody'" in capsys.readouterr().err


def test_the_figures_are_those_of_the_page(root: Path) -> None:
    """Scores of the gradebook, each check's answers; the file says where the page goes."""
    found = figures(root, "--to", str(root / "elsewhere.html"))
    assert (root / "elsewhere.html").exists()
    assert found["students"] == 4
    assert {row["student"]: row["scores"] for row in found["table"]} == {
        "adaone": {"01-scale": 2.0}, "bentwo": {"01-scale": 2.0}, "cleothree": {"01-scale": 2.0},
        "dorafour": {"01-scale": 3.0},
    }  # fmt: skip
    checks = {check["name"]: check for check in found["assignments"][0]["checks"]}
    assert (checks["scale"]["answers"], checks["scale"]["solved"]) == (4, 1)
    assert checks["scale"]["endings"] == [
        {"status": "wrong", "sentence": "another value", "source": None, "cause": None, "count": 3}
    ]


def test_what_a_mended_exercise_moved(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Since a day: whose score, from what to what, because of which check; a time that is none is said."""
    raw = exercise()
    raw["metadata"]["autograder"] = {"void": {"scale": "full marks"}}
    write_exercise(root, raw, "01-scale")
    assert main(["--course", str(root), "build"]) == 0
    began = datetime.now(UTC)
    assert main(["--course", str(root), "grade"]) == 0
    assert "Grades that changed" not in (root / "class.html").read_text("utf-8")
    changes = figures(root, "--since", f"{began:%Y-%m-%d}", f"{began:%H:%M:%S}")["changes"]
    moved = {score["student"]: (score["before"], score["now"]) for score in changes["scores"]}
    assert moved == {"adaone": (2, 3), "bentwo": (2, 3), "cleothree": (2, 3)}
    (reason,) = changes["reasons"]
    assert (reason["count"], reason["mean"]) == (3, 1)
    assert reason["why"] == ["source/ changed", "'scale': 0 → 1 (full marks)"]
    assert (changes["assignments"][0]["before"]["mean"], changes["assignments"][0]["now"]["mean"]) == (9 / 16, 12 / 16)
    assert "3 scores changed" in (root / "class.html").read_text("utf-8")
    first = figures(root, "--since", "2020-01-01", "--without-names")["changes"]
    assert first["new"] == 4
    assert "scores" not in first
    assert main(["--course", str(root), "class", "--since", "yesterday"]) == 2
    assert "'yesterday' is no time" in capsys.readouterr().err
