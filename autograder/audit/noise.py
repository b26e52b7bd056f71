"""Random numbers in the place of a value: wrong answers without any cause.

In: the expected value of a check. Out: the same value with noise of several sizes, and values that are
random altogether. It says nothing of how they are judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import torch

__all__ = ["noisy"]

_SIZES: Final = (1e-3, 1e-2, 1e-1, 1.0)  # standard deviations, as shares of the value's own
_INTEGERS: Final = 1000  # beyond them a whole number is not tried


def noisy(value: object, *, seed: int) -> Iterator[tuple[str, object]]:
    """Yield ("noise of 0.1", the value with noise added), .., ("random values", other ones of the same kind).

    Only for tensors and lists of numbers; a tensor of floats (N, C) gives tensors of floats (N, C).
    """
    generator = torch.Generator().manual_seed(seed)
    if isinstance(value, list) and len(value) > 1 and {type(item) for item in value} in ({int}, {float}):
        for kind, noise in noisy(torch.tensor(value), seed=seed):
            if isinstance(noise, torch.Tensor):
                yield kind, noise.tolist()
    if not isinstance(value, torch.Tensor) or not value.numel() or value.is_complex():
        return
    if value.is_floating_point():
        spread = _spread(value)
        for size in _SIZES:
            noise = torch.randn(value.shape, generator=generator, dtype=value.dtype)
            yield f"noise of {size:g}", value + size * spread * noise.to(value.device)
        noise = torch.randn(value.shape, generator=generator, dtype=value.dtype)
        yield "random values", spread * noise.to(value.device)
    elif value.dtype != torch.bool and int(value.max()) < _INTEGERS:
        low, high = int(value.min()), int(value.max()) + 1
        noise = torch.randint(low, high, value.shape, generator=generator)
        yield "random values", noise.to(value)


def _spread(value: torch.Tensor) -> float:
    finite = value[value.isfinite()]
    spread = float(finite.std()) if finite.numel() > 1 else 0.0
    return spread or (float(finite.abs().max()) if finite.numel() else 0.0) or 1.0
