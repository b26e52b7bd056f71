"""Several notebooks checked at the same time, for `autograder check`, `watch`, `submit` and pytest.

In: paths. Out: for each a `Checked`, its report or why there is none. The checking is done by processes that stay warm
(`checker.py`), one for each notebook that is checked at the same time; a thread here speaks with each. torch is not
imported here.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from autograder.model import Report
    from autograder.report import Standing

__all__ = ["Checked", "Checkers", "check_all", "result_of"]

_LOOK_S = 0.2
_END_S = 5.0  # for a thread to see that its process has ended
_ROOT = Path(__file__).resolve().parents[2]
_START = """
import sys
sys.path += sys.argv[1:]
from autograder.commands.checker import serve
serve()
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """One notebook: its report, or why there is none."""

    path: Path
    report: Report | None = None
    standing: Standing | None = None
    error: str = ""  # one line: why it could not be checked
    seconds: float = 0.0  # what it took, without the start of the process that checked

    @property
    def done(self) -> bool:
        """Whether every check has passed."""
        return self.standing is not None and self.standing.done


def check_all(paths: Sequence[Path], *, jobs: int | None = None) -> Iterator[Checked]:
    """Check notebooks, `jobs` at the same time (default: one on each core); yield them in their order."""
    with Checkers(min(jobs or os.cpu_count() or 1, len(paths)), alone=len(paths) == 1) as checkers:
        for future in [checkers.submit(path) for path in paths]:
            yield result_of(future)


def result_of(future: Future[Checked]) -> Checked:
    """Wait for a result; not in one go, for Windows lets nobody interrupt that."""
    while True:
        try:
            return future.result(_LOOK_S)
        except TimeoutError:
            if future.done():
                raise


class Checkers:
    """Processes that check. At the end they are closed, whatever they are in the midst of."""

    def __init__(self, jobs: int, *, alone: bool = False, again: bool = False) -> None:
        """Have so many at most; each starts when there is something for it to do.

        `alone`: there is one notebook, once; `again`: the same will be checked again and again.
        """
        self._jobs, self._alone, self._again = jobs, alone, again
        self._waiting: queue.SimpleQueue[tuple[Path, Future[Checked]] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._processes: set[_Checker] = set()
        self._closed = False

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def submit(self, path: Path) -> Future[Checked]:
        """Have a notebook checked when its turn comes."""
        future: Future[Checked] = Future()
        self._waiting.put((path, future))
        if len(self._threads) < self._jobs:
            thread = threading.Thread(target=self._work, daemon=True)
            self._threads.append(thread)
            thread.start()
        return future

    def close(self) -> None:
        """End all processes. Harmless if done before."""
        self._closed = True
        for _ in self._threads:
            self._waiting.put(None)
        for process in list(self._processes):
            process.kill()
        for thread in self._threads:
            thread.join(_END_S)

    def _work(self) -> None:
        process: _Checker | None = None
        while (task := self._waiting.get()) is not None:
            path, future = task
            if self._closed:
                future.cancel()
                continue
            try:
                if process is None or process.ended:
                    process = self._replaced(process)
                future.set_result(process.check(path, alone=self._alone, again=self._again))
            except BaseException as error:  # noqa: BLE001  the one who waits gets it
                future.set_exception(error)
        if process is not None:
            process.close()

    def _replaced(self, old: _Checker | None) -> _Checker:
        if old is not None:
            old.close()
        new = _Checker()
        self._processes.add(new)
        return new


class _Checker:
    """One process."""

    def __init__(self) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  lives as long as the process
        self._process = subprocess.Popen(  # noqa: S603  our own command
            [sys.executable, "-P", "-c", _START, str(_ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # with the processes that it starts: they end together
        )

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def check(self, path: Path, *, alone: bool, again: bool) -> Checked:
        """Have one notebook checked."""
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: PT018
        with contextlib.suppress(OSError):  # then there is no answer either
            request = {"path": str(path.absolute()), "alone": alone, "again": again}
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line.endswith("\n"):
            self.kill()
            return Checked(path, error=f"{path}: the process that checks ended before its time{self._last_line()}")
        answer = json.loads(line)
        if "error" in answer:
            return Checked(path, error=answer["error"])
        from autograder.report import from_json  # late: the process has started before

        return Checked(path, from_json(answer["report"]), _standing(answer["standing"]), seconds=answer["seconds"])

    def kill(self) -> None:
        """End the process, and what it has started. Harmless if done before; any thread may."""
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg") and self._process.poll() is None:
                os.killpg(self._process.pid, signal.SIGKILL)  # its session's first process: the group has its number
            else:
                self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End it and let go of its pipes: for the thread that speaks with it."""
        self.kill()
        for stream in (self._process.stdin, self._process.stdout, self._said):
            with contextlib.suppress(OSError):  # what could not be written any more
                stream.close()  # type: ignore[union-attr]

    def _last_line(self) -> str:
        with contextlib.suppress(OSError, ValueError):
            self._said.seek(0)
            lines = self._said.read().decode("utf-8", "replace").strip().splitlines()
            return f" ({lines[-1][:300]})" if lines else ""
        return ""


def _standing(raw: dict[str, Any]) -> Standing:
    from autograder.model import Status
    from autograder.report import NextStep, Standing

    step = raw["next"]
    return Standing(**{**raw, "next": None if step is None else NextStep(**{**step, "status": Status(step["status"])})})
