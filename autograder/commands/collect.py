"""The command `autograder collect`: what a platform gives out -> submitted/, and who is in and who is missing.

In: a zip or folder from a platform, or one with a folder for each student; the roster. Out: submitted/STUDENT/NN-unit/,
a table, on wish JSON. Whoever cannot be told from another, and whatever cannot be read, is left aside and named: the
exit code is 1. It does NOT grade.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

from autograder.collect import Collected, Collection
from autograder.collect import collect as collect_download
from autograder.collect.download import LeftAside
from autograder.commands.console import terminal, write_json
from autograder.commands.course import course_of
from autograder.course.lock import only_grader
from autograder.course.roster import course_roster, folded
from autograder.report import clean_text

__all__ = ["collect"]

_STYLES = {"new": "green", "replaced": "green", "unchanged": "dim", "older": "yellow"}


def collect(options: argparse.Namespace) -> int:
    """Collect what the options name; return the exit code."""
    course = course_of(options)
    (assignment,) = course.select([options.assignment])
    roster = course_roster(course, options.roster)
    with nullcontext() if options.dry_run else only_grader(course):
        collection = collect_download(course, assignment, options.source, options.platform, roster, dry=options.dry_run)
    _show(collection, assignment, dry=options.dry_run)
    if options.json is not None:
        write_json(options.json, _as_json(collection, options))
    return 1 if collection.refused else 0


# ---------------------------------------------------------------- what is shown


def _show(collection: Collection, assignment: str, *, dry: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    console = terminal()
    table = Table("student", "", "handed in (UTC)", "sha256", "notes", title=assignment, title_justify="left")
    for student in collection.students:
        notes = "; ".join((*_as(student), *student.notes))
        table.add_row(
            Text(_clean(student.student)),
            Text(student.status, _STYLES[student.status]),
            Text("late" if student.handed_in is None and student.late else _time(student)),
            Text(student.sha256[:12]),
            Text(_clean(notes)),
        )
    if collection.students:
        console.print(table)
    _list(console, "NOT TAKEN", collection.refused)
    _list(console, "left aside", collection.left_aside)
    there = set(collection.there_already)
    absent = [student.id for student in collection.missing if student.id not in there]
    if absent:
        _print(console, f"missing: {', '.join(absent)}")
    if there:
        _print(console, f"not in this download, but in submitted/: {', '.join(sorted(there))}")
    if any(student.handed_in is None for student in collection.students):
        _print(console, "Where no time stands, nothing says when it was handed in: it counts as in time.")
    counts = {
        status: sum(student.status == status for student in collection.students)
        for status in ("new", "replaced", "unchanged", "older")
    }
    done = ", ".join(f"{count} {status}" for status, count in counts.items() if count) or "nothing"
    _print(console, f"{'would be collected' if dry else 'collected'}: {done}; not taken: {len(collection.refused)}")


def _as(student: Collected) -> tuple[str, ...]:
    """Return what the platform calls the student; where that is the same name in another case, the notes say it."""
    return () if folded(student.person) == folded(student.student) else (f"from {student.person}",)


def _time(student: Collected) -> str:
    return f"{student.handed_in:%Y-%m-%d %H:%M:%S}" if student.handed_in is not None else ""


def _list(console: Any, title: str, items: Sequence[LeftAside]) -> None:
    for item in items:
        _print(console, f"{title}: {item.path}: {item.why}")


def _print(console: Any, text: str) -> None:
    console.print(_clean(text), markup=False, highlight=False, soft_wrap=True)


def _clean(text: str) -> str:
    return clean_text(text, max_chars=1000, max_lines=1)


# ---------------------------------------------------------------- as JSON


def _as_json(collection: Collection, options: argparse.Namespace) -> dict[str, Any]:
    return {
        "format": 1,
        "assignment": options.assignment,
        "from": options.platform,
        "dry_run": options.dry_run,
        "students": [
            {
                "student": student.student,
                "status": student.status,
                "person": student.person,
                "team": student.team,
                "file": student.source,
                "sha256": student.sha256,
                "handed_in": student.handed_in.isoformat() if student.handed_in is not None else None,
                "late": student.late,
                "notes": list(student.notes),
            }
            for student in collection.students
        ],
        "not_taken": [{"person": item.path, "why": item.why} for item in collection.refused],
        "left_aside": [{"path": item.path, "why": item.why} for item in collection.left_aside],
        "missing": [student.id for student in collection.missing if student.id not in collection.there_already],
        "there_already": list(collection.there_already),
    }
