"""The static look for forbidden names."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Literal

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


# ---------------------------------------------------------------- other names for the same

CE = (Rule("torch.nn.functional.cross_entropy", "by hand"), Rule("torch.mean", "add"), Rule("torch.Tensor.mean", "add"))
OTHERS = (*CE, Rule("torch.sum", "add"), Rule("torch.log_softmax", "by hand"), Rule("torch.nn.CrossEntropyLoss", "no"))


@pytest.mark.parametrize(
    "source",
    [
        "G = torch.nn.functional\nG.cross_entropy(a, b)",
        "def f(a, b):\n    G = torch.nn.functional\n    return G.cross_entropy(a, b)",
        "class Net:\n    G = torch.nn.functional\n    def f(self, a, b):\n        return self.G.cross_entropy(a, b)",
        "class Net:\n    def __init__(self):\n        self.G = torch\n    def f(self, a):\n        self.G.mean(a)",
        "ce = F.cross_entropy\nce(a, b)",
        "t = torch\nt.mean(a)",
        "t: object = torch\nt.mean(a)",
        "t = u = torch\nu.mean(a)",
        "(t := torch).mean(a)",
        "from torch.nn import functional as G\nG.cross_entropy(a, b)",
        "import torch.nn.functional\ntorch.nn.functional.cross_entropy(a, b)",
        "m, s = torch.mean, torch.std\nm(a)",
        "(m, n), s = (torch, 1), torch.std\nm.mean(a)",
        "def f(a, b, ce=F.cross_entropy):\n    return ce(a, b)",
        "def f(a, *, t=torch):\n    return t.mean(a)",
        "f = lambda a, t=torch: t.mean(a)",
        "def f(a):\n    def g():\n        return t.mean(a)\n    t = torch\n    return g()",
        "def f(a):\n    return t.mean(a)\nt = torch",
        "def f(a):\n    return later(a)\nfrom torch import mean as later",
        "def f(a):\n    global t\n    t = torch\ndef g(a):\n    return t.mean(a)",
        "if a:\n    t = torch\nelif b:\n    t = 3\nelse:\n    t = None\nt.mean(a)",
        "try:\n    t = torch\nexcept ValueError:\n    t = None\nt.mean(a)",
        "[t.mean(a) for t in [1]]\n[u for u in [torch.mean(a)]]",
        # the same object under another name
        "torch.special.log_softmax(a, 0)",
        "torch.nn.modules.loss.CrossEntropyLoss()(a, b)",
        "from torch.nn.modules import loss\nloss.CrossEntropyLoss()(a, b)",
        "torch._C._VariableFunctions.mean(a)",
        # all of a module's names
        "from torch import *\nmean(a)",
        "from torch import *\ndef f(a):\n    return sum(a)",
        "def f(a):\n    return sum(a)\nfrom torch import *",
        # names in strings
        "getattr(torch, 'mean')(a)",
        "getattr(a, 'mean')(0)",
        "torch.__dict__['mean'](a)",
        "vars(torch)['mean'](a)",
        "m = getattr(torch, 'mean')\nm(a)",
        # IPython's own syntax
        "%time mean = torch.mean(a)",
        "%timeit -n 3 -r2 torch.mean(a)",
        "%%time\nmean = torch.mean(a)",
        "a.sum?\n?a\nmean = torch.mean(a)",
        "here = !pwd\nmean = torch.mean(a)",
        "out = %time torch.mean(a)",
        "text = '''\nwhat is\n%time\nwhy?'''\n!ls (\nmean = torch.mean(a)",
        "b = (a\n % 3)\n%matplotlib inline\ntorch.mean(a)",
    ],
)
def test_other_names(source: str) -> None:
    """What stands for a forbidden name is the forbidden name."""
    assert "mine" in violations([SETUP, Cell("mine", "solution", source)], OTHERS)


def test_other_names_of_an_earlier_cell() -> None:
    """The cells are read in their order."""
    own = Cell("own", "extra", "t = torch")
    mine = Cell("mine", "solution", "t.mean(a)")
    assert set(violations([SETUP, own, mine], OTHERS)) == {"mine"}
    assert not violations([SETUP, Cell("own", "extra", "t = torch\nt = a"), Cell("m", "solution", "t.std(a)")], OTHERS)


@pytest.mark.parametrize(
    "source",
    [
        "from torch import mean\nmean = a.sum(0) / len(a)\nprint(mean)",
        "from torch import mean\ndef mean(a):\n    return a.sum(0) / len(a)\nmean(a)",
        "mean = torch.mean\nmean = a.sum(0)\nb = mean + 1",
        "from torch import mean\nmean = 3\ndef f(mean):\n    return mean + 1\ndef g(a):\n    mean = 3\n    return mean",
        "from torch import mean\nfor mean in range(3):\n    print(mean)\nmean = 1",
        "from torch import *\nmean = 3\nmean + 1",
        "from torch import *\n[mean + 1 for mean in a]",
        "t = torch\nt.std(a)",
        "t = torch\ndef f(t):\n    return t.special.log_softmax",
        "import numpy as np\nn = np\nn.mean(a)",
        "import numpy as np\nL = np.linalg\nL.mean",
        "torch.no_such.name\ntorch.ops.aten.std(a)",
        "getattr(torch, name)(a)",
        "vars(a)[mean]",
        "text = '''\n%time torch.mean(a)\n'''",
        "!echo torch.mean(a)",
    ],
)  # fmt: skip
def test_names_bound_anew(source: str) -> None:
    """A name stands for what was bound to it last."""
    assert not violations([SETUP, Cell("mine", "solution", source)], OTHERS)


def _cost_of(*cells: Cell) -> set[str]:
    after = [Cell("check", "check", CHECKS["wei"][1]), Cell("last", "solution", "done = 1")]
    return set(forbidden_checks(_cells(*cells, *after, Cell("check-other", "check", "")), OTHERS, CHECKS))


@pytest.mark.parametrize(
    ("own", "mine", "cost"),
    [
        ("from torch import mean", "wei = 3", set()),  # imported, and no check uses it
        ("from torch import mean as wei", "wei = 3", set()),
        ("wei = torch.mean", "wei = 3", set()),
        ("", "from torch import mean as wei", {"wei"}),
        ("", "wei = torch.mean", {"wei"}),
        ("wei = torch.mean", "", {"wei"}),
        ("m = torch.mean", "wei = m", {"wei"}),
        ("F.cross_entropy(a, b)", "wei = 3", set()),
        ("print(F.cross_entropy(a, b) - mine(a, b))", "wei = 3", set()),
        ("print(f'{F.cross_entropy(a, b).item():.3f}')\nwei.shape", "wei = 3", set()),
        ("assert torch.allclose(a.mean(0), mine)", "wei = 3", set()),
        ("torch.nn.CrossEntropyLoss()(a, b)", "wei = 3", set()),
        ("%timeit F.cross_entropy(a, b)", "wei = 3", set()),
        ("", "F.cross_entropy(a, b)\nwei = 3", {"fuse", "heads", "wei"}),
        ("results.append(F.cross_entropy(a, b))", "wei = results[0]", {"fuse", "heads", "wei"}),
        ("print(x := F.cross_entropy(a, b))", "wei = x", {"fuse", "heads", "wei"}),
        ("torch.mean(a, 0, out=b)", "wei = b", {"fuse", "heads", "wei"}),
        ("setattr(net, 'loss', F.cross_entropy)", "wei = net.loss", {"fuse", "heads", "wei"}),
        ("print(F.cross_entropy(a, b))\nwei = 3", "", {"wei"}),  # the cell stops before it
        ("print(F.cross_entropy(a, b))\nfor i in a:\n    b[i] = 3", "wei = b", {"fuse", "heads", "wei"}),
    ],
)
def test_what_keeps_nothing_costs_nothing(own: str, mine: str, cost: set[str]) -> None:
    """Another name alone is no use, and a comparison in an own cell changes nothing that a check sees."""
    assert _cost_of(Cell("own", "extra", own), Cell("mine", "solution", mine)) == cost


def test_backward_in_an_own_cell_changes_something() -> None:
    """It leaves gradients behind, which a later cell can take for its own."""
    cells = [
        Cell("own", "extra", "loss.backward()"),
        Cell("mine", "solution", "wei = w.grad"),
        Cell("check", "check", ""),
    ]
    assert set(forbidden_checks(_cells(*cells), RULES, CHECKS)) == {"fuse", "heads", "wei"}


def test_a_forbidden_package_is_not_imported() -> None:
    """Nor is one that the student names: to look runs nothing."""
    code = (
        "import sys\nfrom autograder.model import Rule\nfrom autograder.notebook import Cell\n"
        "from autograder.rules import violations\n"
        "cells = [Cell('a', 'solution', 'import tiktoken, this\\ntiktoken.x\\nthis.y\\ntorch._dynamo.z')]\n"
        "assert violations(cells, (Rule('tiktoken', ''), Rule('torch.mean', '')))\n"
        "print([name for name in ('tiktoken', 'this') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "source",
    [
        "a" + ".b" * 1400 + "\n",
        "f" + "()" * 1000 + "\n",
        "f" + ".g()" * 600 + "\n",
        "x = " + "lambda a=b: " * 800 + "a\n",
        "x = " + "+".join(["a"] * 1400) + "\n",
        "x = (" + "(a := " * 90 + "b.c" + ")" * 90 + ")\n",
        "if a: b = 1\n" + "".join(f"elif a: b{n} = torch\n" for n in range(700)),
        "".join(f"{' ' * n}def f{n}(a):\n" for n in range(90)) + " " * 90 + "mean\n",
        "a = a.b\n",
        "def f(): return late\n",
        "from torch import *\n",
        "print(" * 60 + "torch.mean(a)" + ")" * 60 + "\n",
        "%time x = '''\n'\\'\\'\\'\n",
    ],
)
@pytest.mark.parametrize("kind", ["solution", "extra"])
def test_long_code_is_read_in_time(source: str, kind: Literal["solution", "extra"]) -> None:
    """The time grows with the length of the code, whatever it is; nothing recurses."""

    def seconds(size: int) -> float:
        cells = [SETUP, Cell("mine", kind, source * (size // len(source) + 1))]
        started = time.process_time()
        violations(cells, OTHERS)
        return time.process_time() - started

    assert seconds(100_000) < 10
