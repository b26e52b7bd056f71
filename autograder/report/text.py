"""A Report, or some check results -> plain text for pytest's failures and sessions outside Jupyter.

No colour and no terminal commands; lines are wrapped at a fixed width. The words come from rows.py.
"""

import textwrap
from collections.abc import Mapping, Sequence

from autograder.model import CellResult, CheckResult, Report, Status
from autograder.notebook import Notebook, heading_above
from autograder.report.clean import clean_text
from autograder.report.rows import (
    CheckFacts,
    CheckRow,
    by_hand_text,
    evidence_line,
    number,
    problem_text,
    rows_of,
    share,
    tally,
    warnings_of,
)
from autograder.report.statuses import STATUSES

__all__ = ["as_text", "checks_text", "problems_text", "summary_text"]

_WIDTH = 92
_BAR = 20


def as_text(report: Report, *, hidden_details: bool = False) -> str:
    """Return the whole report as text; `hidden_details` shows an instructor what students don't see."""
    names = filter(None, (report.assignment, report.notebook, report.student))  # one's own file has no student
    title = clean_text(" · ".join(names), max_chars=160, max_lines=1)
    parts = [f"{title}\n{_score_line(report)}"]
    parts += [_wrapped(warning, "! ", "  ") for warning in warnings_of(report)]
    parts += [_cell(cell, student=not hidden_details) for cell in report.cells]
    by_hand = by_hand_text(len(report.manual), sum(answer.points for answer in report.manual))
    parts += [by_hand] if by_hand else []
    parts.append(_wrapped(evidence_line(report.evidence), "", ""))
    return "\n\n".join(parts) + "\n"


def summary_text(report: Report, notebook: Notebook) -> str:
    """Return one line for each check cell, by its task's heading: which of its checks are right, and its points."""
    lines = []
    for cell in report.cells:
        failed = [check.status for check in cell.checks if check.status is not Status.PASSED]
        mark = STATUSES[failed[0] if failed else Status.PASSED].mark
        title = clean_text(heading_above(notebook.cells, cell.cell_id) or cell.cell_id, max_chars=60, max_lines=1)
        lines.append(f"{mark} {title}: {tally(cell.checks)}, {number(cell.score)} of {number(cell.points)}")
    return "\n".join(lines)


def problems_text(problems: Sequence[str]) -> str:
    """Return sentences about a notebook as text."""
    return "\n".join(_wrapped(problem_text(problem), "! ", "  ") for problem in problems)


def checks_text(
    results: Sequence[CheckResult],
    *,
    facts: Mapping[str, CheckFacts] | None = None,
    student: bool = True,
) -> str:
    """Return one entry per check: a line, and below it what is wrong and what the tutor says."""
    rows = rows_of(results, facts, student=student)
    width = min(max((len(row.name) for row in rows), default=0), 40)
    return "\n".join(_row(row, width) for row in rows)


def _score_line(report: Report) -> str:
    part = share(report.score, report.points) or 0.0
    full = round(part * _BAR)
    bar = "█" * full + "░" * (_BAR - full)
    return f"{bar}  {number(report.score)} of {number(report.points)} points"


def _cell(cell: CellResult, *, student: bool) -> str:
    name = clean_text(cell.cell_id, max_chars=80, max_lines=1)
    head = f"{name}: {number(cell.score)} of {number(cell.points)} points"
    return f"{head}\n{textwrap.indent(checks_text(cell.checks, student=student), '  ')}"


def _row(row: CheckRow, width: int) -> str:
    hidden = "hidden" if row.hidden else ""
    head = f"{row.mark} {row.name:<{width}}  {'  '.join(filter(None, (row.word, hidden, row.facts)))}"
    lines = [head.rstrip()]
    if row.advice:
        lines.append(_wrapped(row.advice, "  → ", "    "))
        lines += [_wrapped(f"also: {'; '.join(row.also)}", "    ", "    ")] if row.also else []
    if row.problem:
        lines.append(_wrapped(row.problem, "    ", "    "))
    if row.where:
        lines.append(textwrap.indent(row.where, "    "))
    if row.values:
        lines.append(_wrapped(row.values, "    ", "    "))
    if row.remark:
        lines.append(_wrapped(row.remark, "  ! ", "    "))
    if row.offer:
        lines.append(_wrapped(row.offer, "    ", "    "))
    if row.note:
        lines.append(_wrapped(f"({row.note})", "    ", "    "))
    return "\n".join(lines)


def _wrapped(text: str, first: str, rest: str) -> str:
    """Wrap each line of `text`: `first` before the first line, `rest` before all others."""
    lines: list[str] = []
    for line in text.split("\n"):
        lead = rest if lines else first
        lines += textwrap.wrap(line, _WIDTH, initial_indent=lead, subsequent_indent=rest) or [""]
    return "\n".join(lines)
