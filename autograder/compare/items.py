"""The rungs of text, bytes, lists, tuples, dicts and sets; what they hold climbs its own ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from autograder.compare.words import around, at, brief, counted, few, neighbours, portion
from autograder.model import Mismatch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from autograder.compare.tolerance import Tolerance

__all__ = ["Climb", "dicts", "sequences", "sets", "texts"]


_PLAIN: Final = (int, float, str, bytes)


class Climb(Protocol):
    """The whole ladder, for one nested value."""

    def __call__(self, actual: object, expected: object, tolerance: Tolerance, path: str, /) -> Mismatch | None:
        """Compare one value."""


def texts(actual: str | bytes, expected: str | bytes, path: str) -> Mismatch | None:
    """Compare two texts, or two bytes, exactly; say where the first difference is."""
    if actual == expected:
        return None
    what = "byte" if isinstance(expected, bytes) else "character"
    common = min(len(actual), len(expected))
    position = next((i for i in range(common) if actual[i] != expected[i]), common)
    lengths = f"{counted(len(actual), what)}, expected {len(expected)}"
    if position < common:
        text = f"the first {what} that differs is at [{position}] ({lengths})"
    else:
        word = "ends too early" if len(actual) < len(expected) else "goes on too long"
        text = f"it {word} ({lengths})"
    return Mismatch(
        "value",
        f"{at(path)}{text}",
        1,
        1,
        index=f"{path}[{position}]",
        actual=around(actual, position),
        expected=around(expected, position),
    )


def sequences(
    actual: Sequence[object], expected: Sequence[object], climb: Climb, tolerance: Tolerance, path: str
) -> Mismatch | None:
    """Compare two lists, or two tuples, item by item in their order."""
    pairs = enumerate(zip(actual, expected, strict=False))
    found = ((i, _item(a, b, climb, tolerance, f"{path}[{i}]")) for i, (a, b) in pairs)
    position, mismatch = next(((i, m) for i, m in found if m), (None, None))
    if len(actual) != len(expected):
        return _other_length(actual, expected, position, path)
    if position is None or mismatch is None:
        return None
    if mismatch.kind != "value" or not isinstance(expected[position], _PLAIN):
        return mismatch
    tail = zip(actual[position + 1 :], expected[position + 1 :], strict=True)
    count = 1 + sum(_item(a, b, climb, tolerance, "") is not None for a, b in tail)
    how_many = portion(count, len(expected), "item", one="differs", many="differ")
    return Mismatch(
        "value",
        f"{at(path)}{how_many}, the first at [{position}]",
        count,
        len(expected),
        worst_abs=mismatch.worst_abs,
        worst_rel=mismatch.worst_rel,
        index=f"{path}[{position}]",
        actual=neighbours(actual, position),
        expected=neighbours(expected, position),
        bound=mismatch.bound,
    )


def dicts(
    actual: dict[object, object],
    expected: dict[object, object],
    climb: Climb,
    tolerance: Tolerance,
    path: str,
) -> Mismatch | None:
    """Compare two dicts: first their keys, then their values; the order does not matter."""
    missing = [key for key in expected if key not in actual]
    extra = [key for key in actual if key not in expected]
    if missing or extra:
        both = ((missing, "missing"), (extra, "too many"))
        parts = [f"{counted(len(keys), 'key')} {word}: {few(keys)}" for keys, word in both if keys]
        return Mismatch(
            "structure",
            f"{at(path)}{'; '.join(parts)}",
            len(missing) + len(extra),
            len(expected),
            index=path or None,
            actual=few(list(actual)),
            expected=few(list(expected)),
        )
    if wrong := _other_key_type(actual, expected, climb, path):
        return wrong
    found = (_item(actual[key], expected[key], climb, tolerance, f"{path}[{brief(key)}]") for key in expected)
    return next((mismatch for mismatch in found if mismatch), None)


def sets(actual: AbstractSet[object], expected: AbstractSet[object], climb: Climb, path: str) -> Mismatch | None:
    """Compare two sets by their members."""
    missing, extra = list(expected - actual), list(actual - expected)
    if missing or extra:
        both = ((missing, "missing"), (extra, "too many"))
        parts = [f"{counted(len(members), 'member')} {word}" for members, word in both if members]
        return Mismatch(
            "structure",
            f"{at(path)}{', '.join(parts)}: {counted(len(actual), 'member')}, expected {len(expected)}",
            len(missing) + len(extra),
            len(expected),
            index=path or None,
            actual=f"too many: {few(extra)}" if extra else None,
            expected=f"missing: {few(missing)}" if missing else None,
        )
    return _other_key_type(actual, expected, climb, path)


def _item(actual: object, expected: object, climb: Climb, tolerance: Tolerance, path: str) -> Mismatch | None:
    """Climb the ladder, with a shortcut for what long lists are made of."""
    if type(actual) is type(expected) and isinstance(expected, _PLAIN) and actual == expected:
        return None
    return climb(actual, expected, tolerance, path)


def _other_length(actual: Sequence[object], expected: Sequence[object], position: int | None, path: str) -> Mismatch:
    common = min(len(actual), len(expected))
    detail = f"; the first {common} are right" if common else ""
    if position is not None:
        detail = f"; the first that differs is at [{position}]"
    position = common if position is None else position
    return Mismatch(
        "structure",
        f"{at(path)}{counted(len(actual), 'item')}, expected {len(expected)}{detail}",
        abs(len(actual) - len(expected)),
        len(expected),
        index=f"{path}[{position}]",
        actual=neighbours(actual, position),
        expected=neighbours(expected, position),
    )


def _other_key_type(
    actual: AbstractSet[object] | dict[object, object],
    expected: AbstractSet[object] | dict[object, object],
    climb: Climb,
    path: str,
) -> Mismatch | None:
    """Find keys that are equal for Python but not of one type, as True and 1 are."""
    own = {key: key for key in actual}
    found = (_item(own[key], key, climb, None, f"{path}[{brief(key)}]") for key in expected)
    return next((mismatch for mismatch in found if mismatch), None)
