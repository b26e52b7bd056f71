"""Some check results -> an HTML fragment for a notebook, nbgrader's feedback, the formgrader.

The fragment stands anywhere: styles are inline, nothing is fetched, there is no script, and every
text is escaped. Colours are mixed with the page's own text colour, so they keep their contrast in
light and dark themes; a plain colour stands before each mixed one for viewers that drop what they
don't know. The layout is a table because notebook sanitisers let tables through. The words come
from rows.py. A student's own session makes these tables too, so they are put together here and NOT
by pages.py: importing jinja2 takes a good part of the time that a check cell has.
"""

import base64
from collections.abc import Mapping, Sequence

from autograder.model import CheckResult, Status
from autograder.report.markup import escaped
from autograder.report.rows import CheckFacts, CheckRow, check_row, problem_text

__all__ = ["AMBER", "DIM", "FRAME", "GREEN", "MONO", "checks_html", "problems_html", "warning_box"]

GREEN, _RED, AMBER, _GREY = "#2e9e5b", "#e0483e", "#c98a00", "#808080"
_COLOURS = {
    Status.PASSED: GREEN,
    Status.WRONG: _RED,
    Status.RAISED: _RED,
    Status.MISSING: _GREY,
    Status.FORBIDDEN: AMBER,
}
_FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',sans-serif"
MONO = "font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"
FRAME = f"{_FONT};font-size:14px;line-height:1.45;max-width:60rem;text-align:left;margin:4px 0 8px"
_CELL = "border:0;background:transparent;vertical-align:top;text-align:left;white-space:normal"
_LINE = "border-top:1px solid rgba(128,128,128,.25)"
DIM = "opacity:.72"
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
    return f'<div style="{FRAME}">{table}</div>'


def problems_html(problems: Sequence[str]) -> str:
    """Return sentences about a notebook, each in a box; "" if there are none."""
    boxes = "".join(warning_box(problem_text(problem)) for problem in problems)
    return f'<div style="{FRAME}">{boxes}</div>' if boxes else ""


def _row(row: CheckRow, *, first: bool) -> str:
    line = "" if first else f";{_LINE}"
    colour = _COLOURS[row.status]
    mark = f'<td style="{_CELL}{line};width:1.6em;padding:7px 0 7px 4px;font-weight:700;{_ink(colour)}">{row.mark}</td>'
    main = f'<td style="{_CELL}{line};padding:7px 8px">{_head(row)}{_details(row)}</td>'
    return f'<tr style="background:transparent;border:0">{mark}{main}{_side(row, line)}</tr>'


def _head(row: CheckRow) -> str:
    hidden = f' <span style="{DIM};font-size:12px">· hidden check</span>' if row.hidden else ""
    return (
        f'<span style="font-weight:600;overflow-wrap:anywhere">{escaped(row.name)}</span> '
        f'<span style="font-size:12px;{_ink(_COLOURS[row.status])}">{escaped(row.word)}</span>{hidden}'
    )


def _details(row: CheckRow) -> str:
    said = []
    if row.advice:
        said.append(
            f'<div style="margin:5px 0 4px;padding:6px 11px;border-left:3px solid {AMBER};'
            f'border-radius:0 4px 4px 0;background-color:rgba(201,138,0,.13)">{escaped(row.advice)}</div>'
        )
    if row.problem:
        face = f"{MONO};font-size:12px;" if row.status is Status.RAISED else ""
        said.append(f'<div style="{face}{_WRAP};margin-top:2px">{escaped(row.problem)}</div>')
    if row.where:
        said.append(
            f'<pre style="{MONO};font-size:12px;line-height:1.35;margin:4px 0 2px;padding:0;background:transparent;'
            f'color:inherit;border:0;overflow-x:auto;white-space:pre">{escaped(row.where, breaks=False)}</pre>'
        )
    if row.values:
        said.append(f'<div style="{MONO};font-size:12px;{_WRAP};margin-top:2px">{escaped(row.values)}</div>')
    if row.remark:
        said.append(f'<div style="{_WRAP};margin-top:2px;{_ink(AMBER)}">{escaped(row.remark)}</div>')
    if row.note:
        said.append(f'<div style="font-size:12px;{DIM};overflow-wrap:anywhere">{escaped(row.note)}</div>')
    return "".join(said)


def _side(row: CheckRow, line: str) -> str:
    """The right column: shape and dtype, and the picture below."""
    facts = picture = ""
    if row.facts:
        facts = f'<div style="{MONO};font-size:12px;{DIM};{_WRAP}">{escaped(row.facts)}</div>'
    if row.picture is not None:
        data = base64.b64encode(row.picture).decode("ascii")
        picture = (
            f'<img alt="where {escaped(row.name)} differs" width="{_PICTURE_WIDTH}" '
            f'style="display:block;margin:4px 0 0 auto" src="data:image/png;base64,{data}">'
        )
    width = _PICTURE_WIDTH if facts or picture else 1
    return f'<td style="{_CELL}{line};padding:7px 4px;text-align:right;width:{width}px">{facts}{picture}</td>'


def warning_box(warning: str) -> str:
    """Return a sentence that rows.py has cleaned in a red box."""
    return (
        f'<div style="margin:6px 0;padding:6px 11px;border-left:3px solid {_RED};border-radius:0 4px 4px 0;'
        f'background-color:rgba(224,72,62,.13);{_WRAP}">{escaped(warning)}</div>'
    )


def _ink(colour: str) -> str:
    """A text colour that leans towards the page's own, so that it reads on light and on dark."""
    return f"color:{colour};color:color-mix(in srgb,{colour} 72%,currentColor)"
