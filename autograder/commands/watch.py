"""The command `autograder watch`: a notebook is checked each time it is saved, and the next step is shown.

In: a notebook, a folder of exercises, or nothing: the working folder. Out: on the terminal the table of the notebook
that was saved last, and how far it has come; on a folder of several first a line for each. It ends with Ctrl-C. The
processes that check stay warm from one time to the next. It does NOT write anything.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.commands.check import say_line, say_whole
from autograder.commands.checking import Checkers, result_of
from autograder.commands.console import terminal
from autograder.commands.notebooks import exercise_folders, find_notebooks, notebooks_of
from autograder.errors import CourseError

__all__ = ["watch", "watched"]

_STEP_MS = 100  # what is saved within this time of each other is one change
_LOOK_MS = 1000  # from one look at the files to the next, where nothing tells that they have changed
_WHOLE_S = 3.0  # for a file that is being written to be whole
_PAUSE_S = 0.1


def watch(options: argparse.Namespace) -> int:
    """Watch until Ctrl-C; return the exit code: 0."""
    start: Path = options.place or options.course
    chosen = [start] if start.is_file() else find_notebooks(start)
    try:
        with Checkers(min(os.cpu_count() or 1, len(chosen)), again=True) as checkers:
            saves = watched(start)
            _show_all(chosen, checkers)
            for path in saves:
                _show(path, checkers)
    except KeyboardInterrupt:
        pass
    print("autograder: stopped watching")
    return 0


def watched(start: Path, changes: Callable[..., Iterable[Any]] | None = None) -> Iterator[Path]:
    """Return what yields, for ever, a notebook of the exercises in `start` each time it has been saved since this call.

    `changes`: what tells that files have changed, as `watchfiles.watch` does; CourseError if that is not there. It is
    asked for the time, not for the files: each second they are looked at anyway, for where a file lies on another
    machine's disk no system tells of its changes.
    """
    start = start.absolute()
    folders = [start.parent] if start.is_file() else exercise_folders(start)
    return _saved(start, folders, _states(start, folders), changes or _watchfiles())


def _saved(
    start: Path, folders: list[Path], states: dict[Path, object], changes: Callable[..., Iterable[Any]]
) -> Iterator[Path]:
    for _ in changes(
        *folders, step=_STEP_MS, rust_timeout=_LOOK_MS, yield_on_timeout=True, recursive=False, raise_interrupt=True
    ):
        current = _states(start, folders)
        changed = [path for path, state in current.items() if states.get(path) != state]
        states.update(current)
        yield from changed


def _states(start: Path, folders: list[Path]) -> dict[Path, object]:
    """Return what tells whether a notebook has been saved, for each that is there."""
    paths = [start] if start.is_file() else [path for folder in folders for path in notebooks_of(folder)]
    states: dict[Path, object] = {}
    for path in paths:
        with contextlib.suppress(OSError):  # it is being replaced: it will be there the next time
            state = path.stat()
            states[path] = state.st_mtime_ns, state.st_size, state.st_ino
    return states


def _watchfiles() -> Callable[..., Iterable[Any]]:
    try:
        from watchfiles import watch as changes
    except ModuleNotFoundError as error:
        raise CourseError(
            "this command needs watchfiles, which is not installed: pip install watchfiles (it is a part of "
            "'zero-to-hero-autograder[student]')"
        ) from error
    return changes


def _show_all(paths: list[Path], checkers: Checkers) -> None:
    """Show how far each notebook has come before anything is saved; one alone is shown whole."""
    if len(paths) == 1:
        _show(paths[0], checkers)
        return
    width = max(len(path.absolute().parent.name) for path in paths)
    for future in [checkers.submit(path) for path in paths]:
        say_line(result_of(future), width)
    _say_waiting()


def _show(path: Path, checkers: Checkers) -> None:
    """Check a notebook, and show it in the place of what stood on the screen."""
    if not _is_whole(path):
        terminal().print(f"{path.name}: the file is no whole notebook; waiting for the next save", markup=False)
        return
    checked = result_of(checkers.submit(path))
    console = terminal()
    console.clear()  # on a terminal: what has scrolled away stays there
    say_whole(checked)
    _say_waiting(f"{checked.seconds:.1f} s, ")


def _say_waiting(took: str = "") -> None:
    now = datetime.now(UTC).astimezone().strftime("%H:%M:%S")
    line = f"{now}  {took}waiting for the next save; Ctrl-C ends it"
    terminal().print(line, style="dim", highlight=False, soft_wrap=True)


def _is_whole(path: Path) -> bool:
    """Wait until a file is a whole notebook, as an editor is done with writing it; False if it does not become one."""
    deadline = time.monotonic() + _WHOLE_S
    while True:
        try:
            raw = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError):
            raw = None
        if isinstance(raw, dict) and isinstance(raw.get("cells"), list):
            return True
        if time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE_S)
