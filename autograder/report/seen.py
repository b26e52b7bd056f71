"""A full Report or CheckResult -> what a student may see of it.

The one place that knows the rule for hidden checks: their name, their status and the tutor's
sentence, but no number, no place, no value, and no word that came out of the student's own code,
which could carry the hidden inputs home. It does NOT render anything.
"""

import builtins
from dataclasses import replace

from autograder.model import CheckResult, Report, Status

__all__ = ["check_seen_by_student", "seen_by_student"]

_FORBIDDEN = "uses something that this exercise asks you to build yourself"


def seen_by_student(report: Report) -> Report:
    """Return the report with all that a student may not see of its hidden checks taken out."""
    cells = tuple(
        replace(cell, checks=tuple(check_seen_by_student(check) for check in cell.checks)) for cell in report.cells
    )
    return replace(report, cells=cells)


def check_seen_by_student(result: CheckResult) -> CheckResult:
    """Return a public check as it is, a hidden one as name, status and diagnosis text."""
    if not result.hidden:
        return result
    reason = None
    if result.status is Status.RAISED:
        reason = _type_of_exception(result.reason or "")
    elif result.status is Status.FORBIDDEN:
        reason = _FORBIDDEN
    diagnosis = result.diagnosis and replace(result.diagnosis, cause="", confidence=1.0)
    return replace(result, reason=reason, mismatch=None, diagnosis=diagnosis)


def _type_of_exception(reason: str) -> str:
    """'KeyError: 42' -> 'KeyError'; a name that the student made up -> 'an exception'.

    A class made at run time could have the hidden input for its name, so only Python's own names pass.
    """
    name = reason.partition(":")[0].strip()
    known = getattr(builtins, name, None)
    is_exception = isinstance(known, type) and issubclass(known, BaseException)
    return name if is_exception else "an exception"
