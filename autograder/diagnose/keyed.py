"""Dicts, sets and counts: keys missing or turned round, values overwritten, a number off by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from autograder.compare.words import brief, counted
from autograder.diagnose.items import hashable, off_by, off_by_words, other_items, same
from autograder.diagnose.words import listed, seen

if TYPE_CHECKING:
    from autograder.diagnose.items import Tolerance
    from autograder.model import Diagnosis

__all__ = ["dicts", "integers", "sets"]


def dicts(actual: dict[object, object], expected: dict[object, object], tolerance: Tolerance) -> Diagnosis | None:
    """Say how two dicts are related as a whole."""
    return _other_keys(actual, expected, tolerance) or _other_values(actual, expected, tolerance)


def _other_keys(  # noqa: C901  one question after the other
    actual: dict[object, object], expected: dict[object, object], tolerance: Tolerance
) -> Diagnosis | None:
    if not actual and expected:
        return seen("empty", "It is empty. Is anything ever put into it, and is it returned after the loop?")
    missing, extra = expected.keys() - actual.keys(), actual.keys() - expected.keys()
    shared = {key: value for key, value in expected.items() if key in actual}
    if shared and bool(missing) != bool(extra) and same({key: actual[key] for key in shared}, shared, tolerance):
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
    if len(actual) == len(expected) and same(_turned(actual), expected, tolerance):
        return seen("keys and values", "Keys and values have changed places. What is to be looked up by what?")
    if found := other_items(list(actual), list(expected)):
        return replace(found, cause="keys of another type", text=found.text.replace("item", "key"))
    if len(actual) != len(expected) or len(actual) < 2:
        return None
    if all(isinstance(key, tuple) for key in actual) and same(
        {key[::-1]: value for key, value in actual.items() if isinstance(key, tuple)}, expected, tolerance
    ):
        return seen("keys reversed", "The tuples that are the keys are the wrong way round.")
    if all(isinstance(key, int) for key in (*actual, *expected)):
        own, wanted = sorted(map(_int, actual)), sorted(map(_int, expected))
        by = own[0] - wanted[0]
        if by and same({_int(key) - by: value for key, value in actual.items()}, expected, tolerance):
            return off_by_words(by, "key")
    return None


def _other_values(
    actual: dict[object, object], expected: dict[object, object], tolerance: Tolerance
) -> Diagnosis | None:
    if actual.keys() != expected.keys() or not actual:
        return None
    own, wanted = [actual[key] for key in expected], list(expected.values())
    found = off_by(own, wanted)
    if found is not None:
        return found
    if (
        len(own) >= 3
        and hashable(own)
        and hashable(wanted)
        and len(set(wanted)) >= 3
        and Counter(own) == Counter(wanted)
    ):
        return seen("values permuted", "The right keys and the right values, but not each value at its key.")
    if len(own) > 1 and hashable(own) and hashable(wanted) and len(set(own)) == 1 < len(set(wanted)):
        return seen(
            "constant",
            f"All keys are right, but all have the same value, {brief(own[0])}. Does each new round overwrite, or "
            "forget, what is there already?",
        )
    wrong = [key for key in expected if not same(actual[key], expected[key], tolerance)]
    if len(own) >= 6 and 2 * len(wrong) <= len(own):
        return seen(
            "some wrong",
            f"{len(wrong)} of {len(own)} values {'is' if len(wrong) == 1 else 'are'} wrong (at "
            f"{listed([f'{key!r:.30}' for key in wrong])}), the others are right. What do the wrong ones have in "
            "common?",
            0.7,
        )
    return _one_way(own, wanted, len(wrong))


def _one_way(own: list[object], wanted: list[object], wrong: int) -> Diagnosis | None:
    """Several counts are too small, none too large, or the other way round."""
    apart = [a - b for a, b in zip(own, wanted, strict=True) if type(a) is int and type(b) is int]
    if len(apart) != len(own) or wrong < 3 or not (all(by <= 0 for by in apart) or all(by >= 0 for by in apart)):
        return None
    word, other, verb = ("small", "large", "skipped") if min(apart) < 0 else ("large", "small", "counted twice")
    return seen(
        f"counts too {word}",
        f"{wrong} of {len(own)} counts are too {word}, none is too {other}: something is {verb}. By how far does the "
        "loop go on in each step?",
    )


def _turned(items: dict[object, object]) -> dict[object, object]:
    return {value: key for key, value in items.items()} if hashable(list(items.values())) else {}


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def sets(actual: frozenset[object] | set[object], expected: frozenset[object] | set[object]) -> Diagnosis | None:
    """Say whether a set has only too many, or only too few members."""
    if actual and actual < expected:
        missing = f"{len(expected - actual)} of {len(expected)}"
        text = f"All members are right, but {missing} are missing. Which ones does the code skip?"
        return seen("members missing", text)
    if expected and actual > expected:
        text = (
            f"All that is asked for is there, and {len(actual - expected)} more. Which condition would leave them out?"
        )
        return seen("members too many", text)
    return None


def integers(actual: int, expected: int) -> Diagnosis | None:
    """Say whether a count is off by one, or has the wrong sign."""
    if abs(actual - expected) == 1 and abs(expected) > 2:
        word = "large" if actual > expected else "small"
        return seen(
            "off by one",
            f"The number is one too {word}. Does the count begin at 0 or at 1, and does it include both ends?",
            0.7,
        )
    if actual == -expected and abs(expected) > 2:
        return seen("sign", "The number is right but for its sign. Is a difference taken the wrong way round?")
    return None
