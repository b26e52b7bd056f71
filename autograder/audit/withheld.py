"""Leave-one-out: what numbers and code alone say of a mistake that no author's sentence covers.

In: a source notebook with its misconceptions, and a grader. Out: for each misconception the causes that
the judge gives at the checks that it fails, when its own sentence is withheld.

Withheld is also the sentence of every other misconception with the same value at that check, or with the
same words. Sentences are found by their values: one that would still be found belongs to a value that is
the same, and so is withheld. So no author's sentence is ever left over, and the judge is asked without
any.

A misconception counts as
- visible, if one of its wrong values has something to see (`something_to_see`);
- named, if it is visible and a cause was given;
- right, if the first cause given, in the order of the checks, is one that the author's `shows:` names: a
  person who knows the code has found it true of this mistake. Any other cause is unconfirmed: false.

Two more things must not be: a diagnosis of right code (a variant), and an untrue one of noise.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch

from autograder.audit.noise import noisy
from autograder.audit.reach import reached
from autograder.compare.pairs import leaves
from autograder.diagnose import diagnose
from autograder.errors import ValueCodecError
from autograder.grade import Grader
from autograder.judge import Judging, Outcomes, Reference, compared
from autograder.model import Capture, Diagnosis, Run
from autograder.notebook import Alternative, Notebook, with_alternative
from autograder.wire import values

__all__ = ["Diagnosed", "NoiseNamed", "Withheld", "something_to_see", "withheld"]

_FEWEST = 3  # numbers, to tell one cause from another


@dataclass(frozen=True, slots=True)
class Withheld:
    """What numbers and code alone say of one misconception."""

    name: str
    cell_id: str
    visible: bool
    causes: tuple[str, ...]  # the distinct ones, in the order of the checks; the first one counts
    texts: tuple[str, ...]  # the sentence that came with each
    right: bool


@dataclass(frozen=True, slots=True)
class NoiseNamed:
    """A cause given to random numbers."""

    check: str
    kind: str  # "noise of 0.1", "random values"
    cause: str


@dataclass(frozen=True, slots=True)
class Diagnosed:
    """How good diagnoses from numbers and code alone are on one notebook."""

    misconceptions: tuple[Withheld, ...]
    variants_diagnosed: tuple[str, ...]  # "variant: check", right code that got a diagnosis
    noise: tuple[NoiseNamed, ...]
    noise_tried: int

    @property
    def visible(self) -> int:
        """The number of misconceptions whose values show something."""
        return sum(misconception.visible for misconception in self.misconceptions)

    @property
    def named(self) -> int:
        """The number of visible ones that got a cause."""
        return sum(misconception.visible and bool(misconception.causes) for misconception in self.misconceptions)

    @property
    def right(self) -> int:
        """The number of visible ones whose first cause is confirmed."""
        return sum(misconception.visible and misconception.right for misconception in self.misconceptions)

    @property
    def false(self) -> int:
        """The number of visible ones whose first cause nobody confirmed."""
        return self.named - self.right

    @property
    def rate(self) -> float:
        """The share of the visible ones that is right; 1 if none is visible."""
        return self.right / self.visible if self.visible else 1.0


def withheld(notebook: Notebook, grader: Grader, *, progress: Callable[[str], None] | None = None) -> Diagnosed:
    """Diagnose every misconception of a notebook from numbers and code alone, and every variant, and noise."""
    say = progress or (lambda _: None)
    diagnosed: list[Withheld] = []
    for alternative in notebook.alternatives:
        if alternative.kind == "misconception":
            diagnosed.append(_misconception(notebook, grader, alternative))
            say(alternative.name)
    wrongly = list(_variants(notebook, grader, say))
    tried = list(_noise(notebook, grader))
    named = tuple(answer for answer in tried if answer.cause)
    return Diagnosed(tuple(diagnosed), tuple(wrongly), named, len(tried))


def something_to_see(value: object) -> bool:
    """Tell whether a wrong value could show its cause at all.

    Not if it is a yes or no, or a list of them; fewer than three numbers (of a text: characters); or NaN
    throughout. (An exception, a value that never arrived, and a value that is held only against a bound
    show nothing either: there is nothing to compare.)
    """
    numbers = [number for leaf in leaves(value, keys=True) for number in _numbers(leaf)]
    return len(numbers) >= _FEWEST and not all(map(math.isnan, numbers))


def _numbers(value: object) -> Iterator[float]:
    """Yield the numbers of a leaf; a character of a text counts as one, a yes or no as none."""
    if isinstance(value, np.ndarray | np.generic):
        value = torch.from_numpy(np.asarray(value))
    match value:
        case torch.Tensor():
            yield from value.flatten().double().tolist() if value.dtype != torch.bool or value.dim() > 1 else ()
        case bool() | None:
            return
        case int() | float():
            yield float(min(value, 10**300)) if isinstance(value, int) else value
        case str():
            yield from map(ord, value)
        case bytes():
            yield from value


def _misconception(notebook: Notebook, grader: Grader, misconception: Alternative) -> Withheld:
    visible = False
    causes: dict[str, str] = {}
    run = grader.misconception_run(notebook, misconception)
    judging = Judging(grader.reference(notebook), with_alternative(notebook, misconception), run, _nothing_known)
    for expected, actual in _wrong_values(grader.reference(notebook), run):
        visible = visible or something_to_see(actual)
        diagnosis = judging.check(expected).diagnosis
        if diagnosis is not None:
            causes.setdefault(diagnosis.cause, diagnosis.text)
    right = bool(causes) and next(iter(causes)) in misconception.shows
    return Withheld(misconception.name, misconception.cell_id, visible, tuple(causes), tuple(causes.values()), right)


def _nothing_known(name: str) -> Outcomes:
    """Know of no misconception: their sentences are withheld."""
    del name
    return Outcomes()


def _wrong_values(reference: Reference, run: Run) -> Iterator[tuple[Capture, object]]:
    """Yield the checks that a run fails with a value, and the value, in the order of the checks."""
    for expected in _diagnosed(reference.run.captures.values()):
        capture = run.captures.get(expected.name)
        if capture is None or capture.value is None:
            continue
        try:
            actual = values.decode(capture.value)
        except ValueCodecError:
            continue
        if compared(actual, reference.expected[expected.name], expected) is not None:
            yield expected, actual


def _diagnosed(captures: Iterable[Capture]) -> Iterator[Capture]:
    """Yield the checks with an expected value: a bound has none."""
    for capture in captures:
        if capture.options.at_most is None and capture.options.at_least is None:
            yield capture


def _ask(notebook: Notebook, grader: Grader, expected: Capture, actual: object) -> Diagnosis | None:
    """Diagnose a value that no code has made, without any author's sentence."""
    reference = grader.reference(notebook)
    return diagnose(
        actual,
        reference.expected[expected.name],
        others=reference.others(expected.name),
        rtol=expected.options.rtol,
        atol=expected.options.atol,
    )


