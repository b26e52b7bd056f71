"""The variables that a check's statement refers to: are they the same afterwards?

In: names and a namespace, before a statement runs. Out: which of them the statement changed in place, and, if
asked, the variables as they were, so that the next check gets the data that it should. Tensors, arrays, lists,
dicts and sets are looked at, also within one another; objects of classes are not: a layer may well remember
something.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

import numpy as np
import torch

__all__ = ["Arguments"]

_MOST_BYTES = 64 * 2**20  # of one variable; a larger one is not looked at
_MOST_ITEMS = 20_000
_DEEPEST = 4


class Arguments:
    """Copies of some variables, made before a statement runs."""

    def __init__(self, names: Iterable[str], namespace: Mapping[str, Any]) -> None:
        """Copy those of the names that are data."""
        self._names, self._namespace = tuple(names), namespace
        self._kept: list[tuple[str, Any, Any]] = []
        self.more()

    def more(self) -> None:
        """Copy also what was made since: a statement's data is often made just before its check."""
        for name in self._names:
            value = self._namespace.get(name)
            if _is_data(value) and not any(value is known for _, known, _ in self._kept):
                with suppress(_TooLargeError, RuntimeError):  # a tensor without data
                    self._kept.append((name, value, _copy(value, _DEEPEST)))

    def changed(self, *, undo: bool) -> list[str]:
        """Return the names of the variables that are not as they were; `undo`: put those back."""
        found: dict[str, None] = {}
        for name, value, kept in self._kept:
            with suppress(RuntimeError, TypeError, ValueError):
                if not _same(value, kept):
                    found[name] = None
                    if undo:
                        _put_back(value, kept)
        return list(found)


class _TooLargeError(Exception):
    pass


def _is_data(value: object) -> bool:
    return type(value) in (torch.Tensor, torch.nn.Parameter, np.ndarray, list, dict, set)


def _copy(value: Any, depth: int) -> Any:
    """Return a copy of data; what is no data, or lies deep, is kept as it is."""
    if isinstance(value, torch.Tensor):
        if value.numel() * value.element_size() > _MOST_BYTES or value.layout is not torch.strided:
            raise _TooLargeError
        return value.detach().clone()
    if isinstance(value, np.ndarray):
        if value.nbytes > _MOST_BYTES or value.dtype.hasobject:
            raise _TooLargeError
        return value.copy()
    if isinstance(value, list | dict | set | tuple) and depth:
        if len(value) > _MOST_ITEMS:
            raise _TooLargeError
        if type(value) is dict:
            return {key: _copy(item, depth - 1) for key, item in value.items()}
        if type(value) in (list, tuple):
            return type(value)(_copy(item, depth - 1) for item in value)
        return set(value) if type(value) is set else value
    return value


def _same(value: Any, kept: Any) -> bool:
    if value is kept:
        return True
    if isinstance(kept, torch.Tensor):
        return (
            isinstance(value, torch.Tensor)
            and value.shape == kept.shape
            and value.dtype == kept.dtype
            and _same_elements(value.detach(), kept)
        )
    if isinstance(kept, np.ndarray):
        return isinstance(value, np.ndarray) and value.shape == kept.shape and value.tobytes() == kept.tobytes()
    if type(value) is not type(kept):
        return False
    if type(kept) in (list, tuple):
        return len(value) == len(kept) and all(_same(one, two) for one, two in zip(value, kept, strict=True))
    if type(kept) is dict:
        return list(value) == list(kept) and all(_same(value[key], kept[key]) for key in kept)
    if type(kept) is float:
        return bool(value == kept) or (value != value and kept != kept)  # noqa: PLR0124  NaN
    if type(kept) in (int, str, bytes, bool, set, type(None)):
        return bool(value == kept)
    return False  # an object in a list: another one stands there now


def _same_elements(value: torch.Tensor, kept: torch.Tensor) -> bool:
    return torch.equal(value, kept) or (
        kept.is_floating_point() and bool(((value == kept) | (value.isnan() & kept.isnan())).all())
    )


def _put_back(value: Any, kept: Any) -> None:
    """Make a value what it was, in place: whoever else holds it sees it too."""
    if isinstance(value, torch.Tensor):
        if value.shape == kept.shape:
            value.data.copy_(kept)
        else:
            value.data = kept.clone()
    elif isinstance(value, np.ndarray):
        value[...] = kept
    elif isinstance(value, list):
        if len(value) == len(kept) and all(_is_data(item) for item in value):
            for item, old in zip(value, kept, strict=True):
                _put_back(item, old)
        else:
            value[:] = _copy(kept, _DEEPEST)
    elif isinstance(value, dict):
        value.clear()
        value.update(_copy(kept, _DEEPEST))
    elif isinstance(value, set):
        value.clear()
        value.update(kept)
