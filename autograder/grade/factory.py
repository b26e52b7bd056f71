"""Grader made ready: a course and wishes go in, a running Grader comes out.

Two kinds: `open_grader` for a course (secret seeds, isolation, cached runs), and `open_public` for
what students compare with (public seeds). Both start a process that must be closed: use `with`.
"""

from __future__ import annotations

from autograder.course import Course
from autograder.grade import Grader
from autograder.grade.devices import Choice, Device, choose_device
from autograder.isolation import ForkServer, Launcher, ServerProcess, SharedCard
from autograder.judge.confined import Judges
from autograder.model import Level
from autograder.run.cache import RunCache

__all__ = ["Choice", "Device", "choose_device", "launch", "open_grader", "open_public"]


def launch(
    chosen: Choice,
    *,
    level: Level | None = None,
    allow_unisolated: bool = False,
    process: ServerProcess | None = None,
) -> tuple[Launcher, Judges]:
    """Return what starts graded runs on a device, and the judges beside them, which need none of it.

    Raises IsolationError if the machine cannot isolate them.
    """
    server = ForkServer(level=level, allow_unisolated=allow_unisolated, device=chosen.device, process=process)
    return (SharedCard(server, chosen.memory_mb) if chosen.memory_mb else server), Judges(server)


def open_grader(
    course: Course,
    *,
    device: Device | Choice = "auto",
    level: Level | None = None,
    allow_unisolated: bool = False,
    process: ServerProcess | None = None,
) -> Grader:
    """Return a grader for graded runs; IsolationError if the machine cannot isolate them.

    `device`: a wish, or what was chosen before, in the same command. `process`: a fork server's, that was started
    before.
    """
    chosen = device if isinstance(device, Choice) else choose_device(device)
    launcher, judges = launch(chosen, level=level, allow_unisolated=allow_unisolated, process=process)
    return Grader(
        launcher=launcher,
        judges=judges,
        secret=course.secret(),
        seed_id=course.seed_id(),
        store=RunCache(course.private / "runs"),
        device=chosen.device,
    )


def open_public(course: Course) -> Grader:
    """Return a grader on the public seeds, on the CPU: the one that makes what students compare with.

    It runs only the author's own code, so it does not insist on isolation.
    """
    return Grader(
        launcher=ForkServer(allow_unisolated=True, device="cpu"),
        secret=None,
        store=RunCache(course.private / "runs"),
    )
