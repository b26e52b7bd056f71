"""A process that checks one notebook after another and stays warm: torch is imported once.

In: lines of JSON on standard input, {"path", "alone", "again"}; "alone": nothing else is asked for, so it need not
get warm; "again": the same notebook will be asked for again. Out: for each a line of JSON on standard output,
{"report", "standing", "seconds"} or {"error"}. It ends with its input. The student's code runs in a process of its
own each time (`ownworkers`); judging is done here.

`checking.py` starts it and speaks with it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from autograder.commands.importing import importing
from autograder.commands.ownworkers import CAN_FORK, OwnWorkers, make_shell
from autograder.errors import GraderError

__all__ = ["serve"]


def serve(*, fork: bool = CAN_FORK) -> None:
    """Answer each line of standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the command's matter: it ends this process
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)  # what anything prints here is no answer
        checker = _Checker(fork=fork)
        for line in sys.stdin:
            request = json.loads(line)
            path = Path(request["path"])
            answers.write(json.dumps(checker.answer(path, alone=request["alone"])) + "\n")
            answers.flush()
            checker.get_ready(path if request["again"] else None)


class _Checker:
    """What stays from one notebook to the next."""

    def __init__(self, *, fork: bool) -> None:
        self._fork = fork
        self._shell: object = None
        self._ready: tuple[Path, OwnWorkers] | None = None  # with a process that waits for the folder's notebook

    def answer(self, path: Path, *, alone: bool) -> dict[str, Any]:
        """Return the answer to one request."""
        began = time.monotonic()
        try:
            if self._fork and self._shell is None and not alone:
                self._shell = _warm()
            return {**self._checked(path), "seconds": time.monotonic() - began}
        except GraderError as error:
            return {"error": str(error)}
        except Exception as error:  # noqa: BLE001  one notebook's matter, and not the end of the others
            problem = f"{type(error).__name__}: {error}"
            return {"error": f"{path}: could not be checked ({problem}). This is a fault of ours."}

    def _checked(self, path: Path) -> dict[str, Any]:
        """Run and judge one notebook."""
        with importing():
            import torch

        torch.set_num_threads(1)  # a pool of threads would not survive a fork
        with self._workers(path.parent) as workers:
            if path.is_file():
                with contextlib.suppress(OSError):  # said when it is started for the run
                    workers.start_early()  # it imports what runs cells while this process imports what judges
            with importing():
                from autograder.grade.filecheck import check_notebook, read_beside
                from autograder.report import standing, to_json

            report = check_notebook(path, launcher=workers)
            progress = standing(report, read_beside(path).notebook)
            return {"report": to_json(report), "standing": asdict(progress)}

    def get_ready(self, path: Path | None) -> None:
        """Start the process for the next run of the same notebook, where that takes seconds: where there is no fork."""
        if path is not None and not self._fork:
            workers = OwnWorkers(path.parent, fork=False)
            with contextlib.suppress(OSError, GraderError):
                workers.start_early()
            self._ready = path.parent, workers

    def _workers(self, folder: Path) -> OwnWorkers:
        ready, self._ready = self._ready, None
        if ready is not None and ready[0] == folder:
            return ready[1]
        if ready is not None:
            ready[1].close()
        return OwnWorkers(folder, shell=self._shell, fork=self._fork)


def _warm() -> object:
    import autograder.grade.filecheck  # noqa: F401  what judges

    return make_shell()
