"""Oracles of 08 backprop ninja: autograd and torch's own layers against the gradients by hand."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING, Any

import pytest
import torch
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Namespace = dict[str, Any]

ORDER = [
    "logprobs", "probs", "counts_sum_inv", "counts_sum", "counts", "norm_logits", "logit_maxes", "logits",
    "h", "W2", "b2", "hpreact", "bngain", "bnbias", "bnraw", "bnvar_inv", "bnvar", "bndiff2", "bndiff",
    "bnmeani", "hprebn", "embcat", "W1", "b1", "emb", "C",
]  # fmt: skip
PARAMETERS = ("C", "W1", "b1", "W2", "b2", "bngain", "bnbias")
TRULY_ZERO = ("logit_maxes", "b1")


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return what the solved notebook defines."""
    return run_solution("08-backprop-ninja")


def _close(actual: torch.Tensor, expected: torch.Tensor) -> None:
    """Float64 agreement, shape and dtype included; far inside the checks' tolerance."""
    torch.testing.assert_close(actual, expected, rtol=1e-10, atol=1e-13)


def _small(seed: int, n: int, letters: list[int] | None = None) -> Namespace:
    """Another network with other sizes: 7 letters, 2 features, block 3, 5 neurons, a tie in every row."""
    g = torch.Generator().manual_seed(seed)
    shapes = {"C": (7, 2), "W1": (6, 5), "b1": (5,), "W2": (5, 7), "b2": (7,)}
    shapes |= {"bngain": (1, 5), "bnbias": (1, 5)}
    batch: Namespace = {name: torch.randn(*shape, generator=g, dtype=torch.float64) for name, shape in shapes.items()}
    batch["W1"][:, 1] *= 0.02
    batch["W2"][:, 4], batch["b2"][4] = batch["W2"][:, 2], batch["b2"][2]
    allowed = torch.tensor(letters or list(range(7)))
    batch["Xb"] = allowed[torch.randint(len(allowed), (n, 3), generator=g)]
    batch["Yb"] = torch.randint(7, (n,), generator=g)
    return batch


def _by_torch(batch: Namespace) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """Return the loss and the gradients by autograd through torch's own embedding, var and cross-entropy."""
    p = {name: batch[name].clone().requires_grad_() for name in PARAMETERS}
    x = functional.embedding(batch["Xb"], p["C"]).flatten(1)
    x = functional.linear(x, p["W1"].T, p["b1"])
    x = (x - x.mean(0)) / torch.sqrt(x.var(0, correction=1) + 1e-5)
    x = torch.tanh(p["bngain"] * x + p["bnbias"])
    loss = functional.cross_entropy(functional.linear(x, p["W2"].T, p["b2"]), batch["Yb"])
    return loss.detach(), dict(zip(p, torch.autograd.grad(loss, list(p.values())), strict=True))


def test_the_forward_pass_is_the_network_that_the_text_describes(ns: Namespace) -> None:
    """The atoms give the loss of torch's embedding, unbiased variance, tanh and cross-entropy."""
    loss, _ = _by_torch(ns["cache"])
    _close(ns["cache"]["loss"], loss)


@pytest.mark.parametrize("name", ORDER)
def test_each_step_is_autograds_gradient(ns: Namespace, name: str) -> None:
    """Every one of the 26 variables has autograd's value, shape and dtype."""
    inputs = {key: ns[key].clone().requires_grad_() for key in PARAMETERS}
    cache = ns["forward"](ns["Xb"], ns["Yb"], **inputs)
    for step in ns["STEPS"]:
        cache[step].retain_grad()
    cache["loss"].backward()
    _close(ns[f"d{name}"], cache[name].grad)


@pytest.mark.parametrize("name", ORDER)
def test_no_step_but_two_is_zero(ns: Namespace, name: str) -> None:
    """Only the gradients that are truly 0 are small, so every other check can tell right from 0."""
    largest = ns[f"d{name}"].abs().max().item()
    assert largest < 1e-13 if name in TRULY_ZERO else largest > 1e-4


