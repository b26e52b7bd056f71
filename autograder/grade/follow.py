"""What the grader says to a run while it runs.

`Record` for a reference: every check is welcome. `Follow` for a submission: a check counts only where the
reference made it, and a public variable that is wrong or missing is replaced by the right value after it
is marked, so that one wrong step does not sink all later ones.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from autograder import values
from autograder.errors import ValueCodecError
from autograder.grade.reference import Reference, judge
from autograder.model import Capture

__all__ = ["Follow", "Record"]


class Record:
    """The answers to a reference's run: every check is welcome, no variable is replaced."""

    def accepts(self, place: str, name: str) -> bool:
        """Take every check."""
        del place, name
        return True

    def reply(self, capture: Capture) -> object | None:
        """Replace nothing."""
        del capture
        return None

    def unseen(self, place: str, seen: Collection[str]) -> Mapping[str, object]:
        """Bind nothing."""
        del place, seen
        return {}


@dataclass(slots=True)
class Follow:
    """The answers to a submission's run: follow-through marking."""

    reference: Reference
    _places: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._places = {name: capture.place for name, capture in self.reference.run.captures.items()}

    def accepts(self, place: str, name: str) -> bool:
        """Take a check where the reference made it."""
        return self._places.get(name) == place

    def reply(self, capture: Capture) -> object | None:
        """Return the right value if a public variable is wrong, None otherwise."""
        expected = self.reference.run.captures[capture.name]
        if not expected.variable or expected.hidden:
            return None
        if capture.value is not None:
            if self.reference.is_own(capture.name, capture.value):
                return None
            with suppress(ValueCodecError):
                if judge(values.decode(capture.value), self.reference.expected[capture.name], expected) is None:
                    return None
        return self.reference.expected[capture.name]

    def unseen(self, place: str, seen: Collection[str]) -> Mapping[str, object]:
        """Return the public variables of a statement whose checks never came."""
        return {
            one.name: self.reference.expected[one.name]
            for one in self.reference.by_place.get(place, [])
            if one.variable and not one.hidden and one.name not in seen
        }
