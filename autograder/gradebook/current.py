"""Whether what would be graded fits what was built: asked before anything runs.

In: a course and some assignments. Out: nothing, or a CourseError that names all that are stale, and the remedy.
It does NOT look into built notebooks: `build --check` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nbgrader.api import Assignment, GradeCell, TaskCell
from nbgrader.api import Notebook as NotebookRow

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook.build import released_from
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
    """Return {assignment: how the gradebook's graded cells differ from those of source/}."""
    points_of: dict[str, dict[str, dict[str, float]]] = {}
    with open_gradebook(course_directory(load_config(course))) as book:
        for kind in (GradeCell, TaskCell):
            rows = (
                book.db.query(Assignment.name, NotebookRow.name, kind.name, kind.max_score)
                .select_from(kind)
                .join(NotebookRow, kind.notebook_id == NotebookRow.id)
                .join(Assignment, NotebookRow.assignment_id == Assignment.id)
                .filter(Assignment.name.in_(assignments))
            )
            for assignment, notebook, cell, points in rows:
                points_of.setdefault(assignment, {}).setdefault(notebook, {})[cell] = points
    return {
        name: difference
        for name in assignments
        for difference in _differences(course, name, points_of.get(name), registered)
    }


def _differences(
    course: Course,
    assignment: str,
    entered: dict[str, dict[str, float]] | None,
    registered: bool,  # noqa: FBT001
) -> Iterator[str]:
    if entered is None:
        if registered:
            yield f"{assignment}: the gradebook does not know it"
        return
    (notebook,) = course.notebooks(assignment)
    other_names = sorted(entered.keys() - {notebook.name})
    if other_names:
        yield f"{assignment}: the gradebook has the notebook {', '.join(other_names)}, source/ has {notebook.name}"
        return
    new = {cell.id: cell.points for cell in (*notebook.check_cells, *notebook.manual_cells)}
    old = entered[notebook.name]
    differ = sorted(name for name in new.keys() | old.keys() if new.get(name) != old.get(name))
    if differ:
        yield f"{assignment}: the graded cells {', '.join(differ)}"
