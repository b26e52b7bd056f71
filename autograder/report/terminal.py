"""A Report, a student's standing, or a class's Reports -> renderables for rich's console.

Names and messages go in as rich.text.Text, never as markup, so brackets in them do nothing. The
words come from rows.py, the sums from overview.py. It does NOT print.
"""

from collections.abc import Callable, Iterable

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from autograder.model import CellResult, CheckResult, Report, Status
from autograder.report.clean import clean_text
from autograder.report.grades import Entry, Grades
from autograder.report.overview import AssignmentOverview, ClassOverview, Score, class_overview
from autograder.report.rows import (
    CheckRow,
    by_hand_text,
    evidence_line,
    number,
    rows_of,
    share,
    tally,
    warnings_of,
)
from autograder.report.standing import Standing, not_filled_in, standing_line
from autograder.report.statuses import STATUSES

__all__ = ["check_view", "class_table", "report_view", "standing_row"]

_BAR = 24
_WIDE = 6  # columns that have room for names and two decimals
_NOTES: tuple[tuple[str, str, Callable[[Entry], object]], ...] = (
    ("L", "less a late penalty", lambda entry: entry.penalty),
    ("M", "with points by hand", lambda entry: entry.manual is not None),
    ("E", "with extra credit", lambda entry: entry.extra),
    ("?", "to be looked at", lambda entry: entry.to_review),
)
_SCALE = ((0.9, "green"), (0.7, "cyan"), (0.5, "yellow"), (0.0, "red"))  # least share, style


def report_view(report: Report, *, hidden_details: bool = False, standing: Standing | None = None) -> RenderableType:
    """Return one notebook's report, and below it, if given, how far the student has come.

    `hidden_details` shows an instructor what students don't see.
    """
    parts: list[RenderableType] = [_title(report), _score(report)]
    parts += [Text(f"! {warning}", style="bold red") for warning in warnings_of(report)]
    for cell in report.cells:
        parts += [Text(), _cell_title(cell), _checks(cell, student=not hidden_details)]
    by_hand = by_hand_text(len(report.manual), sum(answer.points for answer in report.manual))
    parts += [Text(), Text(by_hand)] if by_hand and standing is None else []
    parts += [Text(), Text(evidence_line(report.evidence), style="dim")]
    if standing is not None:
        parts += [Text(), Text(standing_line(standing), style="bold")]
    return Group(*parts)


def check_view(report: Report, check: CheckResult) -> RenderableType:
    """Return one check of a student's report, with its notebook's name and what is wrong with the file."""
    parts: list[RenderableType] = [_title(report)]
    parts += [Text(f"! {warning}", style="bold red") for warning in warnings_of(report)]
    cell = next(cell for cell in report.cells if check in cell.checks)
    return Group(*parts, _checks(CellResult(cell.cell_id, cell.points, (check,)), student=True))


def standing_row(report: Report, standing: Standing, *, width: int) -> Text:
    """Return one line of a list of notebooks: a mark, the exercise's name in `width` columns, how far it has come."""
    step = standing.next
    if step is None:
        status = Status.PASSED
    else:
        checks = (check for cell in report.cells for check in cell.checks if not check.hidden)
        wrong = [check.status for check in checks if check.status is not Status.PASSED and not not_filled_in(check)]
        status = wrong[0] if wrong else Status.MISSING
    name = clean_text(report.assignment, max_chars=width, max_lines=1)
    return Text.assemble(
        (STATUSES[status].mark, f"bold {STATUSES[status].style}"), f" {name:<{width}}  ", (standing_line(standing), "")
    )


def class_table(grades: Grades, reports: Iterable[Report]) -> RenderableType:
    """Return students by assignments with the gradebook's points, coloured by share; totals, and a row of means."""
    overview = class_overview(grades, reports)
    narrow = len(overview.assignments) > _WIDE
    of = "/" if narrow else "of "
    table = Table(box=box.SIMPLE_HEAD, show_footer=True)
    table.padding = (0, 1, 0, 0) if narrow else (0, 1)
    table.add_column("student", footer=Text("mean", style="bold"), overflow="ellipsis", min_width=8, max_width=28)
    for assignment, head in zip(overview.assignments, _heads(overview, narrow=narrow), strict=True):
        mean = Score(assignment.mean, assignment.points)
        table.add_column(
            Text.assemble(head, (f"\n{of}{number(assignment.points)}", "dim")),
            footer=_cell_text(mean, narrow=narrow),
            justify="right",
        )
    total_head = Text.assemble("total", (f"\n{of}{number(overview.mean.points)}", "dim"))
    total = _cell_text(overview.mean, percent=True, narrow=narrow)
    table.add_column(total_head, footer=total, justify="right", no_wrap=True)
    for student in overview.students:
        scores = [_graded(overview, student, assignment, narrow=narrow) for assignment in overview.assignments]
        total = _cell_text(overview.totals[student], percent=True, narrow=narrow)
        table.add_row(_name(student), *scores, total)
    return Group(table, _legend(overview))  # a caption would be as narrow as the table of one exercise


