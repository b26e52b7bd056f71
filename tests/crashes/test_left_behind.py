"""What killed processes leave: it is gone when nobody uses it any more, and not before."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.files import write_atomically
from autograder.isolation import scratch
from autograder.model import Exit, Level, Run
from autograder.run.cache import RunCache

RUN = Run({}, (), {}, None, Exit("exited", 0), Level.STRONG, "cpu", 0.1)


def test_half_a_run_stays_while_somebody_writes(tmp_path: Path) -> None:
    """A second store leaves the first one's unfinished file alone; the next one alone removes it."""
    first = RunCache(tmp_path)
    first.save("a", RUN)
    half = tmp_path / "new-half"
    half.write_bytes(b"half")
    RunCache(tmp_path).save("b", RUN)
    assert half.exists()
    del first
    RunCache(tmp_path).save("b", RUN)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_run_that_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    """The store is a cache: where nothing can be written, nothing is kept."""
    tmp_path.joinpath("file").write_text("")
    store = RunCache(tmp_path / "file" / "runs")
    store.save("a", replace(RUN))
    assert store.load("a") is None


def test_folders_of_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A held folder stays, one whose grader is dead goes, also with what a student's code left in it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    dead, holding = scratch.hold()
    (dead / "0" / "deep").mkdir(parents=True)
    live, other = scratch.hold()
    assert dead.exists()
    os.close(holding)
    third, another = scratch.hold()
    assert sorted(tmp_path.iterdir()) == sorted([live, third])
    os.close(other)
    os.close(another)


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the old file and nothing beside it; a dead writer's half file is taken over."""
    path = tmp_path / "page.html"
    (tmp_path / ".page.html.part").write_text("half")
    write_atomically(path, b"old", mode=0o444)
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("old", 0o444)

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("page.html", "old")]
