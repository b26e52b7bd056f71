"""Which submissions need not be graded again: nothing that their grade depends on has changed since.

In: what was handed in, and how it would be graded now. Out: a `Plan`: the reports of those whose autograded
notebook and rows are still what such a grading would make, and for each other one why not. "The same" is
what provenance.py says of a run, besides the submission, the source, and how well it is isolated. Late
penalties are no reason to run anything: penalties.py sets them anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment
from nbgrader.api import Notebook as NotebookRow

from autograder.course import Course, Submitted
from autograder.gradebook.autograded import autograded_path, kept_report
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import grades, open_gradebook
from autograder.gradebook.timestamps import handed_in_at
from autograder.model import Evidence, Level, Report
from autograder.notebook import Notebook, files_beside
from autograder.provenance import basis

__all__ = ["Conditions", "Plan", "made_from", "plan"]

_LARGE = 2**22  # bytes: a file beyond this is known by its size and time
_CUT_SHORT = "cut_short"
_Key = tuple[str, str, str]  # student, assignment, notebook
# what differs -> why a submission is graded again, {0}: what it was, {1}: what it is
_WHY = {
    "submission": "the submission changed",
    "beside": "the submission changed",
    "source": "source/ changed",
    "files": "source/ changed",
    "secret": "the course's secret changed",
    "device": "another device ({0}, now {1})",
    "isolation": "another isolation ({0}, now {1})",
    "versions": "other versions ({0}, now {1})",
    "code": "the grader's own code changed",
    _CUT_SHORT: "its last run was cut short",
}


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a submission would be graded now; None: on whichever device, at whichever level that isolates."""

    seed_id: str
    device: str | None
    level: Level | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with each submission: its report stands, or it is graded, and why."""

    kept: Mapping[Submitted, Report]
    why: Mapping[Submitted, tuple[str, ...]]


def made_from(evidence: Evidence, files: Mapping[str, bytes], submitted: Path, *, cut_short: bool) -> dict[str, str]:
    """Return what a grade was made from: how it was run, the source and its files, what was handed in."""
    found = basis(files, evidence.seed_id, evidence.device, evidence.versions) | {
        "source": evidence.source_sha256,
        "submission": evidence.submission_sha256,
        "beside": _beside(submitted),
        "isolation": evidence.isolation.value,
    }
    return found | (
        {_CUT_SHORT: "yes"} if cut_short else {}
    )  # it is made again: what would be made now has no such key


def plan(
    course: Course,
    submitted: Sequence[Submitted],
    conditions: Conditions,
    *,
    read: Callable[[Path], bytes | None],
    force: bool = False,
) -> Plan:
    """Return what is to be graded and why; `read` gives a file's bytes, None if there is none.

    Raises:
        NotebookError: a source notebook is not well formed.
    """
    rows = _rows(course, {one.assignment for one in submitted})
    kept: dict[Submitted, Report] = {}
    why: dict[Submitted, tuple[str, ...]] = {}
    for name in dict.fromkeys(one.assignment for one in submitted):
        (notebook,) = course.notebooks(name)
        now = basis(files_beside(notebook), conditions.seed_id, "")
        for one in (one for one in submitted if one.assignment == name):
            row = rows.get((one.student, one.assignment, one.notebook))
            found = _looked_at(course, one, row, _Now(notebook, now, conditions), read)
            if isinstance(found, Report) and not force:
                kept[one] = found
            else:
                why[one] = ("forced",) if isinstance(found, Report) else found
    return Plan(kept, why)


@dataclass(frozen=True, slots=True)
class _Now:
    """What a submission of one assignment would be graded with."""

    notebook: Notebook
    basis: Mapping[str, str]
    conditions: Conditions

    def made_from(self, then: Mapping[str, str], data: bytes | None, submitted: Path) -> dict[str, str]:
        """Return what a grade would be made from; what the conditions leave open is as it was."""
        level = self.conditions.level
        isolates = then.get("isolation") in (Level.STRONG.value, Level.ADEQUATE.value)
        left_open = then.get("isolation", "") if isolates else "one that isolates"
        return {
            **self.basis,
            "device": then.get("device", "") if self.conditions.device is None else self.conditions.device,
            "source": self.notebook.sha256,
            "submission": "" if data is None else hashlib.sha256(data).hexdigest(),
            "beside": _beside(submitted),
            "isolation": left_open if level is None else level.value,
        }


def _looked_at(
    course: Course, one: Submitted, row: _Row | None, now: _Now, read: Callable[[Path], bytes | None]
) -> Report | tuple[str, ...]:
    """Return the report that stands, or why it does not."""
    if row is None:
        return ("a new submission",)
    kept = kept_report(autograded_path(course, one.student, one.assignment, one.notebook))
    if kept is None:
        return ("there is no autograded notebook of ours",)
    if not kept.made_from:
        return ("graded by `nbgrader autograde`, or by an earlier version",)
    submitted = course.folder("submitted") / one.student / one.assignment
    differ = tuple(
        dict.fromkeys(_differences(kept.made_from, now.made_from(kept.made_from, read(one.path), submitted)))
    )
    return differ or row.differs(kept.report, handed_in_at(submitted).at) or kept.report


def _differences(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Yield why a grade made from `then` does not stand."""
    for name, words in _WHY.items():
        before, after = then.get(name, ""), now.get(name, "")
        if before != after:
            yield words.format(*_versions(before, after)) if name == "versions" else words.format(before, after)


