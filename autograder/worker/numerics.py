"""How a run computes: alike in every run of the same code, and on a GPU with a share of its memory.

In: the device, the limit of memory. Out: the process's settings, before a student's code runs, which can change all
of them, for its own run only. It does NOT bind what asks the driver past torch.
"""

from __future__ import annotations

import os
import warnings

import torch

__all__ = ["compute_alike"]

_MIB = 2**20


def compute_alike(device: str, memory_mb: int) -> None:
    """Take deterministic algorithms and whole float32; on a GPU open it, and keep to `memory_mb` of it."""
    torch.set_deterministic_debug_mode("warn")  # with it new memory is filled, so that nobody computes with leftovers
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False
    if device == "cuda":
        _on_a_card(memory_mb)


def _on_a_card(memory_mb: int) -> None:
    os.environ["CUBLAS_WORKSPACE_CONFIG"] = ":4096:8"  # else a product may differ from run to run; read at its first
    # of what torch has no deterministic kernel for, docs/gpu.md has the list: it is no matter of a student's output
    warnings.filterwarnings("ignore", message=".* does not have a deterministic implementation")
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False
    torch.backends.cuda.matmul.allow_fp16_reduced_precision_reduction = False
    torch.backends.cuda.matmul.allow_bf16_reduced_precision_reduction = False
    # attention is computed from its parts, in one way
    torch.backends.cuda.enable_flash_sdp(enabled=False)
    torch.backends.cuda.enable_mem_efficient_sdp(enabled=False)
    torch.backends.cuda.enable_cudnn_sdp(enabled=False)
    total = torch.cuda.get_device_properties(0).total_memory
    torch.cuda.set_per_process_memory_fraction(min(1.0, memory_mb * _MIB / total))
