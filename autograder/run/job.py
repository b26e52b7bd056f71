"""What a run is given: steps, limits, and whom to ask."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from autograder.model import Binding, Capture, Limits, Numerics, Rule, Step

__all__ = ["FollowThrough", "Job"]


class FollowThrough(Protocol):
    """What the grader says to a run while it runs."""

    def accepts(self, location: str, name: str) -> bool:
        """Tell whether a check of this name belongs to this statement."""

    @property
    def undo(self) -> bool:
        """Whether what a check's statement changes in place is put back."""

    def replacement(self, capture: Capture) -> Binding | None:
        """Return the value that the variable gets instead, None to let it be."""

    def unseen_variables(self, location: str, seen: Collection[str]) -> Mapping[str, bytes]:
        """Return the variables that a statement should have checked but did not, with their encoded values."""

    def may_change(self, location: str) -> Collection[str]:
        """Return the variables that a statement may change in place."""


class Seeds(Protocol):
    """Where the seeds of cases come from."""

    def __call__(self, case: str, *, hidden: bool) -> int:
        """Return the seed of a case; `hidden`: a hidden statement asks for it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a run is given."""

    steps: Sequence[Step]
    limits: Limits
    seed: Seeds
    follow_through: FollowThrough
    rules: Sequence[Rule] = ()
    compiler: bool = False  # whether the author's own code uses what imports torch's compiler
    files: Mapping[str, bytes] = field(default_factory=dict)
    device: str = "cpu"
    numerics: Numerics = field(default_factory=Numerics)
    mode: Literal["capture", "session"] = "capture"

    @property
    def prepared(self) -> str:
        """What all runs of an exercise have in common and a worker does before it is forked (`worker.prepare`)."""
        if self.mode != "capture" or not (self.rules or self.compiler):
            return ""
        rules = [(rule.name, rule.reason, rule.kernels) for rule in self.rules]
        return json.dumps({"compiler": self.compiler, "rules": rules})
