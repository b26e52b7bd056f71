"""A cell's time-out, and the channel to the grader, in whose messages the time-out waits."""

from __future__ import annotations

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from autograder.wire.channel import Frame, read_frame, write_frame

__all__ = ["CellLimit", "CellLimitWithoutAlarm", "CellTimeoutError", "Channel"]


class CellTimeoutError(TimeoutError):
    """A cell ran longer than it may."""


class Channel:
    """The two pipes; while a message is under way, the cell's time-out waits."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        """Use these two file descriptors."""
        self._read, self._write = read_fd, write_fd
        self.busy = False
        self.late: CellTimeoutError | None = None  # raised as soon as the message is through

    @contextmanager
    def _undisturbed(self) -> Iterator[None]:
        self.busy = True
        try:
            yield
        finally:
            self.busy = False
        late, self.late = self.late, None
        if late is not None:
            raise late

    def ask(self, header: dict[str, Any], body: bytes = b"") -> Frame:
        """Send a frame and return the answer."""
        with self._undisturbed():
            write_frame(self._write, header, body)
            return read_frame(self._read)

    def tell(self, header: dict[str, Any], body: bytes = b"") -> None:
        """Send a frame."""
        with self._undisturbed():
            write_frame(self._write, header, body)

    def next(self) -> Frame:
        """Wait for the grader's next frame."""
        return read_frame(self._read)


class CellLimit:
    """Raises CellTimeoutError in a cell that runs too long, again and again until it gives in."""

    def __init__(self, seconds: float, channel: Channel) -> None:
        """Interrupt what runs inside the block after `seconds`, but no message of `channel`."""
        self._seconds = seconds
        self._channel = channel

    def __enter__(self) -> None:
        signal.signal(signal.SIGALRM, self._interrupt)
        signal.setitimer(signal.ITIMER_REAL, self._seconds, 0.25)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._channel.late = None

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        error = CellTimeoutError(f"this cell ran for more than {self._seconds:g} s")
        if not self._channel.busy:
            raise error
        self._channel.late = error


class CellLimitWithoutAlarm(CellLimit):
    """The same where the system has no alarm clock (Windows): a thread's clock, and Ctrl-C's handler in its place."""

    _over = threading.Event()

    def __enter__(self) -> None:
        signal.signal(signal.SIGINT, self._interrupt)
        self._over = threading.Event()
        threading.Thread(target=self._watch, args=[self._over], daemon=True).start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._channel.late = None

    def _watch(self, over: threading.Event) -> None:
        seconds = self._seconds
        while not over.wait(seconds):
            _thread.interrupt_main(signal.SIGINT)
            seconds = 0.25
