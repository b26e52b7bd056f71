"""A Report, or some check results -> an HTML fragment for a notebook, nbgrader's feedback, the formgrader.

The fragment stands anywhere: styles are inline, nothing is fetched, there is no script, and every
text is escaped. Colours are mixed with the page's own text colour, so they keep their contrast in
light and dark themes; a plain colour stands before each mixed one for viewers that drop what they
don't know. The layout is a table because notebook sanitisers let tables through. The words come
from rows.py. It does NOT write whole pages: classpage.py does.
"""

import base64
from collections.abc import Mapping, Sequence

from autograder.model import CellResult, CheckResult, Report, Status
from autograder.report.markup import escaped, short
from autograder.report.rows import (
    CheckFacts,
    CheckRow,
    check_row,
    evidence_line,
    number,
    problem_text,
    share,
    tally,
    warnings_of,
)

__all__ = ["checks_html", "header_html", "problems_html", "report_html"]

_GREEN, _RED, _AMBER, _GREY = "#2e9e5b", "#e0483e", "#c98a00", "#808080"
_COLOURS = {
    Status.PASSED: _GREEN,
    Status.WRONG: _RED,
    Status.RAISED: _RED,
    Status.MISSING: _GREY,
    Status.FORBIDDEN: _AMBER,
}
_FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',sans-serif"
_MONO = "font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"
_FRAME = f"{_FONT};font-size:14px;line-height:1.45;max-width:60rem;text-align:left;margin:4px 0 8px"
_CELL = "border:0;background:transparent;vertical-align:top;text-align:left;white-space:normal"
_LINE = "border-top:1px solid rgba(128,128,128,.25)"
_DIM = "opacity:.72"
_WRAP = "white-space:pre-wrap;overflow-wrap:anywhere"
_PICTURE_WIDTH = 220


def checks_html(
    results: Sequence[CheckResult],
    *,
    facts: Mapping[str, CheckFacts] | None = None,
    student: bool = True,
) -> str:
    """Return one table with a row per check; `student` hides what hidden checks would give away.

    `facts` (by check name) adds shape, dtype and a picture: what a student's own session knows.
    """
    known = facts or {}
    rows = [check_row(result, facts=known.get(result.name), student=student) for result in results]
    body = "".join(_row(row, first=position == 0) for position, row in enumerate(rows))
    table = (
        f'<table style="border-collapse:collapse;border:0;width:100%;margin:0;table-layout:auto;'
        f'font-size:inherit;color:inherit;background:transparent"><tbody>{body}</tbody></table>'
    )
    return f'<div style="{_FRAME}">{table}</div>'


def problems_html(problems: Sequence[str]) -> str:
    """Return sentences about a notebook, each in a box; "" if there are none."""
    boxes = "".join(_warning(problem_text(problem)) for problem in problems)
    return f'<div style="{_FRAME}">{boxes}</div>' if boxes else ""


def header_html(report: Report) -> str:
    """Return the head of a report: score with a bar, what was wrong with the file, small print."""
    title = short(f"{report.assignment} · {report.notebook}", max_chars=120)
    part = share(report.score, report.points) or 0.0
    checks = [check for cell in report.cells for check in cell.checks]
    return "".join(
        (
            f'<div style="{_FRAME}">',
            f'<div style="{_DIM}">{title}</div>',
            f'<div style="font-size:22px;font-weight:600;line-height:1.3">{number(report.score)}',
            f'<span style="font-size:15px;font-weight:400"> of {number(report.points)} points</span></div>',
            _bar(part),
            f'<div style="{_DIM}">{escaped(tally(checks))}</div>',
            *(_warning(warning) for warning in warnings_of(report)),
            f'<div style="font-size:11px;{_DIM};{_MONO};margin-top:6px;overflow-wrap:anywhere">',
            f"{escaped(evidence_line(report.evidence))}</div></div>",
        )
    )


def report_html(report: Report, *, student: bool = True) -> str:
    """Return the whole report as one fragment: its head, then every check cell with its checks."""
    return header_html(report) + "".join(_cell(cell, student=student) for cell in report.cells)


