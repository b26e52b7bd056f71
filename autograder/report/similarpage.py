"""Pairs of similar answers -> one stand-alone HTML page for the instructor, side by side.

In: pairs of students with their cells and the lines that are alike. Out: the page as text: one file, no script, nothing
fetched. It shows students' names and code, so it is NOT for students; and it gives no verdict, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.report.pages import rendered

__all__ = ["Pair", "Side", "similar_html"]


@dataclass(frozen=True, slots=True)
class Side:
    """One student of a pair: cells that are alike somewhere, each a title and (line, whether it is alike)."""

    student: str
    cells: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two students, and how much of what few wrote they share."""

    share: float  # of the shorter answer's own runs of tokens, 0 to 1
    runs: int  # that both have
    left: Side
    right: Side


def similar_html(assignment: str, pairs: Sequence[Pair], *, students: int) -> str:
    """Return the page as text. For instructors: it holds students' names and code."""
    return rendered("similar.html.jinja", title=f"Similar answers: {assignment}", pairs=pairs, students=students)
