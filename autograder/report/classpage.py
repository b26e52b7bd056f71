"""The gradebook and the Reports of a class -> one stand-alone HTML page for the instructor.

What is on it: the class's table, each score as the gradebook has it with what it consists of, and for each
assignment a heat strip of its checks, those that fail most first, each with how it failed, who failed it and
what the diagnosis was. It shows hidden checks in full, so it is NOT for students. One file, no script,
nothing fetched; <details> fold the long parts.
"""

from collections.abc import Iterable

from autograder.model import Report
from autograder.report.classassignment import assignment_section
from autograder.report.classstyle import STYLE, heat
from autograder.report.grades import Entry, Grades, consists_of
from autograder.report.markup import POLICY, short
from autograder.report.overview import AssignmentOverview, ClassOverview, Score, class_overview
from autograder.report.rows import number

__all__ = ["class_html"]

_ROOMY = 8  # assignments that stand side by side in full size
_NAMED = 10  # grades in the warning


def class_html(grades: Grades, reports: Iterable[Report], *, title: str = "The class at a glance") -> str:
    """Return the page as text. For instructors: it holds every student's name and hidden checks.

    Scores are those of `grades`, checks those of `reports`.
    """
    overview = class_overview(grades, reports)
    body = "".join(
        (
            f"<h1>{short(title)}</h1>",
            _numbers(overview),
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


def _numbers(overview: ClassOverview) -> str:
    mean = overview.mean.share
    shown = (
        (str(len(overview.students)), "students"),
        (str(len(overview.assignments)), "assignments"),
        (str(len(overview.entries)), "graded notebooks"),
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
    of = [f"{student} {assignment}" for student, assignment in sorted(overview.unisolated)]
    named = short(", ".join(of[:_NAMED]), 1000) + (f" and {len(of) - _NAMED} more" if len(of) > _NAMED else "")
    return f'<p class="warning">{len(of)} of these notebooks were graded without isolation: {named}.</p>'


def _table(overview: ClassOverview) -> str:
    heads = "".join(
        f'<th>{short(a.name)}<br><span class="dim small">of {number(a.points)}</span></th>'
        for a in overview.assignments
    )
    total = f'<th>total<br><span class="dim small">of {number(overview.mean.points)}</span></th>'
    rows = "".join(_student(overview, student) for student in overview.students)
    means = _score(overview.mean, percent=True) + "".join(_score(Score(a.mean, a.points)) for a in overview.assignments)
    many = ' class="many"' if len(overview.assignments) > _ROOMY else ""
    return (
        f'<div class="scroll"><table{many}><thead><tr><th>student</th>{total}{heads}</tr></thead>'
        f"<tbody>{rows}</tbody><tfoot><tr><th>mean</th>{means}</tr></tfoot></table></div>"
        f"{_legend(overview)}"
    )


def _legend(overview: ClassOverview) -> str:
    left_out = short(", ".join(overview.left_out), 600)
    nobody = f" Handed in by nobody, and left out: {left_out}." if left_out else ""
    return (
        '<p class="dim small">Scores are the gradebook&rsquo;s: the automatic points, or those given by hand in their '
        "place, with extra credit, less late penalties; extensions count. &ndash; not handed in: 0 in the total, left "
        f"out of the assignment&rsquo;s mean.{nobody}</p>"
    )


def _student(overview: ClassOverview, student: str) -> str:
    scores = "".join(_graded(overview, student, assignment) for assignment in overview.assignments)
    return f"<tr><th>{short(student)}</th>{_score(overview.totals[student], percent=True)}{scores}</tr>"


def _graded(overview: ClassOverview, student: str, assignment: AssignmentOverview) -> str:
    """One student's assignment: the score that counts, and below it what it consists of."""
    score = overview.score(student, assignment)
    if score is None:
        return '<td class="dim">&ndash;</td>'
    entry = overview.entries[student, assignment.name]
    return _score(score, below=_notes(entry, unisolated=(student, assignment.name) in overview.unisolated))


def _notes(entry: Entry, *, unisolated: bool) -> list[str]:
    review = "to be looked at" if entry.to_review else ""
    return [note for note in (consists_of(entry), review, "not isolated" if unisolated else "") if note]


def _score(score: Score, *, percent: bool = False, below: Iterable[str] = ()) -> str:
    part = score.share
    shown = number(score.score)
    if part is not None and percent:
        shown = f'{shown} <span class="dim small">{part:.0%}</span>'
    shown += "".join(f'<span class="note">{_together(note)}</span>' for note in below)
    return f"<td>{shown}</td>" if part is None else f'<td style="background:{heat(1 - part, 45)}">{shown}</td>'


def _together(note: str) -> str:
    """A sign is not parted from its number where the note is broken into lines."""
    shown = short(note)
    for sign in "+−":
        shown = shown.replace(f"{sign} ", f"{sign}&nbsp;")
    return shown
