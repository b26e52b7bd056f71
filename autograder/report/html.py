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

from autograder.model import CellResult, CheckResult, Report, Status
from autograder.notebook import Notebook, heading_above
from autograder.report.markup import escaped, sentence
from autograder.report.picture import Comparison, Panel
from autograder.report.rows import CheckFacts, CheckRow, number, problem_text, rows_of, tally
from autograder.report.statuses import AMBER, RED, STATUSES

__all__ = [
    "DIM",
    "FRAME",
    "MONO",
    "checks_html",
    "problems_html",
    "sentence_html",
    "standing_html",
    "summary_html",
    "warning_box",
]

_FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',sans-serif"
MONO = "font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"
FRAME = f"{_FONT};font-size:14px;line-height:1.45;max-width:60rem;text-align:left;margin:4px 0 8px"
_CELL = "border:0;background:transparent;vertical-align:top;text-align:left;white-space:normal"
_LINE = "border-top:1px solid rgba(128,128,128,.25)"
DIM = "opacity:.72"
_WRAP = "white-space:pre-wrap;overflow-wrap:anywhere"
_PANEL = "border:0;background:transparent;padding:0 10px 4px 0;text-align:left;vertical-align:top"
_ORANGE, _PURPLE = "#d6730a", "#7e5cc8"  # the difference's two signs, as picture.py draws them


def checks_html(
    results: Sequence[CheckResult],
    *,
    facts: Mapping[str, CheckFacts] | None = None,
    student: bool = True,
) -> str:
    """Return one table with a row per check; `student` hides what hidden checks would give away.

    `facts` (by check name) adds shape, dtype and a picture: what a student's own session knows.
    """
    rows = rows_of(results, facts, student=student)
    body = "".join(_row(row, first=position == 0) for position, row in enumerate(rows))
    table = (
        f'<table role="list" style="border-collapse:collapse;border:0;width:100%;margin:0;table-layout:fixed;'
        f'font-size:inherit;color:inherit;background:transparent"><tbody>{body}</tbody></table>'
    )
    return f'<div style="{FRAME}">{table}</div>'


def standing_html(line: str) -> str:
    """Return the line below a table: how far the student has come, and what comes next."""
    return f'<div style="{FRAME};font-size:12px;{DIM};{_LINE};padding-top:5px">{sentence(line)}</div>' if line else ""


def sentence_html(text: str) -> str:
    """Return a sentence or two as HTML: a hint, an answer to a question."""
    return f'<div style="{FRAME}">{sentence(text)}</div>'


def summary_html(report: Report, notebook: Notebook) -> str:
    """Return one line for each check cell, by its task's heading: which of its checks are right, and its points."""
    rows = "".join(_summary_row(cell, heading_above(notebook.cells, cell.cell_id)) for cell in report.cells)
    return (
        f'<div style="{FRAME}"><table role="list" style="border-collapse:collapse;border:0;margin:0;'
        f'font-size:inherit;color:inherit;background:transparent"><tbody>{rows}</tbody></table></div>'
    )


def _summary_row(cell: CellResult, heading: str) -> str:
    failed = [check.status for check in cell.checks if check.status is not Status.PASSED]
    status = failed[0] if failed else Status.PASSED
    ink = f"font-weight:700;{_ink(STATUSES[status].colour)}"
    mark = f'<td style="{_CELL};padding:3px 0 3px 4px;width:1.6em;{ink}">{STATUSES[status].mark}</td>'
    points = f"{number(cell.score)} of {number(cell.points)}"
    return (
        f'<tr role="listitem" style="background:transparent;border:0">{mark}'
        f'<td style="{_CELL};padding:3px 16px 3px 8px">{escaped(heading or cell.cell_id)}</td>'
        f'<td style="{_CELL};padding:3px 16px 3px 0;{DIM}">{escaped(tally(cell.checks))}</td>'
        f'<td style="{_CELL};padding:3px 4px;text-align:right;{DIM}">{points}</td></tr>'
    )


def problems_html(problems: Sequence[str]) -> str:
    """Return sentences about a notebook, each in a box; "" if there are none."""
    boxes = "".join(warning_box(problem_text(problem)) for problem in problems)
    return f'<div style="{FRAME}">{boxes}</div>' if boxes else ""


def _row(row: CheckRow, *, first: bool) -> str:
    line = "" if first else f";{_LINE}"
    colour = STATUSES[row.status].colour
    mark = (
        f'<td role="presentation" aria-hidden="true" style="{_CELL}{line};width:1.6em;padding:7px 0 7px 4px;'
        f'font-weight:700;{_ink(colour)}">{row.mark}</td>'
    )
    text = f'<div style="flex:1 1 22rem;min-width:0">{_head(row)}{_details(row)}</div>'
    main = (
        f'<td role="presentation" style="{_CELL}{line};padding:7px 8px">'
        f'<div style="display:flex;flex-wrap:wrap;gap:6px 20px">{text}{_pictures(row)}</div></td>'
    )
    return f'<tr role="listitem" style="background:transparent;border:0">{mark}{main}</tr>'


