"""What README.md and docs/course.md show of the exercises, from the notebooks themselves.

In: source/. Out: Markdown. It does NOT write the pages: cog asks for it where they say so (`make pages`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from autograder.course import Course

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Entry:
    """One exercise, as the course page shows it."""

    assignment: str
    title: str
    lecture: str
    topics: str
    minutes: int
    after: str
    points: float
    by_hand: float  # points that a person gives besides
    goals: tuple[str, ...]

    @property
    def link(self) -> str:
        """A Markdown link to the exercise's folder, from the top."""
        return f"[{self.assignment}](source/{self.assignment})"


def entries() -> list[Entry]:
    """Return an entry for each exercise of the course.

    Raises KeyError, with the name, where a notebook's metadata lack `autograder.course`.
    """
    course = Course(ROOT)
    found = []
    for assignment in course.assignments():
        for notebook in course.notebooks(assignment):
            path = course.folder("source") / assignment / f"{notebook.name}.ipynb"
            raw = nbformat.read(path, as_version=4)
            about: dict[str, Any] = raw.metadata["autograder"]["course"]
            first = raw.cells[0].source.split("\n")
            found.append(
                Entry(
                    assignment=assignment,
                    title=first[0].removeprefix("# ").split(" · ")[-1],
                    lecture=about["lecture"],
                    topics=about["topics"],
                    minutes=about["minutes"],
                    after=about["after"],
                    points=notebook.points,
                    by_hand=sum(cell.points for cell in notebook.manual_cells),
                    goals=tuple(_goals(first)),
                )
            )
    return found


def _goals(lines: list[str]) -> list[str]:
    """Return the first list of a notebook: what a student will be able to do."""
    found: list[str] = []
    for line in lines:
        if line.startswith("- "):
            found.append(line[2:].rstrip(";,."))
        elif found:
            break
    return found


def readme_table() -> str:
    """Return the README's list of exercises."""
    rows = ["|exercise|lecture|points|topics|", "|--|--|--:|--|"]
    rows += [f"|{one.link}|{one.lecture}|{_points(one.points, one.by_hand)}|{one.topics}|" for one in entries()]
    return "\n".join(rows)


def course_page() -> str:
    """Return docs/course.md below its introduction."""
    found = entries()
    rows = ["|exercise|lecture|topics|points|minutes|comes after|", "|--|--|--|--:|--:|--|"]
    rows += [
        f"|[{one.assignment}](#{one.assignment})|{one.lecture}|{one.topics}|{_points(one.points, one.by_hand)}"
        f"|{one.minutes}|{one.after}|"
        for one in found
    ]
    points, by_hand = sum(one.points for one in found), sum(one.by_hand for one in found)
    rows.append(f"|{len(found)} exercises|||{_points(points, by_hand)}|{sum(one.minutes for one in found)}||")
    arrows = [f"  {_node(one.after, found)} --> {_node(one.assignment, found)}" for one in found if one.after]
    parts = ["\n".join(rows), "```mermaid\ngraph LR\n" + "\n".join(arrows) + "\n```"]
    for one in found:
        before = f" Comes after {one.after}." if one.after else " Needs no other exercise before it."
        size = f"{_points(one.points, one.by_hand)} points, about {one.minutes} minutes"
        parts.append(
            f"## {one.assignment}\n\n**{one.title}** ({one.lecture}; {size}).{before}"
            f" [Notebook](../release/{one.assignment}). Afterwards you can\n\n"
            + "\n".join(f"- {goal}" + (";" if goal != one.goals[-1] else ".") for goal in one.goals)
        )
    return "\n\n".join(parts)


def _points(points: float, by_hand: float) -> str:
    """Return the points of checks, and those that a person gives: "8 + 2"."""
    return f"{points:g} + {by_hand:g}" if by_hand else f"{points:g}"


def _node(assignment: str, found: list[Entry]) -> str:
    (title,) = (one.title for one in found if one.assignment == assignment)
    return f'{assignment.replace("-", "_")}["{assignment[:2]} {title}"]'
