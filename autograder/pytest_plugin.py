"""Notebooks as pytest items: `pytest` in a folder of exercises checks them.

In: a student's notebook, in whatever state, beside its expected.safetensors. Out: one item per check of the
exercise, `unit.ipynb::dlogits`. It fails with the same text that the notebook and the feedback show, and is skipped
where the answer, or one that it needs, is not filled in yet. The notebook runs once for all its items.

Where students work, notebooks are all that is collected: in an exercise's folder no other file, and where pytest is
started without a path in a folder of exercises (release/, what was unpacked from a zip) nothing outside of them. A
file that is named is always collected. Notebooks without that file beside them are left alone unless they are named.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.errors import GraderError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from autograder.commands.checking import Checked, Checkers

__all__ = ["pytest_collect_file", "pytest_ignore_collect", "pytest_sessionfinish"]

_EXPECTED = "expected.safetensors"
_CHECKERS = pytest.StashKey["Checkers"]()
_ROOTS = pytest.StashKey[list[Path]]()


# ---------------------------------------------------------------- what is collected


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what is no exercise, where a student works; elsewhere decide nothing."""
    if _is_named(collection_path, config):
        return None
    if collection_path.is_file():
        if collection_path.with_name(_EXPECTED).is_file():
            return None if _is_exercise(collection_path) else True
        return True if _in_hand_out(collection_path, config) else None
    return True if _in_hand_out(collection_path, config) and not _leads_to_exercise(collection_path) else None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a notebook that has expected values beside it, or that is named."""
    if file_path.suffix != ".ipynb":
        return None
    beside = file_path.with_name(_EXPECTED).exists()
    if not beside and not (_is_named(file_path, parent.config) and _is_released(file_path)):
        return None
    node: pytest.Collector = NotebookFile.from_parent(parent, path=file_path)
    return node


def _is_named(path: Path, config: pytest.Config) -> bool:
    """Tell whether the command line names a file, with or without a check's name behind it."""
    folder = config.invocation_params.dir
    return any((folder / argument.split("::")[0]).absolute() == path for argument in config.args)


def _is_released(path: Path) -> bool:
    """Tell whether a notebook says of itself that it is an exercise: others may be another plugin's."""
    try:
        settings = json.loads(path.read_bytes())["metadata"]["autograder"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
    return isinstance(settings, dict) and "assignment" in settings


def _is_exercise(path: Path) -> bool:
    """Tell whether a file in an exercise's folder is the exercise's notebook, and not a copy or another file."""
    from autograder.commands.notebooks import notebooks_of

    return path.suffix == ".ipynb" and path in notebooks_of(path.parent)


def _in_hand_out(path: Path, config: pytest.Config) -> bool:
    """Tell whether a path lies in a folder of exercises, as students are given them, where pytest was asked to look."""
    if _ROOTS not in config.stash:
        config.stash[_ROOTS] = _hand_outs(config)
    return any(root in path.parents for root in config.stash[_ROOTS])


def _hand_outs(config: pytest.Config) -> list[Path]:
    """Return the folder where pytest was started without a path, or those that are named, if they hold exercises.

    Where the settings say where tests are, as in a developer's checkout, they hold.
    """
    start = config.invocation_params.dir
    if config.args_source is pytest.Config.ArgsSource.INVOCATION_DIR:
        return [start] if _holds(start, "", "*/", "release/*/") else []
    if config.args_source is pytest.Config.ArgsSource.ARGS:
        paths = [(start / argument.split("::")[0]).absolute() for argument in config.args]
        return [folder for folder in paths if _holds(folder, "", "*/")]
    return []


def _leads_to_exercise(folder: Path) -> bool:
    return _holds(folder, "", "*/")


def _holds(folder: Path, *below: str) -> bool:
    return any(next(folder.glob(f"{pattern}{_EXPECTED}"), None) is not None for pattern in below)


# ---------------------------------------------------------------- items


class NotebookFile(pytest.File):
    """One notebook."""

    _checked: Future[Checked] | None = None

    def collect(self) -> Iterator[pytest.Item]:
        """Give an item for each public check, in the notebook's order, then for each answer that a person marks."""
        from autograder.commands.notebooks import find_values, read_head
        from autograder.notebook import read_submission

        head = read_head(find_values(self.path))
        if head is None:
            raise self.CollectError(self._why_not())
        submission = read_submission(self.path.read_bytes(), head.notebook)
        if submission.foreign:
            raise self.CollectError(f"{self.path}: {submission.problems[-1]}")
        for name, cell_id in head.checks:
            item = CheckItem.from_parent(self, name=name)
            item.extra_keyword_matches.add(cell_id)  # `-k check-dlogits` takes all checks of a cell
            yield item
        for cell in head.notebook.manual_cells:
            yield ManualItem.from_parent(self, name=cell.id)

    def _why_not(self) -> str:
        """Say why the exercise's file cannot be read."""
        from autograder.grade.filecheck import read_beside

        try:
            read_beside(self.path)
        except GraderError as error:
            return str(error)
        return f"{self.path}: its {_EXPECTED} cannot be read"

    def ask(self) -> Future[Checked]:
        """Have the notebook checked, once."""
        if self._checked is None:
            self._checked = _checkers(self.config).submit(self.path)
        return self._checked


class ChecksFailed(Exception):  # noqa: N818  data for repr_failure, not an error of ours
    """A check did not pass, or the notebook could not be checked; the message is all that is shown."""


class CheckItem(pytest.Item):
    """One check."""

    parent: NotebookFile

    def runtest(self) -> None:
        """Fail unless the check passed; skip it if its answer is not filled in yet."""
        from autograder.commands.checking import result_of
        from autograder.report import checks_text, not_filled_in

        _ask_all(self.session)
        checked = result_of(self.parent.ask())
        if checked.report is None:
            raise ChecksFailed(checked.error)
        checks = (check for cell in checked.report.cells for check in cell.checks if check.name == self.name)
        check = next(checks, None)
        if check is None:
            raise ChecksFailed(f"{self.path}: the report has no check '{self.name}'")
        if not_filled_in(check):
            pytest.skip("not filled in yet")
        if check.status != "passed":
            raise ChecksFailed("\n".join([*checked.report.problems, checks_text([check])]))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any, **kwargs: Any) -> Any:
        """Show the check as every other face does."""
        if isinstance(excinfo.value, ChecksFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *args, **kwargs)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the item by its check."""
        return self.path, None, f"check '{self.name}'"


class ManualItem(pytest.Item):
    """An answer that a person marks: named, so that nobody forgets it, and skipped."""

    def runtest(self) -> None:
        """Skip it."""
        pytest.skip("marked by a person")

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the item by its cell."""
        return self.path, None, f"answer '{self.name}'"


# ---------------------------------------------------------------- running


def _checkers(config: pytest.Config) -> Checkers:
    """Return the processes that check, the same for the whole session."""
    if _CHECKERS not in config.stash:
        from autograder.commands.checking import Checkers

        config.stash[_CHECKERS] = Checkers(1 if "PYTEST_XDIST_WORKER" in os.environ else os.cpu_count() or 1)
    return config.stash[_CHECKERS]


def _ask_all(session: pytest.Session) -> None:
    """Have all notebooks checked that items are chosen of, in their order; one of xdist's workers gets only some."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    for item in session.items:
        if isinstance(item, CheckItem):
            item.parent.ask()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """End the processes that checked."""
    if _CHECKERS in session.config.stash:
        session.config.stash[_CHECKERS].close()
