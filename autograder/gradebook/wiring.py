"""What each course's nbgrader_config.py sets: our isolated run, scores and pages in the place of nbgrader's own.

In: the configuration of a process of nbgrader's, and the course's folder. Out: the same configuration, in which its
converters, collectors and exporters are ours. A course changes what it likes after the call; what it must not forget
stands here, so a newer grader needs no other nbgrader_config.py.
"""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Any

import nbgrader
from sqlalchemy.exc import SAWarning

from autograder.gradebook.collect import ByStudent, SafeExtractor
from autograder.gradebook.export import CsvExport
from autograder.gradebook.exporters import FeedbackExporter, SubmissionExporter
from autograder.gradebook.inbound import Collect
from autograder.gradebook.latepenalty import LatePenalty
from autograder.gradebook.moved import SaveCells
from autograder.gradebook.offered import OfferComments
from autograder.gradebook.preprocessors import FillOutputs, IsolatedRun, SaveReport, StripAlternatives, WriteExpected
from autograder.gradebook.stock import guard_stock_commands
from autograder.gradebook.tasktext import grader_html

__all__ = ["configure"]

_TEMPLATES = Path(__file__).with_name("templates")
_FORMGRADER = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"


def configure(c: Any, root: Path) -> None:
    """Set up nbgrader for the course in the folder `root`; `c`: what `get_config()` gives in a configuration file."""
    # nbgrader 0.9.6 makes its rows in an order that SQLAlchemy 2 mentions and then does right.
    warnings.filterwarnings("ignore", message="Object of type .* not in session", category=SAWarning)
    guard_stock_commands()  # what nbgrader does with a student's files before any class of ours has its turn

    c.CourseDirectory.root = str(root)
    c.CourseDirectory.solution_directory = "solutions"
    c.CourseDirectory.ignore = [".*", "__pycache__", "*.pyc"]  # hidden files travel nowhere
    # Who finds gradebook.db locked (the formgrader, a second command) waits for up to a minute.
    sqlite = f"sqlite:///{root / 'gradebook.db'}?timeout=60"
    c.CourseDirectory.db_url = os.environ.get("AUTOGRADER_DB_URL") or sqlite

    # source/ -> release/ and solutions/
    c.GenerateAssignment.preprocessors = [
        StripAlternatives,
        "nbgrader.preprocessors.LockCells",
        "nbgrader.preprocessors.ClearSolutions",
        "nbgrader.preprocessors.ClearOutput",
        "nbgrader.preprocessors.CheckCellMetadata",
        "nbgrader.preprocessors.ComputeChecksums",
        SaveCells,
        "nbgrader.preprocessors.ClearHiddenTests",
        "nbgrader.preprocessors.ComputeChecksums",
        "nbgrader.preprocessors.CheckCellMetadata",
        WriteExpected,
    ]
    c.GenerateSolution.preprocessors = [
        StripAlternatives,
        "nbgrader.preprocessors.LockCells",
        "nbgrader.preprocessors.ClearHiddenTests",  # students read the solutions later
        FillOutputs,
    ]

    # the exchange -> submitted/: nbgrader collect
    c.ExchangeFactory.collect = Collect

    # downloaded/ -> submitted/: nbgrader zip_collect
    c.ZipCollectApp.extractor_plugin = SafeExtractor
    c.ZipCollectApp.collector_plugin = ByStudent
    pattern = r".*/extracted/(?P<student_id>[^/]+)/(?:.*/)?(?P<file_id>[^/]+\.ipynb)$"
    c.FileNameCollectorPlugin.named_regexp = pattern

    # submitted/ -> autograded/ and gradebook.db
    c.Autograde.exporter_class = SubmissionExporter  # reads any file
    c.Autograde.sanitize_preprocessors = []  # the exporter has put the author's cells in place
    c.Autograde.autograde_preprocessors = [
        IsolatedRun,
        SaveReport,
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    c.AssignLatePenalties.plugin_class = LatePenalty

    # autograded/ -> feedback/ and grades.csv
    # The formgrader's pages. nbconvert's filter for links of IPython 1 takes minutes for a text with many brackets.
    c.HTMLExporter.filters = {"strip_files_prefix": lambda text: text, "markdown2html": grader_html}
    # MathJax would be fetched from the network, and pages wait for it: templates/ has what stands in its place.
    c.HTMLExporter.extra_template_basedirs = [str(_TEMPLATES), str(_FORMGRADER)]
    c.HTMLExporter.template_file = "marking.html.j2"  # with comments to use again
    c.HTMLExporter.preprocessors = [OfferComments]
    c.GenerateFeedback.exporter_class = FeedbackExporter  # our own page
    c.GenerateFeedback.preprocessors = []  # it reads notebook and gradebook itself
    c.ExportApp.plugin_class = CsvExport
