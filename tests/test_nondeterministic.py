"""What has no deterministic CUDA kernel: torch's own list as data, and what of it each exercise uses."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
import torch

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import nondeterministic as data  # noqa: E402

_QUICK = ("11-attention-head", "14-bpe")
_EXERCISES = sorted(path.parent.name for path in (ROOT / "source").glob("*/*.ipynb"))
_RECORDED = _EXERCISES if os.environ.get("AUTOGRADER_TEST_ALL") else _QUICK


def _listed(begin: str, end: str) -> set[str]:
    """Return the names in one of the two lists of torch's documentation."""
    text = torch.use_deterministic_algorithms.__doc__ or ""
    part = text[text.index(begin) : text.index(end)]
    return set(re.findall(r"\* :(?:class|func):`([\w.]+)`", part))


def test_the_lists_are_those_of_the_installed_torch() -> None:
    """Where this fails, torch has learned an operator or lost one: mend tools/nondeterministic.py, then `make gpu`."""
    assert torch.__version__.startswith(data.TORCH)
    acts, throws = (f"The following normally-nondeterministic operations will {what}" for what in ("act", "throw"))
    end = "In addition, several operations"
    assert {one.name for one in data.WITHOUT} == _listed(throws, end)
    assert {one.name for one in data.ON_REQUEST} | set(data.ON_THE_CPU_ONLY) == _listed(acts, throws)


def test_every_operator_of_the_lists_exists() -> None:
    """A name that torch does not know would never be found."""
    for entry in (*data.WITHOUT, *data.ON_REQUEST):
        for operator in entry.operators:
            name, _, overload = operator.partition(".")
            packet = getattr(torch.ops.aten, name)
            assert not overload or overload in packet.overloads(), operator


@pytest.mark.parametrize(
    ("code", "without", "on_request"),
    [
        ("torch.rand(3).cumsum(0)", {"torch.cumsum"}, set()),
        ("torch.arange(3).cumsum(0)", set(), set()),
        ("torch.tensor([1, 1]).bincount(torch.rand(2))", {"torch.bincount"}, set()),
        ("torch.tensor([1, 1]).bincount(minlength=4)", set(), set()),
        ("torch.rand(3, 2).median(0)", {"torch.median"}, set()),
        ("torch.rand(3).median()", set(), set()),
        ("torch.rand(3).histc(4)", {"torch.histc"}, set()),
        ("torch.rand(3, 3) @ torch.rand(3, 3)", set(), set()),
        (
            "F.cross_entropy(torch.rand(2, 3, requires_grad=True), torch.tensor([0, 1])).backward()",
            {"torch.nn.NLLLoss"},
            set(),
        ),
        ("E = torch.rand(3, 2, requires_grad=True); E[torch.tensor([0, 0])].sum().backward()", set(),
         {"torch.Tensor.index_put"}),
        ("F.pad(torch.rand(1, 1, 4, requires_grad=True), (1, 1), mode='reflect').sum().backward()",
         {"torch.nn.ReflectionPad1d"}, set()),
        ("torch.zeros(3).scatter_reduce(0, torch.tensor([0, 0]), torch.ones(2), 'prod')",
         {"torch.Tensor.scatter_reduce"}, set()),
        ("torch.zeros(3).scatter_reduce(0, torch.tensor([0, 0]), torch.ones(2), 'sum')", set(),
         {"torch.Tensor.scatter_reduce"}),
        ("nn.Conv1d(2, 3, 2)(torch.rand(1, 2, 5)).sum().backward()", set(),
         {"torch.nn.Conv1d", "torch.nn.ConvTranspose1d"}),
        ("F.interpolate(torch.rand(1, 1, 4, requires_grad=True), 8, mode='linear').sum().backward()",
         {"torch.nn.functional.interpolate"}, set()),
        ("check('f', lambda: torch.rand(2).cumsum(0))", {"torch.cumsum"}, set()),
    ],
)  # fmt: skip
def test_what_code_uses_is_found(code: str, without: set[str], on_request: set[str]) -> None:
    """Forwards and backwards, with the arguments that matter, and in what a check computes."""
    head = "import torch\nfrom torch import nn\nimport torch.nn.functional as F\nfrom autograder import check"
    found = data.record([head, code]).found
    assert (found["without"], found["on request"]) == (without, on_request)


def _rows() -> dict[str, str]:
    text = (ROOT / "docs" / "gpu.md").read_text("utf-8")
    part = text.split(data.BEGIN)[1].split(data.END)[0]
    return {line.split("|")[1]: line for line in part.strip().splitlines()[2:]}


def test_every_exercise_has_its_row() -> None:
    """An exercise that is new or gone shows here."""
    assert list(_rows()) == _EXERCISES


@pytest.mark.parametrize("exercise", _RECORDED)
def test_a_row_is_what_its_notebook_uses(exercise: str) -> None:
    """The table is made by tools/nondeterministic.py; two rows are made anew here, all of them in make test-all."""
    (path,) = (ROOT / "source" / exercise).glob("*.ipynb")
    made = data.table({exercise: data.record(data.code_of(path))})
    assert made.splitlines()[-1] == _rows()[exercise]
