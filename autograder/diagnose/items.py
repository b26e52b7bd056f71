"""Lists and tuples: another order, an end too early, an item too many, ids that are off by one."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import Final

from autograder.compare.pairs import kind_of
from autograder.compare.words import article, counted
from autograder.diagnose.case import Values
from autograder.diagnose.registry import relation
from autograder.diagnose.words import listed, seen
from autograder.model import Diagnosis

__all__ = ["LISTS", "another_type", "hashable", "off_by_text", "offset", "parting"]

_FEW: Final = 8  # items that are matched one by one where they can't be hashed


@relation("the same twice", same_length=True, least=2)
def twice(values: Values) -> Diagnosis | None:
    """One of a few values stands there a second time, in the place of another: one object, changed."""
    actual, expected = values.actual, values.expected
    if len(actual) > _FEW:
        return None
    for i, j in permutations(range(len(actual)), 2):
        first, second = actual[i], actual[j]
        if not isinstance(first, list | tuple | dict) or len(first) < 4 or not values.same(first, expected[i]):
            continue
        if values.same(second, first) and not values.same(second, expected[j]):
            return seen(
                "the same twice",
                f"At [{j}] stands the same as at [{i}], where it is right, and it should be another value. Are both "
                "one and the same object, changed in place, where a new one was to be made?",
            )
    return None


@relation("some wrong", "right up to a place")
def parting(values: Values) -> Diagnosis | None:
    """Which items are right where nothing else is known: few wrong ones, or a right beginning."""
    pairs = list(zip(values.actual, values.expected, strict=False))
    wrong = [i for i, pair in enumerate(pairs) if not values.same(*pair)]
    if values.same_length and len(pairs) >= 8 and 4 * len(wrong) <= len(pairs):
        return seen(
            "some wrong",
            f"{counted(len(wrong), 'item')} of {len(pairs)} {'is' if len(wrong) == 1 else 'are'} wrong (at "
            f"{listed([f'[{i}]' for i in wrong])}), the others are right. What do the wrong ones have in common?",
            0.7,
        )
    first = wrong[0] if wrong else len(pairs)
    if first < 3:
        return None
    return seen(
        "right up to a place",
        f"The first {first} items are right; from [{first}] on it goes apart. Do the step that makes this item by "
        "hand: what happens there for the first time?",
        0.6,
    )


@relation("items of another type")
def other_items(values: Values) -> Diagnosis | None:
    """Items of another type throughout."""
    return another_type("item", values.actual, values.expected)


def another_type(noun: str, own: list[object], wanted: list[object]) -> Diagnosis | None:
    """Return the diagnosis of items, or keys, that are all of one type, and of another than expected."""
    mine, asked = ({_type_text(item) for item in items} for items in (own, wanted))
    if len(mine) != 1 or len(asked) != 1 or mine == asked or not own or (mine, asked) == ({"an int"}, {"a float"}):
        return None
    return seen(
        f"{noun}s of another type",
        f"Each {noun} should be {asked.pop()}, but yours are of another type: {mine.pop()}.",
    )


def _type_text(item: object) -> str:
    if isinstance(item, str | tuple):
        return "a text" if isinstance(item, str) else f"a tuple of {len(item)}"
    return article(kind_of(item))


@relation("empty")
def empty(values: Values) -> Diagnosis | None:
    """Nothing, where something is expected."""
    if values.actual or not values.expected:
        return None
    return seen("empty", "It is empty. Is anything ever added to it, and is it returned after the loop?")


@relation(
    *(f"{state} at the {end}" for state in ("too many", "missing") for end in ("end", "beginning")),
    same_length=False,
    least=1,
)
def ends(values: Values) -> Diagnosis | None:
    """Some items too many, or too few, at one end."""
    own, wanted = values.actual, values.expected
    longer, shorter = (own, wanted) if len(own) > len(wanted) else (wanted, own)
    by = len(longer) - len(shorter)
    for part, end in ((longer[: len(shorter)], "end"), (longer[by:], "beginning")):
        pair = (part, shorter) if longer is own else (shorter, part)
        if values.same(*pair):
            state = "too many" if longer is own else "missing"
            return seen(
                f"{state} at the {end}",
                f"All is right but for {counted(by, 'item')} {state} at the {end}. What decides where it "
                f"{'begins' if end == 'beginning' else 'ends'}?",
            )
    return None


@relation("repetitions dropped", same_length=False, least=1)
def repetitions(values: Values) -> Diagnosis | None:
    """Each item only once, as in a set."""
    wanted = values.expected
    if not hashable(wanted) or not values.same(values.actual, list(dict.fromkeys(wanted))):
        return None
    return seen(
        "repetitions dropped",
        "Each item stands there only once, but the repeated ones count, too. Does something (a set, the keys of "
        "a dict) remove repetitions?",
    )


@relation("swapped", "reversed", "another order", same_length=True, least=2)
def order(values: Values) -> Diagnosis | None:
    """The right items in another order."""
    own, wanted = values.actual, values.expected
    if values.same(own[::-1], wanted):
        if len(own) == 2:
            return seen("swapped", "The two have changed places. Which one comes first?")
        return seen("reversed", "The right items in reverse order. From which end are they taken, or put together?")
    if hashable(own) and hashable(wanted):
        if Counter(own) == Counter(wanted):
            return seen(
                "another order",
                "The right items in another order. What decides the order: the text, the counts, the ids? And what "
                "when two are equal?",
            )
    elif len(own) <= _FEW:
        matches = [[i for i, item in enumerate(wanted) if values.same(mine, item)] for mine in own]
        if all(matches) and {i for match in matches for i in match} == set(range(len(wanted))):
            return seen("another order", "The right values in another order. In which order are they asked for?")
    return None


@relation("shifted by one", same_length=True, least=4)
def shifted(values: Values) -> Diagnosis | None:
    """One place too early, or too late."""
    own, wanted = values.actual, values.expected
    if len(set(map(repr, wanted))) < 3:
        return None
    for mine, asked, direction in ((own[1:], wanted[:-1], "late"), (own[:-1], wanted[1:], "early")):
        if values.same(mine, asked):
            return seen(
                "shifted by one",
                f"All items stand one place too {direction}: an index is off by one, or a shift is missing or doubled.",
            )
    return None


@relation("characters for bytes")
def characters(values: Values) -> Diagnosis | None:
    """Characters, or their code points, where bytes are expected."""
    own, wanted = values.actual, values.expected
    if not wanted or not all(type(item) is int and 0 <= item < 256 for item in wanted):
        return None
    try:
        text = bytes(wanted).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if values.same(own, [ord(character) for character in text]) or values.same(own, list(text)):
        return seen(
            "characters for bytes",
            "These are characters, and bytes are expected. A character outside of ASCII takes two to four bytes in "
            "UTF-8. How does one get from a text to its bytes?",
        )
    return None


@relation("offset", same_length=True, least=3)
def offset(values: Values) -> Diagnosis | None:
    """All ints are too large, or too small, by the same number."""
    own, wanted = values.actual, values.expected
    if not all(type(item) is int for item in (*own, *wanted)) or len(set(wanted)) < 3:
        return None
    apart = {a - b for a, b in zip(own, wanted, strict=True)}
    return off_by_text(apart.pop(), "number") if len(apart) == 1 else None


def off_by_text(by: int, noun: str) -> Diagnosis:
    """Return the diagnosis of numbers, or keys, that are all off by the same."""
    more = "large" if by > 0 else "small"
    return seen("offset", f"Every {noun} is {abs(by)} too {more}. Where does the count begin?")


@relation("one item too many", "one item missing", least=3)
def one_item(values: Values) -> Diagnosis | None:
    """One item that was put in, or left out, in the middle."""
    own, wanted = values.actual, values.expected
    if abs(len(own) - len(wanted)) != 1:
        return None
    longer, shorter = (own, wanted) if len(own) > len(wanted) else (wanted, own)
    pairs = enumerate(zip(own, wanted, strict=False))
    position = next((i for i, pair in pairs if not values.same(*pair)), len(shorter))
    rest = longer[:position] + longer[position + 1 :]
    if not (values.same(rest, wanted) if longer is own else values.same(own, rest)):
        return None
    state, verb = ("too many", "put in") if longer is own else ("missing", "left out")
    return seen(
        f"one item {state}",
        f"One item is {state}, at [{position}]; all before and after it is right. Why is it {verb} at that place?",
    )


@relation("nesting")
def nesting(values: Values) -> Diagnosis | None:
    """A level of lists too few, or too many."""
    own, wanted = values.actual, values.expected
    for flat, nested, state in ((own, wanted, "lost"), (wanted, own, "one too many")):
        if not nested or not all(isinstance(item, list | tuple) for item in nested):
            continue
        joined = [part for item in nested for part in item]
        mine, asked = (flat, joined) if flat is own else (joined, flat)
        if joined and len(joined) != len(nested) and values.same(mine, asked):
            return seen(
                "nesting",
                f"The right items in the right order, but a level of nesting is {state}. Think of `append` and "
                "`extend`.",
            )
    return None


def hashable(items: list[object]) -> bool:
    """Tell whether items can be counted, and are compared exactly."""
    return all(
        hashable(list(item)) if isinstance(item, tuple) else item is None or isinstance(item, int | str | bytes)
        for item in items
    )


# the special before the general
LISTS: Final = (empty, ends, repetitions, order, shifted, characters, offset, one_item, nesting, other_items)
