"""The Reports of a class -> one stand-alone HTML page for the instructor.

What is on it: the class's table, and for each assignment a heat strip of its checks, those that fail
most first, each with how it failed, who failed it and what the diagnosis was. It shows hidden checks
in full, so it is NOT for students. One file, no script, nothing fetched; <details> fold the long parts.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence

from autograder.model import Diagnosis, Report, Status
from autograder.report.clean import clean_text
from autograder.report.overview import (
    AssignmentOverview,
    CheckOverview,
    ClassOverview,
    Score,
    class_overview,
)
from autograder.report.rows import WORDS, number

__all__ = ["class_html"]

_FAILURES = (Status.WRONG, Status.RAISED, Status.MISSING, Status.FORBIDDEN)
_DIAGNOSES_SHOWN = 8  # of an assignment
_DIAGNOSES_OF_CHECK = 4
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = """
:root { color-scheme: light dark; --ink: #1f2328; --dim: #656d76; --line: #d8dee4; --page: #fff;
  --soft: #f6f8fa; --good: #2e9e5b; --fair: #e3b341; --bad: #e0483e; --none: #8c959f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9198a1; --line: #30363d;
  --page: #0d1117; --soft: #161b22; --none: #6e7681; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 76rem; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2.6rem 0 .2rem; overflow-wrap: anywhere; }
h3 { font-size: .95rem; margin: 1.2rem 0 .3rem; }
.dim { color: var(--dim); font-weight: 400; }
.small { font-size: .85rem; }
.warning { margin: 1rem 0; padding: .5rem .9rem; border-left: 3px solid var(--bad);
  background: color-mix(in srgb, var(--bad) 12%, transparent); border-radius: 0 4px 4px 0; }
.numbers { display: flex; flex-wrap: wrap; gap: .6rem 2.4rem; margin: 1.1rem 0 1.4rem; }
.numbers b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: separate; border-spacing: 3px; font-variant-numeric: tabular-nums; }
th { font-weight: 600; text-align: right; padding: .2rem .6rem; vertical-align: bottom; max-width: 11rem;
  overflow-wrap: anywhere; }
th:first-child { text-align: left; min-width: 9rem; max-width: 16rem; }
tbody th { font-weight: 400; }
td { text-align: right; padding: .2rem .6rem; border-radius: 4px; min-width: 4.5rem; white-space: nowrap; }
tfoot th, tfoot td { padding-top: .5rem; font-weight: 600; }
.strip { display: flex; gap: 2px; height: 1.6rem; margin: .6rem 0 .8rem; border-radius: 4px; overflow: hidden; }
.strip span { flex: 1 1 0; }
.check { display: grid; grid-template-columns: minmax(9rem, 20rem) 1fr 10rem; gap: .3rem 1rem; align-items: center;
  padding: .3rem .2rem; border-top: 1px solid var(--line); cursor: pointer; }
.check:hover { background: var(--soft); }
details > summary { list-style: none; }
details > summary::-webkit-details-marker { display: none; }
summary:not(.check) { cursor: pointer; color: var(--dim); padding: .4rem .2rem; }
summary:not(.check)::before { content: "▸ "; }
details[open] > summary:not(.check)::before { content: "▾ "; }
.name { overflow-wrap: anywhere; }
.name::before { content: "▸ "; color: var(--dim); }
details[open] > .check .name::before { content: "▾ "; }
.bar { display: flex; height: .7rem; border-radius: 3px; overflow: hidden;
  background: color-mix(in srgb, var(--good) 30%, transparent); }
