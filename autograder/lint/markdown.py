"""Texts that will not be shown as they are meant: a code fence or a formula without an end, a table with uneven rows.

In: a text cell. Out: problems. It reads Markdown as JupyterLab does, formulas first, and knows no more of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from autograder.lint.problem import Problem
from autograder.notebook import Cell

__all__ = ["markdown_problems"]

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_ESCAPED = re.compile(r"\\.")
_DISPLAYED = re.compile(r"\$\$.*?\$\$", re.DOTALL)
_INLINE = re.compile(r"\$[^$]*\$")
_RULER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")


def markdown_problems(cell: Cell) -> Iterator[Problem]:
    """Yield what a text cell shows otherwise than it is meant."""
    text, unclosed = _without_fences(cell.source)
    if unclosed:
        yield Problem(cell.id, f"the code fence of line {unclosed} has no end.", "Close it with the same signs.")
    text = _CODE.sub("`", _ESCAPED.sub("..", text))
    if text.count("$$") % 2:
        yield Problem(cell.id, "a formula that begins with `$$` has no end.", "Close it with `$$`.")
        return
    paragraphs = re.split(r"\n\s*\n", _DISPLAYED.sub("..", text))
    for paragraph in paragraphs:
        if paragraph.count("$") % 2:
            line = next(line.strip() for line in paragraph.split("\n") if line.count("$") % 2)
            yield Problem(
                cell.id,
                f"a `$` stands alone in the paragraph of {line[:40]!r}.",
                "Close the formula; a dollar is written `\\$`.",
            )
        yield from _uneven(cell.id, _INLINE.sub("..", paragraph))


def _without_fences(text: str) -> tuple[str, int]:
    """Return a text without its fenced code, and the line of a fence without an end, 0 if there is none."""
    lines: list[str] = []
    fence, begun = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        match = _FENCE.fullmatch(line)
        if fence:
            if match and match[1].startswith(fence) and not match[2].strip():
                fence = ""
                lines.append("")
        elif match and "`" not in match[2]:
            fence, begun = match[1], number
        else:
            lines.append(line)
    return "\n".join(lines), begun if fence else 0


def _uneven(cell_id: str, paragraph: str) -> Iterator[Problem]:
    lines = paragraph.split("\n")
    for number in range(1, len(lines)):
        if "|" in lines[number - 1] and "-" in lines[number] and _RULER.fullmatch(lines[number]):
            columns = _columns(lines[number])
            rows = [line for line in (lines[number - 1], *lines[number + 1 :]) if line.strip()]
            uneven = [row for row in rows if _columns(row) != columns]
            if uneven and not (columns == 1 and "|" not in lines[number]):
                yield Problem(
                    cell_id,
                    f"a table of {columns} columns has a row of {_columns(uneven[0])}: {uneven[0].strip()[:40]!r}.",
                    "Give each row as many cells as the line below the head has.",
                )
            return


def _columns(row: str) -> int:
    return row.strip().removeprefix("|").removesuffix("|").count("|") + 1
