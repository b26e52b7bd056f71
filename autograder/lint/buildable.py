"""What a build refuses before it runs anything; `autograder lint` says the same in the same words."""

from __future__ import annotations

from autograder.course import Course
from autograder.diagnose import require_known
from autograder.errors import NotebookError
from autograder.judge.expected import FILE_NAME
from autograder.notebook import Notebook
from autograder.rules import require_names

__all__ = ["buildable"]


def buildable(course: Course, assignment: str) -> Notebook:
    """Return an assignment's source notebook.

    Raises:
        CourseError: there is a second notebook, or none.
        NotebookError: it is not well formed; a file is not listed, or not there, or has a name that we need; a rule
            or a `shows:` names what does not exist.
    """
    (notebook,) = course.notebooks(assignment)
    path = course.source(assignment)
    if FILE_NAME in notebook.files:
        raise NotebookError(f"{path}: {FILE_NAME} cannot be listed: the released folder has one of its own")
    try:
        require_names(notebook.rules)
    except NotebookError as error:
        raise NotebookError(f"{path}: {error}") from error
    for alternative in notebook.alternatives:
        require_known(alternative.shows, f"{path}: `shows:` of misconception {alternative.name!r}")
    return notebook