def test_the_batch_is_sharp(ns: Namespace) -> None:
    """Letters repeat, the gain is not 1, and one column's variance is near BatchNorm's epsilon."""
    assert ns["Xb"].unique().numel() < ns["Xb"].numel()
    assert (ns["bngain"] - 1).abs().max() > 0.1
    assert ns["bnvar"].min() < 0.01
    assert ns["bnvar"].median() > 0.1
    assert 0.3 < ns["logits"].std() < 3


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("n", "letters"), [(2, None), (4, None), (9, None), (6, [1, 5])])
def test_manual_backward_is_autograds_gradient(ns: Namespace, seed: int, n: int, letters: list[int] | None) -> None:
    """The whole chain holds for other sizes, ties in every row, few letters, a column of low variance."""
    batch = _small(seed, n, letters)
    loss, expected = _by_torch(batch)
    cache = ns["forward"](**batch)
    found = ns["manual_backward"](cache)
    _close(cache["loss"], loss)
    assert set(found) == set(PARAMETERS)
    for name in PARAMETERS:
        scale = max(1.0, expected[name].abs().max().item())
        torch.testing.assert_close(found[name], expected[name], rtol=1e-9, atol=1e-12 * scale)


def test_manual_backward_repeats_the_steps(ns: Namespace) -> None:
    """On the notebook's batch the function gives the variables of the single steps."""
    for name, gradient in ns["manual_backward"](ns["cache"]).items():
        _close(gradient, ns[f"d{name}"])


def test_ties_share_the_maximums_gradient_as_amax_does(ns: Namespace) -> None:
    """logits_backward is autograd's gradient of both branches, for no tie and ties of two, three and all."""
    g = torch.Generator().manual_seed(0)
    logits = torch.randn(5, 6, generator=g, dtype=torch.float64)
    logits[1, [0, 5]] = 4.0
    logits[2, [1, 2, 4]] = 3.5
    logits[3] = 0.25
    dnorm = torch.randn(5, 6, generator=g, dtype=torch.float64)
    dmax = torch.randn(5, 1, generator=g, dtype=torch.float64)
    x = logits.clone().requires_grad_()
    (expected,) = torch.autograd.grad([x.clone(), x.amax(1, keepdim=True)], [x], [dnorm, dmax])
    _close(ns["logits_backward"](logits, logits.amax(1, keepdim=True), dnorm, dmax), expected)


def test_repeated_letters_accumulate(ns: Namespace) -> None:
    """embedding_backward is autograd's gradient of an embedding; a letter that does not occur gets 0."""
    g = torch.Generator().manual_seed(1)
    tokens = torch.tensor([[0, 2, 2, 2], [2, 0, 5, 5], [5, 2, 2, 0]])
    demb = torch.randn(3, 4, 3, generator=g, dtype=torch.float64)
    table = torch.zeros(8, 3, dtype=torch.float64, requires_grad=True)
    (expected,) = torch.autograd.grad([functional.embedding(tokens, table)], [table], [demb])
    found = ns["embedding_backward"](demb, tokens, 8)
    _close(found, expected)
    assert not found[[1, 3, 4, 6, 7]].any()


def test_the_map_shows_the_forward_pass(ns: Namespace, course_root: Path) -> None:
    """Each arrow of the picture is an operand in `forward`, and the boxes count the 26 steps."""
    path = course_root / "source" / "08-backprop-ninja" / "backprop-ninja.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    (source,) = ("".join(cell["source"]) for cell in cells if cell["id"] == "forward")
    (function,) = (node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    drawn = {name: set(inputs.split()) for name, inputs in ns["FEEDS"].items()}
    read: dict[str, set[str]] = {}
    for line in function.body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            names = {node.id for node in ast.walk(line.value) if isinstance(node, ast.Name)}
            read[line.targets[0].id] = names & {*drawn, *PARAMETERS}
    del read["n"]
    assert drawn == read
    assert ns["ORDER"] == ORDER
    assert set(ns["NODES"]) == {*ORDER, "loss"}


def test_the_gradients_train_the_network(ns: Namespace) -> None:
    """The reward's training lowers the loss, and the network writes names with the alphabet's letters."""
    losses, trained = ns["train_by_hand"](steps=80)
    assert sum(losses[-20:]) / 20 < losses[0] - 0.5
    made = ns["make_up"](3, trained)
    assert len(made) == 3
    assert set("".join(made).lower()) <= set(ns["LETTERS"])
