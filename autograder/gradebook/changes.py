"""The list of what gradings changed, which stays: .autograder/changes.jsonl, one line for each grade.

In: changes, or a time. Out: lines in that file, or the changes since then. A line that cannot be read (a grading was
killed while it wrote, the disk was full) is passed over. It does NOT know the gradebook.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, datetime

from autograder.course import Course
from autograder.errors import CourseError
from autograder.report import Change, change_from_json, change_json

__all__ = ["CHANGES", "changes_since", "keep_changes"]

CHANGES = "changes.jsonl"  # in the grader's own folder


def keep_changes(course: Course, changes: Collection[Change]) -> None:
    """Add changes to the list, one line each."""
    time = datetime.now(UTC).isoformat(timespec="seconds")
    if changes:
        with course.private.joinpath(CHANGES).open("a", encoding="utf-8") as file:
            file.writelines(json.dumps({"at": time, **change_json(change)}) + "\n" for change in changes)


def changes_since(course: Course, since: datetime) -> list[Change]:
    """Return what gradings changed since a time (UTC, without a zone), in their order; CourseError if unreadable."""
    path = course.private / CHANGES
    found: list[Change] = []
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                try:
                    data = json.loads(line)
                    at = datetime.fromisoformat(data["at"]).astimezone(UTC).replace(tzinfo=None)
                    if at >= since:
                        found.append(change_from_json(data))
                except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
                    continue
    except FileNotFoundError:
        return []
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror})") from error
    return found
