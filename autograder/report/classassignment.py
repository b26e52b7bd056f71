"""One assignment of the class page: what its checks were, how often each fails, how, for whom, and why.

In: an AssignmentOverview. Out: an HTML section for classpage.py, styled by classstyle.py. It shows
hidden checks in full, so it is NOT for students.
"""

from collections import Counter
from collections.abc import Sequence

from autograder.model import Diagnosis, Status
from autograder.report.classstyle import heat
from autograder.report.markup import short
from autograder.report.overview import AssignmentOverview, CheckOverview
from autograder.report.rows import WORDS, number

__all__ = ["assignment_section"]

_FAILURES = (Status.WRONG, Status.RAISED, Status.MISSING, Status.FORBIDDEN)
_DIAGNOSES_SHOWN = 8  # of an assignment
_DIAGNOSES_OF_CHECK = 4


def assignment_section(assignment: AssignmentOverview) -> str:
    """Return the section of one assignment: heat strip, diagnoses, checks, problems."""
    failing = [check for check in assignment.checks if check.failed]
    fine = len(assignment.checks) - len(failing)
    others = f'<p class="dim small">Everyone passes the other {_count(fine, "check")}.</p>' if fine else ""
    return "".join(
        (
            f"<h2>{short(assignment.name)}</h2>",
            f'<div class="dim small">{_count(assignment.submissions, "submission")} · ',
            f"mean {number(assignment.mean)} of {number(assignment.points)} points · ",
            f"{_count(len(assignment.checks), 'check')}, and how many submissions fail each",
            f"{_without(assignment)}</div>",
            _strip(assignment.checks),
            _diagnoses(assignment),
            f"<h3>Checks, the hardest first {_key()}</h3>" if failing else "",
            *(_check(check) for check in failing),
            others,
            _problems(assignment),
        )
    )


def _without(assignment: AssignmentOverview) -> str:
    missing = assignment.submissions - assignment.reports
    return f" ({_count(missing, 'submission')} without a report in autograded/ left out)" if missing else ""


def _strip(checks: Sequence[CheckOverview]) -> str:
    cells = "".join(
        f'<span style="background:{heat(check.failing, 60)}" title="{short(check.name)}">'
        f"{short(check.name)}<br><b>{check.failing:.0%}</b></span>"
        for check in checks
    )
    return f'<div class="strip">{cells}</div>' if checks else ""


def _diagnoses(assignment: AssignmentOverview) -> str:
    """The most frequent diagnoses of the whole assignment, counted once for each check that failed."""
    counts: Counter[tuple[str, str]] = Counter()
    texts: dict[tuple[str, str], Diagnosis] = {}
    for check in assignment.checks:
        for diagnosis, count in check.diagnoses:
            key = (diagnosis.source, diagnosis.cause)
            counts[key] += count
            texts.setdefault(key, diagnosis)
    if not counts:
        return ""
    said = "".join(_says(texts[key], count) for key, count in counts.most_common(_DIAGNOSES_SHOWN))
    return f"<h3>What went wrong most often</h3>{said}"


def _says(diagnosis: Diagnosis, count: int) -> str:
    kind = "misconception" if diagnosis.source == "author" else "seen in the numbers"
    return (
        f'<div class="says"><b>{count} &times;</b> {short(diagnosis.text, 600, 6)} '
        f'<span class="dim small">{kind}: {short(diagnosis.cause)}</span></div>'
    )


def _check(check: CheckOverview) -> str:
    total = sum(check.counts.values())
    bars = "".join(
        f'<span class="{status.value}" style="width:{check.counts.get(status, 0) / total:.2%}" '
        f'title="{check.counts[status]} {WORDS[status]}"></span>'
        for status in _FAILURES
        if check.counts.get(status)
    )
    hidden = ' <span class="dim small">hidden</span>' if check.hidden else ""
    return (
        f'<details><summary class="check"><span class="name">{short(check.name)}{hidden}</span>'
        f'<span class="bar">{bars}</span><span class="small">{len(check.failed)} of {total} fail '
        f'<span class="dim">{check.failing:.0%}</span></span></summary>'
        f'<div class="more">{_more(check)}</div></details>'
    )


def _more(check: CheckOverview) -> str:
    said = "".join(_says(diagnosis, count) for diagnosis, count in check.diagnoses[:_DIAGNOSES_OF_CHECK])
    ended = "".join(
        f'<div class="small"><span class="dim">{WORDS[status]}:</span> {", ".join(who)}</div>'
        for status in _FAILURES
        if (who := [short(student) for student, how in check.failed if how is status])
    )
    return said + ended


def _problems(assignment: AssignmentOverview) -> str:
    if not assignment.problems:
        return ""
    said = "".join(
        f"<li><b>{short(student)}</b>: {short(problem, 400, 3)}</li>" for student, problem in assignment.problems
    )
    return (
        f"<details><summary>{_count(len(assignment.problems), 'file')} with a problem</summary>"
        f'<ul class="small">{said}</ul></details>'
    )


def _count(number_of: int, what: str) -> str:
    return f"{number_of} {what}{'' if number_of == 1 else 's'}"


def _key() -> str:
    return (
        '<span class="dim small">'
        + "".join(f'<span class="key {status.value}"></span>{WORDS[status]}' for status in (*_FAILURES, Status.PASSED))
        + "</span>"
    )
