"""Several runs on one card: as many at a time as its memory holds.

In: a launcher, the card's memory. Out: the same launcher, whose `spawn` waits until there is room. What a run may use
of the card is its notebook's limit of memory, and the run itself is told so (worker/numerics.py); here nobody is
admitted for whom that would not be left. It does NOT know what runs of other programs, or of other graders, use.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from autograder.isolation.launcher import Child, Launcher
from autograder.model import Level, Limits

__all__ = ["CONTEXT_MB", "SharedCard"]

CONTEXT_MB = 768  # what a process takes of a card before its first tensor: an estimate, not measured yet


@dataclass
class SharedCard:
    """A launcher for runs on one card of `memory_mb` MiB."""

    inner: Launcher
    memory_mb: int
    _used: int = 0
    _room: threading.Condition = field(default_factory=threading.Condition)

    @property
    def level(self) -> Level:
        """How well a run is isolated."""
        return self.inner.level

    @property
    def overridden(self) -> bool:
        """Whether that is less than grading asks for."""
        return self.inner.overridden

    @property
    def branches(self) -> bool:
        """Whether it gives workers that may fork: none that has opened a card."""
        return False

    def spawn(self, limits: Limits, prepared: str = "", *, may_fork: bool = False) -> Child:
        """Start one worker as soon as the card has room; one that wants more than the card has, has it alone."""
        share = min(limits.memory_mb + CONTEXT_MB, self.memory_mb)
        with self._room:
            self._room.wait_for(lambda: self._used + share <= self.memory_mb)
            self._used += share
        try:
            child = self.inner.spawn(limits, prepared, may_fork=may_fork)
        except BaseException:
            self._give_back(share)
            raise
        child.at_the_end = lambda: self._give_back(share)
        return child

    def _give_back(self, share: int) -> None:
        with self._room:
            self._used -= share
            self._room.notify_all()

    def close(self) -> None:
        self.inner.close()
