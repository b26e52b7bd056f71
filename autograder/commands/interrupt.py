"""Ctrl-C: once is enough, and the command has ended three seconds later, whatever it was in the midst of.

In: SIGINT, of a command that asks for it also SIGTERM; how far it has come. Out: KeyboardInterrupt in the main
thread, which lets the command end in order. If that takes longer than 2.5 s, a hard end with the same line on stderr
and the same exit code, 2; and where no Python runs any more (a native call keeps the interpreter's lock), SIGKILL
after the line. The clock is in a small process that watches this one, because a thread's would stop with the
interpreter. What a hard end leaves is what a kill leaves: "Killed at any moment" in docs/architecture.md. Processes
that are forked do not hear Ctrl-C.
It does NOT clean up, and does not know what the command does. Where there is no fork, no end is hard.
"""

from __future__ import annotations

import _thread
import contextlib
import mmap
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import NoReturn, Protocol

__all__ = ["EXIT_CODE", "came", "hear_sigterm", "interruptible", "reached", "say_stopped"]

EXIT_CODE = 2
_ORDERLY_S = 2.5  # for what is under way to end, and for what was graded to be written
_PYTHON_S = 2.8  # the same, where not even our own thread gets a turn
_SIZE = 256
_SHOW_CURSOR = b"\r\n\x1b[?25h"  # a live display hides it


class _State:
    """Of this process: whether a Ctrl-C came, and whether its exception got lost."""

    came = False
    lost = False
    shared: mmap.mmap | bytearray = bytearray(_SIZE)  # whether the line has been said; then how far the command came


def reached(text: str) -> None:
    """Remember how far the command has come, in a few words, for the line that a Ctrl-C leaves."""
    data = text.encode("utf-8", "replace")[: _SIZE - 1]
    _State.shared[1:] = data.ljust(_SIZE - 1, b"\0")


def came() -> bool:
    """Tell whether there has been a Ctrl-C: whatever error the command ends with then comes from it."""
    return _State.came


def say_stopped() -> None:
    """Say on stderr, once, how far the command came."""
    if _State.shared[0]:
        return
    _State.shared[0] = 1
    far = bytes(_State.shared[1:]).rstrip(b"\0").decode("utf-8", "replace")
    progress = f" ({far})" if far else ""
    line = f"autograder: stopped{progress}; what was done is kept, and the same command goes on from there\n"
    os.write(2, line.encode())


def interruptible(work: Callable[[], int]) -> int:
    """Return the exit code of `work`, a command; a Ctrl-C meanwhile ends this process soon.

    Call it in the main thread of a process that does nothing else. Where Ctrl-C is ignored, as in a shell's
    background job, it stays so.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        return work()
    _State.shared = mmap.mmap(-1, _SIZE)  # with the watching process
    watcher = _start_watcher() if hasattr(os, "fork") else None
    signal.signal(signal.SIGINT, _interrupt)
    sys.unraisablehook = _unraisable
    code = work()
    signal.signal(signal.SIGINT, lambda *_: os._exit(code))  # the work is done; only Python's own end is left
    if _State.came:
        _flush()
        os._exit(code)
    if watcher is not None:
        _end_watcher(watcher)
    return code


def hear_sigterm() -> None:
    """Let SIGTERM be a Ctrl-C from now on, also where Ctrl-C is ignored; processes that are forked do not hear it."""
    signal.signal(signal.SIGTERM, _terminate)
    os.register_at_fork(after_in_child=lambda: signal.signal(signal.SIGTERM, signal.SIG_DFL))


def _terminate(_number: int, _frame: FrameType | None) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, _interrupt)
    signal.raise_signal(signal.SIGINT)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Raise KeyboardInterrupt at the first Ctrl-C; more of them change nothing."""
    if not _State.came:
        _State.came = True
    elif not _State.lost:
        return
    _State.lost = False
    raise KeyboardInterrupt


class _Unraisable(Protocol):
    """What Python tells of an exception that it cannot raise."""

    exc_type: type[BaseException]


def _unraisable(raised: _Unraisable) -> None:
    """Raise a KeyboardInterrupt once more that came while some object was finalised."""
    if issubclass(raised.exc_type, KeyboardInterrupt):
        _State.lost = True
        _thread.start_new_thread(_interrupt_again, ())  # here, nothing can be raised either
    else:
        sys.__unraisablehook__(raised)  # type: ignore[arg-type]


def _interrupt_again() -> None:
    time.sleep(0.05)  # until the main thread has left the hook
    _thread.interrupt_main()


def _restore_terminal() -> None:
    if os.isatty(1):
        os.write(1, _SHOW_CURSOR)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # nobody reads it any more
            stream.flush()


# -- the process that watches


def _start_watcher() -> int:
    """Fork the process that sees each Ctrl-C, even while no Python runs here; return its pid."""
    command = os.getpid()
    (signals_read, signals_write), (late_read, late_write) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)  # sent to a whole group: it ends when the command does
            os.close(signals_write)
            os.close(late_read)
            _watch(command, signals_read, late_write)
        finally:
            os._exit(0)
    os.close(signals_read)
    os.close(late_write)
    os.set_blocking(signals_write, False)
    # Python's handler in C writes each signal's number there
    signal.set_wakeup_fd(signals_write, warn_on_full_buffer=False)
    os.register_at_fork(after_in_child=lambda: _be_deaf(command, signals_write))
    threading.Thread(target=_end_when_late, args=[late_read], daemon=True).start()
    return pid


def _be_deaf(command: int, signals_write: int) -> None:
    """Let a process that the command forks leave Ctrl-C to the command."""
    if os.getppid() == command:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.set_wakeup_fd(-1)
        os.close(signals_write)


def _end_when_late(late_read: int) -> None:
    """End this process when the watching one says so; that it has ended itself is no reason."""
    if os.read(late_read, 1):
        _restore_terminal()
        say_stopped()
        os._exit(EXIT_CODE)


def _watch(command: int, signals_read: int, late_write: int) -> NoReturn:
    """Wait for a Ctrl-C, then for the command's end: tell it when that is due, and kill it if that does not help."""
    while (numbers := os.read(signals_read, _SIZE)) and signal.SIGINT not in numbers:
        pass
    began = time.monotonic()
    if numbers and not _ends(signals_read, began + _ORDERLY_S):
        os.write(late_write, b"!")
        # still its child: nobody else can have that number
        if not _ends(signals_read, began + _PYTHON_S) and os.getppid() == command:
            _restore_terminal()
            say_stopped()
            os.kill(command, signal.SIGKILL)
    os._exit(0)


def _ends(signals_read: int, deadline: float) -> bool:
    """Wait for the command's end; tell whether it came in time."""
    while (remaining := deadline - time.monotonic()) > 0:
        if select.select([signals_read], [], [], remaining)[0] and not os.read(signals_read, _SIZE):
            return True
    return False


def _end_watcher(pid: int) -> None:
    os.close(signal.set_wakeup_fd(-1))
    os.waitpid(pid, 0)
