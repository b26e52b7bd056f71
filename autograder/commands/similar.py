"""The command `autograder similar`: whose answers to one assignment are alike, side by side on a page.

In: submitted/, the source notebook, and the roster's teams: one notebook of a team is one answer, whoever has it, and
two of a team are no pair. Out: a page for the instructor, and a line for each of the first pairs. Files are read within
the bounds of a grading; nothing of theirs is run. It gives no verdict.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.commands.console import progress_bar, terminal, warn, write_text
from autograder.commands.course import course_of
from autograder.course.roster import course_roster, folded
from autograder.errors import CourseError
from autograder.notebook import Submission, read_submission
from autograder.report import clean_text, similar_html
from autograder.similar.pairs import similar_pairs

__all__ = ["similar"]

_LISTED = 10  # pairs on the terminal


def similar(options: argparse.Namespace) -> int:
    """Write the page of an assignment; return the exit code."""
    course = course_of(options)
    (name,) = course.select([options.assignment])
    (notebook,) = course.notebooks(name)
    submitted = list(course.submitted(name))
    if not submitted:
        raise CourseError(f"{course.folder('submitted')}: nothing to compare; expected submitted/STUDENT/{name}/")
    team_of = course_roster(course).team_of()
    submissions: dict[str, Submission] = {}
    teams: dict[str, str] = {}
    of_teams: set[tuple[str, bytes]] = set()  # the notebooks of teams
    compared = 0
    with progress_bar("read", len(submitted)) as progress:
        for submission in submitted:
            try:
                data = submission.read()
            except OSError as error:
                warn(f"NOT COMPARED: {submission.path}: cannot be read ({error.strerror})")
                data = None
            if data is not None:
                compared += 1
                team = team_of.get(folded(submission.student), "")
                if (team, data) not in of_teams:
                    submissions[submission.student] = read_submission(data, notebook)
                if team:
                    teams[submission.student] = team
                    of_teams.add((team, data))
            progress.ends(submission.student)
    pairs = similar_pairs(notebook, submissions, teams=teams)
    path: Path = options.to or course.root / f"similar-{name}.html"
    write_text(path, similar_html(name, pairs, students=compared))
    for pair in pairs[:_LISTED]:
        names = clean_text(f"{pair.left.student}, {pair.right.student}", max_chars=120, max_lines=1)
        terminal().print(f"  {pair.share:4.0%}  {names}", markup=False, highlight=False, soft_wrap=True)
    print("Alike is no verdict: read both answers, and talk with the students.")
    return 0
