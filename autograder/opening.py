"""Grader made ready: a course and wishes go in, a running Grader comes out.

Two kinds: `open_grader` for a course (secret seeds, isolation, cached runs), and `open_public` for
what students compare with (public seeds). Both start a process that must be closed: use `with`.
"""

from __future__ import annotations

from typing import Literal

from autograder.course import Course
from autograder.errors import RunnerError
from autograder.grade import Grader
from autograder.isolation import ForkServer, ServerProcess
from autograder.judges import Judges
from autograder.model import Level
from autograder.store import Store

__all__ = ["Device", "choose_device", "open_grader", "open_public"]

Device = Literal["auto", "cpu", "cuda"]


def choose_device(wish: Device) -> str:
    """Return "cpu" or "cuda"; RunnerError if CUDA is asked for and not there."""
    if wish == "cpu":
        return "cpu"
    import torch

    if torch.cuda.is_available():
        return "cuda"
    if wish == "cuda":
        message = "no CUDA device here (torch.cuda.is_available() is False); use --device cpu"
        raise RunnerError(message)
    return "cpu"


def open_grader(
    course: Course,
    *,
    device: Device = "auto",
    level: Level | None = None,
    allow_unisolated: bool = False,
    process: ServerProcess | None = None,
) -> Grader:
    """Return a grader for graded runs; IsolationError if the machine cannot isolate them.

    `process`: a fork server's, that was started before.
    """
    chosen = choose_device(device)
    launcher = ForkServer(level=level, allow_unisolated=allow_unisolated, device=chosen, process=process)
    return Grader(
        launcher=launcher,
        judges=Judges(launcher),
        secret=course.secret(),
        seed_id=course.seed_id(),
        store=Store(course.private / "runs"),
        device=chosen,
    )


def open_public(course: Course) -> Grader:
    """Return a grader on the public seeds, on the CPU: the one that makes what students compare with.

    It runs only the author's own code, so it does not insist on isolation.
    """
    return Grader(
        launcher=ForkServer(allow_unisolated=True, device="cpu"),
        secret=None,
        store=Store(course.private / "runs"),
    )
