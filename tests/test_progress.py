"""Progress, with a clock that the test turns: what a terminal shows, what a file gets."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from rich.console import Console

from autograder.commands.progress import Progress


class Clock:
    """Seconds that pass when told to."""

    now = 1000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


def console(*, terminal: bool) -> Console:
    """Return a console that writes into a string."""
    return Console(file=io.StringIO(), force_terminal=terminal, width=100, color_system=None)


def written(where: Console) -> str:
    """Return what was written."""
    file: Any = where.file
    return str(file.getvalue())


def said(where: Console) -> str:
    """Return what was written, without a terminal's commands."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", written(where))


def work(progress: Progress, clock: Clock, names: list[str], seconds: float) -> None:
    """Do some things one after another, each of so many seconds."""
    for name in names:
        progress.begins(name)
        clock.now += seconds
        progress.ends(name)


def test_plain_lines(clock: Clock) -> None:
    """Not on a terminal: a line every ten seconds at most, and one at the end."""
    where = console(terminal=False)
    with Progress(where, "graded", 40, clock=clock) as progress:
        work(progress, clock, [f"student{number} 07-batchnorm" for number in range(30)], 0.5)
        progress.begins("eve 13-transformer")
        clock.now += 10
        progress.ends("eve 13-transformer", failed=True)
    lines = said(where).splitlines()
    assert lines == [
        "graded: 20/40, 2.0 a second, 0:10 left; slowest: student0 07-batchnorm 0.5 s",
        "graded: 31/40, 1.2 a second, 0:07 left; slowest: eve 13-transformer 10.0 s; failed: 1",
        "graded: 31 of 40 in 0:25, 1.2 a second; slowest: eve 13-transformer 10.0 s; failed: 1",
    ]


def test_live_display(clock: Clock) -> None:
    """On a terminal: done, rate, time left, what runs and since when, the slowest; in the end one line stays."""
    where = console(terminal=True)
    progress = Progress(where, "graded", 10, clock=clock)
    with progress:
        work(progress, clock, ["ada 07-batchnorm"], 30)
        for name in ("bob", "cleo", "dan", "eve", "fay"):
            progress.begins(f"{name} 07-batchnorm")
        clock.now += 2
    shown = said(where)
    assert "1/10, 1.9 a minute, 4:48 left" in shown
    assert "running: bob 07-batchnorm 2 s, cleo 07-batchnorm 2 s" in shown
    assert "slowest: ada 07-batchnorm 30.0 s" in shown
    assert shown.rstrip().endswith("graded: 1 of 10 in 0:32, 1.9 a minute; slowest: ada 07-batchnorm 30.0 s")


def test_names_act_on_no_terminal(clock: Clock) -> None:
    """A student's id may hold anything."""
    where = console(terminal=False)
    with Progress(where, "graded", 1, clock=clock) as progress:
        work(progress, clock, ["[red]eve\x1b[2J\n07-batchnorm"], 1)
    assert "\x1b" not in written(where)
    assert "[red]eve" in written(where)
    assert len(written(where).splitlines()) == 1


def test_the_rate_is_that_of_late(clock: Clock) -> None:
    """What was kept from an earlier run goes fast, and says nothing of the time that is left."""
    where = console(terminal=False)
    with Progress(where, "graded", 1060, clock=clock) as progress:
        for number in range(1000):
            progress.ends(f"{number}")
        for number in range(59):
            clock.now += 10
            progress.ends(f"{number}")
    last = said(where).splitlines()[-2]
    assert "6.0 a minute, 0:10 left" in last


def test_nothing_done_says_nothing(clock: Clock) -> None:
    """An error before the first end is not followed by a line of zeros."""
    where = console(terminal=False)
    with Progress(where, "graded", 3, clock=clock):
        pass
    assert said(where) == ""
