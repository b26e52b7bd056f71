"""Kept runs: what they depend on, and how long they stay."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from notebooks import write_exercise

from autograder.grade import Grader
from autograder.isolation import ForkServer
from autograder.model import Capture, CellRun, CheckOptions, Exit, Level, Output, Run
from autograder.run import cache as store
from autograder.run import provenance
from autograder.run.cache import RunCache, key_of

RUN = Run({}, (), {}, None, Exit("exited", 0), Level.STRONG, "cpu", 0.1)
DAY = 86_400


def _kept(folder: Path, name: str, *, days: float) -> Path:
    """Keep a run that was last used some days ago."""
    RunCache(folder).save(key_of(name=name), RUN)
    path = folder / key_of(name=name)
    os.utime(path, (time.time() - days * DAY,) * 2)
    return path


def test_a_mended_worker_gets_no_old_runs(
    launcher: ForkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run is kept for the code that made it: with other code of ours the solution is run again."""
    notebook = write_exercise(tmp_path)

    def runs() -> set[str]:
        Grader(launcher=launcher, secret=b"s" * 32, store=RunCache(tmp_path / "runs")).reference(notebook)
        return {path.name for path in (tmp_path / "runs").iterdir()}

    first = runs()
    assert runs() == first
    monkeypatch.setattr(provenance, "own_code", lambda: "mended")
    assert len(runs()) == 2


def test_a_run_is_loaded_as_it_was_saved(tmp_path: Path) -> None:
    """Every field, bytes and numbers that are not finite included; a file that was cut or changed is no run."""
    captures = {
        "x": Capture("x", "check", "check:0", False, True, bytes(range(256)), None, CheckOptions(2, None, 1e-3)),
        "y": Capture("y", "check", "check:1", True, False, None, "NameError: y", CheckOptions(at_most=float("inf"))),
    }
    shown = (Output("stdout", "one\n"), Output("png", data=b"\x89PNG"))
    run = Run(
        captures, (CellRun("cell", 0.25, None, shown, True),), {"check:1": "NameError: y"}, "stopped",
        Exit("killed", -9, 0.5, 1.5, 200.0, "detail"), Level.ADEQUATE, "cpu", 2.5,
        {"check:0": ("a", "b")}, ("check:1",), ("torch.mm",),
    )  # fmt: skip
    cache = RunCache(tmp_path)
    cache.save(key_of(name="full"), run)
    path = tmp_path / key_of(name="full")
    assert cache.load(path.name) == run
    whole = path.read_bytes()
    for cut in range(0, len(whole), 7):
        path.write_bytes(whole[:cut])
        assert cache.load(path.name) is None
    path.write_bytes(whole.replace(b"adequate", b"adequat\xff"))
    assert cache.load(path.name) is None


def test_runs_that_nobody_uses_go(tmp_path: Path) -> None:
    """What was not used for a term is removed by the next one who opens the folder; a use is a loading."""
    old, used, new = (_kept(tmp_path, name, days=store.KEPT_DAYS - 1) for name in ("old", "used", "new"))
    reader = RunCache(tmp_path)
    assert reader.load(used.name) == RUN
    os.utime(old, (time.time() - (store.KEPT_DAYS + 1) * DAY,) * 2)
    tmp_path.joinpath("README").write_text("not a run")
    del reader
    assert RunCache(tmp_path).load(new.name) == RUN
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["README", used.name, new.name])
    assert used.stat().st_mtime > time.time() - DAY


def test_the_oldest_go_where_there_is_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of runs that take too much room together the last used ones stay."""
    paths = [_kept(tmp_path, str(days), days=days) for days in (3, 1, 2)]
    monkeypatch.setattr(store, "KEPT_BYTES", 2 * paths[0].stat().st_size)
    RunCache(tmp_path).save("x", RUN)
    assert [path.exists() for path in paths] == [False, True, True]


def test_nothing_goes_while_another_grader_is_at_work(tmp_path: Path) -> None:
    """Whoever has loaded or kept a run holds the folder; what is old goes after that."""
    old, new = (_kept(tmp_path, name, days=0) for name in ("old", "new"))
    busy = RunCache(tmp_path)
    assert busy.load(new.name) == RUN
    os.utime(old, (time.time() - (store.KEPT_DAYS + 1) * DAY,) * 2)
    RunCache(tmp_path).save("a" * 64, RUN)
    assert old.exists()
    del busy
    RunCache(tmp_path).save("b" * 64, RUN)
    assert not old.exists()
