"""What some data is now, so that it can be seen later whether it has changed, and be put back.

In: values. Out: whether one is no longer what it was, and the same objects with the contents that they had. Tensors,
arrays, lists, dicts and sets are known, also within one another and in tuples; whatever else stands in them is known
by identity: objects of classes may well remember something. The objects themselves stay: who else holds them sees
what is put back.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import numpy as np
import torch

__all__ = ["Snapshots", "is_data"]

_MOST_BYTES = 64 * 2**20  # of one tensor or array; a larger one is not looked at
_MOST_ITEMS = 20_000  # of one container
_DEEPEST = 6
_SCALARS = (int, float, complex, bool, str, bytes, type(None))


def is_data(value: object) -> bool:
    """Tell whether a value is one whose contents can change in place and are looked at."""
    return type(value) in (torch.Tensor, torch.nn.Parameter, np.ndarray, list, dict, set, tuple)


class Snapshots:
    """The contents of some values, each object kept once."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._kept: dict[int, Any] = {}  # id of an object -> its snapshot, which holds the object

    def take(self, value: object) -> int | None:
        """Keep what a value is now, and what is in it; return the name of its snapshot, None if it is no such data."""
        return self._take(value, _DEEPEST)

    def knows(self, value: object) -> bool:
        """Tell whether a value's snapshot was taken before."""
        return id(value) in self._kept

    def _take(self, value: Any, depth: int) -> int | None:
        if not is_data(value) or not depth:
            return None
        name = id(value)
        if name in self._kept:
            return name
        snapshot = _snapshot(value)
        if snapshot is None:
            return None
        self._kept[name] = snapshot
        if isinstance(snapshot, _Container):
            for item in snapshot.items:
                self._take(item, depth - 1)
        return name

    def differs(self, name: int | None) -> bool:
        """Tell whether a value, or something in it, is not what it was."""
        seen: set[int] = set()
        waiting = [name]
        while waiting:
            name = waiting.pop()
            if name is None or name in seen or name not in self._kept:
                continue
            seen.add(name)
            snapshot = self._kept[name]
            if snapshot.differs():
                return True
            if isinstance(snapshot, _Container):
                waiting += [id(item) for item in snapshot.items]
        return False

    def put_back(self, names: Iterable[int | None] | None = None) -> None:
        """Give these values, and all that is in them, the contents that they had; None: all values."""
        waiting = list(self._kept) if names is None else [name for name in names if name is not None]
        seen: set[int] = set()
        while waiting:
            name = waiting.pop()
            if name in seen or name not in self._kept:
                continue
            seen.add(name)
            snapshot = self._kept[name]
            with suppress(Exception):  # what resists stays as it is
                if snapshot.differs():
                    snapshot.put_back()
            if isinstance(snapshot, _Container):
                waiting += [id(item) for item in snapshot.items]


def _snapshot(value: Any) -> _Tensor | _Array | _Container | None:
    if isinstance(value, torch.Tensor):
        large = value.numel() * value.element_size() > _MOST_BYTES
        return None if large or value.layout is not torch.strided or value.device.type == "meta" else _Tensor(value)
    if isinstance(value, np.ndarray):
        return None if value.nbytes > _MOST_BYTES or value.dtype.hasobject else _Array(value)
    return _Container(value) if len(value) <= _MOST_ITEMS else None


class _Tensor:
    def __init__(self, value: torch.Tensor) -> None:
        self._value = value
        self._data = value.detach().clone()
        self._place = value.size(), value.stride(), value.storage_offset()
        self._needs_grad = value.requires_grad
        self._grad = value.grad if value.is_leaf else None
        self._grad_data = None if self._grad is None else self._grad.detach().clone()

    def differs(self) -> bool:
        tensor = self._value
        if tensor.size() != self._place[0] or tensor.dtype != self._data.dtype:
            return True
        if tensor.requires_grad != self._needs_grad:
            return True
        if tensor.is_leaf and (tensor.grad is not self._grad or not _equal(tensor.grad, self._grad_data)):
            return True
        return not _equal(tensor.detach(), self._data)

    def put_back(self) -> None:
        tensor = self._value
        if tensor.size() != self._place[0] or tensor.stride() != self._place[1]:
            tensor.data = tensor.data.as_strided(*self._place)  # the same memory, laid out as it was
        if not _equal(tensor.detach(), self._data):
            try:
                tensor.data.copy_(self._data)
            except RuntimeError:  # one place in memory for several elements
                tensor.data = self._data.clone()
        if tensor.is_leaf:
            if tensor.requires_grad != self._needs_grad:
                tensor.requires_grad_(self._needs_grad)
            if self._grad is not None and self._grad_data is not None:
                self._grad.data.copy_(self._grad_data)
            tensor.grad = self._grad


def _equal(tensor: torch.Tensor | None, other: torch.Tensor | None) -> bool:
    if tensor is None or other is None:
        return tensor is other
    if tensor.shape != other.shape or tensor.dtype != other.dtype:
        return False
    if torch.equal(tensor, other):
        return True
    if not (other.is_floating_point() or other.is_complex()):
        return False
    return bool(((tensor == other) | (tensor.isnan() & other.isnan())).all())


class _Array:
    def __init__(self, value: np.ndarray) -> None:
        self._value, self._shape, self._data = value, value.shape, value.copy()

    def differs(self) -> bool:
        return self._value.shape != self._shape or self._value.tobytes() != self._data.tobytes()

    def put_back(self) -> None:
        if self._value.shape != self._shape:
            self._value.shape = self._shape
        self._value[...] = self._data


class _Container:
    """A list, dict, set or tuple: which objects stood in it, and where."""

    def __init__(self, value: Any) -> None:
        self._value = value
        self._keys = list(value) if type(value) is dict else []
        self.items = list(value.values()) if type(value) is dict else list(value)

    def differs(self) -> bool:
        value = self._value
        if type(value) is set:
            return value != set(self.items)
        items = list(value.values()) if type(value) is dict else list(value)
        if len(items) != len(self.items) or (type(value) is dict and list(value) != self._keys):
            return True
        return not all(_is_same(item, old) for item, old in zip(items, self.items, strict=True))

    def put_back(self) -> None:
        value = self._value
        if type(value) is list:
            value[:] = self.items
        elif type(value) is dict:
            value.clear()
            value.update(zip(self._keys, self.items, strict=True))
        elif type(value) is set:
            value.clear()
            value.update(self.items)


def _is_same(item: object, old: object) -> bool:
    """Tell whether the same object stands there, or an equal number or text."""
    if item is old:
        return True
    if type(item) is not type(old) or not isinstance(item, _SCALARS):
        return False
    return item == old or (item != item and old != old)  # noqa: PLR0124  NaN
