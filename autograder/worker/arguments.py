"""The variables that a check's statement refers to: are they the same afterwards?

In: names and a namespace, before a statement runs. Out: which of them the statement changed in place, and, if
asked, the variables as they were, so that the next check gets the data that it should. What counts as data, and
what it takes to have changed, is snapshot.py's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from autograder.worker.snapshot import Snapshots, is_data

__all__ = ["Arguments"]


class Arguments:
    """Some variables as they are before a statement runs."""

    def __init__(self, names: Iterable[str], namespace: Mapping[str, Any]) -> None:
        """Keep those of the names that are data."""
        self._names, self._namespace = tuple(names), namespace
        self._snapshots = Snapshots()
        self._named: list[tuple[str, int | None]] = []
        self.more()

    def more(self) -> None:
        """Keep also what was made since: a statement's data is often made just before its check."""
        for name in self._names:
            value = self._namespace.get(name)
            is_kept = self._snapshots.knows(value)
            if is_data(value) and (not is_kept or (name, id(value)) not in self._named):
                with suppress(Exception):  # data that cannot be looked at
                    self._named.append((name, self._snapshots.take(value)))

    def changed(self, *, undo: bool) -> list[str]:
        """Return the names of the variables that are not as they were; `undo`: put those back."""
        changed: dict[str, int | None] = {}
        for name, snapshot in self._named:
            with suppress(Exception):
                if self._snapshots.differs(snapshot):
                    changed[name] = snapshot
        if undo and changed:
            self._snapshots.put_back(changed.values())
        return list(changed)
