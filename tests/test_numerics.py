"""The settings that a run computes with: set in the worker before a student's code, the same for all runs."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from autograder.worker.numerics import compute_alike

_CARD_MB = 16_384


def _in_child(work: Callable[[], Any]) -> Any:
    """Return what `work` gave in a fork: these settings are a whole process's."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said = json.dumps(work())
        except Exception as error:  # noqa: BLE001
            said = json.dumps(f"{type(error).__name__}: {error}")
        os.write(write, said.encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as stream:
        return json.load(stream)


def _settings() -> dict[str, Any]:
    backends = torch.backends
    return {
        "deterministic": torch.get_deterministic_debug_mode(),
        "filled": torch.utils.deterministic.fill_uninitialized_memory,  # type: ignore[attr-defined]  # a property
        "precision": torch.get_float32_matmul_precision(),
        "tf32": [backends.cudnn.allow_tf32, backends.cuda.matmul.allow_tf32],
        "cudnn": [backends.cudnn.deterministic, backends.cudnn.benchmark],
        "halves": [
            backends.cuda.matmul.allow_fp16_reduced_precision_reduction,
            backends.cuda.matmul.allow_bf16_reduced_precision_reduction,
        ],
        "fused": [
            backends.cuda.flash_sdp_enabled(),
            backends.cuda.mem_efficient_sdp_enabled(),
            backends.cuda.cudnn_sdp_enabled(),
        ],
        "in parts": backends.cuda.math_sdp_enabled(),
        "cublas": os.environ.get("CUBLAS_WORKSPACE_CONFIG"),
    }


def _played(memory_mb: int) -> tuple[dict[str, Any], list[float]]:
    """Do what a worker does on a card of 16 GiB that is not here."""
    shares: list[float] = []
    cuda: Any = torch.cuda
    cuda.get_device_properties = lambda _: SimpleNamespace(total_memory=_CARD_MB * 2**20)
    cuda.set_per_process_memory_fraction = shares.append
    compute_alike("cuda", memory_mb)
    return _settings(), shares


def test_on_the_cpu() -> None:
    """Deterministic, whole float32; of a card nothing is set."""

    def work() -> dict[str, Any]:
        before = _settings()
        compute_alike("cpu", 2048)
        after = _settings()
        return {name: value for name, value in after.items() if value != before[name]} | {"all": after}

    found = _in_child(work)
    everything = found.pop("all")
    assert set(found) <= {"deterministic", "tf32"}
    assert everything["deterministic"] == 1  # a warning where there is no deterministic way
    assert everything["tf32"] == [False, False]
    assert everything["precision"] == "highest"
    assert everything["filled"] is True


def test_on_a_card() -> None:
    """No TF32, no choice of the fastest kernel, no half sums, no fused attention, cuBLAS with its workspace."""
    settings, _ = _in_child(lambda: _played(2048))
    assert settings == {
        "deterministic": 1,
        "filled": True,
        "precision": "highest",
        "tf32": [False, False],
        "cudnn": [True, False],
        "halves": [False, False],
        "fused": [False, False, False],
        "in parts": True,
        "cublas": ":4096:8",
    }


@pytest.mark.parametrize(("memory_mb", "share"), [(2048, 0.125), (16_384, 1.0), (64_000, 1.0)])
def test_a_run_has_its_share_of_the_card(memory_mb: int, share: float) -> None:
    """The notebook's limit of memory, over the card's; a limit beyond the card is all of it."""
    assert _in_child(lambda: _played(memory_mb))[1] == [share]


def test_what_torch_says_of_its_kernels_is_not_shown() -> None:
    """Its warning that a kernel is not deterministic is no output of a student's; other warnings still are."""

    def work() -> list[str]:
        warnings.simplefilter("always")
        _played(2048)
        with warnings.catch_warnings(record=True) as said:
            warnings.warn("cumsum_cuda_kernel does not have a deterministic implementation, but", stacklevel=1)
            warnings.warn("something else", stacklevel=1)
        return [str(one.message) for one in said]

    assert _in_child(work) == ["something else"]