def _variants(notebook: Notebook, grader: Grader, say: Callable[[str], None]) -> Iterator[str]:
    """Yield the checks at which right code got a diagnosis."""
    variants = [alternative for alternative in notebook.alternatives if alternative.kind == "variant"]
    texts = [with_alternative(notebook, variant) for variant in variants]
    reaches = [reached(notebook, variant) for variant in variants]
    for number, graded in grader.grade_several(notebook, texts, checks=reaches):
        for cell in graded.report.cells:
            for check in cell.checks:
                if check.diagnosis is not None:
                    yield f"{variants[number].name}: {check.name}"
        say(variants[number].name)


def _noise(notebook: Notebook, grader: Grader) -> Iterator[NoiseNamed]:
    """Yield what is said of noise at every public check of a float tensor or list; the cause is "" if nothing."""
    reference = grader.reference(notebook)
    for expected in _diagnosed(reference.run.captures.values()):
        if expected.hidden:
            continue
        wanted = reference.expected[expected.name]
        for kind, actual in noisy(wanted, seed=grader.seed(notebook.assignment, f"noise, {expected.name}")):
            if compared(actual, wanted, expected) is not None:
                diagnosis = _ask(notebook, grader, expected, actual)
                yield NoiseNamed(expected.name, kind, diagnosis.cause if diagnosis is not None else "")