def _head(row: CheckRow) -> str:
    hidden = f' <span style="{DIM};font-size:12px">· hidden check</span>' if row.hidden else ""
    facts = f' <span style="{MONO};font-size:12px;{DIM};{_WRAP}">· {escaped(row.facts)}</span>' if row.facts else ""
    return (
        f'<span style="font-weight:600;overflow-wrap:anywhere">{escaped(row.name)}</span> '
        f'<span style="font-size:12px;{_ink(STATUSES[row.status].colour)}">{escaped(row.word)}</span>{hidden}{facts}'
    )


def _details(row: CheckRow) -> str:
    parts = []
    if row.advice:
        also = f'<div style="font-size:12px;{DIM};margin-top:2px">also: {_names(row.also)}</div>' if row.also else ""
        parts.append(
            f'<div style="margin:5px 0 4px;padding:6px 11px;border-left:3px solid {AMBER};'
            f'border-radius:0 4px 4px 0;background-color:rgba(201,138,0,.13)">{sentence(row.advice)}{also}</div>'
        )
    if row.problem:
        face = f"{MONO};font-size:12px;" if row.status is Status.RAISED else ""
        parts.append(f'<div style="{face}{_WRAP};margin-top:2px">{sentence(row.problem)}</div>')
    if row.where:
        parts.append(
            f'<pre style="{MONO};font-size:12px;line-height:1.35;margin:4px 0 2px;padding:0;background:transparent;'
            f'color:inherit;border:0;overflow-x:auto;white-space:pre">{escaped(row.where, breaks=False)}</pre>'
        )
    if row.values:
        parts.append(f'<div style="{MONO};font-size:12px;{_WRAP};margin-top:2px">{escaped(row.values)}</div>')
    if row.remark:
        parts.append(f'<div style="{_WRAP};margin-top:2px;{_ink(AMBER)}">{sentence(row.remark)}</div>')
    if row.offer:
        parts.append(f'<div style="font-size:12px;{DIM};margin-top:4px">{sentence(row.offer)}</div>')
    if row.note:
        parts.append(f'<div style="font-size:12px;{DIM};overflow-wrap:anywhere">{escaped(row.note)}</div>')
    return "".join(parts)


def _names(names: Sequence[str]) -> str:
    return ", ".join(f'<span style="{MONO}">{escaped(name)}</span>' for name in names)


def _pictures(row: CheckRow) -> str:
    """Yours, expected and the difference, side by side; a batch's matrices below one another."""
    picture = row.picture
    if picture is None:
        return ""
    heads = "".join(f'<td style="{_PANEL};{DIM}">{word}</td>' for word in ("yours", "expected", "difference"))
    labels = any(panel.label for panel in picture.panels)
    body = "".join(_panel(panel, row.name, picture, labelled=labels) for panel in picture.panels)
    sides = f"{picture.rows} × {picture.columns}" if picture.rows > 1 else f"{picture.columns} numbers"
    remainder = f"; {picture.left_out} more" if picture.left_out else ""
    scale = (
        f"{sides}{remainder} · values {number(picture.low)} to {number(picture.high)} · "
        f'<span style="{_ink(_ORANGE)}">■</span> yours too small, <span style="{_ink(_PURPLE)}">■</span> too large, '
        f"by up to {_short(picture.largest)}"
    )
    return (
        f'<div style="flex:0 1 auto;max-width:100%;overflow-x:auto;font-size:11px">'
        f'<table role="presentation" style="border-collapse:collapse;border:0;margin:2px 0;background:transparent;'
        f'font-size:inherit;color:inherit"><tbody><tr style="background:transparent">'
        f'{_label("", labelled=labels)}{heads}</tr>{body}</tbody></table><div style="{DIM}">{scale}</div></div>'
    )


def _panel(panel: Panel, name: str, picture: Comparison, *, labelled: bool) -> str:
    which = f" at {panel.label}" if panel.label else ""
    off = f"{picture.count} of {picture.total} elements differ, by up to {_short(picture.largest)}"
    alts = (
        (panel.yours, f"your {name}{which}: a map of its values"),
        (panel.expected, f"the expected {name}{which}"),
        (panel.difference, f"where they differ{which}: {off}"),
    )
    cells = "".join(
        f'<td style="{_PANEL}"><img alt="{escaped(alt)}" width="{panel.width}" height="{panel.height}" '
        f'style="display:block;image-rendering:pixelated" src="data:image/png;base64,{_base64(data)}"></td>'
        for data, alt in alts
    )
    return f'<tr style="background:transparent">{_label(panel.label, labelled=labelled)}{cells}</tr>'


def _label(text: str, *, labelled: bool) -> str:
    return f'<td style="{_PANEL};{MONO};{DIM}">{escaped(text)}</td>' if labelled else ""


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _short(value: float) -> str:
    return f"{value:.3g}"


def warning_box(warning: str) -> str:
    """Return a sentence that rows.py has cleaned in a red box."""
    return (
        f'<div style="margin:6px 0;padding:6px 11px;border-left:3px solid {RED};border-radius:0 4px 4px 0;'
        f'background-color:rgba(224,72,62,.13);{_WRAP}">{escaped(warning)}</div>'
    )


def _ink(colour: str) -> str:
    """A text colour that leans towards the page's own, so that it reads on light and on dark."""
    return f"color:{colour};color:color-mix(in srgb,{colour} 72%,currentColor)"
