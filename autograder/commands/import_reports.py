"""The command `autograder import`: reports that a machine without a gradebook wrote, entered into this one.

In: the file of `autograder grade --json` from there, and this course. Out: rows and autograded/ by the same `record`
as a grading's, the changes, the class. A report counts only for what lies here: the same source notebook and files,
secret and submission; any other is refused by name. Scores follow from the checks, whatever sums the file has. It
does NOT run anything. What cells showed is not in the file, and each autograded notebook says so.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autograder.commands.console import warn
from autograder.commands.course import course_of, gradebook_room
from autograder.commands.results import say_changes, show
from autograder.course import Course, Submitted
from autograder.course.lock import only_grader
from autograder.errors import CourseError, GraderError
from autograder.grade import GradingResult
from autograder.grade.inputs import IMPORTED, beside, differences, made_by
from autograder.model import Exit, Report, Run
from autograder.notebook import Notebook, files_beside, manual_results, read_submission, skeleton
from autograder.report import ReportFormatError, clean_text, from_json
from autograder.run.provenance import basis, versions

__all__ = ["import_reports"]

_MAX_BYTES = 2**28  # of a file: a class of 500 with 14 exercises has some 100 MB
_ELSEWHERE = "What the cells showed is not here: it was graded on another machine, which kept that."


@dataclass(frozen=True, slots=True)
class _Brought:
    """One report of the file, with what it was made from."""

    report: Report
    made: Mapping[str, str]

    @property
    def key(self) -> tuple[str, str]:
        """Whose it is."""
        return self.report.student, self.report.assignment


class _RefusedError(Exception):
    """One report is not entered, and why."""


def import_reports(options: argparse.Namespace) -> int:
    """Enter the reports of a file, as the options say; return the exit code."""
    gradebook = gradebook_room()
    course = course_of(options)
    names = course.select(options.assignments)
    with only_grader(course):
        refused: list[str] = []
        brought = [item for item in _read(options.file, refused) if _wanted(options, names, item)]
        course_names = {item.report.assignment for item in brought} & set(names)
        gradebook.require_current(course, sorted(course_names), registered=options.dry_run)
        graded, made_from = _checked(course, brought, refused)
        changes = gradebook.record(
            course,
            graded,
            why={(result.report.student, result.report.assignment): _why(result.report) for result in graded},
            made_elsewhere=made_from,
            dry=options.dry_run,
        )
        reports = [result.report for result in graded]
        say_changes(course, changes, dry=options.dry_run)
        show(options, course, names, reports)
    for sentence in dict.fromkeys(_other_machine(result.report) for result in graded):
        print(sentence)
    for line in refused:
        warn(f"NOT ENTERED: {line}")
    if not graded and not refused:
        raise CourseError(f"{options.file}: no report of what was asked for")
    return 2 if refused else 0


def _wanted(options: argparse.Namespace, names: list[str], item: _Brought) -> bool:
    """Whether a report was asked for; one of an assignment that is not known here is, so that it is refused."""
    chosen = item.report.assignment in names or not options.assignments
    return chosen and options.student in (None, item.report.student)


# ---------------------------------------------------------------- the file


def _read(path: Path, refused: list[str]) -> Iterator[_Brought]:
    """Yield the file's reports; one that has not their form is put among the refused.

    Raises:
        CourseError: the file cannot be read, or is none of ours.
    """
    try:
        size = path.stat().st_size
        data: Any = json.loads(path.read_bytes()) if size <= _MAX_BYTES else None
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise CourseError(
            f"{path}: not a JSON file ({str(error)[:100]}). Copy it again from where it was written."
        ) from error
    if size > _MAX_BYTES:
        raise CourseError(f"{path}: {size >> 20} MB; at most {_MAX_BYTES >> 20}. Write one file for each assignment.")
    if not isinstance(data, dict) or data.get("format") != 1 or not isinstance(data.get("reports"), list):
        raise CourseError(f"{path}: not the reports that `autograder grade --json` writes (docs/report.md)")
    made_from = data.get("made_from")
    if not isinstance(made_from, list) or len(made_from) != len(data["reports"]):
        raise CourseError(
            f"{path}: it does not say what its reports were made from. Only a file that was written without a "
            "gradebook does; one that was written beside a gradebook is in that gradebook already."
        )
    for number, (report, of) in enumerate(zip(data["reports"], made_from, strict=True), start=1):
        try:
            yield _Brought(from_json(report), _texts(of))
        except (ReportFormatError, RecursionError) as error:
            refused.append(f"report {number} of {len(made_from)}: {error}")


def _texts(texts: object) -> dict[str, str]:
    if isinstance(texts, dict) and all(isinstance(text, str) for text in texts.values()) and IMPORTED in texts:
        return texts
    raise ReportFormatError.at(where="made_from", expected="an object of texts", value=texts)


# ---------------------------------------------------------------- held against what lies here


def _checked(
    course: Course, brought: list[_Brought], refused: list[str]
) -> tuple[list[GradingResult], dict[tuple[str, str], Mapping[str, str]]]:
    """Return what is to be entered, and what each was made from; the others are put among the refused."""
    submissions = [submission for name in course.assignments() for submission in course.submitted(name)]
    handed_in = {(submission.student, submission.assignment): submission for submission in submissions}
    graded: list[GradingResult] = []
    made_from: dict[tuple[str, str], Mapping[str, str]] = {}
    for item in brought:
        try:
            if item.key in made_from:
                raise _RefusedError("it is there twice; the first one counts")  # noqa: TRY301
            graded.append(_graded(course, item, handed_in.get(item.key)))
            made_from[item.key] = item.made
        except (_RefusedError, GraderError) as error:
            refused.append(f"{item.report.student} {item.report.assignment}: {error}")
    return graded, made_from


def _graded(course: Course, item: _Brought, submitted: Submitted | None) -> GradingResult:
    """Return what `record` takes; _RefusedError if the report is not one of what lies here."""
    report = item.report
    if report.assignment not in course.assignments():
        raise _RefusedError("there is no assignment of this name here")
    if submitted is None or submitted.notebook != report.notebook:
        raise _RefusedError(f"no {report.notebook}.ipynb was handed in here: expected submitted/STUDENT/ASSIGNMENT/")
    (notebook,) = course.notebooks(report.assignment)
    data = submitted.read()
    differ = dict.fromkeys(differences(_claimed(item), _here(course, item, notebook, submitted, data)))
    if differ:
        raise _RefusedError(f"{'; '.join(differ)} (as it was graded, and as it is here). Grade it again there.")
    _require_sound(notebook, report)
    report = replace(report, problems=(*report.problems, _ELSEWHERE) if data is not None else report.problems)
    if data is None:
        empty = replace(skeleton(notebook), sha256="", problems=report.problems)
        return GradingResult(replace(report, manual=manual_results(empty)), empty)
    run = Run({}, (), {}, None, Exit("exited"), report.evidence.isolation, report.evidence.device, 0.0)
    submission = read_submission(data, notebook)
    return GradingResult(replace(report, manual=manual_results(submission)), submission, run)


def _claimed(item: _Brought) -> dict[str, str]:
    """Return what a report was made from; what its evidence says too is taken from there."""
    evidence = item.report.evidence
    return {
        **item.made,
        "submission": evidence.submission_sha256,
        "source": evidence.source_sha256,
        "secret": evidence.seed_id,
    }


def _here(
    course: Course, item: _Brought, notebook: Notebook, submitted: Submitted, data: bytes | None
) -> dict[str, str]:
    """Return what it would be made from here, were this the machine that graded it."""
    return {
        **basis(files_beside(notebook), course.seed_id(), ""),
        "source": notebook.sha256,
        "submission": "" if data is None else hashlib.sha256(data).hexdigest(),
        "beside": beside(course.folder("submitted") / submitted.student / submitted.assignment),
        **made_by(item.made),
    }


def _require_sound(notebook: Notebook, report: Report) -> None:
    if report.evidence.device not in ("cpu", "cuda"):
        raise _RefusedError("it was graded on a device that there is not")
    points = {cell.id: cell.points for cell in notebook.check_cells}
    if len(report.cells) != len(points) or {cell.cell_id: cell.points for cell in report.cells} != points:
        raise _RefusedError("its check cells, or their points, are not those of the source notebook")


def _why(report: Report) -> tuple[str, ...]:
    return (f"graded on another machine ({report.evidence.device})",)


def _other_machine(report: Report) -> str:
    """Say with what a report was made, and what is here, where that differs."""
    ours, theirs = versions(), report.evidence.versions
    different = [name for name, version in theirs.items() if version != ours.get(name)]
    differ = [f"{name} {theirs[name]} (here {ours.get(name, 'none')})" for name in different]
    made_with = ", ".join(differ) or "the versions that are here"
    return clean_text(f"Graded on another machine, on {report.evidence.device}, with {made_with}.")
