"""autograded/ -> the reports that are kept in it, and what each was made from.

In: a course, a student, an assignment. Out: the report and the basis that `record` stored in the autograded
notebook; None where there is none that can be read. Does NOT judge whether it still holds: unchanged.py does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.errors import GraderError
from autograder.model import Report
from autograder.report import from_json

__all__ = ["Kept", "autograded_path", "kept_report", "kept_reports"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored report; `made_from` is empty where nbgrader's own command wrote it."""

    report: Report
    made_from: Mapping[str, str]


def autograded_path(course: Course, student: str, assignment: str, notebook: str) -> Path:
    """Return where the autograded notebook of a submission lies, or would."""
    return course.folder("autograded") / student / assignment / f"{notebook}.ipynb"


def kept_report(path: Path) -> Kept | None:
    """Return what an autograded notebook holds; None: no such file, damaged, not of ours, of an older format."""
    try:
        metadata: Any = json.loads(path.read_text("utf-8"))["metadata"]["autograder"]
        made_from = metadata.get("made_from", {})
        return Kept(from_json(metadata["report"]), made_from if isinstance(made_from, dict) else {})
    except (OSError, ValueError, RecursionError, LookupError, TypeError, AttributeError, GraderError):
        return None


def kept_reports(course: Course, keys: Iterable[tuple[str, str]]) -> Iterator[Report]:
    """Yield the stored reports of (student, assignment), one after another: a class has thousands."""
    names: dict[str, str] = {}
    for student, assignment in keys:
        if assignment not in names:
            is_ours = assignment in course.assignments()
            names[assignment] = course.source(assignment).stem if is_ours else ""
        if names[assignment]:
            stored = kept_report(autograded_path(course, student, assignment, names[assignment]))
            if stored is not None:
                yield stored.report
