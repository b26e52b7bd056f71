"""`autograder watch`: a check at each save, a file that is being written, Ctrl-C."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from handout import WRONG, HandOut, without_linux
from notebooks import RIGHT

from autograder.commands import watch as watching
from autograder.errors import CourseError
from autograder.isolation import ForkServer

pytestmark = pytest.mark.runs
LONGEST_S = 120.0  # for one check, on a machine with much else to do


class Watcher:
    """`autograder watch` in a process of its own, and what it has said so far."""

    def __init__(self, *arguments: str | Path, **more: Any) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "autograder.cli", "watch", *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more,
        )  # fmt: skip
        self.said = ""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said += line.decode("utf-8")

    def await_check(self, number: int) -> str:
        """Wait until so many checks have been shown; return what was said of the last one."""
        self.await_text("waiting for the next save", number)
        return self.said.split("waiting for the next save")[number - 1]

    def await_text(self, text: str, number: int = 1) -> None:
        deadline = time.monotonic() + LONGEST_S
        while self.said.count(text) < number:
            assert time.monotonic() < deadline, self.said
            assert self._process.poll() is None, self.said
            time.sleep(0.1)

    def stop(self) -> int:
        """Send a Ctrl-C; return the exit code."""
        self._process.send_signal(signal.SIGINT)
        code = self._process.wait(10)
        time.sleep(0.2)  # for the last line to be read
        return code

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture
def hand_out(tmp_path: Path, launcher: ForkServer) -> HandOut:
    return HandOut(tmp_path / "release", launcher)


@pytest.mark.parametrize("system", ["this", "without Linux"])
def test_each_save_is_checked(hand_out: HandOut, tmp_path: Path, system: str) -> None:
    """From blank to right, over a file that is half written; Ctrl-C ends it with one line."""
    path = hand_out.add("01-scale")
    more = {} if system == "this" else {"env": without_linux(tmp_path / "hidden")}
    watcher = Watcher(path, **more)
    try:
        assert "0 of 3 checks · 0 of 4 points · next: `mean`" in watcher.await_check(1)
        hand_out.add("01-scale", **{**RIGHT, "solution_mean": WRONG})
        found = watcher.await_check(2)
        assert "You averaged over the features." in found
        assert "2 of 3 checks · 3 of 4 points · next: `mean`" in found
        whole = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps(whole)[:500], "utf-8")  # an editor that is not done yet
        time.sleep(0.5)
        hand_out.add("01-scale", **RIGHT)
        assert "3 of 3 checks · 4 of 4 points · all done" in watcher.await_check(3)
        assert watcher.stop() == 0
        assert watcher.said.rstrip().splitlines()[-1] == "autograder: stopped watching"
        assert "Traceback" not in watcher.said
    finally:
        watcher.close()


def test_a_file_that_stays_broken_is_waited_for(hand_out: HandOut, tmp_path: Path, monkeypatch: Any) -> None:
    """A half-written file is no notebook: it is looked at again and again, and then the next save is waited for."""
    path = hand_out.add("01-scale")
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    monkeypatch.setattr(watching, "_WHOLE_S", 0.3)
    assert not watching._is_whole(path)
    monkeypatch.setattr(watching, "_WHOLE_S", 30.0)
    threading.Timer(0.3, path.write_bytes, [whole]).start()
    assert watching._is_whole(path)


def test_only_the_exercises_notebooks_are_watched(hand_out: HandOut) -> None:
    """Copies, other files and notebooks that are gone are passed over; those of a folder are told apart."""
    first, second = hand_out.add("01-scale"), hand_out.add("02-scale")
    asked: list[Path] = []

    def changes(*folders: Path, **_: object) -> Iterator[set[object]]:
        asked.extend(folders)
        second.with_name("scale-Copy1.ipynb").write_text("{}")
        first.with_name("notes.txt").write_text("")
        yield set()
        second.write_bytes(second.read_bytes() + b"\n")
        yield set()
        first.unlink()
        yield set()
        first.write_text("{}")
        yield set()
        yield set()

    assert list(watching.watched(hand_out.root, changes)) == [second, first]
    assert asked == [first.parent, second.parent]


def test_what_is_saved_during_the_first_check_is_not_missed(hand_out: HandOut) -> None:
    """A save counts from the moment on at which the file was first looked at."""
    path = hand_out.add("01-scale")
    saves = watching.watched(path, lambda *_, **__: [set()])
    path.write_bytes(path.read_bytes() + b"\n")
    assert list(saves) == [path]


def test_without_watchfiles_a_line_says_how_to_get_it(hand_out: HandOut, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is a part of what students install; who has not is told."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(CourseError, match="pip install watchfiles"):
        watching.watched(hand_out.add("01-scale"))
