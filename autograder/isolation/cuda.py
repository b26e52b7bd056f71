"""Asks torch for a CUDA device, in a process of its own: neither the grader nor the fork server may open one.

In: nothing. Out, on stdout: {"names": of the cards, "why": "" or what torch said}. It computes nothing: that a card
is there does not mean that a graded run can use it.
"""

from __future__ import annotations

import json
import sys
import warnings

__all__ = ["main"]


def main() -> None:
    """Print what torch sees."""
    import torch

    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        there = torch.cuda.is_available()
    names = [torch.cuda.get_device_name(number) for number in range(torch.cuda.device_count())] if there else []
    why = "" if there else " ".join(str(warning.message) for warning in warned) or "torch sees no card and no driver"
    json.dump({"names": names, "why": why}, sys.stdout)
