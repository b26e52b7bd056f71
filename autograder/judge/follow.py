"""What the grader says to a run while it runs: which variables get another value after their check.

`NoFollowThrough` for a reference: every check is welcome. `GivenVariables` for a submission: a check counts only
where the reference made it, and after it a public variable holds the reference's own value. If the student's was wrong
or missing, it is *given*, so that one wrong step does not sink all later ones; if it was right but for
rounding, it is made *exact*, so that what is computed from it does not depend on the secret.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from autograder.errors import ValueCodecError
from autograder.judge.reference import Reference, compared
from autograder.model import Binding, Capture
from autograder.wire import values

__all__ = ["GivenVariables", "NoFollowThrough"]


class NoFollowThrough:
    """The answers to a reference's run: every check is welcome, no variable is replaced."""

    undo = False

    def accepts(self, location: str, name: str) -> bool:
        """Take every check."""
        del location, name
        return True

    def replacement(self, capture: Capture) -> Binding | None:
        """Replace nothing."""
        del capture
        return None

    def unseen_variables(self, location: str, seen: Collection[str]) -> Mapping[str, bytes]:
        """Bind nothing."""
        del location, seen
        return {}

    def may_change(self, location: str) -> Collection[str]:
        """Know of nothing: it is found out in this run."""
        del location
        return ()


@dataclass(slots=True)
class GivenVariables:
    """The answers to a submission's run: follow-through marking."""

    reference: Reference
    undo: bool = field(default=True, init=False)  # what a check's statement changed in place is put back
    _locations: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._locations = {name: capture.location for name, capture in self.reference.run.captures.items()}

    def accepts(self, location: str, name: str) -> bool:
        """Take a check where the reference made it."""
        return self._locations.get(name) == location

    def replacement(self, capture: Capture) -> Binding | None:
        """Return the reference's value of a public variable, None if the student's is the same to the last bit."""
        expected = self.reference.run.captures[capture.name]
        if not expected.variable or expected.hidden or expected.value is None:
            return None
        if capture.value is not None:
            if self.reference.is_own(capture.name, capture.value):
                return None
            with suppress(ValueCodecError):
                actual = values.decode(capture.value)
                if compared(actual, self.reference.expected[capture.name], expected) is None:
                    return None if expected.options.bounded else Binding(expected.value, given=False)
        return Binding(expected.value, given=True)

    def unseen_variables(self, location: str, seen: Collection[str]) -> Mapping[str, bytes]:
        """Return the public variables of a statement whose checks never came, with the reference's values."""
        return {
            one.name: one.value
            for one in self.reference.by_location.get(location, [])
            if one.variable and not one.hidden and one.value is not None and one.name not in seen
        }

    def may_change(self, location: str) -> Collection[str]:
        """Return the variables that a statement changes in the reference's run too: that is its purpose."""
        return self.reference.run.changed.get(location, ())
