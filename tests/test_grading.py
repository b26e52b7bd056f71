"""`autograder grade` on a small class: the whole class on every face, dry runs, due dates, stale builds."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from notebooks import RIGHT, answered, exercise, write_exercise

from autograder.cli import main

ROOT = Path(__file__).resolve().parents[1]
BOTH = ("01-scale", "02-scale")
pytestmark = pytest.mark.runs


@pytest.fixture(scope="module")
def _graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two assignments, three students, one of them late; built and graded once."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    with root.joinpath("nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write('\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    for name in BOTH:
        write_exercise(root, of(name), name)
    assert main(["--course", str(root), "build"]) == 0
    with book(root) as opened:
        for name in BOTH:
            opened.update_or_create_assignment(name, duedate="2030-01-01 00:00:00 UTC")
    for student, when in (("ada", "2030-01-02"), ("ben", "2029-12-31"), ("cleo", "2029-12-31")):
        for name in BOTH if student != "cleo" else BOTH[:1]:
            folder = root / "submitted" / student / name
            folder.mkdir(parents=True)
            folder.joinpath("scale.ipynb").write_text(json.dumps(answered(**RIGHT)))
            folder.joinpath("timestamp.txt").write_text(f"{when} 12:00:00 UTC")
    assert main(["--course", str(root), "grade"]) == 0
    return root


@pytest.fixture
def root(_graded: Path, tmp_path: Path) -> Path:
    """The same class, to be changed."""
    return Path(shutil.copytree(_graded, tmp_path / "course"))


def of(name: str) -> dict[str, Any]:
    """Return the source notebook of an assignment."""
    raw = exercise()
    raw["cells"][0]["source"] = f"# {name}"
    return raw


def book(root: Path) -> Gradebook:
    return Gradebook(f"sqlite:///{root / 'gradebook.db'}", "zero-to-hero")


def table(root: Path) -> dict[str, str]:
    """Return the rows of the class page's table, as text."""
    rows = re.findall(r"<tr>\s*<th>(.*?)</th>(.*?)</tr>", (root / "class.html").read_text("utf-8"), re.DOTALL)
    return {
        name: " ".join(re.sub("<[^>]*>", " ", cells).split()) for name, cells in rows if name not in ("student", "mean")
    }


def files(root: Path) -> dict[Path, bytes]:
    """All that a dry run must leave alone: all but kept runs and the lock."""
    found = [path for path in root.rglob("*") if path.is_file()]
    return {path: path.read_bytes() for path in found if not {"runs", "lock", "__pycache__"} & set(path.parts)}


def test_the_page_is_the_gradebooks(root: Path) -> None:
    """Late is 0 of 4, and what was not handed in a dash."""
    assert table(root) == {
        "ada": "0 0% 0 4 −&nbsp;4 late 0 4 −&nbsp;4 late",
        "ben": "8 100% 4 4",
        "cleo": "4 50% 4 &ndash;",
    }


def test_a_part_of_the_class_keeps_the_whole_on_the_page(root: Path) -> None:
    """One student, one assignment: the page has everybody, and their checks."""
    before = table(root)
    for arguments in (["--student", "ben"], ["02-scale", "--force"]):
        assert main(["--course", str(root), "grade", *arguments]) == 0
        assert table(root) == before
    assert "3 submissions" in (root / "class.html").read_text("utf-8")


