"""A process that checks one notebook after another and stays warm: torch is imported once.

In: lines of JSON on standard input, {"path", "alone"}; "alone": nothing else is asked for, so it need not get warm.
Out: for each a line of JSON on standard output, {"report", "standing", "seconds"} or {"error"}. It ends with its
input. The student's code runs in a process of its own each time (`ownworkers`); judging is done here.

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

from autograder.commands.ownworkers import CAN_FORK, OwnWorkers, make_shell
from autograder.errors import GraderError

__all__ = ["serve"]


def serve(*, fork: bool = CAN_FORK) -> None:
    """Answer each line of standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the command's matter: it ends this process
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(2, 1)  # what anything prints here is no answer
        shell: object = None
        for line in sys.stdin:
            request = json.loads(line)
            if fork and shell is None and not request["alone"]:
                shell = _warm()
            answers.write(json.dumps(_answer(Path(request["path"]), shell, fork=fork)) + "\n")
            answers.flush()


def _warm() -> object:
    import autograder.grade.filecheck  # noqa: F401  what judges

    return make_shell()


def _answer(path: Path, shell: object, *, fork: bool) -> dict[str, Any]:
    began = time.monotonic()
    try:
        return {**_checked(path, shell, fork=fork), "seconds": time.monotonic() - began}
    except GraderError as error:
        return {"error": str(error)}
    except Exception as error:  # noqa: BLE001  one notebook's matter, and not the end of the others
        return {"error": f"{path}: could not be checked ({type(error).__name__}: {error}). This is a fault of ours."}


def _checked(path: Path, shell: object, *, fork: bool) -> dict[str, Any]:
    """Run and judge one notebook."""
    import torch

    torch.set_num_threads(1)  # a pool of threads would not survive a fork
    with OwnWorkers(path.absolute().parent, shell=shell, fork=fork) as workers:
        if path.is_file():
            with contextlib.suppress(OSError):  # said when it is started for the run
                workers.start_early()  # it imports what runs cells while this process imports what judges
        from autograder.grade.filecheck import check_notebook, read_beside
        from autograder.report import standing, to_json

        report = check_notebook(path, launcher=workers)
        found = standing(report, read_beside(path).notebook)
        return {"report": to_json(report), "standing": asdict(found)}
