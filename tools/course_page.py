"""Writes the course page and the README's list of exercises from the notebooks themselves.

In: source/. Out: docs/course.md, and the part of README.md between its two marks:

    python tools/course_page.py            (or: make course; `--check` only says what is stale)
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from autograder.course import Course

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- exercises: begin -->", "<!-- exercises: end -->"
HEAD = """# The course

Neural networks from scratch, in the order of Karpathy's lectures
"Neural Networks: Zero to Hero" (L1 to L8), with Nielsen's network and the Transformer of 2017 beside them (N), and
some days of a four-week deep-learning outline (D). Each exercise is one notebook: read, fill in a few lines, run the
check below, go on. The minutes are for a student who knows Python and meets the subject for the first time.

This page is made from the notebooks (`make course`).
"""


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
    goals: tuple[str, ...]

    @property
    def link(self) -> str:
        """A Markdown link to the exercise's folder, from the top."""
        return f"[{self.assignment}](source/{self.assignment})"


def entries(course: Course) -> list[Entry]:
    """Return an entry for each exercise of the course.

    Raises KeyError, with the name, where a notebook's metadata lack `autograder.course`.
    """
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


def course_page(found: list[Entry]) -> str:
    """Return docs/course.md."""
    rows = ["|exercise|lecture|topics|points|minutes|comes after|", "|--|--|--|--:|--:|--|"]
    rows += [
        f"|[{one.assignment}](#{one.assignment})|{one.lecture}|{one.topics}|{one.points:g}|{one.minutes}|{one.after}|"
        for one in found
    ]
    points, minutes = sum(one.points for one in found), sum(one.minutes for one in found)
    rows.append(f"|{len(found)} exercises|||{points:g}|{minutes}||")
    arrows = [f"  {_node(one.after, found)} --> {_node(one.assignment, found)}" for one in found if one.after]
    parts = [HEAD, "\n".join(rows), "```mermaid\ngraph LR\n" + "\n".join(arrows) + "\n```"]
    for one in found:
        before = f" Comes after {one.after}." if one.after else " Needs no other exercise before it."
        size = f"{one.points:g} points, about {one.minutes} minutes"
        parts.append(
            f"## {one.assignment}\n\n**{one.title}** ({one.lecture}; {size}).{before}"
            f" [Notebook](../release/{one.assignment}). Afterwards you can\n\n"
            + "\n".join(f"- {goal}" + (";" if goal != one.goals[-1] else ".") for goal in one.goals)
        )
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _node(assignment: str, found: list[Entry]) -> str:
    (title,) = (one.title for one in found if one.assignment == assignment)
    return f'{assignment.replace("-", "_")}["{assignment[:2]} {title}"]'


def readme(text: str, found: list[Entry]) -> str:
    """Return the README with its list of exercises made anew."""
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    rows = ["|exercise|lecture|points|topics|", "|--|--|--:|--|"]
    rows += [f"|{one.link}|{one.lecture}|{one.points:g}|{one.topics}|" for one in found]
    return head + BEGIN + "\n" + "\n".join(rows) + "\n" + END + tail


def main(arguments: list[str]) -> int:
    """Write both pages, or with `--check` say which are stale; 1 if one is."""
    found = entries(Course(ROOT))
    top = ROOT / "README.md"
    wanted = {ROOT / "docs" / "course.md": course_page(found), top: readme(top.read_text("utf-8"), found)}
    stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in stale:
        if "--check" in arguments:
            print(f"{path.relative_to(ROOT)} is not what the notebooks say: run `make course`")
        else:
            path.write_text(wanted[path], "utf-8")
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
