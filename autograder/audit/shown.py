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
        "audit.html.jinja", audits=audits, faults=sum(len(one.faults) for one in audits), drawing_of=drawing_of,
        factor=factor, facts=facts, least=least, size=size, tolerance=tolerance,
    )  # fmt: skip


# ---------------------------------------------------------------- on a terminal


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


def least(found: Audit) -> tuple[float, float]:
    """Return a notebook's smallest margins: below the tolerance, above it."""
    checks = found.margins.checks
    return min((one.below for one in checks), default=math.inf), min((one.above for one in checks), default=math.inf)


def facts(found: Audit) -> list[tuple[str, str]]:
    """Return what an audit comes to: (number, what it counts)."""
    mutants, diagnosed = found.mutants, found.diagnosed
    below, above = least(found)
    return [
        (str(found.checks), f"checks, {found.hidden} of them hidden"),
        (_sound(found, "misconception"), "misconceptions rejected"),
        (_sound(found, "variant"), "variants accepted"),
        (f"{factor(below)} · {factor(above)}", f"least margins below and above, {found.margins.seeds} seeds"),
        (
            f"{mutants.rate:.1%}",
            f"of {mutants.made - mutants.equivalent} mutants killed, {mutants.equivalent} equivalent",
        ),
        (
            f"{diagnosed.rate:.0%}",
            f"of {diagnosed.visible} visible causes named from numbers alone, {diagnosed.false} unconfirmed",
        ),
    ]


def _sound(found: Audit, kind: str) -> str:
    count = found.count(kind)
    sound = sum(one.kind == kind and not one.faults for one in found.alternatives)
    return str(count) if sound == count else f"{sound} of {count}"
