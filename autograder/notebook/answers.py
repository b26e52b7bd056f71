"""Answers that an author knows: the solution, the skeleton, misconceptions and variants.

In: a `Notebook`. Out: the same things that students hand in, as `Submission`s, or the texts of their
solution cells.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from autograder.notebook.cells import Alternative, Notebook, Submission
from autograder.notebook.regions import replace_regions, without_marks

__all__ = ["answers", "as_file", "skeleton", "solved", "with_alternative"]


def solved(notebook: Notebook) -> Submission:
    """Return the author's own solution as a submission."""
    return Submission(notebook.cells, notebook.sha256)


def skeleton(notebook: Notebook) -> Submission:
    """Return what a student starts from, as a submission."""
    cells = tuple(replace(cell, source=cell.released) if cell.is_answer else cell for cell in notebook.cells)
    return Submission(cells, notebook.sha256, unanswered=frozenset(cell.id for cell in cells if cell.is_answer))


def with_alternative(notebook: Notebook, *alternatives: Alternative) -> Submission:
    """Return the solution with misconceptions or variants in the place of its own code."""
    codes = {alternative.cell_id: alternative.codes for alternative in alternatives}
    cells = tuple(
        replace(cell, source=replace_regions(cell.source, codes[cell.id])) if cell.id in codes else cell
        for cell in notebook.cells
    )
    text = json.dumps([cell.source for cell in cells])
    return Submission(cells, hashlib.sha256(text.encode()).hexdigest())


def answers(notebook: Notebook, chosen: Mapping[str, Alternative | str]) -> dict[str, str]:
    """Return {solution cell: text as a student would have written it}, without an author's marks.

    For each cell: an alternative, "solution", or "blank".
    """
    texts = {}
    for cell_id, choice in chosen.items():
        source = notebook.cell(cell_id).source
        if isinstance(choice, Alternative):
            texts[cell_id] = replace_regions(source, choice.codes)
        elif choice == "blank":
            texts[cell_id] = notebook.cell(cell_id).released
        else:
            texts[cell_id] = without_marks(source)
    return texts


def as_file(notebook: Notebook, texts: Mapping[str, str]) -> bytes:
    """Return the notebook file that a student with these texts in the solution cells hands in; the rest as released."""
    cells: list[dict[str, Any]] = [
        {
            "cell_type": "code" if cell.is_code else "markdown",
            "id": cell.id,
            "metadata": {},
            "source": texts.get(cell.id, cell.released),
        }
        for cell in notebook.cells
    ]
    metadata = {"autograder": {"assignment": notebook.assignment, "build": notebook.build}}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()
