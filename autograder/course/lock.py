"""One grader at a time: a lock on the course that ends with its holder, however that ends.

In: a course. Out: the right to write its autograded/ and gradebook, or a CourseError that says who has it.
The file .autograder/lock stays; the lock itself is the kernel's and cannot be left behind. nbgrader's own
commands know nothing of it: with them the database decides, one transaction after another.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from autograder.course.folder import Course
from autograder.errors import CourseError

__all__ = ["only_grader"]


@contextmanager
def only_grader(course: Course) -> Iterator[None]:
    """Hold the course's lock inside the block; CourseError at once if another process holds it."""
    import fcntl  # not on every system, and only grading needs it

    with course.private.joinpath("lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise CourseError(
                f"{course.root}: {holder} is grading this course. Wait until it has ended, or stop it."
            ) from error
        file.truncate(0)
        now = datetime.now().astimezone()
        file.write(f"process {os.getpid()} on {os.uname().nodename} (since {now:%Y-%m-%d %H:%M:%S})")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)
