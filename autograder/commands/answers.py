"""The command `autograder audit --answers`: how often the grader is right on answers that are kept for that.

In: the command's options. Out: a table, lists for whoever judges sentences, their verdicts in the answers' files,
JSON, the exit code. What is counted is audit/'s matter.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.commands.console import progress_bar, terminal, write_json
from autograder.commands.course import course_of
from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.audit.accuracy import Graded
    from autograder.audit.answers import Answer
    from autograder.course import Course
    from autograder.grade import Grader
    from autograder.notebook import Notebook

__all__ = ["FOLDER", "answers"]

FOLDER = Path("tests", "answers")  # in the course's folder


def answers(options: argparse.Namespace) -> int:
    """Grade the kept answers of the assignments that the options name; return the exit code."""
    from autograder.audit.accuracy import grade_answers, judge
    from autograder.audit.accuracy_shown import accuracy_json, accuracy_table, answer_lines, fault_lines
    from autograder.grade.factory import open_grader

    course = course_of(options)
    folder = options.folder or course.root / FOLDER
    verdicts = _verdicts(options.judge) if options.judge else {}
    assignments = options.assignments or sorted({name.partition("/")[0] for name in verdicts})  # judged: those alone
    graded: dict[str, list[Graded]] = {}
    with open_grader(course, device="cpu") as grader:
        kept = _read(course, folder, assignments, grader)
        with progress_bar("answers", sum(len(found) for _, found in kept)) as progress:
            for notebook, found in kept:
                graded[notebook.assignment] = grade_answers(
                    grader,
                    notebook,
                    found,
                    jobs=options.jobs or os.cpu_count() or 1,
                    begins=lambda answer: progress.begins(answer.name),
                    ends=lambda one: progress.ends(one.answer.name, failed=not one.correct),
                )
    if verdicts:
        judged = iter(judge([one for found in graded.values() for one in found], verdicts))
        graded = {name: [next(judged) for _ in found] for name, found in graded.items()}
    every = [one for found in graded.values() for one in found]
    console = terminal()
    for one in every if options.list else ():
        for line in answer_lines(one) if one.failed or not one.answer.right else ():
            console.print(line, soft_wrap=True)
    console.print(accuracy_table(graded))
    for line in fault_lines(every):
        console.print(line, soft_wrap=True)
    if options.json:
        write_json(options.json, accuracy_json(graded))
    return 0 if all(one.correct for one in every) else 1


def _read(course: Course, folder: Path, assignments: list[str], grader: Grader) -> list[tuple[Notebook, list[Answer]]]:
    """Return the answers by notebook; CourseError if there are none where some are asked for, or one is malformed."""
    from autograder.audit.answers import read_answers

    there = sorted(path.name for path in folder.glob("*") if any(path.glob("*.py")))
    missing = [name for name in assignments if name not in there]
    if missing or not there:
        raise CourseError(f"{folder / (missing or ['NN-unit'])[0]}: no answers (right-NAME.py, wrong-NAME.py)")
    notebooks = [one for name in course.select(assignments or there) for one in course.notebooks(name)]
    return [(one, read_answers(folder, one, list(grader.reference(one).run.captures))) for one in notebooks]


def _verdicts(path: Path) -> dict[str, str]:
    """Return {answer's name: verdict} from lines NN-unit/wrong-NAME.py<TAB>verdict; more before the name is a path."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: cannot be read as a text ({error})") from error
    found = {}
    for number, line in enumerate(lines, 1):
        name, tab, verdict = line.partition("\t")
        if line.strip() and not tab:
            raise CourseError(f"{path}, line {number}: not 'NN-unit/wrong-NAME.py', a tab, and a verdict")
        if line.strip():
            found["/".join(Path(name).parts[-2:])] = verdict.strip()
    return found
