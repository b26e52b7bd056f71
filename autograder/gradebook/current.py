"""Whether what would be graded fits what was built: asked before anything runs.

In: a course and some assignments. Out: nothing, or a CourseError that names all that are stale, and the remedy.
It does NOT look into built notebooks: `build --check` does.
"""

from __future__ import annotations

from collections.abc import Sequence

from nbgrader.api import Assignment
from nbgrader.api import Notebook as NotebookRow

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import open_gradebook

__all__ = ["disagreeing", "require_current"]


def require_current(course: Course, assignments: Sequence[str], *, registered: bool = False) -> None:
    """Raise CourseError if a release or the gradebook was not made from what source/ holds now.

    An assignment that was never built passes, unless it must be `registered` in the gradebook.

    Raises:
        CourseError: what is stale, all of it, and what to do.
        NotebookError: a source notebook is not well formed.
    """
    from autograder.gradebook.building import released_from  # late: it brings torch

    hashes = {name: course.notebooks(name)[0].sha256 for name in assignments}
    stale = [name for name in assignments if released_from(course, name) not in (None, hashes[name])]
    if stale:
        raise CourseError(
            f"release/ was not made from what source/ holds now: {', '.join(stale)}. Students may have "
            f"other cells than would be graded. Run `autograder build {' '.join(stale)}`, or undo the change."
        )
    differ = disagreeing(course, assignments, registered=registered)
    if differ:
        raise CourseError(
            f"the gradebook was not made from what source/ holds now: {'; '.join(differ.values())}. "
            f"Run `autograder build {' '.join(differ)}`."
        )


def disagreeing(course: Course, assignments: Sequence[str], *, registered: bool = False) -> dict[str, str]:
    """Return {assignment: how the gradebook's notebook is not that of source/}.

    Other cells, or other points, are none: the next grading moves the gradebook's rows along.
    """
    with open_gradebook(course_directory(load_config(course))) as book:
        rows = (
            book.db.query(Assignment.name, NotebookRow.name)
            .join(NotebookRow, NotebookRow.assignment_id == Assignment.id)
            .filter(Assignment.name.in_(assignments))
        )
        entered: dict[str, set[str]] = {}
        for assignment, notebook in rows:
            entered.setdefault(assignment, set()).add(notebook)
    differ: dict[str, str] = {}
    for name in assignments:
        notebook = course.source(name).stem
        if name not in entered:
            if registered:
                differ[name] = f"{name}: the gradebook does not know it"
        elif others := sorted(entered[name] - {notebook}):
            differ[name] = f"{name}: the gradebook has the notebook {', '.join(others)}, source/ has {notebook}"
    return differ
