"""Puts an audit's numbers into docs/grading.md, and its picture beside it.

In: the JSON of `autograder audit --json FILE`. Out: the table and the picture, rewritten:

    autograder audit --json audit.json && python tools/grading_table.py audit.json
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

from autograder.audit.chart import margins_svg
from autograder.audit.margins import Margin, Size
from autograder.audit.shown import factor

DOCS = Path(__file__).resolve().parents[1] / "docs"
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"
PICTURED = "07-batchnorm"
COLOURS = {"--good": "#2e9e5b", "--bad": "#e0483e", "--fair": "#e3b341", "--line": "#c4ccd4", "--dim": "#7d8590",
           "--ink": "#7d8590"}  # fmt: skip
HEADS = ("notebook", "checks", "misconceptions", "variants", "least margin below", "above", "mutants", "killed",
         "equivalent", "causes visible", "named rightly", "unconfirmed")  # fmt: skip


def table(audits: list[dict[str, Any]]) -> str:
    """Return the table, one row per notebook."""
    rows = [HEADS, ("--",) * len(HEADS)]
    for one in audits:
        kinds = [other["kind"] for other in one["alternatives"]]
        mutants, diagnosed = one["mutants"], one["diagnosed"]
        below, above = (
            min(math.inf if check[side] is None else check[side] for check in one["margins"]["checks"])
            for side in ("below", "above")
        )
        rows.append(
            (one["assignment"], f"{one['checks']} ({one['hidden']} hidden)", str(kinds.count("misconception")),
             str(kinds.count("variant")), factor(below), factor(above), str(mutants["made"]),
             f"{mutants['rate']:.1%}", str(mutants["equivalent"]), str(diagnosed["visible"]),
             f"{diagnosed['rate']:.0%}", str(diagnosed["false"]))
        )  # fmt: skip
    return "\n".join(f"|{'|'.join(row)}|" for row in rows)


def picture(one: dict[str, Any]) -> str:
    """Return a notebook's margins as an SVG that stands alone."""

    def sizes(raw: list[dict[str, Any]]) -> tuple[Size, ...]:
        finite: list[dict[str, Any]] = [{k: math.inf if v is None else v for k, v in size.items()} for size in raw]
        return tuple(Size(**size) for size in finite)

    fields = Margin.__dataclass_fields__
    svg = margins_svg(
        Margin(**{key: check[key] for key in fields} | {side: sizes(check[side]) for side in ("right", "wrong")})
        for check in one["margins"]["checks"]
    )
    for name, colour in COLOURS.items():
        svg = svg.replace(f"var({name})", colour)
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("inherit", "sans-serif")


def main() -> None:
    """Rewrite the table and the picture."""
    audits = json.loads(Path(sys.argv[1]).read_text("utf-8"))["audits"]
    page = DOCS / "grading.md"
    before, rest = page.read_text("utf-8").split(BEGIN)
    page.write_text(f"{before}{BEGIN}\n{table(audits)}\n{END}{rest.split(END)[1]}", "utf-8")
    (DOCS / "margins.svg").write_text(picture(next(one for one in audits if one["assignment"] == PICTURED)), "utf-8")


if __name__ == "__main__":
    main()
