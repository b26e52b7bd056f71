"""Audits -> tables on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from autograder.audit.calibrate import Proposal, propose
from autograder.audit.margins import Margin, Margins
from autograder.audit.whole import Audit
from autograder.audit.words import factor, facts, least, size, tolerance

__all__ = ["calibration_table", "margins_table", "overview_table", "summary_lines"]

_COLOURS = {"keep": "green", "exact": "dim", "change": "bold yellow", "inputs": "bold red"}


def margins_table(found: Audit) -> Table:
    """Return one row per check: errors of right and wrong answers, the tolerance, both margins."""
    title = f"{found.assignment}: {found.checks} checks ({found.hidden} hidden), {found.points:g} points"
    table = _table(title, "check", "rejects", "right ≤", "allowed", "wrong ≥", "below", "above", "")
    rejected = {
        margin.check: sum(one.kind == "misconception" and margin.check in one.failed for one in found.alternatives)
        for margin in found.margins.checks
    }
    for margin in found.margins.checks:
        bad = bool(list(margin.faults())) or not rejected[margin.check]
        table.add_row(
            margin.check, str(rejected[margin.check]),
            size(margin.worst_right.absolute), tolerance(margin), size(margin.least_wrong.absolute),
            factor(margin.below), factor(margin.above), _mark(bad=bad),
        )  # fmt: skip
    return table


def summary_lines(found: Audit) -> list[Text]:
    """Return what is to be said below the table: survivors, notes, faults, the verdict."""
    name = found.assignment
    survivors = [f"survives: {one.cell_id}: {one.line}  ({one.operator})" for one in found.mutants.survivors]
    unconfirmed = [
        f"unconfirmed: '{one.name}' from numbers alone: {one.causes[0]}"
        for one in found.diagnosed.misconceptions
        if one.visible and one.causes and not one.right
    ]
    lines = [Text(f"{name}: {line}", style="yellow") for line in (*survivors, *unconfirmed, *found.margins.notes)]
    lines += [Text(f"FAULT {name}: {fault}", style="bold red") for fault in found.faults]
    told = "; ".join(f"{number} {what}" for number, what in facts(found))
    lines.append(Text(f"{name}: {told}", style="red" if found.faults else "green"))
    verdict = f"{len(found.faults)} FAULTS" if found.faults else "all as they must be"
    lines.append(
        Text(
            f"{name}: {found.count('misconception')} misconceptions, {found.count('variant')} variants, {verdict}",
            style="bold red" if found.faults else "bold green",
        )
    )
    return lines


def overview_table(audits: Sequence[Audit]) -> Table:
    """Return one row per notebook."""
    heads = ("assignment", "checks", "misconceptions", "variants", "margin below", "above", "mutants killed", "named")
    table = _table("", *heads, "")
    for one in audits:
        below, above = least(one)
        table.add_row(
            one.assignment, str(one.checks), str(one.count("misconception")), str(one.count("variant")),
            factor(below), factor(above), f"{one.mutants.rate:.1%}", f"{one.diagnosed.rate:.0%}",
            _mark(bad=not one.passed),
        )  # fmt: skip
    return table


def calibration_table(assignment: str, margins: Margins) -> tuple[Table, list[tuple[Margin, Proposal]]]:
    """Return one row per check with a proposal, and the proposals."""
    table = _table(
        f"{assignment}: {margins.seeds} seeds, against {', '.join(margins.compared)}",
        "check", "right ≤", "wrong ≥", "rtol", "atol", "verdict", "proposed rtol", "atol", "why",
    )  # fmt: skip
    found = [(margin, propose(margin)) for margin in margins.checks]
    for margin, proposal in found:
        changed = proposal.verdict == "change"
        table.add_row(
            margin.check, size(margin.worst_right.absolute), size(margin.least_wrong.absolute),
            f"{margin.rtol:.1e}" if margin.allowed else "", f"{margin.atol:.1e}" if margin.allowed else "",
            Text(proposal.verdict, style=_COLOURS[proposal.verdict]),
            f"{proposal.rtol:g}" if changed else "", f"{proposal.atol:g}" if changed else "", proposal.why,
        )  # fmt: skip
    return table, found


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title or None, title_justify="left")
    for number, heading in enumerate(headings):
        table.add_column(heading, overflow="fold", justify="left" if number == 0 or heading == "why" else "right")
    return table


def _mark(*, bad: bool) -> Text:
    return Text("✗", style="bold red") if bad else Text("✓", style="green")
