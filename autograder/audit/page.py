"""Audits -> one stand-alone HTML page: for each notebook a picture of its margins and what else was proved.

One file, no script, nothing fetched; <details> fold the long parts. It shows hidden checks and solutions'
code, so it is NOT for students.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from autograder.audit.chart import margins_svg
from autograder.audit.whole import Audit
from autograder.audit.words import factor, facts, least, size, tolerance
from autograder.report.classstyle import STYLE
from autograder.report.markup import POLICY, short

__all__ = ["audit_html"]

_HOW_TO_READ = (
    '<p class="dim small">Each row is a check (\N{MIDDLE DOT} hidden), each dot an answer: its largest error in units '
    "of the tolerance. Right answers (green) belong to the left, misconceptions (red) to the right; nothing may lie "
    "in the yellow band. Point at a dot for its name.</p>"
)
_OWN_STYLE = """
td.text, th.text { text-align: left; white-space: normal; max-width: 34rem; overflow-wrap: anywhere; }
code { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
td.bad { color: var(--bad); font-weight: 600; }
svg { max-width: 100%; height: auto; }
"""


def audit_html(audits: Sequence[Audit]) -> str:
    """Return the page as text. For instructors and authors."""
    faults = sum(len(one.faults) for one in audits)
    verdict = f"{faults} faults" if faults else "Nothing is at fault."
    body = "".join(
        (
            "<h1>The grader, graded</h1>",
            f'<p class="{"warning" if faults else "dim"}">{verdict}</p>',
            _overview(audits),
            *(_section(one) for one in audits),
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"{POLICY}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>The grader, graded</title><style>{STYLE}{_OWN_STYLE}</style></head><body>{body}</body></html>\n"
    )


def _overview(audits: Sequence[Audit]) -> str:
    heads = ("notebook", "checks", "misconceptions", "variants", "least margin below", "above", "mutants killed",
             "causes named", "faults")  # fmt: skip
    rows = []
    for one in audits:
        below, above = least(one)
        rows.append(
            (one.assignment, str(one.checks), str(one.count("misconception")), str(one.count("variant")),
             factor(below), factor(above), f"{one.mutants.rate:.1%}", f"{one.diagnosed.rate:.0%}",
             str(len(one.faults)))
        )  # fmt: skip
    return _table(heads, rows)


def _section(found: Audit) -> str:
    numbers = "".join(
        f'<div><b>{short(number)}</b><span class="dim small">{short(what)}</span></div>'
        for number, what in facts(found)
    )
    faults = "".join(f'<p class="warning">{short(fault, max_chars=400)}</p>' for fault in found.faults)
    return "".join(
        (
            f"<h2>{short(found.assignment)}</h2>",
            f'<div class="numbers">{numbers}</div>{faults}',
            _HOW_TO_READ,
            f'<div class="scroll">{margins_svg(found.margins.checks)}</div>',
            _details("Margins in numbers", _margins(found)),
            _details(f"Mutants that survive ({len(found.mutants.survivors)})", _survivors(found)),
            _details(f"Mutants that change nothing ({found.mutants.equivalent})", _equivalents(found)),
            _details("What numbers alone say, the author's sentence withheld", _causes(found)),
            _details("Misconceptions and variants", _alternatives(found)),
        )
    )


def _margins(found: Audit) -> str:
    heads = ("check", "right, at most", "by", "allowed", "wrong, at least", "by", "margin below", "above", "reason")
    rows = [
        (one.check, size(one.worst_right.absolute), one.worst_right.by, tolerance(one),
         size(one.least_wrong.absolute), one.least_wrong.by, factor(one.below), factor(one.above), one.reason or "")
        for one in found.margins.checks
    ]  # fmt: skip
    compared = ", ".join(found.margins.compared)
    notes = "".join(f"<p>{short(note, max_chars=400)}</p>" for note in found.margins.notes)
    return (
        f'<p class="dim small">{found.margins.seeds} seeds; the solution also with {short(compared)}.</p>{notes}'
        f"{_table(heads, rows, text={0, 2, 5, 8})}"
    )


def _survivors(found: Audit) -> str:
    rows = [(one.cell_id, one.line, one.operator) for one in found.mutants.survivors]
    return _table(("cell", "changed statement", "change"), rows, text={0, 1, 2}, code={1})


def _equivalents(found: Audit) -> str:
    rows = [(one.cell_id, one.line, one.equivalent) for one in found.mutants.mutants if one.equivalent]
    return _table(("cell", "changed statement", "why it changes nothing"), rows, text={0, 1, 2}, code={1})


def _causes(found: Audit) -> str:
    rows = []
    for one in found.diagnosed.misconceptions:
        verdict = "right" if one.right else "unconfirmed" if one.causes else "none"
        rows.append((one.name, verdict if one.visible else "not visible", "; ".join(one.causes), *one.texts[:1]))
    full = [row if len(row) == 4 else (*row, "") for row in rows]
    return _table(("misconception", "", "cause", "sentence"), full, text={0, 1, 2, 3})


def _alternatives(found: Audit) -> str:
    rows = [
        (one.kind, one.name, str(len(one.failed)), f"{len(one.diagnosed)} of {len(one.failed)}" if one.failed else "")
        for one in found.alternatives
    ]
    return _table(("kind", "name", "checks failed", "with its sentence"), rows, text={0, 1})


def _details(title: str, body: str) -> str:
    return f'<details><summary>{short(title)}</summary><div class="scroll">{body}</div></details>'


def _table(
    heads: Sequence[str], rows: Iterable[Sequence[str | None]], *, text: Iterable[int] = (0,), code: Iterable[int] = ()
) -> str:
    left, mono = set(text), set(code)

    def cells(tag: str, row: Sequence[str | None]) -> Iterator[str]:
        for number, value in enumerate(row):
            shown = short(value or "", max_chars=400)
            shown = f"<code>{shown}</code>" if number in mono and tag == "td" else shown
            yield f"<{tag}{' class=text' if number in left else ''}>{shown}</{tag}>"

    head = "".join(cells("th", heads))
    body = "".join(f"<tr>{''.join(cells('td', row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
