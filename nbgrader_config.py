"""The course's settings: read by `nbgrader`, by the formgrader in JupyterLab, and by `autograder`.

nbgrader keeps its folders, its gradebook and its pages. What is replaced here: a submission is run in
isolation and compared with the solution's own run, and scores come from that report.
"""

import os
import warnings
from pathlib import Path

from sqlalchemy.exc import SAWarning

from autograder import gradebook

c = get_config()  # traitlets gives this name to configuration files

# nbgrader 0.9.6 makes its rows in an order that SQLAlchemy 2 mentions and then does right.
warnings.filterwarnings("ignore", message="Object of type .* not in session", category=SAWarning)

gradebook.guard_stock_commands()  # what nbgrader does with a student's files before any class of ours has its turn

# ---------------------------------------------------------------- the course

c.CourseDirectory.course_id = "zero-to-hero"
c.CourseDirectory.root = str(Path(__file__).absolute().parent)
c.CourseDirectory.solution_directory = "solutions"
c.CourseDirectory.ignore = [".*", "__pycache__", "*.pyc"]  # hidden files travel nowhere
# Who finds gradebook.db locked (the formgrader, a second command) waits for up to a minute. Another database:
# AUTOGRADER_DB_URL=postgresql://USER@HOST/NAME, or that address here.
_SQLITE = f"sqlite:///{Path(__file__).absolute().parent / 'gradebook.db'}?timeout=60"
c.CourseDirectory.db_url = os.environ.get("AUTOGRADER_DB_URL") or _SQLITE

# ---------------------------------------------------------------- how submissions are run

c.IsolatedRun.device = "auto"  # cuda if there is one, else cpu
c.IsolatedRun.allow_unisolated = False  # True: grade even where the machine cannot isolate; reports say so
c.IsolatedRun.strict_rules = False  # True: no grade where this torch lets a rule hold in name only
c.IsolatedRun.jobs = 0  # of `autograder grade`: one for each core

# ---------------------------------------------------------------- source/ -> release/ and solutions/

c.GenerateAssignment.preprocessors = [
    gradebook.StripAlternatives,
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
    gradebook.WriteExpected,
]
c.GenerateSolution.preprocessors = [
    gradebook.StripAlternatives,
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearHiddenTests",  # students read the solutions later
    gradebook.FillOutputs,
]

# ---------------------------------------------------------------- downloaded/ -> submitted/: nbgrader zip_collect

# downloaded/NN-unit/archive/ holds STUDENT.zip, STUDENT.ipynb, or folders STUDENT/. Where a platform names its
# files otherwise, change the expression; it is matched with the path of each notebook in extracted/.
c.ZipCollectApp.extractor_plugin = gradebook.SafeExtractor
c.ZipCollectApp.collector_plugin = gradebook.ByStudent
c.FileNameCollectorPlugin.named_regexp = r".*/extracted/(?P<student_id>[^/]+)/(?:.*/)?(?P<file_id>[^/]+\.ipynb)$"

# ---------------------------------------------------------------- submitted/ -> autograded/ and gradebook.db

c.Autograde.exporter_class = gradebook.SubmissionExporter  # reads any file
c.Autograde.sanitize_preprocessors = []  # the exporter has put the author's cells in place
c.Autograde.autograde_preprocessors = [
    gradebook.IsolatedRun,
    gradebook.SaveReport,
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# ---------------------------------------------------------------- autograded/ -> feedback/ and grades.csv

# nbconvert's filter for links of IPython 1 takes minutes for a text with many brackets: in the formgrader's pages.
c.HTMLExporter.filters = {"strip_files_prefix": lambda text: text}
c.GenerateFeedback.exporter_class = gradebook.FeedbackExporter  # our own page
c.GenerateFeedback.preprocessors = []  # it reads notebook and gradebook itself
c.ExportApp.plugin_class = gradebook.CsvExport