def _versions(before: str, after: str) -> tuple[str, str]:
    """Return in words which versions differ."""
    try:
        then, now = json.loads(before), json.loads(after)
        names = [name for name in now if then.get(name) != now[name]]
        return tuple(", ".join(f"{name} {one.get(name, 'none')}" for name in names) for one in (then, now))  # type: ignore[return-value]
    except (ValueError, RecursionError, AttributeError, TypeError):
        return "unknown", "others"


@dataclass(slots=True)
class _Row:
    """What the gradebook says of a submitted notebook."""

    handed_in: datetime | None
    scores: dict[str, float | None] = field(default_factory=dict)  # the automatic ones, by check cell

    def differs(self, report: Report, handed_in: datetime | None) -> tuple[str, ...]:
        """Return how this is not what the report, and the folder's timestamp, would make it; empty: it is."""
        if handed_in not in (None, self.handed_in):
            return ("the gradebook has another time of handing in",)
        if any(self.scores.get(cell.cell_id) != cell.score for cell in report.cells):
            return ("the gradebook has other automatic scores than its report",)
        return ()


def _rows(course: Course, assignments: set[str]) -> dict[_Key, _Row]:
    """Return what the gradebook has of each submitted notebook."""
    found: dict[_Key, _Row] = {}
    with open_gradebook(course_directory(load_config(course))) as book:
        rows = grades(
            book, SubmittedAssignment.student_id, SubmittedAssignment.timestamp, Assignment.name, NotebookRow.name,
            BaseCell.name, Grade.auto_score,
        ).filter(Assignment.name.in_(assignments))  # fmt: skip
        for student, stamp, assignment, notebook, cell, score in rows:
            found.setdefault((student, assignment, notebook), _Row(stamp)).scores[cell] = score
    return found


# ---------------------------------------------------------------- the files beside


def _beside(folder: Path) -> str:
    """Return a hash of all files in a folder; of notebooks only the names, whose content has hashes of its own."""
    found = hashlib.sha256()
    for place, names, files in os.walk(folder):
        names.sort()
        for name in sorted(files):
            path = Path(place, name)
            found.update(f"{path.relative_to(folder)}\0{_content(path)}\0".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _content(path: Path) -> str:
    try:
        return _known_by(path, path.lstat())
    except OSError as error:
        return f"unreadable {error.errno}"


def _known_by(path: Path, about: os.stat_result) -> str:
    if path.suffix == ".ipynb" or not stat.S_ISREG(about.st_mode):
        return str(stat.S_IFMT(about.st_mode))
    if about.st_size > _LARGE:
        return f"{about.st_size} {about.st_mtime_ns}"
    return hashlib.sha256(path.read_bytes()).hexdigest()
