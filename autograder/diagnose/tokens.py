"""Bytes, tokens and merges: another encoding, the first merge that differs, overlaps, ids as characters."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from autograder.compare.words import counted
from autograder.diagnose.case import Values
from autograder.diagnose.registry import relation
from autograder.diagnose.words import seen
from autograder.model import Diagnosis

__all__ = ["broken_characters", "cuts", "encoding", "ids_as_characters", "merges", "overlapping"]

_BYTES: Final = 256

Merge = tuple[tuple[int, int], int]


@relation("unknown id", "the same pair each time", "first merge that differs", least=1)
def merges(values: Values) -> Diagnosis | None:
    """Where two lists of merges, ((97, 98), 256) each, first differ."""
    own, wanted = _merges(values.actual), _merges(values.expected)
    if own is None or wanted is None or [idx for _, idx in wanted] != [*range(_BYTES, _BYTES + len(wanted))]:
        return None
    known: set[int] = set()
    for pair, idx in own:
        strange = [part for part in pair if part >= _BYTES and part not in known]
        if strange:
            return seen(
                "unknown id",
                f"Your pair {pair} contains the id {strange[0]}, which no merge before it has made. With which ids "
                "does training begin, and what is the largest of them?",
            )
        known.add(idx)
    pairs, asked = [pair for pair, _ in own], [pair for pair, _ in wanted]
    position = next((i for i, (a, b) in enumerate(zip(pairs, asked, strict=False)) if a != b), None)
    if position is None or (position > 0 and own[0][1] != wanted[0][1]):  # other ids: that is another mistake
        if len(own) == 1 < len(wanted) and own[0][1] > wanted[0][1]:
            return seen(
                "the same pair each time",
                "There is a single merge, and it has a late id: the same pair was found in each round and "
                "overwritten. What has to be different when the next round begins?",
            )
        return None
    before = (
        "Already the first merge"
        if position == 0
        else f"{counted(position, 'pair')} at the beginning {'is' if position == 1 else 'are'} right, but "
        f"merge {position + 1}"
    )
    return seen(
        "first merge that differs",
        f"{before} (the id {wanted[position][1]}) is another one: yours joins {pairs[position]}. Count the pairs at "
        "that moment by hand: how often does yours occur, which others occur as often, which of them is to be taken?",
    )


def _merges(items: list[object]) -> list[Merge] | None:
    read: list[Merge] = []
    for item in items:
        match item:
            case ((int(p), int(q)), int(idx)):
                read.append(((p, q), idx))
            case _:
                return None
    return read


@relation("bytes dropped", "another encoding")
def encoding(values: Values) -> Diagnosis | None:
    """A text that became bytes in another encoding, or lost what is not ASCII."""
    own, wanted = values.actual, values.expected
    if not all(type(item) is int and 0 <= item < _BYTES for item in own + wanted):
        return None
    if own and own != wanted and own == [b for b in wanted if b < 128] and len(own) >= 4:
        return seen(
            "bytes dropped",
            "All bytes up to 127 are right, and all above are missing: the characters that are not ASCII got lost. "
            "Into which bytes does such a character turn?",
        )
    try:
        text = bytes(wanted).decode()
    except UnicodeDecodeError:
        return None
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        try:
            same = len(text) >= 3 and bytes(own).decode(name) == text
        except UnicodeDecodeError:
            continue
        if same:
            return seen(
                "another encoding",
                "These bytes stand for the right text, but in another encoding: each character takes the same number "
                "of bytes or more. Which encoding is asked for, and what does it make of an ASCII letter?",
            )
    return None


@relation("first id that differs", least=1)
def cuts(values: Values) -> Diagnosis | None:
    """Where a text was cut into ids in another way."""
    own, wanted = values.actual, values.expected
    if not all(type(item) is int for item in own + wanted):
        return None
    if max(own) < _BYTES or max(wanted) < _BYTES:
        return None
    position = next((i for i, (a, b) in enumerate(zip(own, wanted, strict=False)) if a != b), None)
    if position is None or own[position] == wanted[position] or max(own[position], wanted[position]) < _BYTES:
        return None
    return seen(
        "first id that differs",
        f"At [{position}] you have the id {own[position]}, and another one belongs there"
        f"{'' if position == 0 else ' (all before it is right)'}. Which merge was done first at that place, and which "
        "one has the earlier id?",
        0.7,
    )


@relation("overlapping merges")
def overlapping(values: Values) -> Diagnosis | None:
    """One item that went into two merges: each of a run of new ids was counted twice."""
    own, wanted = values.actual, values.expected
    new = {item for item in wanted if type(item) is int and item >= _BYTES}
    if len(new) != 1 or not all(type(item) is int for item in own) or len(own) < len(wanted):
        return None
    (idx,) = new
    mine, room = (sum(type(item) is int and item == idx for item in items) for items in (own, wanted))
    if mine > room:
        return seen(
            "overlapping merges",
            f"The new id {idx} stands there {mine} times, but there is room for {room}: in a "
            "run like aaa an item went into two pairs. Where does the search go on after a merge?",
        )
    return None


@relation("ids as characters", text=True)
def ids_as_characters(values: Values) -> Diagnosis | None:
    """Ids of 256 and more that became characters: each stands for a whole piece of the text."""
    actual, expected = values.actual, values.expected
    if len(actual) >= len(expected):
        return None
    high = {c for c in actual if ord(c) >= _BYTES} - set(expected)
    if high and _in_order(_parts(actual, high, 2), expected):
        return seen(
            "ids as characters",
            "Your text contains characters of code 256 and more where pieces of several characters belong: an id was "
            "taken for the code of a character. What does an id stand for, and where is that looked up?",
        )
    return None


def broken_characters(actual: str, expected: str) -> bool:
    """Tell whether a text is the expected one but for runs of �, each in the place of 1 to 9 characters or so."""
    if "\ufffd" not in actual or "\ufffd" in expected:
        return False
    parts = [(min(gap, 1), piece) for gap, piece in _parts(actual, {"\ufffd"}, 1)]
    gaps = sum(gap for gap, _ in parts)
    lost = len(expected) - sum(len(piece) for _, piece in parts)
    return gaps <= lost <= 9 * gaps and _in_order(parts, expected)


def _parts(text: str, wild: set[str], least: int) -> list[tuple[int, str]]:
    """Cut a text at its wild characters: how many characters are missing at least, and what stands after them."""
    parts: list[tuple[int, str]] = []
    gap = 0
    for is_wild, run in groupby(text, wild.__contains__):
        piece = "".join(run)
        if is_wild:
            gap = least * len(piece)
        else:
            parts.append((gap, piece))
            gap = 0
    return [*parts, (gap, "")] if gap else parts


def _in_order(parts: list[tuple[int, str]], expected: str) -> bool:
    """Tell whether a text is made of these parts, in time proportional to its length.

    Each part begins its number of characters, or more, after the one before; 0: at once. To take the first place
    that is possible is always right, for more may be left out between two parts, but not less.
    """
    position = 0
    for gap, piece in parts:
        start = (
            expected.find(piece, position + gap) if gap else position if expected.startswith(piece, position) else -1
        )
        if start < 0:
            return False
        position = start + len(piece)
    gap, last = parts[-1]
    return expected.endswith(last) if gap else position == len(expected)