def test_points_by_hand_come_onto_the_page(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They need no --force, and nothing is run."""
    with book(root) as opened:
        opened.find_grade("check-scale", "scale", "01-scale", "cleo").manual_score = 0.5
        opened.db.commit()
    capsys.readouterr()
    assert main(["--course", str(root), "grade", "01-scale"]) == 0
    assert table(root)["cleo"] == "2.5 31% 2.5 2 +&nbsp;0.5 by hand &ndash;"
    assert "3 of 3 are as they were" in capsys.readouterr().out


def test_another_due_date_needs_no_force(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The penalty goes, nothing is run, and the change is said with its reason; a dry run says the same before."""
    with book(root) as opened:
        opened.update_or_create_assignment("02-scale", duedate=str(dt.date(2031, 1, 1)))
    said = "ada 02-scale: 0 → 4: points by hand, or another due date, extension or penalty setting"
    before = files(root)
    capsys.readouterr()
    assert main(["--course", str(root), "grade", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "1 grade would change:" in out
    assert said in out
    assert files(root) == before
    assert main(["--course", str(root), "grade"]) == 0
    out = capsys.readouterr().out
    assert said in out
    assert "5 of 5 are as they were" in out
    assert "changes.jsonl" in out
    assert table(root)["ada"] == "4 50% 0 4 −&nbsp;4 late 4"


def test_a_dry_run(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It runs what changed, says whose grade would change and why, and leaves every file as it is."""
    worse = answered(**RIGHT | {"solution_scale": "def scale(v):\n    return v"})
    (root / "submitted/ben/02-scale/scale.ipynb").write_text(json.dumps(worse))
    new = root / "submitted/dora/01-scale"
    new.mkdir(parents=True)
    new.joinpath("scale.ipynb").write_text(json.dumps(worse))
    before = files(root)
    capsys.readouterr()
    assert main(["--course", str(root), "grade", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "ben 02-scale: 4 → 2: the submission changed" in out
    assert "1 would be graded for the first time" in out
    assert files(root) == before
    assert main(["--course", str(root), "grade"]) == 0
    assert "ben 02-scale: 4 → 2: the submission changed" in capsys.readouterr().out
    assert table(root)["dora"] == "2 25% 2 &ndash;"
    kept = [json.loads(line) for line in (root / ".autograder/changes.jsonl").read_text().splitlines()]
    assert {one["after"]["student"]: one["why"] for one in kept[5:]} == {
        "ben": ["the submission changed"], "dora": ["a new submission"],
    }  # fmt: skip


def test_a_dry_run_writes_no_pages(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for both, the command says that they do not go together."""
    assert main(["--course", str(root), "grade", "--dry-run", "--feedback"]) == 2
    assert "leave out --feedback, or --dry-run" in capsys.readouterr().err


def test_a_stale_build_is_refused_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is run or written; the other assignment can be graded, and a build is the remedy."""
    raw = of("02-scale")
    raw["cells"][-1]["source"] += "\n# one case more"
    write_exercise(root, raw, "02-scale")
    before = files(root)
    capsys.readouterr()
    assert main(["--course", str(root), "grade", "--force"]) == 2
    shown = capsys.readouterr()
    assert "release/ was not made from what source/ holds now: 02-scale." in shown.err
    assert "isolation:" not in shown.out
    assert files(root) == before
    assert main(["--course", str(root), "grade", "01-scale"]) == 0
    assert main(["--course", str(root), "build"]) == 0
    capsys.readouterr()
    assert main(["--course", str(root), "grade"]) == 0
    assert "2 graded again, as before (source/ changed)" in capsys.readouterr().out


def test_the_json_has_the_gradebooks_scores(root: Path, tmp_path: Path) -> None:
    """Reports say what the checks gave, and beside them stands what counts."""
    path = tmp_path / "report.json"
    assert main(["--course", str(root), "grade", "01-scale", "--json", str(path)]) == 0
    data = json.loads(path.read_text())
    assert [(one["student"], one["score"]) for one in data["reports"]] == [("ada", 4), ("ben", 4), ("cleo", 4)]
    assert [(one["student"], one["score"], one["penalty"]) for one in data["gradebook"]] == [
        ("ada", 0, 4), ("ben", 4, 0), ("cleo", 4, 0),
    ]  # fmt: skip


def test_a_void_check(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its author declares it void after hand-in: who failed it gains, it is said why, and every page says it."""
    worse = answered(**RIGHT | {"solution_scale": "def scale(v):\n    return v / v.abs().max() if v.ndim == 2 else v"})
    (root / "submitted/ben/02-scale/scale.ipynb").write_text(json.dumps(worse))
    assert main(["--course", str(root), "grade", "02-scale"]) == 0
    raw = of("02-scale")
    raw["metadata"]["autograder"] = {"void": {"scale, negative": "full marks"}}
    write_exercise(root, raw, "02-scale")
    assert main(["--course", str(root), "build", "02-scale"]) == 0
    capsys.readouterr()
    assert main(["--course", str(root), "grade", "02-scale", "--feedback"]) == 0
    assert "ben 02-scale: 3 → 4: source/ changed; 'scale, negative': 0 → 1 (full marks)" in capsys.readouterr().out
    page = (root / "feedback/ben/02-scale/scale.html").read_text("utf-8")
    assert "This check is void: it has full marks for everybody." in page
    raw["metadata"]["autograder"] = {"void": {"scale, negativ": "full marks"}}
    write_exercise(root, raw, "02-scale")
    assert main(["--course", str(root), "build", "02-scale"]) == 2
    assert "void names 'scale, negativ', and there is no such check" in capsys.readouterr().err
