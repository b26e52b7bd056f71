"""A Report -> an HTML fragment: its head, then every check cell with its checks.

In: a Report. Out: text that stands anywhere, as html.py's tables do, and from which it has these. It does NOT
decide what a student may see: rows.py asks that of seen.py.
"""

from autograder.model import Report
from autograder.report.html import DIM, FRAME, MONO, checks_html, warning_box
from autograder.report.pages import Markup, rendered
from autograder.report.rows import evidence_line, share, tally, warnings_of
from autograder.report.statuses import AMBER, GREEN

__all__ = ["header_html", "report_html"]

_STYLES = {name: Markup(style) for name, style in (("frame", FRAME), ("dim", DIM), ("mono", MONO))}


def header_html(report: Report) -> str:
    """Return the head of a report: score with a bar, what was wrong with the file, small print."""
    part = share(report.score, report.points) or 0.0
    return rendered(
        "header.html.jinja",
        report=report,
        part=part,
        colour=GREEN if part >= 0.5 else AMBER,
        tally=tally([check for cell in report.cells for check in cell.checks]),
        boxes=[Markup(warning_box(warning)) for warning in warnings_of(report)],
        evidence=evidence_line(report.evidence),
        **_STYLES,
    )


def report_html(report: Report, *, student: bool = True) -> str:
    """Return the whole report as one fragment: its head, then every check cell with its checks."""
    tables = [Markup(checks_html(cell.checks, student=student)) for cell in report.cells]
    cells = zip(report.cells, tables, strict=True)
    return header_html(report) + rendered("cells.html.jinja", cells=cells, **_STYLES)
