"""Small notebooks, built in memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from autograder.notebook import Notebook, read_source


def cell(kind: str, name: str, source: str, points: float | None = None, **meta: Any) -> dict[str, Any]:
    """Return one cell as JSON; kind: setup, task, solution, check, prose, code, project, raw, extra.

    A person marks `prose` and `code`, nbgrader's manually graded answers, and `project`, its manually graded task.
    """
    raw: dict[str, Any] = {"cell_type": "code", "id": name, "metadata": meta, "source": source}
    if kind == "raw":
        return {**raw, "cell_type": "raw"}
    if kind != "extra":
        raw["metadata"]["nbgrader"] = {
            "grade": kind in ("check", "prose", "code"),
            "grade_id": name,
            "locked": kind not in ("solution", "prose", "code"),
            "schema_version": 3,
            "solution": kind in ("solution", "prose", "code"),
            "task": kind == "project",
        }
    if points is not None:
        raw["metadata"]["nbgrader"]["points"] = points
    if kind in ("task", "prose", "project"):
        return {**raw, "cell_type": "markdown"}
    return {**raw, "execution_count": None, "outputs": []}


def notebook(*cells: dict[str, Any], **settings: Any) -> dict[str, Any]:
    """Return a notebook as JSON; `settings` go to metadata.autograder."""
    metadata: dict[str, Any] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    if settings:
        metadata["autograder"] = settings
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


SETUP = "import torch\nfrom autograder import check\nx = torch.randn(4, 3, generator=check.generator('setup'))"

MEAN = """### BEGIN SOLUTION
mean = x.mean(0, keepdim=True)
### END SOLUTION"""

SCALE = '''def scale(v):
    """v -> v divided by its largest absolute value."""
    ### BEGIN SOLUTION
    return v / v.abs().max()
    ### END SOLUTION'''

CHECK_SCALE = """check("scale", lambda: scale(centred))
### BEGIN HIDDEN TESTS
secret_input = torch.randn(5, generator=check.generator("scale, hidden")) - 2
check("scale, negative", lambda: scale(secret_input))
### END HIDDEN TESTS"""


def exercise(**settings: Any) -> dict[str, Any]:
    """Return an exercise of three tasks: a variable, one that follows from it, and a function."""
    return notebook(
        cell("task", "intro", "# Centre and scale"),
        cell("setup", "setup", SETUP),
        cell("solution", "solution-mean", MEAN),
        cell(
            "raw",
            "m1",
            "misconception: other axis\nsays: You averaged over the features.\n---\nmean = x.mean(1, keepdim=True)",
        ),
        cell("raw", "v1", "variant: sum\n---\nmean = x.sum(0, keepdim=True) / len(x)"),
        cell("check", "check-mean", 'check("mean", mean)', 1),
        cell("solution", "solution-centred", "### BEGIN SOLUTION\ncentred = x - mean\n### END SOLUTION"),
        cell("raw", "m2", "misconception: added\nsays: The mean should be gone afterwards.\n---\ncentred = x + mean"),
        cell("check", "check-centred", 'check("centred", centred)', 1),
        cell("solution", "solution-scale", SCALE),
        cell(
            "raw",
            "m3",
            "misconception: no abs\nsays: What if all values are negative?\nbreaks: scale, negative\n---\n"
            "return v / v.max()",
        ),
        cell("raw", "m4", "misconception: raises\nsays: That name does not exist.\n---\nreturn v / largest(v)"),
        cell("check", "check-scale", CHECK_SCALE, 2),
        **settings,
    )  # fmt: skip


# right answers to `exercise()`, for `answered`
RIGHT = {
    "solution_mean": "mean = x.mean(0, keepdim=True)",
    "solution_centred": "centred = x - mean",
    "solution_scale": "def scale(v):\n    return v / v.abs().max()",
}


def answered(**sources: str) -> dict[str, Any]:
    """Return `exercise()` as a student hands it in: {solution_mean="..."} fills solution-mean."""
    raw = exercise()
    raw["cells"] = [cell for cell in raw["cells"] if cell["cell_type"] != "raw"]
    for raw_cell in raw["cells"]:
        name = raw_cell["id"].replace("-", "_")
        if name in sources:
            raw_cell["source"] = sources[name]
    return raw


def write_exercise(root: Path, raw: dict[str, Any] | None = None, name: str = "01-scale") -> Notebook:
    """Write a source notebook below a course folder and read it."""
    folder = root / "source" / name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "scale.ipynb"
    path.write_text(json.dumps(raw or exercise()), "utf-8")
    return read_source(path)
