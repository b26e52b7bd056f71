"""The Reports of one assignment -> which mistakes are in them, and how many students make each.

In: reports, or the results of one check. Out: how answers to a check fail (`endings`), the mistakes that have a
sentence (`mistakes`), and the wrong values that several students share and nothing explains (`same_values`): what the
author has not thought of yet. It does NOT draw or escape anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.model import CheckResult, Diagnosis, Report, Status

__all__ = ["OTHER_VALUE", "Ending", "Mistake", "SameValue", "endings", "mistakes", "same_values"]

_FEWEST_ALIKE = 2  # notebooks with one value that are worth a sentence: a team's is one
_LOOKED_AT = 400  # characters of a text in which its first sentence is looked for
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")
OTHER_VALUE = "another value"  # said of a wrong one without a diagnosis: where it is off says little

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """One way in which answers to a check fail."""

    status: Status
    sentence: str  # the first of what is said
    diagnosis: Diagnosis | None
    count: int  # answers


@dataclass(frozen=True, slots=True)
class Mistake:
    """One cause with its sentence, and who makes the mistake, at however many checks."""

    assignment: str
    diagnosis: Diagnosis
    checks: tuple[str, ...]
    students: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameValue:
    """One wrong value that several students have, in notebooks of their own, and no sentence explains."""

    assignment: str
    cell_id: str
    checks: tuple[str, ...]  # at which just these students share a value; public ones first
    hidden: bool  # the first of these checks is
    message: str  # how the first student's value differs from the expected one there
    students: tuple[str, ...]


def endings(results: Iterable[CheckResult]) -> tuple[Ending, ...]:
    """Return how the failed ones of one check's results ended, the most frequent first."""
    counts: dict[_Key, int] = {}
    first_result: dict[_Key, CheckResult] = {}
    for result in results:
        if result.status is not Status.PASSED:
            key = (result.status, *(_cause_key(result.diagnosis) if result.diagnosis else (_sentence(result),)))
            first_result.setdefault(key, result)
            counts[key] = counts.get(key, 0) + 1
    return tuple(
        Ending(first_result[key].status, _sentence(first_result[key]), first_result[key].diagnosis, count)
        for key, count in sorted(counts.items(), key=lambda item: -item[1])
    )


def mistakes(reports: Sequence[Report]) -> tuple[Mistake, ...]:
    """Return the mistakes that have a sentence, those of most students first; each student counts once."""
    diagnoses: dict[_Key, Diagnosis] = {}
    checks: dict[_Key, dict[str, None]] = {}
    students: dict[_Key, dict[str, None]] = {}
    for report in reports:
        for cell in report.cells:
            for check in cell.checks:
                if check.diagnosis is not None and check.status is not Status.PASSED:
                    key = _cause_key(check.diagnosis)
                    diagnoses.setdefault(key, check.diagnosis)
                    checks.setdefault(key, {})[check.name] = None
                    students.setdefault(key, {})[report.student] = None
    found = [
        Mistake(reports[0].assignment, diagnosis, tuple(checks[key]), tuple(students[key]))
        for key, diagnosis in diagnoses.items()
    ]
    return tuple(sorted(found, key=lambda mistake: -len(mistake.students)))


def same_values(reports: Sequence[Report]) -> tuple[SameValue, ...]:
    """Return the unexplained wrong values that are in at least two notebooks, those of most students first.

    Values are held against each other within the tolerance of their dtype, and only if they were made on the same
    random numbers of the same exercise. What the same students share at several checks of a cell is one of these.
    """
    alike_at: dict[tuple[str, ...], list[_Alike]] = {}
    for report in reports:
        made_on = (report.notebook, report.evidence.source_sha256, report.evidence.seed_id)
        for cell in report.cells:
            for check in cell.checks:
                if check.fingerprint is not None:
                    groups = alike_at.setdefault((*made_on, cell.cell_id, check.name), [])
                    _add(groups, report, check, check.fingerprint)
    shared: dict[tuple[str, tuple[str, ...]], list[CheckResult]] = {}
    for (*_, cell_id, _name), groups in alike_at.items():
        for group in groups:
            if len(group.files) >= _FEWEST_ALIKE:
                shared.setdefault((cell_id, tuple(group.students)), []).append(group.first)
    found = []
    for (cell_id, students), results in shared.items():
        results.sort(key=lambda result: result.hidden)
        first = results[0]
        message = first.mismatch.message if first.mismatch else ""
        names = tuple(result.name for result in results)
        found.append(SameValue(reports[0].assignment, cell_id, names, first.hidden, message, students))
    return tuple(sorted(found, key=lambda group: -len(group.students)))


@dataclass(slots=True)
class _Alike:
    """The students whose values at one check are alike, and the first one's."""

    text: str  # the fingerprint as it is stored
    fingerprint: Any
    first: CheckResult
    students: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)  # hashes of what they handed in


def _add(groups: list[_Alike], report: Report, check: CheckResult, text: str) -> None:
    """Put a student's value with those that are like it; a fingerprint that is none is left aside."""
    group = next((group for group in groups if group.text == text), None)
    if group is None:
        from autograder.compare.fingerprint import alike  # late: it brings torch, and few ask for what is alike

        try:
            fingerprint = json.loads(text)
            group = next((group for group in groups if alike(fingerprint, group.fingerprint)), None)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):  # of a report that was edited
            return
        if group is None:
            group = _Alike(text, fingerprint, check)
            groups.append(group)
    group.files.add(report.evidence.submission_sha256)
    if report.student not in group.students:
        group.students.append(report.student)


def _cause_key(diagnosis: Diagnosis) -> _Key:
    """Return what two diagnoses of one cause share.

    A sentence about code names a function, and what students see of an author's has no name: each is one by itself.
    """
    alone = diagnosis.source == "code" or not diagnosis.cause
    return diagnosis.source, diagnosis.cause, diagnosis.text if alone else ""


def _sentence(result: CheckResult) -> str:
    """Return the first sentence of what is said of a check that failed."""
    if result.diagnosis is not None:
        text = result.diagnosis.text
    elif result.mismatch is not None and result.mismatch.kind != "value":
        text = result.mismatch.message
    else:
        text = OTHER_VALUE if result.status is Status.WRONG else result.reason or ""
    return _SENTENCE_END.split(text[:_LOOKED_AT].strip(), maxsplit=1)[0]
