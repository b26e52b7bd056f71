"""A second device, played on the CPU: what runs here would run on a GPU, and what mixes devices is refused as there.

In: nothing. Out: inside `played()`, tensors made with device="cuda" or moved there are on the device, all others on
the CPU; an operator that mixes both, `.numpy()` of what is on the device, or a generator of the other device raises
what CUDA raises. It does NOT know which operators a GPU lacks, and computes with the CPU's kernels.

Where a tensor lies is a mark on its storage, so views have it too. torch's functions are seen twice: as they are
called (their `device=` is looked at there, for this torch has no such device), and as the operators that they become.
As a worker's module it plays for a whole run: `main`, `prepare`, `warm`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

from autograder.worker import worker
from autograder.worker.worker import prepare, warm

__all__ = ["main", "on_device", "played", "prepare", "warm"]

DEVICE = torch.device("cuda", 0)
_CPU = torch.device("cpu")
_MIXED = "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!"
_NUMPY = "can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first."
_ANYWHERE = {"copy_", "copy", "_to_copy", "set_", "set_data", "_has_compatible_shallow_copy_type"}
_INDEXING = {"index", "index_put", "index_put_", "_unsafe_index", "_index_put_impl_"}  # indices may lie on the CPU
_NO_NUMBERS = {"cat", "stack"}  # a CPU tensor without axes is no number to these
_ARRAYS: set[Any] = {torch.Tensor.numpy, torch.Tensor.__array__}
_MOVES = {torch.Tensor.to, torch.Tensor.cpu, torch.Tensor.cuda}
_WHERE = torch.Tensor.device.__get__
_IS_CUDA = torch.Tensor.is_cuda.__get__  # type: ignore[attr-defined]


def on_device(tensor: torch.Tensor) -> bool:
    """Whether a tensor lies on the played device."""
    return getattr(tensor.untyped_storage(), "played", False)


def _put(tensor: torch.Tensor) -> None:
    tensor.untyped_storage().played = True  # type: ignore[attr-defined]


@contextmanager
def played() -> Iterator[None]:
    """Play the device in this thread."""
    seen = _Operators()
    with seen, _Functions(seen):
        yield


class _Operators(TorchDispatchMode):
    """Refuses operators that mix devices, and marks what the others give."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.makes = False  # whether what an operator makes without tensors is on the device

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = func.overloadpacket.__name__
        given = _tensors(args[:1] + args[2:] if name in _INDEXING else args)
        if kwargs:
            given += _tensors(kwargs.values())
        there = any(map(on_device, given))
        if there and name not in _ANYWHERE:
            _require_one_device(name, given)
        elif name in _INDEXING and any(map(on_device, _tensors(args))) and not there:
            raise RuntimeError(_MIXED)  # a tensor on the CPU, indexed by one on the device
        found = func(*args, **(kwargs or {}))
        if (there and name not in _ANYWHERE) or (name == "_to_copy" and there) or (self.makes and not given):
            for one in _tensors((found,)):
                _put(one)
        return found


def _require_one_device(name: str, given: list[torch.Tensor]) -> None:
    writes_to_cpu = name.endswith("_") and not on_device(given[0])
    for one in given:
        number = one.dim() == 0 and name not in _NO_NUMBERS
        if not on_device(one) and (not number or writes_to_cpu):
            raise RuntimeError(_MIXED)


class _Functions(TorchFunctionMode):
    """Takes `device=` out of every call, and does in its place what it asks for."""

    def __init__(self, operators: _Operators) -> None:
        super().__init__()
        self._operators = operators

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = dict(kwargs or {})
        if func == _WHERE:
            return DEVICE if on_device(args[0]) else _CPU
        if func == _IS_CUDA:
            return on_device(args[0])
        if func in _ARRAYS and on_device(args[0]):
            raise TypeError(_NUMPY)
        if func in _MOVES:
            return self._moved(func, args, kwargs)
        wanted = kwargs.get("device")
        there = any(map(on_device, _tensors((args, list(kwargs.values()))))) if wanted is None else _is_device(wanted)
        generator = kwargs.get("generator")
        if isinstance(generator, torch.Generator) and there:
            raise RuntimeError("Expected a 'cuda' device type for generator but found 'cpu'")
        if wanted is not None:
            kwargs["device"] = _CPU
        found = self._run(func, args, kwargs, makes=there)
        if wanted is not None and there:
            for one in _tensors((found,)):
                _put(one)
        return found

    def _run(self, func: Callable[..., Any], args: Any, kwargs: Any, *, makes: bool) -> Any:
        before, self._operators.makes = self._operators.makes, makes
        try:
            return func(*args, **kwargs)
        finally:
            self._operators.makes = before

    def _moved(self, func: Any, args: Any, kwargs: Any) -> Any:
        """`x.to(device)`, `x.to(other)`, `x.cpu()`, `x.cuda()`: a copy, where the tensor is not there yet."""
        tensor, *others = args
        there = {torch.Tensor.cpu: False, torch.Tensor.cuda: True}.get(func, on_device(tensor))
        if func is torch.Tensor.to:
            for one in itertools.chain(others, [kwargs.get("device"), kwargs.get("other")]):
                if isinstance(one, torch.Tensor):
                    there = on_device(one)
                elif isinstance(one, str | torch.device):
                    there = _is_device(one)
            others = [_CPU if isinstance(one, str | torch.device) else one for one in others]
            kwargs = {**kwargs, "device": _CPU} if kwargs.get("device") is not None else kwargs
        else:
            others, kwargs = [], {}
        found = self._run(torch.Tensor.to, (tensor, *(others or ([] if kwargs else [_CPU]))), kwargs, makes=False)
        if there == on_device(tensor):
            return found
        with torch._C.DisableTorchFunction():
            found = found.clone() if found.untyped_storage()._cdata == tensor.untyped_storage()._cdata else found
        found.untyped_storage().played = there
        return found


def _tensors(found: Iterable[Any]) -> list[torch.Tensor]:
    """Return the tensors among some values, lists and tuples looked into: for each operator, so in few steps."""
    tensors: list[torch.Tensor] = []
    for one in found:
        if isinstance(one, torch.Tensor):
            tensors.append(one)
        elif isinstance(one, list | tuple):
            tensors += _tensors(one)
    return tensors


def _is_device(wanted: Any) -> bool:
    return torch.device(wanted).type == DEVICE.type


def main(state: object, read_fd: int, write_fd: int) -> None:
    """Serve one run with the device played."""
    cuda: Any = torch.cuda
    cuda.get_device_properties = lambda _: SimpleNamespace(total_memory=2**36)
    cuda.set_per_process_memory_fraction = lambda *_: None
    with played():
        worker.main(state, read_fd, write_fd)
