"""How nbgrader's converters read a submission and write a feedback page.

SubmissionExporter: any file of a student's -> the exercise's notebook with the student's code in it;
nothing that a student can hand in makes it fail. FeedbackExporter: an autograded notebook -> one HTML
page that runs no script and fetches nothing.
"""

from __future__ import annotations

import html
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, pass_context
from nbconvert.exporters import HTMLExporter, NotebookExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbformat import NotebookNode

from autograder.files import read_regular
from autograder.gradebook.exercise import read_exercise
from autograder.gradebook.fill import text_of, unfilled
from autograder.gradebook.preprocessors import course_of, place_of
from autograder.notebook import MAX_FILE, read_source, read_submission
from autograder.report import POLICY
from autograder.report.pages import rendered

__all__ = ["PAGE_SECONDS", "FeedbackExporter", "SubmissionExporter", "is_late_page"]

# nbgrader's page calls the macro of this template in its head, where it would load MathJax from a CDN.
_HEAD = f"""
{{%- macro mathjax(url="") -%}}
{POLICY}
{{%- endmacro %}}
"""


PAGE_SECONDS = 60.0
_COLOURED, _COLOURED_CELL, _COLOURED_LINE = 200_000, 20_000, 400  # characters of a page's, a cell's, a line's code
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


class FeedbackExporter(HTMLExporter):
    """Writes feedback pages without MathJax: formulas stay as they are written. Each page has a deadline."""

    def __init__(self, **options: Any) -> None:
        """Put our head in the place of the one that loads MathJax."""
        super().__init__(extra_loaders=[DictLoader({"mathjax.html.j2": _HEAD})], **options)

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Return the page; one that takes too long is replaced by a few words, and the others are made."""
        try:
            with _deadline(PAGE_SECONDS):
                return super().from_filename(filename, resources=resources, **options)
        except _Late:
            self.log.warning("%s: its feedback page was not ready in %g s", filename, PAGE_SECONDS)
            return _LATE_PAGE, self._init_resources(resources)

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **options: Any) -> Any:
        """Return the page of a notebook, in which ordinary code is coloured and all other is shown as it is."""
        about = nb.metadata.get("language_info", {})
        lexer = about.get("pygments_lexer", about.get("name"))
        self.filters = {**self.filters, "highlight_code": _Colours(Highlight2HTML(pygments_lexer=lexer, parent=self))}
        return super().from_notebook_node(nb, resources=resources, **options)

    @pass_context
    def markdown2html(self, context: Any, source: str) -> Any:
        """Return a text as HTML; no parser of markdown sees a student's."""
        text = text_of(source)
        rendered = None if text is None else f"<pre><code>{html.escape(text)}</code></pre>"
        return super().markdown2html(context, source) if rendered is None else rendered


class _Colours:
    """Code as HTML, coloured if it is ordinary: a lexer may take time that grows faster than a long line does."""

    def __init__(self, highlight: Highlight2HTML) -> None:
        self._highlight, self._left = highlight, _COLOURED

    def __call__(self, source: str, language: str | None = None, metadata: Any = None) -> str:
        """Return a cell's code; a cell magic would choose the lexer of another language."""
        long = len(source) > min(_COLOURED_CELL, self._left) or max(map(len, source.split("\n"))) > _COLOURED_LINE
        if long or source.lstrip().startswith("%%"):
            return f'<div class="highlight"><pre>{html.escape(source)}</pre></div>'
        self._left -= len(source)
        return str(self._highlight(source, language, metadata))


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
