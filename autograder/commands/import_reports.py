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
from autograder.commands.grade import course_of, gradebook_room, say_changes, show
from autograder.course import Course, Submitted
from autograder.course.lock import only_grader
from autograder.errors import CourseError, GraderError
from autograder.grade import GradingResult
from autograder.grade.inputs import IMPORTED, beside, differences, made_by
from autograder.model import Exit, Report, Run
from autograder.notebook import Notebook, files_beside, read_submission, skeleton
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
        brought = [one for one in _read(options.file, refused) if _wanted(options, names, one)]
        course_names = {one.report.assignment for one in brought} & set(names)
        gradebook.require_current(course, sorted(course_names), registered=options.dry_run)
        graded, made = _checked(course, brought, refused)
        changes = gradebook.record(
            course,
            graded,
            why={(one.report.student, one.report.assignment): _why(one.report) for one in graded},
            made_elsewhere=made,
            dry=options.dry_run,
        )
        reports = [one.report for one in graded]
        say_changes(course, changes, dry=options.dry_run)
        show(options, course, names, reports)
    for sentence in dict.fromkeys(_other_machine(one.report) for one in graded):
        print(sentence)
    for line in refused:
        warn(f"NOT ENTERED: {line}")
    if not graded and not refused:
        raise CourseError(f"{options.file}: no report of what was asked for")
    return 2 if refused else 0


def _wanted(options: argparse.Namespace, names: list[str], one: _Brought) -> bool:
    """Whether a report was asked for; one of an assignment that is not known here is, so that it is refused."""
    chosen = one.report.assignment in names or not options.assignments
    return chosen and options.student in (None, one.report.student)


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
    made = data.get("made_from")
    if not isinstance(made, list) or len(made) != len(data["reports"]):
        raise CourseError(
            f"{path}: it does not say what its reports were made from. Only a file that was written without a "
            "gradebook does; one that was written beside a gradebook is in that gradebook already."
        )
    for number, (report, of) in enumerate(zip(data["reports"], made, strict=True), start=1):
        try:
            yield _Brought(from_json(report), _texts(of))
        except (ReportFormatError, RecursionError) as error:
            refused.append(f"report {number} of {len(made)}: {error}")


def _texts(found: object) -> dict[str, str]:
    if isinstance(found, dict) and all(isinstance(one, str) for one in found.values()) and IMPORTED in found:
        return found
    raise ReportFormatError.at(where="made_from", expected="an object of texts", found=found)


# ---------------------------------------------------------------- held against what lies here


def _checked(
    course: Course, brought: list[_Brought], refused: list[str]
) -> tuple[list[GradingResult], dict[tuple[str, str], Mapping[str, str]]]:
    """Return what is to be entered, and what each was made from; the others are put among the refused."""
    handed_in = {(one.student, one.assignment): one for name in course.assignments() for one in course.submitted(name)}
    graded: list[GradingResult] = []
    made: dict[tuple[str, str], Mapping[str, str]] = {}
    for one in brought:
        try:
            if one.key in made:
                raise _RefusedError("it is there twice; the first one counts")  # noqa: TRY301
            graded.append(_graded(course, one, handed_in.get(one.key)))
            made[one.key] = one.made
        except (_RefusedError, GraderError) as error:
            refused.append(f"{one.report.student} {one.report.assignment}: {error}")
    return graded, made


def _graded(course: Course, one: _Brought, submitted: Submitted | None) -> GradingResult:
    """Return what `record` takes; _RefusedError if the report is not one of what lies here."""
    report = one.report
    if report.assignment not in course.assignments():
        raise _RefusedError("there is no assignment of this name here")
    if submitted is None or submitted.notebook != report.notebook:
        raise _RefusedError(f"no {report.notebook}.ipynb was handed in here: expected submitted/STUDENT/ASSIGNMENT/")
    (notebook,) = course.notebooks(report.assignment)
    data = submitted.read()
    differ = dict.fromkeys(differences(_claimed(one), _here(course, one, notebook, submitted, data)))
    if differ:
        raise _RefusedError(f"{'; '.join(differ)} (as it was graded, and as it is here). Grade it again there.")
    _require_sound(notebook, report)
    report = replace(report, problems=(*report.problems, _ELSEWHERE) if data is not None else report.problems)
    if data is None:
        return GradingResult(report, replace(skeleton(notebook), sha256="", problems=report.problems))
    run = Run({}, (), {}, None, Exit("exited"), report.evidence.isolation, report.evidence.device, 0.0)
    return GradingResult(report, read_submission(data, notebook), run)


def _claimed(one: _Brought) -> dict[str, str]:
    """Return what a report was made from; what its evidence says too is taken from there."""
    said = one.report.evidence
    own = {"submission": said.submission_sha256, "source": said.source_sha256, "secret": said.seed_id}
    return {**one.made, **own}


def _here(
    course: Course, one: _Brought, notebook: Notebook, submitted: Submitted, data: bytes | None
) -> dict[str, str]:
    """Return what it would be made from here, were this the machine that graded it."""
    return {
        **basis(files_beside(notebook), course.seed_id(), ""),
        "source": notebook.sha256,
        "submission": "" if data is None else hashlib.sha256(data).hexdigest(),
        "beside": beside(course.folder("submitted") / submitted.student / submitted.assignment),
        **made_by(one.made),
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
    own = versions()
    theirs = report.evidence.versions
    differ = [f"{name} {one} (here {own.get(name, 'none')})" for name, one in theirs.items() if one != own.get(name)]
    made_with = ", ".join(differ) or "the versions that are here"
    return clean_text(f"Graded on another machine, on {report.evidence.device}, with {made_with}.")
