"""`pytest` in what students are given: an item for each check, what is not filled in skipped, and notebooks alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from handout import WRONG, HandOut, without_linux
from notebooks import RIGHT

from autograder.isolation import ForkServer

pytestmark = pytest.mark.runs


@pytest.fixture(scope="module")
def hand_out(tmp_path_factory: pytest.TempPathFactory, launcher: ForkServer) -> HandOut:
    """Two exercises, one half done with a mistake; beside them what students, and others, leave lying about."""
    found = HandOut(tmp_path_factory.mktemp("kit") / "release", launcher)
    path = found.add("01-scale", solution_mean=WRONG, solution_centred=RIGHT["solution_centred"])
    found.add("02-scale")
    stray = "def test_of_somebody_else():\n    raise AssertionError('not to be run')\n"
    for place in (path.parent, found.root, found.root.parent, found.root.parent / "tests", found.root / "notes"):
        place.mkdir(exist_ok=True)
        (place / "test_stray.py").write_text(stray)
    (path.parent / "scale-Copy1.ipynb").write_bytes(path.read_bytes())
    (path.parent / "Untitled.ipynb").write_text("{}")
    return found


def run(*arguments: str | Path, folder: Path, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *map(str, arguments)],
        capture_output=True, text=True, check=False, cwd=folder, **more,
    )  # fmt: skip


def collected(*arguments: str | Path, folder: Path) -> list[str]:
    done = run("--collect-only", "-q", *arguments, folder=folder)
    return [line for line in done.stdout.splitlines() if "::" in line]


def test_an_item_for_each_check(hand_out: HandOut) -> None:
    """Right passes, wrong fails with the sentence, what is not filled in is skipped and says so; junit names checks."""
    folder = hand_out.root / "01-scale"
    done = run("-q", "-rs", f"--junit-xml={folder.parent / 'junit.xml'}", folder=folder)
    assert "1 failed, 1 passed, 1 skipped" in done.stdout, done.stdout + done.stderr
    assert "check 'mean'" in done.stdout
    assert "You averaged over the features." in done.stdout
    assert "not filled in yet" in done.stdout
    assert "Traceback" not in done.stdout
    written = (folder.parent / "junit.xml").read_text("utf-8")
    cases = {case.split('"')[0]: case for case in written.split(' name="')[1:]}
    assert {"mean", "centred", "scale"} <= set(cases)
    assert "<failure" in cases["mean"]
    assert "<skipped" in cases["scale"]


def test_one_check_can_be_chosen(hand_out: HandOut) -> None:
    """By its node's name, by -k, and by the id of its check cell."""
    folder = hand_out.root / "01-scale"
    assert collected("scale.ipynb::centred", folder=folder) == ["scale.ipynb::centred"]
    assert collected("-k", "mean", folder=folder) == ["scale.ipynb::mean"]
    assert collected("-k", "check-scale", folder=folder) == ["scale.ipynb::scale"]


def test_what_failed_last_is_run_alone(hand_out: HandOut, tmp_path: Path) -> None:
    """`--lf` remembers checks."""
    folder, cache = hand_out.root / "01-scale", f"cache_dir={tmp_path}"
    for options in ([], ["--lf"]):
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-o", cache, *options],
            capture_output=True, text=True, check=False, cwd=folder,
        )  # fmt: skip
    assert "1 failed" in done.stdout
    assert "passed" not in done.stdout


@pytest.mark.parametrize("place", [".", "01-scale", ".."])
def test_notebooks_alone_are_found(hand_out: HandOut, place: str) -> None:
    """Nobody's test files, and no copies: in release/, in one exercise, in the folder that was unpacked."""
    found = collected(folder=hand_out.root / place)
    assert {line.split("::")[1] for line in found} == {"mean", "centred", "scale"}
    assert {line.split("::")[0].rpartition("/")[2] for line in found} == {"scale.ipynb"}
    assert len(found) == (3 if place == "01-scale" else 6)


