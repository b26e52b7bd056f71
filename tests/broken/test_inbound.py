"""`nbgrader collect` with the course's configuration: no link leads elsewhere, nothing stops the others."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from breakages import right
from nbgrader.apps import CollectApp
from notebooks import write_exercise

from autograder.gradebook.database import make_database

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = json.dumps(right())
WHEN = "2030-01-31 21:14:09 UTC"


@pytest.fixture
def inbound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the exchange of a course with one exercise takes submissions."""
    course, exchange = tmp_path / "course", tmp_path / "exchange"
    course.mkdir()
    text = (ROOT / "nbgrader_config.py").read_text("utf-8")
    (course / "nbgrader_config.py").write_text(f"{text}\nc.Exchange.root = {str(exchange)!r}\n", "utf-8")
    write_exercise(course)
    folder = exchange / "zero-to-hero/inbound"
    folder.mkdir(parents=True)
    exchange.chmod(0o777)
    monkeypatch.chdir(course)
    make_database(f"sqlite:///{course / 'gradebook.db'}")
    return folder


def hand_in(inbound: Path, name: str, **files: str) -> Path:
    """Put a submission into the exchange as `nbgrader submit` does: its notebook, and other files."""
    folder = inbound / name
    folder.mkdir()
    for file, text in {"scale.ipynb": NOTEBOOK, "timestamp.txt": WHEN, **files}.items():
        (folder / file).write_text(text, "utf-8")
    return folder


def collect() -> Path:
    """Run the command; return submitted/."""
    app = CollectApp.instance()
    try:
        app.initialize(["01-scale"])
        app.start()
    finally:
        CollectApp.clear_instance()
    return Path("submitted")


def files(folder: Path) -> list[str]:
    """Return the paths of all files in a folder, sorted."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


def test_what_is_handed_in_is_collected(inbound: Path) -> None:
    """The newest, with what lies beside it and in folders; not hidden files."""
    hand_in(inbound, "ada+01-scale+2030-01-30 20:00:00 UTC+x", old="")
    folder = hand_in(inbound, f"ada+01-scale+{WHEN}+y", notes="mine", **{".hidden": ""})
    (folder / "data").mkdir()
    (folder / "data/x.csv").write_text("1", "utf-8")
    ada = collect() / "ada/01-scale"
    assert files(ada) == ["data/x.csv", "notes", "scale.ipynb", "timestamp.txt"]
    assert (ada / "scale.ipynb").read_text("utf-8") == NOTEBOOK


@pytest.mark.parametrize("kind", ["link", "folder", "linked folder", "pipe"])
def test_no_link_leads_to_the_solution(inbound: Path, tmp_path: Path, kind: str) -> None:
    """What the instructor alone may read is not copied into a submission, by whatever name it is reached."""
    source = tmp_path / "course/source/01-scale"
    eve = hand_in(inbound, f"eve+01-scale+{WHEN}+x")
    (eve / "scale.ipynb").unlink()
    if kind == "link":
        (eve / "scale.ipynb").symlink_to(source / "scale.ipynb")
    elif kind == "pipe":
        os.mkfifo(eve / "scale.ipynb")
    elif kind == "folder":
        (eve / "more").symlink_to(source)
    else:
        shutil.rmtree(eve)
        eve.symlink_to(source)
    hand_in(inbound, f"ada+01-scale+{WHEN}+x")
    submitted = collect()
    assert files(submitted / "ada/01-scale") == ["scale.ipynb", "timestamp.txt"]
    assert files(submitted / "eve/01-scale") == ([] if kind == "linked folder" else ["timestamp.txt"])


@pytest.mark.parametrize(
    "name",
    [
        "eve+01-scale+some day+x",
        "eve+01-scale+",
        f"..+01-scale+{WHEN}+x",
        f"+01-scale+{WHEN}+x",
        f"eve+01-scale+{'9' * 150}",
    ],
)
def test_a_folder_that_names_nobody_stops_nobody(inbound: Path, tmp_path: Path, name: str) -> None:
    """It is left out; nothing is written beside submitted/STUDENT/."""
    hand_in(inbound, name)
    hand_in(inbound, f"ada+01-scale+{WHEN}+x")
    assert [path.name for path in collect().iterdir()] == ["ada"]
    assert not (tmp_path / "course/01-scale").exists()


def test_too_much_stops_nobody(inbound: Path, tmp_path: Path) -> None:
    """More than nbgrader's bound of 100 MB in a folder, folders in folders without end, and a file that is closed."""
    eve = hand_in(inbound, f"eve+01-scale+{WHEN}+x", closed="")
    (eve / "closed").chmod(0)
    with (eve / "large").open("wb") as large:
        large.truncate(101 * 10**6)
    deep = eve
    for _ in range(100):
        deep /= "d"
        deep.mkdir()
        (deep / "file").write_text("x", "utf-8")
    hand_in(inbound, f"ada+01-scale+{WHEN}+x")
    submitted = collect()
    assert files(submitted / "ada/01-scale") == ["scale.ipynb", "timestamp.txt"]
    found = files(submitted / "eve/01-scale")
    assert "large" not in found
    assert len([path for path in found if path.startswith("d/")]) == 8
