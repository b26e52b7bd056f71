"""The static look for forbidden names."""

from __future__ import annotations

import pytest

from autograder.model import Rule
from autograder.notebook import Cell
from autograder.rules import violations

RULES = (
    Rule("torch.Tensor.backward", "by hand"),
    Rule("torch.autograd.grad", "by hand"),
    Rule("torch.nn.functional.scaled_dot_product_attention", "build it"),
    Rule("torch.nn.BatchNorm1d", "build it"),
    Rule("tiktoken", "build it"),
)
SETUP = Cell("setup", "setup", "import torch\nimport torch.nn.functional as F\nfrom torch import nn")


def _broken(source: str) -> str | None:
    found = violations([SETUP, Cell("mine", "solution", source)], RULES)
    return found["mine"].name if "mine" in found else None


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("loss.backward()", "torch.Tensor.backward"),
        ("(a + b).sum().backward()", "torch.Tensor.backward"),
        ("torch.autograd.grad(a, b)", "torch.autograd.grad"),
        ("from torch.autograd import grad", "torch.autograd.grad"),
        ("F.scaled_dot_product_attention(q, k, v)", "torch.nn.functional.scaled_dot_product_attention"),
        ("nn.BatchNorm1d(3)", "torch.nn.BatchNorm1d"),
        ("torch.nn.BatchNorm1d(3)", "torch.nn.BatchNorm1d"),
        ("from torch.nn import BatchNorm1d as B\nB(3)", "torch.nn.BatchNorm1d"),
        ("import tiktoken", "tiktoken"),
        ("import tiktoken.core as t", "tiktoken"),
        ("from tiktoken import Encoding", "tiktoken"),
        ("%matplotlib inline\nloss.backward()", "torch.Tensor.backward"),
    ],
)
def test_forbidden(source: str, rule: str) -> None:
    """Each way to write the name is seen."""
    assert _broken(source) == rule


@pytest.mark.parametrize(
    "source",
    [
        "x.grad", "# loss.backward()", "'loss.backward()'", "def backward(x): return x\nbackward(3)",
        "grad = 3\ngrad", "nn.Linear(3, 3)", "def f(:", "F.softmax(x)", "my.BatchNorm1d(3)",
    ],
)  # fmt: skip
def test_allowed(source: str) -> None:
    """Comments, strings, namesakes and broken code break no rule."""
    assert _broken(source) is None


@pytest.mark.parametrize("source", ["layer.backward(3)", "self.inner.backward()", "Layer().backward(x)"])
def test_method_of_an_own_class(source: str) -> None:
    """Where the notebook has a class with a method of that name, a call of it breaks no rule; the full name does."""
    mine = f"class Layer:\n    def backward(self, dout):\n        return dout\n{source}"
    assert _broken(mine) is None
    assert _broken(source) == "torch.Tensor.backward"
    assert _broken(f"{mine}\ntorch.Tensor.backward(loss)") == "torch.Tensor.backward"


def test_setup_is_not_looked_at() -> None:
    """The author's cells may use what the exercise forbids."""
    assert not violations([Cell("setup", "setup", "loss.backward()")], RULES)
