"""The Reports of a class -> one stand-alone HTML page for the instructor.

What is on it: the class's table, and for each assignment a heat strip of its checks, those that fail
most first, each with how it failed, who failed it and what the diagnosis was. It shows hidden checks
in full, so it is NOT for students. One file, no script, nothing fetched; <details> fold the long parts.
"""

from collections.abc import Sequence

from autograder.model import Report
from autograder.report.classassignment import assignment_section
from autograder.report.classstyle import STYLE, heat
from autograder.report.markup import POLICY, short
from autograder.report.overview import ClassOverview, Score, class_overview
from autograder.report.rows import number

__all__ = ["class_html"]

_ROOMY = 8  # assignments that stand side by side in full size


def class_html(reports: Sequence[Report], *, title: str = "The class at a glance") -> str:
    """Return the page as text. For instructors: it holds every student's name and hidden checks."""
    overview = class_overview(reports)
    body = "".join(
        (
            f"<h1>{short(title)}</h1>",
            _numbers(overview, len(reports)),
            _warning(overview),
            _table(overview),
            *(assignment_section(assignment) for assignment in overview.assignments),
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"{POLICY}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{short(title)}</title><style>{STYLE}</style></head><body>{body}</body></html>\n"
    )


# ---------------------------------------------------------------- the class


def _numbers(overview: ClassOverview, reports: int) -> str:
    mean = overview.mean.share
    shown = (
        (str(len(overview.students)), "students"),
        (str(len(overview.assignments)), "assignments"),
        (str(reports), "graded notebooks"),
        ("&ndash;" if mean is None else f"{mean:.0%}", "mean of the totals"),
    )
    return (
        '<div class="numbers">'
        + "".join(f'<div><b>{value}</b><span class="dim small">{what}</span></div>' for value, what in shown)
        + "</div>"
    )


def _warning(overview: ClassOverview) -> str:
    if not overview.unisolated:
        return ""
    return f'<p class="warning">{overview.unisolated} of these notebooks were graded without isolation.</p>'


def _table(overview: ClassOverview) -> str:
    heads = "".join(
        f'<th>{short(a.name)}<br><span class="dim small">of {number(a.points)}</span></th>'
        for a in overview.assignments
    )
    total = f'<th>total<br><span class="dim small">of {number(overview.mean.points)}</span></th>'
    rows = "".join(_student(overview, student) for student in overview.students)
    means = _score(overview.mean, percent=True) + "".join(
        _score(None if a.mean is None else Score(a.mean, a.points)) for a in overview.assignments
    )
    many = ' class="many"' if len(overview.assignments) > _ROOMY else ""
    return (
        f'<div class="scroll"><table{many}><thead><tr><th>student</th>{total}{heads}</tr></thead>'
        f"<tbody>{rows}</tbody><tfoot><tr><th>mean</th>{means}</tr></tfoot></table></div>"
        '<p class="dim small">&ndash; not handed in: 0 in the total, left out of the assignment&rsquo;s mean.'
        "</p>"
    )


def _student(overview: ClassOverview, student: str) -> str:
    scores = "".join(_score(overview.scores.get((student, a.name))) for a in overview.assignments)
    return f"<tr><th>{short(student)}</th>{_score(overview.totals[student], percent=True)}{scores}</tr>"


def _score(score: Score | None, *, percent: bool = False) -> str:
    if score is None:
        return '<td class="dim">&ndash;</td>'
    part = score.share
    shown = number(score.score)
    if part is None:
        return f"<td>{shown}</td>"
    if percent:
        shown = f'{shown} <span class="dim small">{part:.0%}</span>'
    return f'<td style="background:{heat(1 - part, 45)}">{shown}</td>'
