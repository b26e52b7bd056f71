"""How nbgrader's converters read a submission and write a feedback page.

SubmissionExporter: any file of a student's -> the exercise's notebook with the student's code in it;
nothing that a student can hand in makes it fail. FeedbackExporter: an autograded notebook, and what the gradebook
holds of it -> one HTML page that runs no script and fetches nothing.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import Exporter, NotebookExporter
from nbgrader.api import Gradebook
from traitlets import default

from autograder.files import read_regular
from autograder.gradebook.database import explained
from autograder.gradebook.exercise import read_exercise
from autograder.gradebook.fill import unfilled
from autograder.gradebook.marks import marks_of
from autograder.gradebook.page import feedback_page
from autograder.gradebook.preprocessors import course_of, place_of
from autograder.notebook import MAX_FILE, read_source, read_submission
from autograder.report.pages import rendered

__all__ = ["PAGE_SECONDS", "FeedbackExporter", "SubmissionExporter", "is_late_page"]

PAGE_SECONDS = 60.0
_LATE_PAGE = rendered("late.html.jinja")


class SubmissionExporter(NotebookExporter):
    """Reads submissions for `Autograde`, which writes a notebook, grades it, and writes it again."""

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Return the notebook as text, built from the source and what can be read of the submission.

        Both of Autograde's passes come here; the second finds its own first notebook under `filename`
        and gets the same as the first.
        """
        names = resources["nbgrader"]
        directory = place_of(self)
        folder = directory.format_path(directory.submitted_directory, names["student"], names["assignment"])
        submitted = Path(folder)
        name = Path(filename).name
        source = course_of(self).folder("source") / names["assignment"] / name
        submission = read_submission(read_regular(submitted / name, most=MAX_FILE) or b"", read_source(source))
        resources["metadata"] = {"name": names["notebook"], "path": str(submitted)}
        return self.from_notebook_node(unfilled(read_exercise(source), submission), resources=resources, **options)


class FeedbackExporter(Exporter):
    """Writes our feedback pages in nbgrader's GenerateFeedback. Each page has a deadline."""

    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_filename(self, filename: str, resources: Any = None, **_: Any) -> Any:
        """Return the page; one that takes too long is replaced by a few words, and the others are made."""
        try:
            with _deadline(PAGE_SECONDS):
                page = self._page(Path(filename), resources["nbgrader"])
        except _Late:
            self.log.warning("%s: its feedback page was not ready in %g s", filename, PAGE_SECONDS)
            page = _LATE_PAGE
        return page, self._init_resources(resources)

    def _page(self, path: Path, names: Mapping[str, str]) -> str:
        nb = nbformat.convert(nbformat.reader.reads(path.read_text("utf-8")), 4)
        with explained(names["db_url"]), Gradebook(names["db_url"], place_of(self).course_id) as book:
            marks = marks_of(book, names["student"], names["assignment"], names["notebook"])
        return feedback_page(nb, marks)


class _Late(BaseException):  # no Exception: nothing on the way may take it for an error of its own
    """A page was not ready in time."""


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Raise _Late in what takes longer; where there are no signals (another thread, Windows), there is no deadline."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def late(*_: object) -> None:
        raise _Late

    earlier = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)


def is_late_page(path: Path) -> bool:
    """Tell whether a feedback page only says that it was not ready in time."""
    with path.open("rb") as file:
        return file.read(len(_LATE_PAGE) + 1) in (_LATE_PAGE.encode(), f"{_LATE_PAGE}\n".encode())
