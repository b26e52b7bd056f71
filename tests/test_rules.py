"""The static look for forbidden names."""

from __future__ import annotations

import pytest

from autograder.errors import NotebookError
from autograder.model import Rule
from autograder.notebook import Cell
from autograder.rules import forbidden_checks, require_names, violations

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


# ---------------------------------------------------------------- rules of some cells

LIMITED = (Rule("torch.exp", "by hand", cells=("second",)),)


def _cells(*cells: Cell) -> list[Cell]:
    return [SETUP, *cells]


def test_a_rule_of_some_cells_holds_there() -> None:
    """The named cell and the student's own cells of its group are looked at; other tasks may use the name."""
    exp = "torch.exp(torch.ones(1))"
    cells = _cells(
        Cell("own-first", "extra", exp),
        Cell("first", "solution", exp),
        Cell("check-first", "check", ""),
        Cell("own-before", "extra", exp),
        Cell("second", "solution", exp),
        Cell("own-after", "extra", exp),
        Cell("check-second", "check", ""),
        Cell("own-later", "extra", exp),
        Cell("third", "solution", exp),
        Cell("check-third", "check", ""),
    )
    assert set(violations(cells, LIMITED)) == {"own-before", "second", "own-after"}
    assert len(violations(cells, [Rule("torch.exp", "by hand")])) == 7


# ---------------------------------------------------------------- what a broken rule costs

CHECKS = {
    "fuse": ("check", 'check("fuse", lambda: fuse(x))'),
    "heads": ("check", 'check("heads", lambda: heads(x))'),
    "wei": ("check", 'check("wei", wei)'),
    "other": ("check-other", 'check("other", lambda: heads(x))'),
}
FUSE = "def fuse(x):\n    return x"


def _cost(*sources: str) -> set[str]:
    cells = [Cell(f"mine-{number}", "solution", source) for number, source in enumerate(sources)]
    after = [Cell("check", "check", ""), Cell("last", "solution", "done = 1"), Cell("check-other", "check", "")]
    return set(forbidden_checks(_cells(*cells, *after), RULES, CHECKS))


@pytest.mark.parametrize(
    ("sources", "cost"),
    [
        ([f"{FUSE}\ndef heads(x):\n    return x.backward()"], {"heads"}),  # two functions of one cell
        ([FUSE, "def heads(x):\n    return x.backward()"], {"heads"}),  # two cells of one group
        ([FUSE, "def mine(x):\n    x.backward()", "def heads(x):\n    return mine(x)"], {"heads"}),
        ([FUSE, "class Mine:\n    def go(self, x):\n        x.backward()\nheads = Mine().go"], {"heads"}),
        ([FUSE, "heads = lambda x: x", "wei = nn.BatchNorm1d(3)"], {"wei"}),
        ([FUSE, "from torch.autograd import grad as g\nwei = g(x)"], {"wei"}),
        ([FUSE, "norm = nn.BatchNorm1d(3)\ndef heads(x, norm):\n    return norm(x)"], {"fuse", "heads", "wei"}),
        (["def heads(x):\n    mine = Layer()\n    return mine(x)", "mine = nn.BatchNorm1d(3)\nwei = mine(x)"], {"wei"}),
        (["class Net:\n    pass\ndef go(self):\n    self.backward()\nNet.go = go\nwei = Net()"], {"wei"}),
        (["loss = fuse(x)\nloss.backward()\nwei = x.grad"], {"fuse", "heads", "wei"}),  # it may change anything
        (["for _ in range(3):\n    wei = heads(x)\n    wei.backward()"], {"fuse", "heads", "wei"}),
        ([FUSE, "def unused(x):\n    x.backward()"], {"fuse", "heads", "wei"}),
        ([FUSE], set()),
    ],
)  # fmt: skip
def test_a_forbidden_call_costs_the_checks_that_use_it(sources: list[str], cost: set[str]) -> None:
    """Never those of another group; those of its own only where they come to use it, or where nobody can tell."""
    assert _cost(*sources) == cost


def test_a_long_expression_is_read() -> None:
    """A deep syntax tree does not stop the look."""
    source = f"def heads(x):\n    x.backward()\n    return {' + '.join(['x'] * 1500)}"
    assert _cost(FUSE, source) == {"heads"}


# ---------------------------------------------------------------- names that are none


@pytest.mark.parametrize("name", ["torch.nn.functional.cros_entropy", "torch.Tensor.backwards", "torch.nm.Linear"])
def test_a_misspelt_rule_is_named(name: str) -> None:
    """A rule that forbids nothing is the author's mistake."""
    with pytest.raises(NotebookError, match=f"'{name}'.*misspelt"):
        require_names([Rule(name, "by hand")])


@pytest.mark.parametrize(
    "name", ["torch.Tensor.backward", "torch.autograd.functional.vjp", "torch.nn", "no_such_package.x"]
)
def test_names_that_are_there(name: str) -> None:
    """Functions, methods, modules; of a package that is not installed nothing is known."""
    require_names([Rule(name, "by hand")])