def _cell(cell: CellResult, *, student: bool) -> str:
    return (
        f'<div style="{_FRAME};margin-top:18px;font-weight:600">{short(cell.cell_id)}'
        f'<span style="font-weight:400;{_DIM}"> · {number(cell.score)} of {number(cell.points)} points</span>'
        f"</div>{checks_html(cell.checks, student=student)}"
    )


def _row(row: CheckRow, *, first: bool) -> str:
    line = "" if first else f";{_LINE}"
    colour = _COLOURS[row.status]
    mark = f'<td style="{_CELL}{line};width:1.6em;padding:7px 0 7px 4px;font-weight:700;{_ink(colour)}">{row.mark}</td>'
    main = f'<td style="{_CELL}{line};padding:7px 8px">{_head(row)}{_details(row)}</td>'
    return f'<tr style="background:transparent;border:0">{mark}{main}{_side(row, line)}</tr>'


def _head(row: CheckRow) -> str:
    hidden = f' <span style="{_DIM};font-size:12px">· hidden check</span>' if row.hidden else ""
    return (
        f'<span style="font-weight:600;overflow-wrap:anywhere">{escaped(row.name)}</span> '
        f'<span style="font-size:12px;{_ink(_COLOURS[row.status])}">{escaped(row.word)}</span>{hidden}'
    )


def _details(row: CheckRow) -> str:
    said = []
    if row.advice:
        said.append(
            f'<div style="margin:5px 0 4px;padding:6px 11px;border-left:3px solid {_AMBER};'
            f'border-radius:0 4px 4px 0;background-color:rgba(201,138,0,.13)">{escaped(row.advice)}</div>'
        )
    if row.problem:
        face = f"{_MONO};font-size:12px;" if row.status is Status.RAISED else ""
        said.append(f'<div style="{face}{_WRAP};margin-top:2px">{escaped(row.problem)}</div>')
    if row.values:
        said.append(f'<div style="{_MONO};font-size:12px;{_WRAP};margin-top:2px">{escaped(row.values)}</div>')
    if row.remark:
        said.append(f'<div style="{_WRAP};margin-top:2px;{_ink(_AMBER)}">{escaped(row.remark)}</div>')
    if row.note:
        said.append(f'<div style="font-size:12px;{_DIM};overflow-wrap:anywhere">{escaped(row.note)}</div>')
    return "".join(said)


def _side(row: CheckRow, line: str) -> str:
    """The right column: shape and dtype, and the picture below."""
    facts = picture = ""
    if row.facts:
        facts = f'<div style="{_MONO};font-size:12px;{_DIM};{_WRAP}">{escaped(row.facts)}</div>'
    if row.picture is not None:
        data = base64.b64encode(row.picture).decode("ascii")
        picture = (
            f'<img alt="where {escaped(row.name)} differs" width="{_PICTURE_WIDTH}" '
            f'style="display:block;margin:4px 0 0 auto" src="data:image/png;base64,{data}">'
        )
    width = _PICTURE_WIDTH if facts or picture else 1
    return f'<td style="{_CELL}{line};padding:7px 4px;text-align:right;width:{width}px">{facts}{picture}</td>'


def _bar(part: float) -> str:
    colour = _GREEN if part >= 0.5 else _AMBER
    return (
        f'<div style="height:8px;max-width:20rem;border-radius:4px;margin:4px 0;overflow:hidden;'
        f'background-color:rgba(128,128,128,.25)"><div style="height:8px;border-radius:4px;'
        f'width:{part:.1%};background-color:{colour}"></div></div>'
    )


def _warning(warning: str) -> str:
    return (
        f'<div style="margin:6px 0;padding:6px 11px;border-left:3px solid {_RED};border-radius:0 4px 4px 0;'
        f'background-color:rgba(224,72,62,.13);{_WRAP}">{escaped(warning)}</div>'
    )


def _ink(colour: str) -> str:
    """A text colour that leans towards the page's own, so that it reads on light and on dark."""
    return f"color:{colour};color:color-mix(in srgb,{colour} 72%,currentColor)"
