"""Puts the table of the attack suite into docs/security.md.

In: the headers in tests/attacks/, and build/attacks.json, which the suite's last run left. Out: the table,
rewritten:

    AUTOGRADER_TEST_ALL=1 pytest tests/attacks && python tools/attack_table.py
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "attacks"))

from attackfile import Attack, attacks  # noqa: E402

BEGIN, END = "<!-- attacks: begin -->", "<!-- attacks: end -->"
LEVELS = ("strong", "adequate")
HEADS = ("attack", "what it tries", "expected", *LEVELS)


def table(found: list[Attack], outcomes: dict[str, Any]) -> str:
    """Return the table, one row per attack."""
    rows = [HEADS, ("--",) * len(HEADS)]
    rows += [(one.id, _plain(one.goal), one.expect, *(_outcome(one, outcomes, lv) for lv in LEVELS)) for one in found]
    return "\n".join(f"|{'|'.join(row)}|" for row in rows)


def named(page: str) -> list[tuple[str, str]]:
    """Return (attack, what it tries) of each row that stands in the page."""
    rows = page.split(BEGIN)[1].split(END, maxsplit=1)[0].strip().splitlines()[2:]
    return [(cells[1], cells[2]) for cells in (re.split(r"(?<!\\)\|", row) for row in rows)]


def expected_rows(found: list[Attack]) -> list[tuple[str, str]]:
    """Return what `named` should give."""
    return [(one.id, _plain(one.goal)) for one in found]


def _plain(text: str) -> str:
    for sign in ("\\", "|", "<", "*", "_", "`"):
        text = text.replace(sign, f"\\{sign}")
    return text


def _outcome(one: Attack, outcomes: dict[str, Any], level: str) -> str:
    if one.level not in ("", level):
        return "not claimed"
    if one.broken:
        return f"**succeeds**: {_plain(one.broken)}"
    said = outcomes.get(level, {}).get(one.id)
    if said is None:
        return "not run"
    return "**not repelled**" if said["complaints"] else f"repelled, {said['passed']}/{said['total']}"


def main() -> None:
    """Rewrite the table."""
    outcomes = json.loads((ROOT / "build" / "attacks.json").read_text("utf-8"))
    page = ROOT / "docs" / "security.md"
    before, rest = page.read_text("utf-8").split(BEGIN)
    found = table(list(attacks()), outcomes)
    page.write_text(f"{before}{BEGIN}\n{found}\n{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
