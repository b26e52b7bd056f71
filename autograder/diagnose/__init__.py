"""Guesses why a value is wrong, in a sentence for the student.

In: a wrong value, the expected one, what known misconceptions give, what else has a value in the
notebook. Out: one Diagnosis or None. First come the author's own misconceptions; then hypotheses that numbers alone can
prove or refute. None is much better than a wrong guess: a hypothesis is believed only if its
transformation leads to the expected value within the check's own tolerance, and chance can't explain it.

What a student hands in may be anything that a check takes: tensors of 32 axes or 60 million elements, texts of
millions of characters, lists in lists. So sizes are looked at before anything is converted, and no hypothesis takes
longer than in proportion to the expected value's size, or the value's own.

    search.py      asks every hypothesis, the special before the general
    registry.py    what each declares: causes, conditions
    case.py        what a hypothesis asks of two values
    simple.py      dtype, NaN, zeros        scale.py       sign, factor, offset
    precision.py   half precision
    shapes.py      the wrong shape          extents.py     an axis too long or too short
    rearranged.py  reversed, permuted       slicewise.py   some rows or columns
    groups.py      each row or column       functions.py   one function more or less
    patterns.py    where the zeros are      relations.py   other values: terms and factors
    made.py        made of other values     matrices.py    .. by products that are summed
    atoms.py       what it may be made of, and candidates up to a factor
    items.py       lists and tuples         keyed.py       dicts, sets, counts
    kinds.py       the wrong type           texts.py       texts and bytes
    tokens.py      ids and merges
    words.py       how it is said
    code/          what the text of a student's function shows
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import torch

from autograder.compare import agrees
from autograder.diagnose.registry import POINTERS, known_causes, require_known
from autograder.diagnose.search import Search
from autograder.model import Diagnosis, ValueOutcome

__all__ = ["POINTERS", "diagnose", "known_causes", "require_known"]


def diagnose(
    actual: object,
    expected: object,
    *,
    wrong: Iterable[ValueOutcome] = (),
    others: Mapping[str, object] | None = None,
    rtol: float | None = None,
    atol: float | None = None,
    read: frozenset[str] | None = None,
) -> Diagnosis | None:
    """Return the most likely cause of a wrong value, or None (also for a right one).

    `wrong` are the values of known misconceptions, the likeliest first; one that is right is ignored.
    `others` are the values that other checks expect and that variables of the notebook have, by name; only
    public ones, for they are named.
    rtol and atol are the check's own, as in `compare`. `read`: the names that the student's code reads, None if that
    is not known; a value is not said to be made of a variable that the code does not name.
    """

    def same(value: object, right: object) -> bool:
        return agrees(value, right, rtol=rtol, atol=atol)

    if same(actual, expected):
        return None
    for known in wrong:
        if same(actual, known.value) and not same(known.value, expected):
            return Diagnosis(known.says, "author", known.name)
    with torch._C.DisableTorchFunction():  # noqa: SLF001  documented; the default device is such a function
        return Search(others or {}, rtol, atol, read).of(actual, expected)
