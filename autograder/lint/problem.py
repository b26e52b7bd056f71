"""One thing that an author should look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = ["Problem"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A reason and a remedy, in words; `cell_id`: "" if it is of the notebook as a whole."""

    cell_id: str
    reason: str
    remedy: str = ""
    mend: Callable[[dict[str, Any]], None] | None = None  # changes the notebook's JSON; None: the author must choose

    def __str__(self) -> str:
        cell = f"cell '{self.cell_id}': " if self.cell_id else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{cell}{self.reason}{remedy}{' (`autograder lint --fix` does it)' if self.mend else ''}"
