"""The course's settings: read by `nbgrader`, by the formgrader in JupyterLab, and by `autograder`.

nbgrader keeps its folders, its gradebook and its pages. What `configure` replaces: a submission is run in
isolation and compared with the solution's own run, and scores come from that report.
"""

from pathlib import Path

from autograder import gradebook

c = get_config()  # traitlets gives this name to configuration files

gradebook.configure(c, Path(__file__).absolute().parent)

# ---------------------------------------------------------------- what a course chooses

c.CourseDirectory.course_id = "zero-to-hero"  # letters, digits, - and _

# The gradebook is the file gradebook.db, or what AUTOGRADER_DB_URL says, or another database:
# c.CourseDirectory.db_url = "postgresql://USER@HOST/NAME"

c.IsolatedRun.device = "auto"  # cuda if there is one, else cpu
c.IsolatedRun.allow_unisolated = False  # True: grade even where the machine cannot isolate; reports say so
c.IsolatedRun.strict_rules = False  # True: no grade where this torch lets a rule hold in name only
c.IsolatedRun.jobs = 0  # of `autograder grade`: one for each core

# downloaded/NN-unit/archive/ holds STUDENT.zip, STUDENT.ipynb, or folders STUDENT/. Where a platform names its
# files otherwise, `nbgrader zip_collect` needs another expression for the path of each notebook in extracted/:
# c.FileNameCollectorPlugin.named_regexp = r".*/extracted/(?P<student_id>[^/]+)/(?:.*/)?(?P<file_id>[^/]+\.ipynb)$"

# What lateness costs
c.LateSubmissionPlugin.penalty_method = "none"  # or "zero", "per day", "per hour"; for the last two:
c.LatePenalty.fraction = 0.1  # of the score, for each day or hour begun
c.LatePenalty.points = 0.0  # and so many points
c.LatePenalty.cap = 1.0  # at most this part of the score
c.LatePenalty.grace_minutes = 0.0
