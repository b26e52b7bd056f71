"""Lists and tuples: another order, an end too early, an item too many, ids that are off by one."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import TYPE_CHECKING, Final

from autograder.compare import agrees
from autograder.compare.words import counted
from autograder.diagnose.words import listed, seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.model import Diagnosis

__all__ = ["Tolerance", "hashable", "off_by", "off_by_words", "other_items", "parting", "same", "sequences", "twice"]

_FEW: Final = 8  # items that are matched one by one where they can't be hashed

Tolerance = tuple[float | None, float | None]


def same(actual: object, expected: object, tolerance: Tolerance) -> bool:
    """Tell whether a value is right."""
    rtol, atol = tolerance
    return agrees(actual, expected, rtol=rtol, atol=atol)


def sequences(actual: Sequence[object], expected: Sequence[object], tolerance: Tolerance) -> Diagnosis | None:
    """Say how the items of two lists, or two tuples, are related as a whole."""
    own, wanted = list(actual), list(expected)
    return (
        _ends(own, wanted, tolerance)
        or _order(own, wanted, tolerance)
        or _characters(own, wanted, tolerance)
        or off_by(own, wanted)
        or _one_item(own, wanted, tolerance)
        or _nesting(own, wanted, tolerance)
        or other_items(own, wanted)
    )


def twice(actual: Sequence[object], expected: Sequence[object], tolerance: Tolerance) -> Diagnosis | None:
    """Say that one of a few values stands there a second time, in the place of another: one object, changed."""
    if len(actual) != len(expected) or not 2 <= len(actual) <= _FEW:
        return None
    for i, j in permutations(range(len(actual)), 2):
        one, two = actual[i], actual[j]
        if not isinstance(one, list | tuple | dict) or len(one) < 4 or not same(one, expected[i], tolerance):
            continue
        if same(two, one, tolerance) and not same(two, expected[j], tolerance):
            return seen(
                "the same twice",
                f"At [{j}] stands the same as at [{i}], where it is right, and it should be another value. Are both "
                "one and the same object, changed in place, where a new one was to be made?",
            )
    return None


def parting(actual: Sequence[object], expected: Sequence[object], tolerance: Tolerance) -> Diagnosis | None:
    """Say which items are right where nothing else is known: few wrong ones, or a right beginning."""
    pairs = list(zip(actual, expected, strict=False))
    right = [same(a, b, tolerance) for a, b in pairs]
    wrong = [i for i, good in enumerate(right) if not good]
    if len(actual) == len(expected) and len(pairs) >= 8 and 4 * len(wrong) <= len(pairs):
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


def other_items(own: list[object], wanted: list[object]) -> Diagnosis | None:
    """Items, or keys, of another type throughout."""
    mine, asked = ({_kind(item) for item in items} for items in (own, wanted))
    if len(mine) != 1 or len(asked) != 1 or mine == asked or not own or (mine, asked) == ({"an int"}, {"a float"}):
        return None
    return seen(
        "items of another type", f"Each item should be {asked.pop()}, but yours are of another type: {mine.pop()}."
    )


def _kind(item: object) -> str:
    names = {int: "an int", float: "a float", bool: "a bool", str: "a text", bytes: "bytes", tuple: "a tuple"}
    return names.get(type(item), f"a {type(item).__name__}") + (f" of {len(item)}" if isinstance(item, tuple) else "")


def _ends(own: list[object], wanted: list[object], tolerance: Tolerance) -> Diagnosis | None:
    if not own and wanted:
        return seen("empty", "It is empty. Is anything ever added to it, and is it returned after the loop?")
    short, long = sorted((len(own), len(wanted)))
    if short == long or short < 1:
        return None
    longer, shorter = (own, wanted) if len(own) > len(wanted) else (wanted, own)
    by = long - short
    items = "1 item" if by == 1 else f"{by} items"
    for part, end in ((longer[:short], "end"), (longer[by:], "beginning")):
        pair = (part, shorter) if longer is own else (shorter, part)
        if same(*pair, tolerance):
            word = "too many" if longer is own else "missing"
            return seen(
                f"{word} at the {end}",
                f"All is right but for {items} {word} at the {end}. Where does the loop begin, and when does it stop?",
            )
    if hashable(wanted) and same(own, list(dict.fromkeys(wanted)), tolerance):
        return seen(
            "repetitions dropped",
            "Each item stands there only once, but the repeated ones count, too. Does something (a set, the keys of "
            "a dict) remove repetitions?",
        )
    return None


def _order(own: list[object], wanted: list[object], tolerance: Tolerance) -> Diagnosis | None:
    if len(own) != len(wanted) or len(own) < 2:
        return None
    return _turned_round(own, wanted, tolerance) or _shifted(own, wanted, tolerance)


def _turned_round(own: list[object], wanted: list[object], tolerance: Tolerance) -> Diagnosis | None:
    if len(own) == 2 and same(own[::-1], wanted, tolerance):
        return seen("swapped", "The two have changed places. Which one comes first?")
    if same(own[::-1], wanted, tolerance):
        return seen("reversed", "The right items in reverse order. From which end are they taken, or put together?")
    if hashable(own) and hashable(wanted):
        if Counter(own) == Counter(wanted):
            return seen(
                "another order",
                "The right items in another order. What decides the order: the text, the counts, the ids? And what "
                "when two are equal?",
            )
    elif len(own) <= _FEW:
        matches = [[i for i, item in enumerate(wanted) if same(mine, item, tolerance)] for mine in own]
        if all(matches) and {i for found in matches for i in found} == set(range(len(wanted))):
            return seen("another order", "The right values in another order. In which order are they asked for?")
    return None


def _shifted(own: list[object], wanted: list[object], tolerance: Tolerance) -> Diagnosis | None:
    if len(own) >= 4 and len(set(map(repr, wanted))) >= 3:
        for a, b, word in ((own[1:], wanted[:-1], "late"), (own[:-1], wanted[1:], "early")):
            if same(a, b, tolerance):
                return seen(
                    "shifted by one",
                    f"All items stand one place too {word}: an index is off by one, or a shift is missing or doubled.",
                )
    return None


def _characters(own: list[object], wanted: list[object], tolerance: Tolerance) -> Diagnosis | None:
    """Characters, or their code points, where bytes are expected."""
    if not wanted or not all(type(item) is int and 0 <= item < 256 for item in wanted):
        return None
    try:
        text = bytes(item for item in wanted if isinstance(item, int)).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if same(own, [ord(character) for character in text], tolerance) or same(own, list(text), tolerance):
        return seen(
            "characters for bytes",
            "These are characters, and bytes are expected. A character outside of ASCII takes two to four bytes in "
            "UTF-8. How does one get from a text to its bytes?",
        )
    return None


def off_by(own: list[object], wanted: list[object]) -> Diagnosis | None:
    """All ints are too large, or too small, by the same number."""
    if len(own) != len(wanted) or len(own) < 3:
        return None
    apart = {a - b for a, b in zip(own, wanted, strict=True) if type(a) is int and type(b) is int}
    if len(apart) != 1 or not all(type(item) is int for item in (*own, *wanted)) or len(set(wanted)) < 3:
        return None
    return off_by_words(apart.pop(), "number")


def off_by_words(by: int, what: str) -> Diagnosis:
    """Return the diagnosis of numbers, or keys, that are all off by the same."""
    more = "large" if by > 0 else "small"
    return seen("offset", f"Every {what} is {abs(by)} too {more}. Where does the count begin?")


def _one_item(own: list[object], wanted: list[object], tolerance: Tolerance) -> Diagnosis | None:
    """One item that was put in, or left out, in the middle."""
    if abs(len(own) - len(wanted)) != 1 or min(len(own), len(wanted)) < 3:
        return None
    longer, shorter = (own, wanted) if len(own) > len(wanted) else (wanted, own)
    pairs = enumerate(zip(own, wanted, strict=False))
    position = next((i for i, (mine, asked) in pairs if not same(mine, asked, tolerance)), len(shorter))
    rest = longer[:position] + longer[position + 1 :]
    a, b = (rest, wanted) if longer is own else (own, rest)
    if not same(a, b, tolerance):
        return None
    word, verb = ("too many", "put in") if longer is own else ("missing", "left out")
    return seen(
        f"one item {word}",
        f"One item is {word}, at [{position}]; all before and after it is right. Why is it {verb} at that place?",
    )


def _nesting(own: list[object], wanted: list[object], tolerance: Tolerance) -> Diagnosis | None:
    for flat, nested, word in ((own, wanted, "lost"), (wanted, own, "one too many")):
        if len(nested) < 1 or not all(isinstance(item, list | tuple) for item in nested):
            continue
        joined = [part for item in nested if isinstance(item, list | tuple) for part in item]
        a, b = (flat, joined) if flat is own else (joined, flat)
        if joined and len(joined) != len(nested) and same(a, b, tolerance):
            return seen(
                "nesting",
                f"The right items in the right order, but a level of nesting is {word}. Think of `append` and "
                "`extend`.",
            )
    return None


def hashable(items: list[object]) -> bool:
    """Tell whether items can be counted, and are compared exactly."""
    return all(_is_plain(item) for item in items)


def _is_plain(item: object) -> bool:
    if isinstance(item, tuple):
        return all(map(_is_plain, item))
    return item is None or isinstance(item, int | str | bytes)
