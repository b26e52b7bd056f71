"""Audits -> tables on a terminal, one HTML page, JSON; the numbers are written the same on a terminal and on a page.

The page is one file, no script, nothing fetched; <details> fold the long parts. It shows hidden checks and solutions'
code, so it is NOT for students.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import msgspec
from rich.table import Table
from rich.text import Text

from autograder.audit.calibrate import Proposal, propose
from autograder.audit.chart import drawing_of
from autograder.audit.margins import Margin, Margins
from autograder.audit.whole import Audit
from autograder.report.pages import rendered

__all__ = [
    "audit_html",
    "calibration_table",
    "factor",
    "margins_table",
    "overview_table",
    "summary_lines",
    "to_json",
]

_COLOURS = {"keep": "green", "exact": "dim", "change": "bold yellow", "inputs": "bold red"}


def to_json(audit: Audit) -> dict[str, Any]:
    """Return an audit as JSON values, its data classes as they are, with what its properties say.

    An infinite number becomes null: no tolerance would help.
    """
    mutants, diagnosed = audit.mutants, audit.diagnosed
    raw = msgspec.to_builtins(audit) | {"passed": audit.passed, "faults": audit.faults}
    raw["mutants"] |= {
        "made": mutants.made, "killed": mutants.killed, "equivalent": mutants.equivalent,
        "survivors": len(mutants.survivors), "rate": mutants.rate,
    }  # fmt: skip
    raw["diagnosed"] |= {
        "visible": diagnosed.visible, "named": diagnosed.named, "right": diagnosed.right, "false": diagnosed.false,
        "rate": diagnosed.rate,
    }  # fmt: skip
    for check, margin in zip(raw["margins"]["checks"], audit.margins.checks, strict=True):
        check |= {"below": margin.below, "above": margin.above}
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(raw))  # writes null for what is not finite
    return plain


def audit_html(audits: Sequence[Audit]) -> str:
    """Return the page as text. For instructors and authors."""
    return rendered(
        "audit.html.jinja", audits=audits, faults=sum(len(audit.faults) for audit in audits), drawing_of=drawing_of,
        factor=factor, facts=facts, least=least, size=size, tolerance=tolerance,
    )  # fmt: skip


# ---------------------------------------------------------------- on a terminal


def margins_table(audit: Audit) -> Table:
    """Return one row per check: errors of right and wrong answers, the tolerance, both margins."""
    title = f"{audit.assignment}: {audit.checks} checks ({audit.hidden} hidden), {audit.points:g} points"
    table = _table(title, "check", "rejects", "right ≤", "allowed", "wrong ≥", "below", "above", "")
    rejected = {
        margin.check: sum(
            alternative.kind == "misconception" and margin.check in alternative.failed
            for alternative in audit.alternatives
        )
        for margin in audit.margins.checks
    }
    for margin in audit.margins.checks:
        bad = bool(list(margin.faults())) or not rejected[margin.check]
        table.add_row(
            margin.check, str(rejected[margin.check]),
            size(margin.worst_right.absolute), tolerance(margin), size(margin.least_wrong.absolute),
            factor(margin.below), factor(margin.above), _mark(bad=bad),
        )  # fmt: skip
    return table


def summary_lines(audit: Audit) -> list[Text]:
    """Return what is to be said below the table: survivors, notes, faults, the verdict."""
    name = audit.assignment
    survivors = [
        f"survives: {mutant.cell_id}: {mutant.line}  ({mutant.operator})" for mutant in audit.mutants.survivors
    ]
    unconfirmed = [
        f"unconfirmed: '{misconception.name}' from numbers alone: {misconception.causes[0]}"
        for misconception in audit.diagnosed.misconceptions
        if misconception.visible and misconception.causes and not misconception.right
    ]
    clashing = [f"not told apart: {clash}" for clash in audit.clashes]
    notes = (*survivors, *unconfirmed, *clashing, *audit.margins.notes)
    lines = [Text(f"{name}: {line}", style="yellow") for line in notes]
    lines += [Text(f"FAULT {name}: {fault}", style="bold red") for fault in audit.faults]
    numbers = "; ".join(f"{number} {what}" for number, what in facts(audit))
    lines.append(Text(f"{name}: {numbers}", style="red" if audit.faults else "green"))
    verdict = f"{len(audit.faults)} FAULTS" if audit.faults else "all as they must be"
    lines.append(
        Text(
            f"{name}: {audit.count('misconception')} misconceptions, {audit.count('variant')} variants, {verdict}",
            style="bold red" if audit.faults else "bold green",
        )
    )
    return lines


def overview_table(audits: Sequence[Audit]) -> Table:
    """Return one row per notebook."""
    heads = ("assignment", "checks", "misconceptions", "variants", "margin below", "above", "mutants killed", "named")
    table = _table("", *heads, "")
    for audit in audits:
        below, above = least(audit)
        table.add_row(
            audit.assignment, str(audit.checks), str(audit.count("misconception")), str(audit.count("variant")),
            factor(below), factor(above), f"{audit.mutants.rate:.1%}", f"{audit.diagnosed.rate:.0%}",
            _mark(bad=not audit.passed),
        )  # fmt: skip
    return table


def calibration_table(assignment: str, margins: Margins) -> tuple[Table, list[tuple[Margin, Proposal]]]:
    """Return one row per check with a proposal, and the proposals."""
    table = _table(
        f"{assignment}: {margins.seeds} seeds, against {', '.join(margins.compared)}",
        "check", "right ≤", "wrong ≥", "rtol", "atol", "verdict", "proposed rtol", "atol", "why",
    )  # fmt: skip
    proposals = [(margin, propose(margin)) for margin in margins.checks]
    for margin, proposal in proposals:
        changed = proposal.verdict == "change"
        table.add_row(
            margin.check, size(margin.worst_right.absolute), size(margin.least_wrong.absolute),
            f"{margin.rtol:.1e}" if margin.allowed else "", f"{margin.atol:.1e}" if margin.allowed else "",
            Text(proposal.verdict, style=_COLOURS[proposal.verdict]),
            f"{proposal.rtol:g}" if changed else "", f"{proposal.atol:g}" if changed else "", proposal.why,
        )  # fmt: skip
    return table, proposals


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title or None, title_justify="left")
    for number, heading in enumerate(headings):
        table.add_column(heading, overflow="fold", justify="left" if number == 0 or heading == "why" else "right")
    return table


def _mark(*, bad: bool) -> Text:
    return Text("✗", style="bold red") if bad else Text("✓", style="green")


# ---------------------------------------------------------------- numbers


def size(number: float) -> str:
    """Return an absolute difference: "0", "3.1e-07", "any" where no tolerance would help."""
    if math.isinf(number):
        return "any"
    return f"{number:.1e}" if number else "0"


def factor(number: float) -> str:
    """Return a margin: "12", "3,400", "2e+07", "∞"."""
    if math.isinf(number):
        return "∞"
    return f"{number:,.0f}" if 10 <= number < 1e5 else f"{number:.2g}".replace("e+0", "e+")


def tolerance(margin: Margin) -> str:
    """Return a check's largest allowed difference; "exact" where there is none."""
    return size(margin.allowed) if margin.allowed else "exact"


