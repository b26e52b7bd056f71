"""A run's time, memory and mischief end with it, and the reason is told."""

from __future__ import annotations

import dataclasses
import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from runs import Run

from autograder.isolation import ForkServer
from autograder.model import Limits

LIMITS = Limits(wall_s=10.0, cpu_s=10.0, memory_mb=512, file_mb=8, scratch_mb=16, threads=24)


_DEAF = """
import signal
for number in signal.valid_signals():
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
while True: signal.pause()
"""
_DEEP = """
import sys
sys.setrecursionlimit(10**8)
def f(x): return list(map(f, [x]))
f(1)
"""


def _limits(**changes: Any) -> Limits:
    return dataclasses.replace(LIMITS, **changes)


@pytest.mark.parametrize(
    "code",
    [
        "import time; time.sleep(60)",
        _DEAF,
        "import ctypes; ctypes.CDLL(None).sleep(60)",
    ],
    ids=["sleep", "deaf", "C"],
)
def test_the_wall_limit_ends_a_run_that_only_waits(run: Run, code: str) -> None:
    """Nothing that waits, in Python or below, outlives the wall limit."""
    ran = run(code, _limits(wall_s=0.7))
    assert ran.exit.reason == "wall"
    assert ran.exit.code == -signal.SIGKILL
    assert 0.6 < ran.exit.wall_s < 3.0
    assert "0.7 s" in ran.exit.detail


@pytest.mark.parametrize("deaf", [False, True])
def test_the_cpu_limit_ends_a_run_that_computes(run: Run, deaf: bool) -> None:
    """Computing is limited also for a run that ignores the signal which says so."""
    ignore = "signal.signal(signal.SIGXCPU, signal.SIG_IGN)" if deaf else ""
    ran = run(f"import signal\n{ignore}\nwhile True: pass", _limits(cpu_s=1.0))
    assert ran.exit.reason == "cpu", ran
    assert 0.5 < ran.exit.cpu_s < 3.0  # the kernel counts by ticks what it limits, and exactly what it reports
    assert ran.exit.wall_s < 10.0


def test_memory_is_an_error_inside(run: Run, control: Run) -> None:
    """A hog meets MemoryError at the limit; what is below it works."""
    code = "result = len(bytes({0} * 2**20)) // 2**20"
    assert run(code.format(300), LIMITS).result == 300
    assert run(code.format(600), LIMITS).error == "MemoryError"
    assert control(code.format(300), LIMITS).result == 300


def test_a_run_that_swallows_memory_errors_stays_below_the_limit(run: Run) -> None:
    """Catching MemoryError does not give more memory."""
    ran = run(
        """
        kept = []
        try:
            while True:
                kept.append(bytearray(2**22))
        except MemoryError:
            result = len(kept) * 4
        """,
        LIMITS,
    )
    assert 300 < ran.result <= 512
    assert ran.exit.reason == "exited"
    assert ran.exit.max_rss_mb > 300


def test_a_huge_tensor_is_an_error_inside(run: Run) -> None:
    """The allocator of torch meets the same limit, and says so as an exception."""
    ran = run("import torch; torch.ones(10**12)", LIMITS)
    assert ran.error == "RuntimeError"
    assert "memory" in ran.text
    assert ran.exit.reason == "exited"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import ctypes; ctypes.string_at(0)", "killed"),
        (_DEEP, "killed"),
        ("import os; os.abort()", "killed"),
        ("import os; os._exit(7)", "exited"),
        ("raise SystemExit(3)", "exited"),
    ],
    ids=["segfault", "stack", "abort", "_exit", "SystemExit"],
)
def test_a_crash_is_told_apart_from_an_exit(run: Run, code: str, reason: str) -> None:
    """A crashed process has a signal, one that left has a status; both have ended alone."""
    ran = run(code)
    code_of_exit: Any = ran.exit.code
    assert ran.result is None
    assert ran.exit.reason == reason, ran
    assert (code_of_exit < 0) is (reason == "killed")
    if "_exit(7)" in code:
        assert ran.exit.code == 7


def test_a_run_killed_from_outside_says_so(server: ForkServer) -> None:
    """The machine's administrator, or its out-of-memory killer, is not mistaken for a limit."""
    with server.spawn(LIMITS) as child:
        os.write(child.to_worker, b"import time\nprint('up', flush=True)\ntime.sleep(30)")
        child.close_input()
        assert os.read(child.stdout, 10) == b"up\n"
        (worker,) = _workers()
        os.kill(worker, signal.SIGKILL)
        end = child.wait(5.0)
    assert end.reason == "killed"
    assert end.code == -signal.SIGKILL


def _workers() -> list[int]:
    """Return the grandchildren's children: grader -> server -> supervisor -> worker."""

    def children(pid: int) -> list[int]:
        text = Path(f"/proc/{pid}/task/{pid}/children")
        return [int(n) for n in text.read_text().split()] if text.exists() else []

    return [w for server in children(os.getpid()) for sup in children(server) for w in children(sup)]


def test_kill_stops_a_run_at_once(server: ForkServer) -> None:
    """The grader need not wait for the wall limit."""
    with server.spawn(LIMITS) as child:
        os.write(child.to_worker, b"import time\nprint('up', flush=True)\ntime.sleep(30)")
        child.close_input()
        os.read(child.stdout, 10)
        began = time.monotonic()
        child.kill()
        end = child.wait(5.0)
    assert end.reason == "stopped"
    assert time.monotonic() - began < 2.0
    assert child.wait(0.1) is end


def test_wait_gives_up_but_does_not_kill(server: ForkServer) -> None:
    """A caller may look whether a run has ended, and go on."""
    with server.spawn(LIMITS) as child:
        with pytest.raises(TimeoutError):
            child.wait(0.2)
        os.write(child.to_worker, b"result = 1")
        child.close_input()
        assert child.wait(5.0).reason == "exited"


def test_what_a_killed_run_printed_is_not_lost(run: Run) -> None:
    """Lines arrive when they are printed, not when the process ends well."""
    ran = run("import time, sys\nprint('one')\nprint('two', file=sys.stderr)\ntime.sleep(30)", _limits(wall_s=0.7))
    assert (ran.stdout, ran.stderr) == ("one\n", "two\n")


def test_a_flood_of_output_does_not_outlive_the_wall(server: ForkServer) -> None:
    """Nobody reads, the pipe is full: the run is ended all the same."""
    with server.spawn(_limits(wall_s=0.7)) as child:
        os.write(child.to_worker, b"while True: print('x' * 1000)")
        child.close_input()
        assert child.wait(5.0).reason == "wall"
