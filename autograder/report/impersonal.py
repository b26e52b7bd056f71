"""A Report -> the same, in texts that are fixed beforehand alone: for what a whole class may see of all.

In: a report. Out: of every check, public ones too, what seen.py shows a student of a hidden one; nothing that a student
wrote, which may hold a name, and nothing about the file but that a limit stopped its run. It does NOT take out the
student's own name, by which the gradebook's entry is found: who shows it leaves that out.
"""

from __future__ import annotations

from dataclasses import replace

from autograder.model import CheckResult, Report
from autograder.report.concerns import STOPPED, was_stopped
from autograder.report.seen import check_seen_by_student

__all__ = ["impersonal"]


def impersonal(report: Report) -> Report:
    """Return the report without any text that a student may have written."""
    cells = tuple(replace(cell, checks=tuple(map(_fixed, cell.checks))) for cell in report.cells)
    return replace(report, cells=cells, problems=(STOPPED,) if was_stopped(report) else ())


def _fixed(result: CheckResult) -> CheckResult:
    """Return any check as a hidden one is shown to students; the fingerprint stays, which no face shows."""
    shown = check_seen_by_student(replace(result, hidden=True))
    return replace(shown, hidden=result.hidden, fingerprint=result.fingerprint)