.wrong { background: var(--bad); } .raised { background: #a3344f; } .missing { background: var(--none); }
.forbidden { background: var(--fair); } .passed { background: color-mix(in srgb, var(--good) 30%, transparent); }
.key { display: inline-block; width: .7rem; height: .7rem; border-radius: 2px; margin: 0 .3rem 0 .8rem; }
.more { padding: .1rem .2rem .8rem 1.3rem; }
.says { margin: .35rem 0; padding: .35rem .8rem; border-left: 3px solid #c98a00; border-radius: 0 4px 4px 0;
  background: color-mix(in srgb, #c98a00 13%, transparent); white-space: pre-line; overflow-wrap: anywhere; }
.says b { font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) { .check { grid-template-columns: 1fr; } }
"""


def class_html(reports: Sequence[Report], *, title: str = "The class at a glance") -> str:
    """Return the page as text. For instructors: it holds every student's name and hidden checks."""
    overview = class_overview(reports)
    body = "".join(
        (
            f"<h1>{_text(title)}</h1>",
            _numbers(overview, len(reports)),
            _warning(overview),
            _table(overview),
            *(_assignment(assignment) for assignment in overview.assignments),
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_text(title)}</title><style>{_STYLE}</style></head><body>{body}</body></html>\n"
    )


# ---------------------------------------------------------------- the class


def _numbers(overview: ClassOverview, reports: int) -> str:
    mean = overview.mean.share
    shown = (
        (str(len(overview.students)), "students"),
        (str(len(overview.assignments)), "assignments"),
        (str(reports), "graded notebooks"),
        ("–" if mean is None else f"{mean:.0%}", "mean of the totals"),
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
        f'<th>{_text(a.name)}<br><span class="dim small">of {number(a.points)}</span></th>'
        for a in overview.assignments
    )
    total = f'<th>total<br><span class="dim small">of {number(overview.mean.points)}</span></th>'
    rows = "".join(_student(overview, student) for student in overview.students)
    means = "".join(
        _score(None if a.mean is None else Score(a.mean, a.points)) for a in overview.assignments
    ) + _score(overview.mean, percent=True)
    return (
        f'<div class="scroll"><table><thead><tr><th>student</th>{heads}{total}</tr></thead><tbody>{rows}</tbody>'
        f"<tfoot><tr><th>mean</th>{means}</tr></tfoot></table></div>"
        '<p class="dim small">– not handed in: 0 in the total, left out of the assignment’s mean.</p>'
    )


def _student(overview: ClassOverview, student: str) -> str:
    scores = "".join(_score(overview.scores.get((student, a.name))) for a in overview.assignments)
    return f"<tr><th>{_text(student)}</th>{scores}{_score(overview.totals[student], percent=True)}</tr>"


def _score(score: Score | None, *, percent: bool = False) -> str:
    if score is None:
        return '<td class="dim">–</td>'
    part = score.share
    shown = number(score.score)
    if part is None:
        return f"<td>{shown}</td>"
    if percent:
        shown = f'{shown} <span class="dim small">{part:.0%}</span>'
    return f'<td style="background:{_heat(1 - part, 45)}">{shown}</td>'


def _heat(failing: float, strength: int) -> str:
    """0 -> green, 1/2 -> yellow, 1 -> red, as a wash over the page's own colour."""
    low, high, part = ("good", "fair", failing * 2) if failing < 0.5 else ("fair", "bad", failing * 2 - 1)  # noqa: PLR2004
    mix = f"color-mix(in srgb,var(--{high}) {part:.0%},var(--{low}))"
    return f"color-mix(in srgb,{mix} {strength}%,transparent)"


# ---------------------------------------------------------------- one assignment


def _assignment(assignment: AssignmentOverview) -> str:
    failing = [check for check in assignment.checks if check.failed]
    fine = len(assignment.checks) - len(failing)
    mean = "–" if assignment.mean is None else f"{number(assignment.mean)} of {number(assignment.points)}"
    passed_by_all = f'<p class="dim small">{fine} checks are passed by everyone.</p>' if fine else ""
    return "".join(
        (
            f'<h2>{_text(assignment.name)}</h2><div class="dim small">{assignment.submissions} submissions · '
            f"mean {mean} · {len(assignment.checks)} checks</div>",
            _strip(assignment.checks),
            _diagnoses(assignment),
            f"<h3>Checks, the hardest first {_key()}</h3>" if failing else "",
            *(_check(check) for check in failing),
            passed_by_all,
            _problems(assignment),
        )
    )


def _strip(checks: Sequence[CheckOverview]) -> str:
    cells = "".join(
        f'<span style="background:{_heat(check.failing, 85)}" '
        f'title="{_text(check.name)}: {check.failing:.0%} fail"></span>'
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
        f'<div class="says"><b>{count} ×</b> {_text(diagnosis.text, 600, 6)} '
        f'<span class="dim small">{kind}: {_text(diagnosis.cause)}</span></div>'
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
        f'<details><summary class="check"><span class="name">{_text(check.name)}{hidden}</span>'
        f'<span class="bar">{bars}</span><span class="small">{len(check.failed)} of {total} fail '
        f'<span class="dim">{check.failing:.0%}</span></span></summary><div class="more">{_more(check)}</div></details>'
    )


def _more(check: CheckOverview) -> str:
    said = "".join(_says(diagnosis, count) for diagnosis, count in check.diagnoses[:_DIAGNOSES_OF_CHECK])
    ended = "".join(
        f'<div class="small"><span class="dim">{WORDS[status]}:</span> {", ".join(who)}</div>'
        for status in _FAILURES
        if (who := [_text(student) for student, how in check.failed if how is status])
    )
    return said + ended


def _problems(assignment: AssignmentOverview) -> str:
    if not assignment.problems:
        return ""
    said = "".join(
        f"<li><b>{_text(student)}</b>: {_text(problem, 400, 3)}</li>"
        for student, problem in assignment.problems
    )
    return (
        f"<details><summary>{len(assignment.problems)} files had a problem</summary>"
        f'<ul class="small">{said}</ul></details>'
    )


def _key() -> str:
    return (
        '<span class="dim small">'
        + "".join(
            f'<span class="key {status.value}"></span>{WORDS[status]}'
            for status in (*_FAILURES, Status.PASSED)
        )
        + "</span>"
    )


def _text(text: str, max_chars: int = 80, max_lines: int = 1) -> str:
    return html.escape(clean_text(text, max_chars=max_chars, max_lines=max_lines), quote=True)
