"""Comments to use again while a person marks: what the formgrader's page lists below each of their boxes.

In: a page for marking on its way through nbconvert, and the gradebook. Out: among the page's resources, for each cell
that a person marks, the rubric's sentences and what was written at this cell of other students, most used first, each
with the one line that stands in the list. templates/formgrade/marking.html.j2 draws it. Whose comment it was is not
read. Does NOT change rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.api import BaseCell, Comment, Gradebook, SubmittedNotebook

from autograder.course import Course
from autograder.errors import GraderError
from autograder.gradebook.configuration import course_directory
from autograder.gradebook.database import open_gradebook
from autograder.gradebook.exercise import cell_id
from autograder.notebook import read_source
from autograder.report import clean_text

__all__ = ["MOST_WRITTEN", "OfferComments", "offered"]

MOST_WRITTEN = 12  # comments besides the rubric's in one list
_LINE = 120  # characters of a comment in the list


class OfferComments(Preprocessor):
    """Puts into the formgrader's page which comments can be used again."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Leave the notebook as it is; `offered_comments` among the resources is {cell: [{line, text}, ..]}."""
        directory = course_directory(self.config)
        sentences = _sentences(Course(Path(directory.root)), resources["assignment_id"])
        with open_gradebook(directory) as book:
            written = _written(book, resources["submission_id"])
        resources["offered_comments"] = {
            name: [
                {"line": clean_text(text, max_chars=_LINE, max_lines=1), "text": text}
                for text in offered(sentences.get(name, ()), written.get(name, ()))
            ]
            for name in map(cell_id, filter(_is_marked_by_a_person, nb.cells))
        }
        return nb, resources


def offered(sentences: Sequence[str], written: Iterable[str]) -> list[str]:
    """Return which comments to offer: the rubric's sentences, and those that were written most, most used first.

    A comment that was put together, each of its lines being offered itself, counts for these lines. Of those that were
    used equally often, the rubric's come first, then what is first in `written`.
    """
    comments = [text for text in map(str.strip, written) if text]
    whole = {*sentences, *comments}
    used: Counter[str] = Counter()
    for text in comments:
        lines = list(dict.fromkeys(line.strip() for line in text.split("\n") if line.strip()))
        used.update(lines if whole.issuperset(lines) else [text])
    others = [text for text, _ in used.most_common() if text not in sentences][:MOST_WRITTEN]
    return sorted([*dict.fromkeys(sentences), *others], key=lambda text: -used[text])


def _sentences(course: Course, assignment: str) -> Mapping[str, Sequence[str]]:
    """Return {cell: the sentences of its rubric}; nothing where source/ cannot be read, which a build tells."""
    with suppress(GraderError):
        return {rubric.cell_id: rubric.comments for rubric in read_source(course.source(assignment)).rubrics}
    return {}


def _written(book: Gradebook, submission: str) -> Mapping[str, Sequence[str]]:
    """Return {cell: what a person wrote at it of others}, those first that were marked just before in this order."""
    notebook = book.db.query(SubmittedNotebook.notebook_id).filter(SubmittedNotebook.id == submission).scalar()
    rows = (
        book.db.query(BaseCell.name, Comment.manual_comment)
        .select_from(Comment)
        .join(BaseCell, Comment.cell_id == BaseCell.id)
        .join(SubmittedNotebook, Comment.notebook_id == SubmittedNotebook.id)
        .filter(SubmittedNotebook.notebook_id == notebook, SubmittedNotebook.id != submission)
        .filter(Comment.manual_comment.is_not(None))
        # The formgrader goes from one submission to the next by their ids.
        .order_by(SubmittedNotebook.id > submission, SubmittedNotebook.id.desc())
    )
    found: dict[str, list[str]] = {}
    for name, comment in rows:
        found.setdefault(name, []).append(comment)
    return found


def _is_marked_by_a_person(cell: NotebookNode) -> bool:
    marks = cell.metadata.get("nbgrader", {})
    return bool(marks.get("task") or (marks.get("grade") and marks.get("solution")))
