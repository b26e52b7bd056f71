"""Which Grader a preprocessor uses: nbgrader makes preprocessors itself and gives them no arguments.

In: a course and its settings. Out: the Grader that the caller chose with `using(...)`, or else one
for this process and course, started on first use and closed at exit. Does NOT grade.
"""

from __future__ import annotations

import atexit
import functools
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.course import Course

if TYPE_CHECKING:
    from autograder.grade import Grader
    from autograder.grade.factory import Device

__all__ = ["grader_for", "public_grader", "using"]

_chosen: ContextVar[Grader | None] = ContextVar("grader", default=None)


@contextmanager
def using(grader: Grader) -> Iterator[None]:
    """Let every preprocessor that runs inside the block use this grader."""
    token = _chosen.set(grader)
    try:
        yield
    finally:
        _chosen.reset(token)


def grader_for(course: Course, *, device: Device, allow_unisolated: bool) -> Grader:
    """Return the grader for submissions: isolated, on the course's secret seeds."""
    return _chosen.get() or _opened(course.root, device, allow_unisolated)


def public_grader(course: Course) -> Grader:
    """Return the grader for the author's own notebooks: on the seeds of students."""
    return _chosen.get() or _opened_public(course.root)


@functools.cache
def _opened(root: Path, device: Device, allow_unisolated: bool) -> Grader:  # noqa: FBT001 - a cache key
    from autograder.grade.factory import open_grader

    grader = open_grader(Course(root), device=device, allow_unisolated=allow_unisolated)
    atexit.register(grader.__exit__, None, None, None)
    return grader


@functools.cache
def _opened_public(root: Path) -> Grader:
    from autograder.grade.factory import open_public

    grader = open_public(Course(root))
    atexit.register(grader.__exit__, None, None, None)
    return grader
