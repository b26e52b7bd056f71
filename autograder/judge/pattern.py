"""Which known misconception a submission shows: the one whose whole pattern it has, not one symptom of it.

In: what a submission gave at each check of a cell, and what the misconceptions give there. Out: the tutor's sentence
of a misconception that gives the same at every check of that cell on which both can be compared: the same wrong value
or exception where it goes wrong, and nothing wrong where it is right. On tiny inputs several mistakes give one value;
the other checks tell them apart. It does NOT judge.

Of a public check only the public checks of its cell are asked: a student's session has no others, and must come to
the same sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from autograder.compare import agrees
from autograder.compare.fingerprint import which
from autograder.errors import ValueCodecError
from autograder.judge.reference import ErrorOutcome, Outcomes, Reference
from autograder.model import Capture, Diagnosis, Status, ValueOutcome

__all__ = ["Patterns", "Symptom"]


@dataclass(frozen=True, slots=True)
class Symptom:
    """What a submission gave at one check."""

    status: Status
    value: object = None  # decoded; of a wrong one
    error: str = ""  # what was raised


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known to go wrong at one check."""

    says: Mapping[str, str]  # of every misconception that goes wrong there
    same: frozenset[str]  # those that give what the submission gave
    alike: frozenset[str]  # those, and those that raise an exception of the same type


class Patterns:
    """The checks of one submission, and which misconceptions fit all of a cell's."""

    def __init__(
        self,
        reference: Reference,
        outcomes: Callable[[str], Outcomes],
        symptoms: Callable[[Capture], Symptom],
        cell_errors: Mapping[str, str],
    ) -> None:
        """Take what misconceptions give at a check from `outcomes`, what the submission gave from `symptoms`.

        `cell_errors`: {id of a cell: what it raised}.
        """
        self._reference = reference
        self._outcomes = outcomes
        self._symptoms = symptoms
        self._cell_errors = cell_errors
        self._known: dict[str, _Known] = {}

    def cause(self, check: Capture, *, likely: Collection[str] = ()) -> Diagnosis | None:
        """Return the sentence of the misconception that fits, one of the `likely` first; None if none does."""
        known = self._at(check)
        fitting = [name for name in known.says if name in known.same and self._fits(name, check)]
        if not fitting:
            return None
        name = next((name for name in fitting if name in likely), fitting[0])
        return Diagnosis(known.says[name], "author", name)

    def beside(self, check: Capture) -> Iterator[Capture]:
        """Yield the other checks of a cell that tell something of this one's mistake: those of the same function."""
        subjects = self._reference.subjects
        for other in self.scope(check):
            if not other.variable and not check.variable and subjects[check.name] & subjects[other.name]:
                yield other

    def _fits(self, name: str, at: Capture) -> bool:
        same_function = {check.name for check in self.beside(at)}
        for check in self.scope(at):
            symptom = self._symptoms(check)
            if symptom.status in (Status.MISSING, Status.FORBIDDEN):
                continue
            known = self._at(check)
            if symptom.status is Status.PASSED:
                if name in known.says:
                    return False
            elif name not in known.alike and check.name in same_function and not self._another(name, known, at):
                return False
        return True

    def _another(self, name: str, known: _Known, at: Capture) -> bool:
        """Tell whether a check, right by this misconception, is wrong for another known one that is right at `at`."""
        return name not in known.says and any(other not in self._at(at).says for other in known.same)

    def scope(self, check: Capture) -> Iterator[Capture]:
        """Yield the other checks of its cell that who is told may know of."""
        for other in self._reference.of_cell(check.cell_id):
            if other.name != check.name and (check.hidden or not other.hidden):
                yield other

    def _at(self, check: Capture) -> _Known:
        if check.name not in self._known:
            self._known[check.name] = self._compared(check)
        return self._known[check.name]

    def _compared(self, check: Capture) -> _Known:
        outcomes, symptom = self._outcomes(check.name), self._symptoms(check)
        wrong_values, prints, errors = tuple(outcomes.values), tuple(outcomes.prints), tuple(outcomes.errors)
        says: dict[str, str] = {}
        for outcomes_of_a_kind in (wrong_values, prints, errors):
            says |= {outcome.name: outcome.says for outcome in outcomes_of_a_kind}
        same: set[str] = set()
        alike: set[str] = set()
        if symptom.status is Status.WRONG and check.options.bounded:
            alike.update(says)  # a bound tells no two values apart
        elif symptom.status is Status.WRONG:
            same.update(self._same_values(symptom.value, check, wrong_values))
            try:
                positions = which(
                    symptom.value, [one.print for one in prints], rtol=check.options.rtol, atol=check.options.atol
                )
                same.update(prints[position].name for position in positions)
            except ValueCodecError:
                pass
        elif symptom.status is Status.RAISED:
            same.update(one.name for one in errors if self._same_error(symptom.error, one))
            kind = symptom.error.partition(":")[0]
            alike.update(one.name for one in errors if one.error.partition(":")[0] == kind)
        return _Known(says, frozenset(same), frozenset(same | alike))

    @staticmethod
    def _same_values(value: object, check: Capture, outcomes: Collection[ValueOutcome]) -> Iterator[str]:
        for outcome in outcomes:
            if agrees(value, outcome.value, rtol=check.options.rtol, atol=check.options.atol):
                yield outcome.name

    def _same_error(self, error: str, outcome: ErrorOutcome) -> bool:
        return outcome.error == error and outcome.cell_error == self._cell_errors.get(outcome.cell_id)