def least(audit: Audit) -> tuple[float, float]:
    """Return a notebook's smallest margins: below the tolerance, above it."""
    checks = audit.margins.checks
    return min((margin.below for margin in checks), default=math.inf), min(
        (margin.above for margin in checks), default=math.inf
    )


def facts(audit: Audit) -> list[tuple[str, str]]:
    """Return what an audit comes to: (number, what it counts)."""
    mutants, diagnosed = audit.mutants, audit.diagnosed
    below, above = least(audit)
    return [
        (str(audit.checks), f"checks, {audit.hidden} of them hidden"),
        (_sound(audit, "misconception"), "misconceptions rejected"),
        (_sound(audit, "variant"), "variants accepted"),
        (f"{factor(below)} · {factor(above)}", f"least margins below and above, {audit.margins.seeds} seeds"),
        (
            f"{mutants.rate:.1%}",
            f"of {mutants.made - mutants.equivalent} mutants killed, {mutants.equivalent} equivalent",
        ),
        (
            f"{diagnosed.rate:.0%}",
            f"of {diagnosed.visible} visible causes named from numbers alone, {diagnosed.false} unconfirmed",
        ),
        (str(len(audit.clashes)), "pairs of misconceptions that no check tells apart"),
        (
            str(len(list(audit.luck.faults()))),
            f"outcomes of {audit.luck.answers} answers that depend on which of {audit.luck.secrets} secrets it is",
        ),
    ]


def _sound(audit: Audit, kind: str) -> str:
    count = audit.count(kind)
    sound = sum(alternative.kind == kind and not alternative.faults for alternative in audit.alternatives)
    return str(count) if sound == count else f"{sound} of {count}"
