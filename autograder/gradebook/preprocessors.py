"""Our preprocessors: what nbgrader's converters do with a notebook where its own ones do not suffice.

GenerateAssignment  StripAlternatives, WriteExpected
GenerateSolution    StripAlternatives, FillOutputs
Autograde           IsolatedRun, SaveReport (late penalties remain nbgrader's)
GenerateFeedback    has an exporter alone: exporters.py

wiring.py lists them. They hand work on: to the Grader, to fill.py, to rows.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Enum, Integer

from autograder.course import Course, handed_in
from autograder.errors import RunnerError
from autograder.files import read_regular
from autograder.gradebook.exercise import read_exercise, strip_alternatives
from autograder.gradebook.extensions import read_extensions, set_extension
from autograder.gradebook.fill import filled, shown
from autograder.gradebook.graders import grader_for, public_grader
from autograder.gradebook.moved import differ, keep_removed, move_rows
from autograder.gradebook.pictures import Room
from autograder.gradebook.rows import set_rows
from autograder.notebook import FILE_NAME, MAX_FILE, Notebook, read_source, without_marks
from autograder.report import in_name_only

if TYPE_CHECKING:
    from autograder.grade.factory import Device

__all__ = [
    "FillOutputs",
    "IsolatedRun",
    "SaveReport",
    "StripAlternatives",
    "WriteExpected",
    "course_of",
    "place_of",
]

Resources = dict[str, Any]
Result = tuple[NotebookNode, Resources]


def place_of(preprocessor: Any) -> Any:
    """Return the CourseDirectory of the conversion that a preprocessor (or an exporter) works in."""
    owner = preprocessor
    while not hasattr(owner, "coursedir"):
        owner = owner.parent
    return owner.coursedir


def course_of(preprocessor: Any) -> Course:
    """Return the course of the conversion that a preprocessor (or an exporter) works in."""
    return Course(Path(place_of(preprocessor).root))


def _source(preprocessor: NbGraderPreprocessor, resources: Resources) -> Notebook:
    """Return the source notebook of what is being converted."""
    (notebook,) = course_of(preprocessor).notebooks(resources["nbgrader"]["assignment"])
    return notebook


class StripAlternatives(NbGraderPreprocessor):
    """Removes misconceptions and variants, and metadata for authors only; writes what is off limits."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Result:
        """Change the notebook in place."""
        strip_alternatives(nb, _source(self, resources))
        return nb, resources


class WriteExpected(NbGraderPreprocessor):
    """Writes the expected values of the public checks, on public seeds, beside the released notebook."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Result:
        """Leave the notebook as it is; nbconvert's writer writes what is among the `outputs`."""
        from autograder.gradebook.publicrun import expected_file  # late: it brings torch

        grader = public_grader(course_of(self))
        resources.setdefault("outputs", {})[FILE_NAME] = expected_file(grader, _source(self, resources))
        return nb, resources


class FillOutputs(NbGraderPreprocessor):
    """Fills the outputs of a solution from a run as in a student's session; no kernel starts."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Result:
        """Change the outputs of the code cells."""
        from autograder.gradebook.publicrun import session_cells  # late: it brings torch

        runs = session_cells(public_grader(course_of(self)), _source(self, resources))
        outputs = {run.cell_id: list(shown(run.outputs, Room(), trusted=True)) for run in runs}
        for cell in nb.cells:
            if cell.cell_type == "code":
                cell.outputs = outputs.get(cell.id, [])
            else:  # in text, nbgrader's marks would be headings
                cell.source = without_marks(cell.source)
        return nb, resources


class IsolatedRun(NbGraderPreprocessor):
    """Grades a submission in the place of nbgrader's Execute: runs it in isolation and fills the notebook."""

    device = Enum(("auto", "cpu", "cuda"), "auto", help="What submissions are run on.").tag(config=True)
    allow_unisolated = Bool(
        default_value=False,
        help="Grade even where no run can be isolated. Every report then says so.",
    ).tag(config=True)
    strict_rules = Bool(
        default_value=False,
        help="Refuse a grade if this torch doesn't let a rule of its exercise be kept below Python (docs/security.md).",
    ).tag(config=True)
    jobs = Integer(0, min=0, help="How many submissions `autograder grade` runs at a time; 0: one for each core.").tag(
        config=True
    )

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Result:
        """Return the filled notebook in the place of the one given, and the grade among the resources."""
        del nb  # it was made from the same file
        names = resources["nbgrader"]
        directory = place_of(self)
        course = course_of(self)
        source = course.source(names["assignment"])
        submitted = directory.format_path(directory.submitted_directory, names["student"], names["assignment"])
        path, note = handed_in(Path(submitted), source.stem)
        grader = grader_for(course, device=cast("Device", self.device), allow_unisolated=self.allow_unisolated)
        graded = grader.grade(
            read_source(source), read_regular(path, most=MAX_FILE), student=names["student"], note=note
        )
        if self.strict_rules and (open_rules := in_name_only(graded.report)):
            raise RunnerError(
                f"{names['student']} {names['assignment']}: not graded, for strict_rules is set and {open_rules[0]}"
            )
        resources["graded"] = graded
        return filled(read_exercise(source), graded), resources


class SaveReport(NbGraderPreprocessor):
    """Saves the scores of IsolatedRun's report, in the place of nbgrader's SaveAutoGrades, and the extension."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Result:
        """Leave the notebook as it is."""
        names = resources["nbgrader"]
        with Gradebook(names["db_url"], place_of(self).course_id) as book:
            row = book.find_submission_notebook(names["notebook"], names["assignment"], names["student"])
            source = course_of(self).source(names["assignment"])
            exercise = read_exercise(source)
            if differ(row.notebook, exercise):
                moved = move_rows(book, row.notebook, exercise, read_source(source).was)
                keep_removed(course_of(self), moved.removed)
            set_rows(row, resources["graded"])
            set_extension(row.assignment, read_extensions(course_of(self), book))
            book.db.commit()
        return nb, resources
