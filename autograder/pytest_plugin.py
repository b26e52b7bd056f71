"""Notebooks as pytest items: `pytest` in a folder of exercises checks them.

In: a student's notebook, in whatever state, beside its expected.safetensors. Out: one item per check cell of the
exercise; it fails with the same text that the notebook and the feedback show. The notebook runs once for all its
items. Notebooks without that file beside them are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.errors import GraderError

if TYPE_CHECKING:
    from autograder.model import CellResult, Report

__all__ = ["pytest_collect_file"]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a notebook that has expected values beside it."""
    if file_path.suffix == ".ipynb" and file_path.with_name("expected.safetensors").exists():
        node: pytest.Collector = NotebookFile.from_parent(parent, path=file_path)
        return node
    return None


class NotebookFile(pytest.File):
    """One notebook."""

    _report: Report | None = None

    def collect(self) -> Iterator[pytest.Item]:
        """Give an item for each check cell."""
        from autograder.grade.filecheck import read_beside

        try:
            cells = read_beside(self.path).notebook.check_cells
        except GraderError as error:
            raise self.CollectError(str(error)) from error
        for cell in cells:
            yield CheckCell.from_parent(self, name=cell.id)

    def report(self) -> Report:
        """Return the notebook's report; the first call runs it."""
        if self._report is None:
            from autograder.grade.filecheck import check_notebook

            self._report = check_notebook(self.path)
        return self._report


class ChecksFailed(Exception):  # noqa: N818  data for repr_failure, not an error of ours
    """A check cell has a check that did not pass."""


class CheckCell(pytest.Item):
    """One check cell."""

    parent: NotebookFile

    def runtest(self) -> None:
        """Fail unless every check of the cell passed."""
        cell = next((cell for cell in self.parent.report().cells if cell.cell_id == self.name), None)
        if cell is not None and any(check.status != "passed" for check in cell.checks):
            raise ChecksFailed(cell, self.parent.report().problems)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any, **kwargs: Any) -> Any:
        """Show the checks as every other face does."""
        if isinstance(excinfo.value, ChecksFailed):
            return _as_text(*excinfo.value.args)
        if isinstance(excinfo.value, GraderError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *args, **kwargs)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the item by its check cell."""
        return self.path, None, f"check cell '{self.name}'"


def _as_text(cell: CellResult, problems: tuple[str, ...]) -> str:
    from autograder.report import checks_text

    return "\n".join([*problems, checks_text(cell.checks)])
