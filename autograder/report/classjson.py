"""The gradebook and the Reports of a class -> the class page's figures as JSON, for other programs.

Out: a dictionary that any strict JSON writer takes; docs/report.md describes the fields. Nothing is escaped here.
Without names there is none in it, nor a text that a student may have written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import UTC
from typing import Any

from autograder.model import Report
from autograder.report.distribution import Distribution
from autograder.report.grades import Grades
from autograder.report.impersonal import impersonal
from autograder.report.jsonform import plain_json
from autograder.report.mistakes import Ending, Mistake, SameValue
from autograder.report.overview import AssignmentOverview, CheckOverview, ClassOverview, class_overview
from autograder.report.scorechanges import ScoreChanges

__all__ = ["class_json"]

_FORMAT = 1


def class_json(
    grades: Grades,
    reports: Iterable[Report],
    *,
    titles: Mapping[tuple[str, str], str] | None = None,
    draft: Callable[[SameValue], str] | None = None,
    named: bool = True,
    changes: ScoreChanges | None = None,
) -> dict[str, Any]:
    """Return what the class page shows, all of it, as JSON values; arguments as `class_html` has them."""
    overview = class_overview(grades, reports if named else map(impersonal, reports))
    data: dict[str, Any] = {
        "format": _FORMAT,
        "students": len(overview.students),
        "points": overview.mean.points,
        "totals": _spread(overview.spread),
        "assignments": [_assignment(each, titles or {}, draft, named=named) for each in overview.assignments],
        "left_out": list(overview.left_out),
    }
    if changes is not None:
        data["changes"] = _changes(changes, named=named)
    if named:
        data |= {"table": _table(overview), "concerns": [asdict(concern) for concern in overview.concerns]}
    plain: dict[str, Any] = plain_json(data)
    return plain


def _table(overview: ClassOverview) -> list[dict[str, Any]]:
    scores: dict[str, dict[str, float]] = {student: {} for student in overview.students}
    for (student, assignment), entry in overview.entries.items():
        scores[student][assignment] = entry.score
    return [
        {"student": student, "total": overview.totals[student].score, "scores": scores[student]}
        for student in overview.students
    ]


def _changes(changes: ScoreChanges, *, named: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "since": changes.since,
        "changed": len(changes.scores),
        "new": changes.new,
        "reasons": [asdict(reason) for reason in changes.reasons],
        "assignments": [asdict(then) for then in changes.assignments],
    }
    return {**data, "scores": [asdict(score) for score in changes.scores]} if named else data


def _assignment(
    assignment: AssignmentOverview,
    titles: Mapping[tuple[str, str], str],
    draft: Callable[[SameValue], str] | None,
    *,
    named: bool,
) -> dict[str, Any]:
    seconds = assignment.run_seconds
    return {
        "assignment": assignment.name,
        "points": assignment.points,
        "due": None if assignment.due is None else assignment.due.replace(tzinfo=UTC).isoformat(),
        "submissions": assignment.submissions,
        "reports": len(assignment.reports),
        "mean": assignment.mean,
        "scores": _spread(assignment.spread),
        "run_seconds": None if seconds is None else {"median": seconds[0], "longest": seconds[1]},
        "stopped": assignment.stopped,
        "tasks": [
            {"cell_id": task.cell_id, "title": titles.get((task.assignment, task.cell_id), ""), "points": task.points,
             "share": task.share}
            for task in assignment.tasks
        ],
        "checks": [_check(check) for check in assignment.checks],
        "mistakes": [_mistake(mistake, named=named) for mistake in assignment.mistakes],
        "same_values": [_same_value(group, draft, named=named) for group in assignment.same_values],
    }  # fmt: skip


def _spread(spread: Distribution | None) -> dict[str, Any] | None:
    return None if spread is None else asdict(spread)


def _check(check: CheckOverview) -> dict[str, Any]:
    return {
        "name": check.name,
        "cell_id": check.cell_id,
        "hidden": check.hidden,
        "void": None if check.void is None else check.void.value,
        "answers": sum(check.counts.values()),
        "solved": check.solved,
        "discrimination": check.discrimination,
        "endings": [_ending(ending) for ending in check.endings],
    }


def _ending(ending: Ending) -> dict[str, Any]:
    diagnosis = ending.diagnosis
    return {
        "status": ending.status.value,
        "sentence": ending.sentence,
        "source": None if diagnosis is None else diagnosis.source,
        "cause": None if diagnosis is None else diagnosis.cause,
        "count": ending.count,
    }


def _mistake(mistake: Mistake, *, named: bool) -> dict[str, Any]:
    diagnosis = mistake.diagnosis
    return {
        "text": diagnosis.text,
        "source": diagnosis.source,
        "cause": diagnosis.cause,
        "checks": list(mistake.checks),
        "count": len(mistake.students),
        **({"students": list(mistake.students)} if named else {}),
    }


def _same_value(group: SameValue, draft: Callable[[SameValue], str] | None, *, named: bool) -> dict[str, Any]:
    data = {"cell_id": group.cell_id, "checks": list(group.checks), "count": len(group.students)}
    if not named:
        return data
    return {
        **data,
        "message": group.message,
        "students": list(group.students),
        "draft": draft(group) if draft else "",
    }
