"""The marked regions of a cell: solutions, hidden cases and mark schemes.

In: a cell's source. Out: the source with its regions replaced, blanked, or split off. NotebookError if
the marks are not well formed.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from autograder.errors import NotebookError

__all__ = [
    "PROSE_STUB",
    "STUB",
    "blank",
    "mark_scheme",
    "replace_regions",
    "solution_regions",
    "split_hidden",
    "without_hidden",
    "without_mark_scheme",
    "without_marks",
]

STUB = "# YOUR CODE HERE\nraise NotImplementedError()"
PROSE_STUB = "YOUR ANSWER HERE"
_BEGIN_SOLUTION, _END_SOLUTION = "BEGIN SOLUTION", "END SOLUTION"
_BEGIN_HIDDEN, _END_HIDDEN = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"
_BEGIN_SCHEME, _END_SCHEME = "BEGIN MARK SCHEME", "END MARK SCHEME"


def _regions(source: str, begin: str, end: str) -> Iterator[tuple[int, int]]:
    """Yield the line numbers (first, last) of the marked regions, markers included."""
    begun_at: int | None = None
    for number, line in enumerate(source.split("\n")):
        if begin in line:
            if begun_at is not None:
                raise NotebookError(f"'{begin}' stands twice before '{end}'")
            begun_at = number
        elif end in line:
            if begun_at is None:
                raise NotebookError(f"'{end}' without '{begin}'")
            yield begun_at, number
            begun_at = None
    if begun_at is not None:
        raise NotebookError(f"'{begin}' without '{end}'")


def replace_regions(source: str, codes: Sequence[str]) -> str:
    """Return the source with code in the place of each solution region, indented as the region was."""
    lines, out, position = source.split("\n"), [], 0
    for (first, last), code in zip(_regions(source, _BEGIN_SOLUTION, _END_SOLUTION), codes, strict=True):
        indent = re.match(r"\s*", lines[first]).group()  # type: ignore[union-attr]
        out += lines[position:first]
        out += textwrap.indent(textwrap.dedent(code).strip("\n"), indent).split("\n")
        position = last + 1
    return "\n".join(out + lines[position:])


def blank(source: str, stub: str = STUB) -> str:
    """Return an answer cell's source as the student gets it: each solution region replaced by the stub.

    A cell without a region is blanked as a whole, as nbgrader does.
    """
    count = solution_regions(source)
    return replace_regions(source, [stub] * count) if count else stub


def mark_scheme(source: str) -> str:
    """Return what a task's mark schemes say to graders, "" if it has none."""
    lines = source.split("\n")
    return "\n".join(
        line for first, last in _regions(source, _BEGIN_SCHEME, _END_SCHEME) for line in lines[first + 1 : last]
    )


def without_mark_scheme(source: str) -> str:
    """Return a task's text as the student gets it, without its mark schemes."""
    lines, kept, position = source.split("\n"), [], 0
    for first, last in _regions(source, _BEGIN_SCHEME, _END_SCHEME):
        kept += lines[position:first]
        position = last + 1
    return "\n".join(kept + lines[position:])


def without_hidden(source: str) -> str:
    """Return a check cell's source without its hidden cases."""
    return split_hidden(source, keep_lines=False)[0]


def split_hidden(source: str, *, keep_lines: bool) -> tuple[str, str]:
    """Return (public, hidden) source; with `keep_lines`, both keep their line numbers."""
    public, hidden, position = [], [], 0
    lines = source.split("\n")
    for first, last in _regions(source, _BEGIN_HIDDEN, _END_HIDDEN):
        public += lines[position:first]
        hidden += [""] * (first - position)
        public += [""] * (last - first + 1 if keep_lines else 0)
        hidden += ["", *lines[first + 1 : last], ""]
        position = last + 1
    return "\n".join(public + lines[position:]), "\n".join(hidden)


def solution_regions(source: str) -> int:
    """Return how many solution regions a cell has; NotebookError if one is not closed."""
    return len(list(_regions(source, _BEGIN_SOLUTION, _END_SOLUTION)))


def without_marks(source: str) -> str:
    """Return a solved cell as a student would have written it."""
    return "\n".join(line for line in source.split("\n") if _BEGIN_SOLUTION not in line and _END_SOLUTION not in line)
