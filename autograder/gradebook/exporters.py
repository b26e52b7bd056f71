"""How nbgrader's converters read a submission and write a feedback page.

SubmissionExporter: any file of a student's -> the exercise's notebook with the student's code in it;
nothing that a student can hand in makes it fail. FeedbackExporter: an autograded notebook -> one HTML
page that runs no script and fetches nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import DictLoader
from nbconvert.exporters import HTMLExporter, NotebookExporter

from autograder.course import read_regular
from autograder.gradebook.exercise import read_exercise
from autograder.gradebook.files import drop_copies_of_links
from autograder.gradebook.fill import unfilled
from autograder.gradebook.preprocessors import course_of, place_of
from autograder.notebook import read_source, read_submission
from autograder.report import POLICY

__all__ = ["FeedbackExporter", "SubmissionExporter"]

# nbgrader's page calls the macro of this template in its head, where it would load MathJax from a CDN.
_HEAD = f"""
{{%- macro mathjax(url="") -%}}
{POLICY}
{{%- endmacro %}}
"""


class SubmissionExporter(NotebookExporter):
    """Reads submissions for `Autograde`, which writes a notebook, grades it, and writes it again."""

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Return the notebook as text, built from the source and what can be read of the submission.

        Both of Autograde's passes come here; the second finds its own first notebook under `filename`
        and gets the same as the first.
        """
        names = resources["nbgrader"]
        directory = place_of(self)
        place = (names["student"], names["assignment"])
        submitted = Path(directory.format_path(directory.submitted_directory, *place))
        drop_copies_of_links(submitted, Path(directory.format_path(directory.autograded_directory, *place)))
        name = Path(filename).name
        source = course_of(self).folder("source") / names["assignment"] / name
        submission = read_submission(read_regular(submitted / name) or b"", read_source(source))
        resources["metadata"] = {"name": names["notebook"], "path": str(submitted)}
        return self.from_notebook_node(unfilled(read_exercise(source), submission), resources=resources, **options)


class FeedbackExporter(HTMLExporter):
    """Writes feedback pages without MathJax: formulas stay as they are written."""

    def __init__(self, **options: Any) -> None:
        """Put our head in the place of the one that loads MathJax."""
        super().__init__(extra_loaders=[DictLoader({"mathjax.html.j2": _HEAD})], **options)
