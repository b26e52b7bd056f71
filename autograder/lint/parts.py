"""What each task should have, and how a notebook's cells should be marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.lint.problem import Problem
from autograder.notebook import UNGRADED, Notebook, marked_by
from autograder.notebook.identity import plain_text

__all__ = ["cell_problems", "part_problems"]

_OFF_LIMITS = re.compile(r"(?m)^\*Off limits here:\*.*\n?")
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SUMMARY = "check.summary()"


def part_problems(notebook: Notebook) -> Iterator[Problem]:
    """Yield tasks without hints, misconceptions, or a text that could say what is off limits."""
    marks = marked_by(notebook.cells)
    with_hints = {hints.cell_id for hints in notebook.hints}
    with_mistakes = {other.cell_id for other in notebook.alternatives if other.kind == "misconception"}
    text_above = False
    for cell in notebook.cells:
        text_above = text_above or cell.kind == "task"
        if cell.kind != "solution" or not marks[cell.id]:
            continue
        if cell.id not in with_hints:
            yield Problem(cell.id, "no hint for it.", "Add a raw cell `hints:` below it, with one to three of them.")
        if cell.id not in with_mistakes:
            yield Problem(
                cell.id,
                "no misconception: nothing proves that its checks notice a mistake.",
                "Add a raw cell `misconception: NAME` below it.",
            )
        if not text_above and any(not rule.cells or cell.id in rule.cells for rule in notebook.rules):
            yield Problem(
                cell.id,
                "no text stands above it, so students are not told what is off limits there.",
                "Add a markdown cell with the task.",
            )


def cell_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with the marks of a notebook's cells; `raw`: its JSON."""
    cells = raw["cells"]
    yield from _ids(cells)
    for cell in cells:
        if cell.get("cell_type") == "markdown" and _OFF_LIMITS.search(plain_text(cell.get("source"))):
            yield Problem(
                _name(cell),
                "what is off limits is written by hand.",
                "Take the line out: a build writes it from the rules.",
                _without_line(cell),
            )
    yield from _summary(cells)


def _ids(cells: list[dict[str, Any]]) -> Iterator[Problem]:
    ids = [cell.get("id") for cell in cells]
    for number, cell in enumerate(cells):
        grade_id = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id")
        if not grade_id or cell.get("id") in (None, grade_id):
            continue
        can_be = _ID.fullmatch(grade_id) and grade_id not in ids
        yield Problem(
            grade_id,
            f"its id is '{cell['id']}': nbgrader and a session would call it by different names.",
            f"Make the id '{grade_id}'." if can_be else "Give it another grade_id, and the same id.",
            _with_id(number, grade_id) if can_be else None,
        )


def _summary(cells: list[dict[str, Any]]) -> Iterator[Problem]:
    codes = [cell for cell in cells if cell.get("cell_type") == "code"]
    if not any(_SUMMARY in plain_text(cell.get("source")) for cell in codes):
        yield Problem(
            "",
            f"no `{_SUMMARY}`: after Run All nobody sees what is not right.",
            "Add it as the last cell, tagged `ungraded`.",
            _with_summary,
        )
    elif _SUMMARY not in plain_text(codes[-1].get("source")):
        yield Problem(_name(codes[-1]), f"code below `{_SUMMARY}`.", "Let the summary be the last cell.")
    elif UNGRADED not in codes[-1].get("metadata", {}).get("tags", []):
        yield Problem(
            _name(codes[-1]),
            "the summary has not the tag `ungraded`, so a graded run runs it.",
            "Add the tag.",
            _with_tag(_name(codes[-1])),
        )


def _name(cell: Mapping[str, Any]) -> str:
    return str(cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") or cell.get("id", ""))


# ---------------------------------------------------------------- mends


def _with_id(number: int, grade_id: str) -> Any:
    def mend(raw: dict[str, Any]) -> None:
        raw["cells"][number]["id"] = grade_id

    return mend


def _without_line(cell: Mapping[str, Any]) -> Any:
    name = _name(cell)

    def mend(raw: dict[str, Any]) -> None:
        for other in raw["cells"]:
            if _name(other) == name:
                text = _OFF_LIMITS.sub("", plain_text(other["source"])).rstrip()
                other["source"] = text.splitlines(keepends=True)

    return mend


def _with_tag(name: str) -> Any:
    def mend(raw: dict[str, Any]) -> None:
        for cell in raw["cells"]:
            if _name(cell) == name:
                cell["metadata"]["tags"] = [*cell["metadata"].get("tags", []), UNGRADED]

    return mend


def _with_summary(raw: dict[str, Any]) -> None:
    name = "summary" if all("summary" not in (_name(cell), cell.get("id")) for cell in raw["cells"]) else "summary-end"
    about = {
        "grade": False, "grade_id": name, "locked": True, "schema_version": 3, "solution": False, "task": False,
    }  # fmt: skip
    raw["cells"].append(
        {
            "cell_type": "code",
            "execution_count": None,
            "id": name,
            "metadata": {"nbgrader": about, "tags": [UNGRADED]},
            "outputs": [],
            "source": ["# how far you are, and what comes next\n", _SUMMARY],
        }
    )
