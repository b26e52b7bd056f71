"""What long work shows while it goes on: on a terminal a live display, elsewhere a plain line now and then.

In: how many things there are to do, and each one's beginning and end. Out: done, running, rate, time left,
the slowest, how many failed. Names may be a student's: they act on no terminal.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from autograder.commands.interrupt import came, reached
from autograder.report import clean_text

__all__ = ["Progress"]

_WINDOW = 60  # ends from which the rate is taken: what was kept from before goes fast, and tells nothing of the rest
_LINE_S = 10.0  # between two plain lines
_SHOWN = 4  # of those that run


class Progress:
    """Counts what begins and ends, and shows it. May be told from several threads."""

    def __init__(self, console: Console, verb: str, total: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Count up to `total`; each line begins with `verb`."""
        self.done = 0
        self.failed = 0
        self._console, self._verb, self._total, self._clock = console, verb, total, clock
        self._began = self._said = clock()
        self._running: dict[str, float] = {}
        self._ends: deque[float] = deque([self._began], maxlen=_WINDOW)
        self._slowest: tuple[float, str] | None = None
        self._last = ""
        self._lock = threading.Lock()
        self._live = Live(get_renderable=self._display, console=console, transient=True, refresh_per_second=4)

    def __enter__(self) -> Self:
        """Begin to show."""
        self._tell()
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the display away; a line that sums up stays."""
        self._live.stop()
        if self.done and not came():  # that says it as well
            self._console.print(self._sum(), style="dim", highlight=False, soft_wrap=True, markup=False)

    def begins(self, name: str) -> None:
        """Something is being worked at from now on; without this, it is not shown as running."""
        with self._lock:
            self._running[_clean(name)] = self._clock()

    def ends(self, name: str, *, seconds: float | None = None, failed: bool = False) -> None:
        """One more is done; `seconds` is what it took, if that is not the time since it began."""
        name, now = _clean(name), self._clock()
        with self._lock:
            began = self._running.pop(name, None)
            took = seconds if seconds is not None else now - began if began is not None else None
            if took is not None and (self._slowest is None or took > self._slowest[0]):
                self._slowest = (took, name)
            self.done += 1
            self.failed += failed
            self._last = name
            self._tell()
            self._ends.append(now)
            line = not self._console.is_terminal and now >= self._said + _LINE_S
            if line:
                self._said = now
        if line:
            self._console.print(self._line(), highlight=False, soft_wrap=True, markup=False)

    def _tell(self) -> None:
        reached(f"{self._verb}: {self.done} of {self._total}")

    # -- texts

    def _display(self) -> Group:
        """Return what a terminal shows now."""
        with self._lock:
            running, now = dict(self._running), self._clock()
        bar = Table.grid(padding=(0, 1))
        bar.add_row(self._verb, ProgressBar(max(self._total, 1), self.done, width=40), Text(self._counted()))
        oldest = sorted(running, key=running.__getitem__)
        entries = [f"{name} {now - running[name]:.0f} s" for name in oldest[:_SHOWN]]
        if len(oldest) > _SHOWN:
            entries.append(f"{len(oldest) - _SHOWN} more")
        lines = [f"running: {', '.join(entries)}" if entries else self._last, self._notes()]
        return Group(
            bar, *(Text(f"  {line}", style="dim", overflow="ellipsis", no_wrap=True) for line in lines if line)
        )

    def _line(self) -> str:
        notes = self._notes()
        return f"{self._verb}: {self._counted()}" + (f"; {notes}" if notes else "")

    def _sum(self) -> str:
        took = self._clock() - self._began
        notes = self._notes()
        return (
            f"{self._verb}: {self.done} of {self._total} in {_duration(took)}, {_rate(self.done / max(took, 1e-9))}"
            + (f"; {notes}" if notes else "")
        )

    def _counted(self) -> str:
        """Return how many are done, how fast it goes, and how long it will take."""
        rate = self._recent_rate()
        counted = f"{self.done}/{self._total}"
        return f"{counted}, {_rate(rate)}, {_duration((self._total - self.done) / rate)} left" if rate else counted

    def _recent_rate(self) -> float:
        """Return how many end in a second, from the last ones."""
        with self._lock:
            return (len(self._ends) - 1) / max(self._clock() - self._ends[0], 1e-9)

    def _notes(self) -> str:
        notes = []
        if self._slowest is not None:
            notes.append(f"slowest: {self._slowest[1]} {self._slowest[0]:.1f} s")
        if self.failed:
            notes.append(f"failed: {self.failed}")
        return "; ".join(notes)


def _clean(name: str) -> str:
    return clean_text(name, max_chars=60, max_lines=1)


def _rate(each_second: float) -> str:
    return f"{each_second:.1f} a second" if each_second >= 1 else f"{60 * each_second:.1f} a minute"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
