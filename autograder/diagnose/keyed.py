"""Dicts, sets and counts: keys missing or turned round, values overwritten, a number off by one."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from autograder.compare.words import brief, counted
from autograder.diagnose.case import Values
from autograder.diagnose.items import another_type, hashable, off_by_text
from autograder.diagnose.items import offset as offset_of_items
from autograder.diagnose.registry import relation
from autograder.diagnose.words import listed, seen
from autograder.model import Diagnosis

__all__ = ["DICTS", "count", "members"]


@relation("empty")
def no_keys(values: Values) -> Diagnosis | None:
    """Nothing, where something is expected."""
    if values.actual or not values.expected:
        return None
    return seen("empty", "It is empty. Is anything ever put into it, and is it returned after the loop?")


@relation("keys missing", "keys too many")
def other_keys(values: Values) -> Diagnosis | None:
    """Right for the keys of both, or with most keys missing."""
    actual, expected = values.actual, values.expected
    missing, extra = expected.keys() - actual.keys(), actual.keys() - expected.keys()
    shared = {key: value for key, value in expected.items() if key in actual}
    if shared and bool(missing) != bool(extra) and values.same({key: actual[key] for key in shared}, shared):
        if missing:
            return seen(
                "keys missing",
                f"What is there is right, but {len(missing)} of {len(expected)} entries are missing. What do the "
                "missing ones have in common? Think of the last round of a loop, and of conditions.",
            )
        return seen(
            "keys too many",
            f"All that is asked for is right, but there {'is' if len(extra) == 1 else 'are'} "
            f"{counted(len(extra), 'key')} too many. Which condition would leave out what does not belong?",
        )
    if 2 * len(missing) > len(expected) and shared and not extra:
        return seen(
            "keys missing",
            f"{len(missing)} of {len(expected)} entries are missing, and some that are there are wrong. What should be "
            "there before the first step is done?",
        )
    return None


@relation("keys and values", same_length=True)
def turned(values: Values) -> Diagnosis | None:
    """The keys where the values belong."""
    actual = values.actual
    swapped = {value: key for key, value in actual.items()} if hashable(list(actual.values())) else {}
    if not values.same(swapped, values.expected):
        return None
    return seen("keys and values", "Keys and values have changed places. What is to be looked up by what?")


@relation("keys of another type")
def other_key_type(values: Values) -> Diagnosis | None:
    """Keys of another type throughout."""
    return another_type("key", list(values.actual), list(values.expected))


@relation("keys reversed", same_length=True, least=2)
def reversed_keys(values: Values) -> Diagnosis | None:
    """Pairs as keys, the wrong way round."""
    actual = values.actual
    if not all(isinstance(key, tuple) for key in actual):
        return None
    if not values.same({key[::-1]: value for key, value in actual.items()}, values.expected):
        return None
    return seen("keys reversed", "The tuples that are the keys are the wrong way round.")


@relation("offset", same_length=True, least=2)
def key_offset(values: Values) -> Diagnosis | None:
    """All keys are too large, or too small, by the same number."""
    actual, expected = values.actual, values.expected
    if not all(isinstance(key, int) for key in (*actual, *expected)):
        return None
    by = min(actual) - min(expected)
    if not by or not values.same({key - by: value for key, value in actual.items()}, expected):
        return None
    return off_by_text(by, "key")


@relation("offset")
def value_offset(values: Values) -> Diagnosis | None:
    """All values are too large, or too small, by the same number."""
    own, wanted = _values(values)
    return offset_of_items(Values(own, wanted, values.rtol, values.atol))


@relation("values permuted", "constant")
def other_values(values: Values) -> Diagnosis | None:
    """The right keys, but the values are elsewhere, or all the same."""
    own, wanted = _values(values)
    if len(own) < 2 or not hashable(own) or not hashable(wanted):
        return None
    if len(own) >= 3 and len(set(wanted)) >= 3 and Counter(own) == Counter(wanted):
        return seen("values permuted", "The right keys and the right values, but not each value at its key.")
    if len(set(own)) == 1 < len(set(wanted)):
        return seen(
            "constant",
            f"All keys are right, but all have the same value, {brief(own[0])}. Does each new round overwrite, or "
            "forget, what is there already?",
        )
    return None


@relation("some wrong", "counts too small", "counts too large")
def some_values(values: Values) -> Diagnosis | None:
    """Some values are wrong; or several counts are too small and none too large, or the other way round."""
    own, wanted = _values(values)
    trios = zip(values.expected if own else (), own, wanted, strict=True)
    wrong = [key for key, mine, asked in trios if not values.same(mine, asked)]
    if len(own) >= 6 and 2 * len(wrong) <= len(own):
        return seen(
            "some wrong",
            f"{len(wrong)} of {len(own)} values {'is' if len(wrong) == 1 else 'are'} wrong (at "
            f"{listed([f'{key!r:.30}' for key in wrong])}), the others are right. What do the wrong ones have in "
            "common?",
            0.7,
        )
    apart = [a - b for a, b in zip(own, wanted, strict=True) if type(a) is int and type(b) is int]
    if len(apart) != len(own) or len(wrong) < 3 or min(apart) < 0 < max(apart):
        return None
    less, more, verb = ("small", "large", "skipped") if min(apart) < 0 else ("large", "small", "counted twice")
    return seen(
        f"counts too {less}",
        f"{len(wrong)} of {len(own)} counts are too {less}, none is too {more}: something is {verb}. By how far does "
        "the loop go on in each step?",
    )


def _values(values: Values) -> tuple[list[Any], list[Any]]:
    """Return the values of two dicts in the expected order; nothing if their keys differ."""
    if values.actual.keys() != values.expected.keys():
        return [], []
    return [values.actual[key] for key in values.expected], list(values.expected.values())


@relation("members missing", "members too many")
def members(values: Values) -> Diagnosis | None:
    """A set with only too many, or only too few members."""
    actual, expected = values.actual, values.expected
    if actual and actual < expected:
        missing = f"{len(expected - actual)} of {len(expected)}"
        text = f"All members are right, but {missing} are missing. Which ones does the code skip?"
        return seen("members missing", text)
    if expected and actual > expected:
        more = len(actual - expected)
        text = f"All that is asked for is there, and {more} more. Which condition would leave them out?"
        return seen("members too many", text)
    return None


@relation("off by one", "sign")
def count(values: Values) -> Diagnosis | None:
    """A count that is off by one, or has the wrong sign."""
    actual, expected = values.actual, values.expected
    if abs(actual - expected) == 1 and abs(expected) > 2:
        more = "large" if actual > expected else "small"
        return seen(
            "off by one",
            f"The number is one too {more}. What is "
            f"{'counted once too often' if actual > expected else 'left out of the count'}?",
            0.7,
        )
    if actual == -expected and abs(expected) > 2:
        return seen("sign", "The number is right but for its sign. Is a difference taken the wrong way round?")
    return None


# the special before the general
DICTS: Final = (
    no_keys,
    other_keys,
    turned,
    other_key_type,
    reversed_keys,
    key_offset,
    value_offset,
    other_values,
    some_values,
)