def test_a_folder_that_is_named_is_no_other(hand_out: HandOut) -> None:
    """`pytest release/01-scale` and `pytest release` find notebooks alone as well."""
    assert len(collected("release/01-scale", folder=hand_out.root.parent)) == 3
    assert len(collected("release", folder=hand_out.root.parent)) == 6


def test_a_file_that_is_named_is_collected(hand_out: HandOut) -> None:
    """A student may have tests of their own: they are run when they are named."""
    assert collected("test_stray.py", folder=hand_out.root / "01-scale") == ["test_stray.py::test_of_somebody_else"]
    assert len(collected("scale-Copy1.ipynb", folder=hand_out.root / "01-scale")) == 3


def test_where_settings_say_where_tests_are_they_hold(hand_out: HandOut, tmp_path: Path) -> None:
    """A developer's checkout has a release/ too, and its tests are found as before."""
    (tmp_path / "pytest.ini").write_text("[pytest]\ntestpaths = tests\n")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_own.py").write_text("def test_own():\n    pass\n")
    unit = tmp_path / "release" / "01-scale"
    unit.mkdir(parents=True)
    for path in (hand_out.root / "01-scale").glob("[es]*"):
        (unit / path.name).write_bytes(path.read_bytes())
    assert collected(folder=tmp_path) == ["tests/test_own.py::test_own"]
    assert [line.split("::")[1] for line in collected(folder=tmp_path / "release")] == ["mean", "centred", "scale"]


def test_a_folder_without_exercises_is_left_alone(tmp_path: Path) -> None:
    """Elsewhere the plugin decides nothing."""
    (tmp_path / "test_own.py").write_text("def test_own():\n    pass\n")
    (tmp_path / "notes.ipynb").write_text("{}")
    assert collected(folder=tmp_path) == ["test_own.py::test_own"]
    assert collected("test_own.py", "notes.ipynb", folder=tmp_path) == []  # pytest: nobody takes notes.ipynb
    assert "no match in any of" in run("notes.ipynb", folder=tmp_path).stderr


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "there is no such file, so there is nothing to compare with"),
        (b"\x08\0\0\0\0\0\0\0nonsense", "cannot be read"),
    ],
)
def test_what_is_wrong_with_the_file_is_one_line(
    hand_out: HandOut, tmp_path: Path, data: bytes | None, said: str
) -> None:
    """A notebook without its exercise's file, or with a broken one, is an error of one line, with what to do."""
    path = tmp_path / "scale.ipynb"
    path.write_bytes((hand_out.root / "01-scale" / "scale.ipynb").read_bytes())
    if data is not None:
        path.with_name("expected.safetensors").write_bytes(data)
    done = run("-q", "scale.ipynb", folder=tmp_path)
    assert "1 error" in done.stdout
    assert said in done.stdout
    assert "Traceback" not in done.stdout
    assert "autograder/" not in done.stdout.replace("autograder that", "")


def test_another_exercises_notebook_is_one_line(hand_out: HandOut, tmp_path: Path) -> None:
    """A notebook beside another exercise's file is named, and no check of it fails."""
    unit = tmp_path / "02-scale"
    unit.mkdir()
    for name, place in (("scale.ipynb", "01-scale"), ("expected.safetensors", "02-scale")):
        (unit / name).write_bytes((hand_out.root / place / name).read_bytes())
    raw = json.loads((unit / "scale.ipynb").read_text("utf-8"))
    raw["metadata"]["autograder"]["build"] = "0123456789ab"  # these two exercises have the same cells
    (unit / "scale.ipynb").write_text(json.dumps(raw), "utf-8")
    done = run("-q", folder=unit)
    assert "1 error" in done.stdout, done.stdout
    assert "This looks like 01-scale" in done.stdout


def test_neither_linux_nor_a_mac_is_needed(hand_out: HandOut, tmp_path: Path) -> None:
    """Without fork, alarm, fcntl and the rest the items end as they do here."""
    done = run("-q", folder=hand_out.root / "01-scale", env=without_linux(tmp_path / "hidden"))
    assert "1 failed, 1 passed, 1 skipped" in done.stdout, done.stdout + done.stderr