def _graded(overview: ClassOverview, student: str, assignment: AssignmentOverview, *, narrow: bool) -> Text:
    """One student's assignment: the score that counts, and marks of what it consists of."""
    text = _cell_text(overview.score(student, assignment), narrow=narrow)
    entry = overview.entries.get((student, assignment.name))
    if entry is not None:
        text.append("".join(mark for mark, _, holds in _NOTES if holds(entry)), style="bold")
    return text


def _heads(overview: ClassOverview, *, narrow: bool) -> list[Text]:
    """Name the columns; in a narrow table by their numbers (02-micrograd: 02), if they have one each."""
    names = [assignment.name for assignment in overview.assignments]
    numbers = [name.partition("-")[0] for name in names]
    if narrow and all(number.isdecimal() for number in numbers) and len(set(numbers)) == len(numbers):
        return [_name(number) for number in numbers]
    return [_name(name) for name in names]


def _name(name: str) -> Text:
    return Text(clean_text(name, max_chars=60, max_lines=1))


def _cell_text(score: Score | None, *, percent: bool = False, narrow: bool = False) -> Text:
    if score is None:
        return Text(STATUSES[Status.MISSING].mark, style="bright_black")
    part = score.share
    text = Text(number(round(score.score, 1) if narrow else score.score), style="" if part is None else _style(part))
    if percent and part is not None:
        text.append(f"  {part:4.0%}")
    return text


def _style(part: float) -> str:
    return next(style for least, style in _SCALE if part >= least)


def _legend(overview: ClassOverview) -> Text:
    scale = [(f"{style} ", least) for least, style in _SCALE]
    text = Text()
    for style, least in scale:
        text.append(f"■ ≥ {least:.0%}  " if least else "■ less  ", style=style.strip())
    text.append(f"{STATUSES[Status.MISSING].mark} not handed in: 0 in the total, left out of the mean")
    for mark, words, holds in _NOTES:
        if any(holds(entry) for entry in overview.entries.values()):
            text.append(f"  {mark} {words}")
    if overview.left_out:
        text.append(f"\nhanded in by nobody, left out: {', '.join(overview.left_out)}")
    if overview.unisolated:
        text.append(f"\n! {len(overview.unisolated)} graded without isolation", style="bold red")
    return text


# ---------------------------------------------------------------- one report


def _title(report: Report) -> Text:
    names = (clean_text(n, max_chars=60, max_lines=1) for n in (report.assignment, report.notebook, report.student))
    return Text(" · ".join(filter(None, names)), style="bold")


def _score(report: Report) -> Text:
    part = share(report.score, report.points) or 0.0
    full = round(part * _BAR)
    checks = [check for cell in report.cells for check in cell.checks]
    return Text.assemble(
        ("━" * full, _style(part)),
        ("━" * (_BAR - full), "bright_black"),
        "  ",
        (f"{number(report.score)} of {number(report.points)} points", "bold"),
        (f"  {tally(checks)}", "dim"),
    )


def _cell_title(cell: CellResult) -> Text:
    name = clean_text(cell.cell_id, max_chars=80, max_lines=1)
    return Text.assemble((name, "bold"), (f"  {number(cell.score)} of {number(cell.points)} points", "dim"))


def _checks(cell: CellResult, *, student: bool) -> Padding:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=1)
    grid.add_column()
    for row in rows_of(cell.checks, student=student):
        grid.add_row(Text(row.mark, style=f"bold {STATUSES[row.status].style}"), Group(*_lines(row)))
    return Padding(grid, (0, 0, 0, 2))


def _lines(row: CheckRow) -> list[RenderableType]:
    head = Text.assemble(row.name, "  ", (row.word, STATUSES[row.status].style))
    if row.hidden:
        head.append("  hidden", style="dim")
    lines: list[RenderableType] = [head]
    if row.advice:
        advice = Table.grid(padding=(0, 1))
        advice.add_row(Text("→", style="yellow"), Text(row.advice, style="yellow"))
        if row.also:
            advice.add_row(Text(""), Text(f"also: {'; '.join(row.also)}", style="dim"))
        lines.append(advice)
    if row.problem:
        lines.append(Text(row.problem))
    if row.where:
        lines.append(Text(row.where, style="cyan", no_wrap=True, overflow="ellipsis"))
    if row.values:
        lines.append(Text(row.values))
    if row.remark:
        lines.append(Text(row.remark, style="yellow"))
    if row.note:
        lines.append(Text(row.note, style="dim"))
    return lines
