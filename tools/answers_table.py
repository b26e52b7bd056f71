"""What docs/grading.md shows of the kept answers: how often the grader was right, and its first sentence true.

In: docs/answers.json. Out: Markdown, which cog asks for there (`make pages`). As a script it writes docs/answers.json
from the JSON of `autograder audit --answers --json FILE`: the sums as they are now, and of each batch those of the
first time that all its sentences were judged, which are never changed again. What the last batch of each notebook gave
before anybody had looked at it (`fresh`) is written there by hand, from the verdicts of whoever judged it:

    autograder audit --answers --json answers.json; python tools/answers_table.py answers.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

NUMBERS = Path(__file__).resolve().parents[1] / "docs" / "answers.json"
VERDICTS = ("true", "vague", "false", "none", "not judged")
HEADS = ("right", "rejected", "wrong", "passed", *VERDICTS)


def batches_table() -> str:
    """Return a row for each batch as it was first judged, and one as it is now."""
    rows = []
    for batch, sums in _numbers()["batches"].items():
        if "first" in sums:
            rows.append((batch, "at first", *_row(sums["first"])))
        rows.append((batch, "now", *_row(sums["now"])))
    return _table(("batch", "", *HEADS), rows)


def notebooks_table() -> str:
    """Return a row for each notebook, and one for all."""
    numbers = _numbers()
    rows = [(name, *_row(sums), f"{sums['unseen']:.0%}") for name, sums in numbers["notebooks"].items()]
    rows.append(("all", *_row(numbers["all"]), f"{numbers['all']['unseen']:.0%}"))
    return _table(("notebook", *HEADS, "unseen"), rows)


def fresh_table() -> str:
    """Return a row for each notebook's last batch, as it was when nobody had looked at it yet; and their sums."""
    fresh = _numbers()["fresh"]
    rows = [(name, str(sums["batch"]), *_row(sums)[:-1], _share(sums)) for name, sums in fresh.items()]
    for batch in sorted({sums["batch"] for sums in fresh.values()}):
        of_batch = [sums for sums in fresh.values() if sums["batch"] == batch]
        if len(of_batch) == 1:
            continue
        total = _total(of_batch)
        rows.append((f"all of batch {batch}", str(batch), *_row(total)[:-1], _share(total)))
    return _table(("notebook", "batch", *HEADS[:-1], "of those true"), rows)


def _total(many: list[dict[str, Any]]) -> dict[str, Any]:
    counts = {key: sum(sums[key] for sums in many) for key in ("right", "rejected", "wrong", "passed")}
    return counts | {"verdicts": {verdict: sum(sums["verdicts"][verdict] for sums in many) for verdict in VERDICTS}}


def _share(sums: dict[str, Any]) -> str:
    return f"{sums['verdicts']['true'] / sums['wrong']:.0%}"


def updated(before: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    """Return the new docs/answers.json: the numbers of `answers`, and the first ones of batches that had some."""
    batches = {}
    for batch, now in answers["batches"].items():
        first = before.get("batches", {}).get(batch, {}).get("first")
        if first is None and not now["verdicts"]["not judged"]:
            first = now
        batches[batch] = ({"first": first} if first else {}) | {"now": now}
    fresh = before.get("fresh", {})
    return {"all": answers["all"], "notebooks": answers["notebooks"], "batches": batches, "fresh": fresh}


def _numbers() -> dict[str, Any]:
    numbers: dict[str, Any] = json.loads(NUMBERS.read_text("utf-8"))
    return numbers


def _row(sums: dict[str, Any]) -> tuple[str, ...]:
    own = (sums["right"], sums["rejected"], sums["wrong"], sums["passed"])
    return tuple(map(str, (*own, *(sums["verdicts"][verdict] for verdict in VERDICTS))))


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, ("--", *("--:",) * (len(heads) - 1)), *rows]
    return "\n".join(f"|{'|'.join(line)}|" for line in lines)


if __name__ == "__main__":
    kept = _numbers() if NUMBERS.exists() else {}
    graded = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    NUMBERS.write_text(json.dumps(updated(kept, graded), indent=1) + "\n", "utf-8")
