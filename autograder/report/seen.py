"""A full Report or CheckResult -> what a student may see of it.

In: a result. Out: the same, and of a hidden check nothing but texts that are fixed beforehand: its name, its status,
a remark, why there is no answer, the type of an exception if it is one of Python's own, and the tutor's sentence: the
author's own, or for a cause that was seen in the numbers or in the code the one of fixed.py. No number, place, value or
word that the student's code could have said, for it knows the hidden inputs. It does NOT render anything. This is the
one place that knows the rule.
"""

import builtins
from dataclasses import replace

from autograder.model import CheckResult, Diagnosis, Report, Status
from autograder.report.fixed import FIXED

__all__ = ["IN_NAME_ONLY", "check_seen_by_student", "in_name_only", "seen_by_student"]

IN_NAME_ONLY = "a rule held in name only: "  # how a flag of the evidence begins that is for instructors

_FORBIDDEN = "uses something that this exercise asks you to build yourself"
_CHANGED = "Your function changed one of its arguments in place."
_NO_ANSWER = "There is no answer."
_MISSING = (  # how the reasons begin that a check without an answer can have
    "Not filled in yet",
    "Not reached.",
    "Nothing was handed in.",
    "Your code meets a `raise NotImplementedError()`",
    "The value never arrived.",
)


def in_name_only(report: Report) -> tuple[str, ...]:
    """Return the rules that were not kept below Python while this was graded, in words."""
    flags = report.evidence.flags
    return tuple(flag.removeprefix(IN_NAME_ONLY) for flag in flags if flag.startswith(IN_NAME_ONLY))


def seen_by_student(report: Report) -> Report:
    """Return the report with all that a student may not see of its hidden checks taken out."""
    cells = tuple(
        replace(cell, checks=tuple(check_seen_by_student(check) for check in cell.checks)) for cell in report.cells
    )
    flags = tuple(flag for flag in report.evidence.flags if not flag.startswith(IN_NAME_ONLY))
    return replace(report, cells=cells, evidence=replace(report.evidence, flags=flags))


def check_seen_by_student(result: CheckResult) -> CheckResult:
    """Return a public check without its value's fingerprint, of a hidden one only what is fixed beforehand."""
    if result.fingerprint is not None:  # of a value that may be made of a right one which was given
        result = replace(result, fingerprint=None)
    if not result.hidden:
        return result
    return replace(
        result,
        reason=_reason(result),
        mismatch=None,
        where=None,
        diagnosis=result.diagnosis and _without_values(result.diagnosis),
        remark=_CHANGED if result.remark else None,
    )


def _reason(result: CheckResult) -> str | None:
    reason = result.reason or ""
    match result.status:
        case Status.RAISED:
            return _type_of_exception(reason)
        case Status.FORBIDDEN:
            return _FORBIDDEN
        case Status.MISSING:
            sentence = next((known for known in _MISSING if reason.startswith(known)), _NO_ANSWER)
            return sentence if sentence.endswith((".", "`")) else f"{sentence}."
    return None


def _without_values(diagnosis: Diagnosis) -> Diagnosis | None:
    """Return the author's sentence without its name, or the fixed one of any other cause; None if there is none."""
    if diagnosis.source == "author":
        return replace(diagnosis, cause="", confidence=1.0)
    text = FIXED.get(diagnosis.cause)
    return Diagnosis(text, diagnosis.source, diagnosis.cause) if text is not None else None


def _type_of_exception(reason: str) -> str:
    """'KeyError: 42' -> 'KeyError'; a name that the student made up -> 'an exception'.

    A class made at run time could have the hidden input for its name, so only Python's own names pass.
    """
    name = reason.partition(":")[0].strip()
    builtin = getattr(builtins, name, None)
    is_exception = isinstance(builtin, type) and issubclass(builtin, BaseException)
    return name if is_exception else "an exception"
