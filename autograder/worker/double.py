"""float64 in the place of float32, on the same random numbers: what exact arithmetic would have given.

The grader's own audit runs a solution like this to see how far float32 is off. Random numbers are drawn
in float32, as always, and then widened; every other float32 that torch would make becomes float64.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch.overrides import TorchFunctionMode
from torch.utils._pytree import tree_map

__all__ = ["Double"]

_DRAWN = {  # what a generator gives depends on the dtype asked for
    "bernoulli", "bernoulli_", "cauchy_", "exponential_", "geometric_", "log_normal_", "multinomial", "normal",
    "normal_", "poisson", "rand", "rand_like", "randn", "randn_like", "random_", "uniform_",
}  # fmt: skip


class Double(TorchFunctionMode):
    """While it is active, torch computes in float64 wherever it would have used float32."""

    def __torch_function__(
        self, func: Callable[..., Any], types: Sequence[type], args: Sequence[Any] = (), kwargs: Any = None
    ) -> Any:
        """Call a function of torch, with float64 for float32 in what goes in and comes out."""
        del types
        name = getattr(func, "__name__", "")
        kwargs = dict(kwargs or {})
        filling = getattr(func, "__module__", "") == "torch.nn.init"
        if name not in _DRAWN and not filling:
            if name == "float":
                return args[0].double()
            args, kwargs = tree_map(_dtype, args), tree_map(_dtype, kwargs)
            return tree_map(_widened, func(*args, **kwargs))
        if filling or name.endswith("_"):
            target, *args = args or (kwargs.pop("tensor"),)
            numbers = torch.empty(target.shape, dtype=torch.float32, device="cpu")
            func(numbers, *args, **kwargs)
            with torch.no_grad():
                return target.copy_(numbers)
        if name.endswith("_like"):
            kwargs = {"dtype": torch.float32, **kwargs}
        return tree_map(_widened, func(*tree_map(_narrowed, args), **tree_map(_narrowed, kwargs)))


def _dtype(item: Any) -> Any:
    return torch.float64 if item is torch.float32 else item


def _widened(item: Any) -> Any:
    if not isinstance(item, torch.Tensor) or item.dtype != torch.float32:
        return item
    if item.is_leaf and item.requires_grad:
        return item.detach().double().requires_grad_()
    return item.double()


def _narrowed(item: Any) -> Any:
    return item.float() if isinstance(item, torch.Tensor) and item.dtype == torch.float64 else item
