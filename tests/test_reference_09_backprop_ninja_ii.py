"""Oracles of 09 backprop ninja II: autograd, torch.optim and least squares against the formulas by hand."""

from __future__ import annotations

import math
import runpy
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import torch
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Namespace = dict[str, Any]
PARAMETERS = ("C", "W1", "b1", "W2", "b2", "bngain", "bnbias")


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return what the solved notebook defines."""
    return run_solution("09-backprop-ninja-ii")


def _close(actual: torch.Tensor, expected: torch.Tensor) -> None:
    """Float64 agreement, shape and dtype included; far inside the checks' tolerance."""
    scale = max(1.0, expected.abs().max().item())
    torch.testing.assert_close(actual, expected, rtol=1e-9, atol=1e-12 * scale)


def _normal(*shape: int, seed: int = 9) -> torch.Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def _small(seed: int, n: int, letters: int) -> tuple[dict[str, torch.Tensor], torch.Tensor, torch.Tensor]:
    """Another network (7 letters, 2 features, block 3, 5 neurons) and a batch that uses some of its letters."""
    g = torch.Generator().manual_seed(seed)
    shapes = {"C": (7, 2), "W1": (6, 5), "b1": (5,), "W2": (5, 7), "b2": (7,), "bngain": (1, 5), "bnbias": (1, 5)}
    network = {name: torch.randn(*shape, generator=g, dtype=torch.float64) for name, shape in shapes.items()}
    network["W1"][:, 1] *= 0.02
    return network, torch.randint(letters, (n, 3), generator=g), torch.randint(7, (n,), generator=g)


def _loss(p: dict[str, torch.Tensor], xb: torch.Tensor, yb: torch.Tensor, *, frozen: bool = False) -> torch.Tensor:
    """Return the loss by torch's embedding, linear, var_mean, cross-entropy; `frozen` detaches the variance."""
    x = functional.linear(functional.embedding(xb, p["C"]).flatten(1), p["W1"].T, p["b1"])
    var, mean = torch.var_mean(x, 0, correction=1)
    var = var.detach() if frozen else var
    x = torch.tanh(p["bngain"] * (x - mean) / torch.sqrt(var + 1e-5) + p["bnbias"])
    return functional.cross_entropy(functional.linear(x, p["W2"].T, p["b2"]), yb)


def _by_autograd(p: dict[str, torch.Tensor], xb: torch.Tensor, yb: torch.Tensor) -> tuple[float, list[torch.Tensor]]:
    """Return the loss and autograd's gradients of the seven parameters."""
    leaves = {name: p[name].clone().requires_grad_() for name in PARAMETERS}
    loss = _loss(leaves, xb, yb)
    return loss.item(), list(torch.autograd.grad(loss, list(leaves.values())))


def _by_sgd(
    p: dict[str, torch.Tensor],
    batches: list[tuple[torch.Tensor, torch.Tensor]],
    rates: list[float],
    *,
    frozen: bool = False,
) -> tuple[dict[str, torch.Tensor], list[float]]:
    """Train with autograd and torch.optim.SGD -> the parameters and the losses."""
    leaves = {name: p[name].clone().requires_grad_() for name in PARAMETERS}
    optimiser, losses = torch.optim.SGD(list(leaves.values()), lr=1.0), []
    for (xb, yb), rate in zip(batches, rates, strict=True):
        optimiser.param_groups[0]["lr"] = rate
        optimiser.zero_grad()
        loss = _loss(leaves, xb, yb, frozen=frozen)
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    return {name: leaf.detach() for name, leaf in leaves.items()}, losses


def test_the_forward_pass_is_the_network_of_the_last_notebook(ns: Namespace) -> None:
    """Nine lines give the loss of torch's embedding, unbiased variance, tanh and cross-entropy."""
    assert ns["cache"]["loss"] == pytest.approx(_by_autograd(ns["parameters"], ns["Xb"], ns["Yb"])[0], rel=1e-12)


@pytest.mark.parametrize("offset", [0.0, 1000.0, -1000.0])
@pytest.mark.parametrize("size", [2, 5, 27])
def test_row_backward_is_autograds_gradient(ns: Namespace, size: int, offset: float) -> None:
    """For every label of a row, small logits or huge ones."""
    for y in range(size):
        x = (_normal(size) + offset).requires_grad_()
        (expected,) = torch.autograd.grad(functional.cross_entropy(x, torch.tensor(y)), x)
        _close(ns["row_backward"](x.detach(), y), expected)


@pytest.mark.parametrize("offset", [0.0, 1000.0, -1000.0])
@pytest.mark.parametrize("shape", [(1, 2), (4, 6), (32, 27), (5, 5)])
def test_cross_entropy_backward_is_autograds_gradient(ns: Namespace, shape: tuple[int, int], offset: float) -> None:
    """For batches of several sizes, with labels that repeat, small logits or huge ones."""
    x = (1.5 * _normal(*shape) + offset).requires_grad_()
    labels = torch.arange(shape[0]) % min(shape[1], 3)
    (expected,) = torch.autograd.grad(functional.cross_entropy(x, labels), x)
    found = ns["cross_entropy_backward"](x.detach(), labels)
    _close(found, expected)


def test_the_pull_is_as_strong_as_all_pushes(ns: Namespace) -> None:
    """What the text says of the picture: a row's gradient sums to 0, and only the label's entry is negative."""
    found = ns["cross_entropy_backward"](ns["logits"], ns["Yb"])
    assert found.sum(1).abs().max() < 1e-15
    assert (found < 0).nonzero()[:, 1].tolist() == ns["Yb"].tolist()


def test_slope_and_common_are_the_line_of_least_squares(ns: Namespace) -> None:
    """In every column whose variance dwarfs epsilon, lstsq finds the same intercept and slope."""
    seen = 0
    for k in range(ns["n_hidden"]):
        if ns["bnvar_inv"][0, k] < 2:
            x = torch.stack([torch.ones(ns["n"], dtype=torch.float64), ns["bnraw"][:, k]], dim=1)
            line = torch.linalg.lstsq(x, ns["dbnraw"][:, k : k + 1]).solution[:, 0]
            found = torch.stack([ns["common"][0, k], ns["slope"][0, k]])
            torch.testing.assert_close(found, line, rtol=1e-4, atol=1e-4)
            seen += 1
    assert seen > 40
    assert ns["slope"].shape == ns["common"].shape == (1, ns["n_hidden"])


@pytest.mark.parametrize(("n", "width"), [(2, 3), (3, 4), (5, 2), (32, 8)])
def test_batchnorm_backward_is_autograds_gradient(ns: Namespace, n: int, width: int) -> None:
    """With gains of both signs and a column whose variance is near epsilon."""
    x = _normal(n, width, seed=n)
    x[:, 1] *= 0.003
    x.requires_grad_()
    gain, arrives = _normal(1, width, seed=1), _normal(n, width, seed=2)
    var, mean = torch.var_mean(x, 0, correction=1, keepdim=True)
    inv = torch.rsqrt(var + 1e-5)
    raw = (x - mean) * inv
    (expected,) = torch.autograd.grad(gain * raw, x, arrives)
    _close(ns["batchnorm_backward"](arrives, raw.detach(), inv.detach(), gain), expected)


def test_torchs_batchnorm_has_the_formula_with_n(ns: Namespace) -> None:
    """What the text says of BatchNorm1d: n in the place of n - 1, and so another gradient than ours."""
    n, gain, arrives = 4, _normal(3, seed=1), _normal(4, 3, seed=2)
    x = _normal(n, 3).requires_grad_()
    (torchs,) = torch.autograd.grad(functional.batch_norm(x, None, None, gain, training=True), x, arrives)
    inv = (x.detach().var(0, correction=0, keepdim=True) + 1e-5) ** -0.5
    raw = (x.detach() - x.detach().mean(0)) * inv
    d = gain * arrives
    _close(inv * (d - d.mean(0) - raw * (d * raw).sum(0) / n), torchs)
    assert (ns["batchnorm_backward"](arrives, raw, inv, gain[None]) - torchs).abs().max() > 0.01


def test_batchnorm_lets_nothing_through_that_the_loss_cannot_feel(ns: Namespace) -> None:
    """Each column of the gradient sums to 0 and, but for epsilon, does not lean on bnraw."""
    names = ("dhpreact", "bnraw", "bnvar_inv", "bngain")
    found = ns["batchnorm_backward"](*(ns[name] for name in names))
    wide = ns["bnvar_inv"][0] < 2
    assert found.sum(0).abs().max() < 1e-10
    assert (found * ns["bnraw"]).sum(0)[wide].abs().max() < 1e-2


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("n", "letters"), [(2, 7), (4, 7), (9, 7), (6, 2), (5, 1)])
def test_manual_step_is_autograds_gradient(ns: Namespace, seed: int, n: int, letters: int) -> None:
    """The whole way back holds for other sizes, few letters, and a column of low variance."""
    network, xb, yb = _small(seed, n, letters)
    before = {name: value.clone() for name, value in network.items()}
    loss, gradients = ns["manual_step"](network, xb, yb)
    expected_loss, expected = _by_autograd(network, xb, yb)
    assert loss == pytest.approx(expected_loss, rel=1e-12)
    assert set(gradients) == set(PARAMETERS)
    for name, gradient in zip(PARAMETERS, expected, strict=True):
        _close(gradients[name], gradient)
        assert torch.equal(network[name], before[name])


def test_manual_step_on_the_notebooks_batch(ns: Namespace) -> None:
    """All seven gradients are autograd's, and only that of b1 is 0."""
    _, gradients = ns["manual_step"](ns["parameters"], ns["Xb"], ns["Yb"])
    _, expected = _by_autograd(ns["parameters"], ns["Xb"], ns["Yb"])
    for name, gradient in zip(PARAMETERS, expected, strict=True):
        _close(gradients[name], gradient)
        assert (gradients[name].abs().max() < 1e-12) == (name == "b1")


def test_line_step_is_autograds_gradient(ns: Namespace) -> None:
    """The small stand-in gives the loss and the gradients of torch's mean squared error."""
    x, y = ns["line_batches"][0]
    w, b = (ns["line_start"][name].clone().requires_grad_() for name in "wb")
    expected = functional.mse_loss(x @ w + b, y)
    loss, gradients = ns["line_step"](ns["line_start"], x, y)
    assert loss == pytest.approx(expected.item(), rel=1e-12)
    for found, gradient in zip((gradients["w"], gradients["b"]), torch.autograd.grad(expected, [w, b]), strict=True):
        _close(found, gradient)


def test_train_solves_the_line(ns: Namespace) -> None:
    """Many steps on one batch reach the line that made the points, and the start stays untouched."""
    before = {name: value.clone() for name, value in ns["line_start"].items()}
    found, losses = ns["train"](ns["line_step"], ns["line_start"], ns["line_batches"][:1] * 1000, [0.1] * 1000)
    torch.testing.assert_close(found["w"], torch.tensor([2.0, -1.0], dtype=torch.float64), rtol=1e-3, atol=1e-3)
    torch.testing.assert_close(found["b"], torch.tensor([3.0], dtype=torch.float64), rtol=1e-3, atol=1e-3)
    assert len(losses) == 1000
    assert losses[-1] < 1e-6 < losses[0]
    assert all(torch.equal(before[name], ns["line_start"][name]) for name in before)


def test_a_hundred_steps_are_those_of_torchs_sgd(ns: Namespace) -> None:
    """Autograd and torch.optim.SGD lead to the same parameters and losses; b1 stays where it was."""
    begin, batches, rates = ns["first"], ns["hundred_batches"], ns["hundred_rates"]
    found, losses = ns["train"](ns["manual_step"], begin, batches, rates)
    expected, expected_losses = _by_sgd(begin, batches, rates)
    assert losses == pytest.approx(expected_losses, rel=1e-10)
    for name in PARAMETERS:
        torch.testing.assert_close(found[name], expected[name], rtol=1e-10, atol=1e-11)
    torch.testing.assert_close(found["b1"], begin["b1"], rtol=0, atol=1e-13)
    assert (found["W1"] - begin["W1"]).abs().max() > 0.01


def test_a_falling_loss_proves_little(ns: Namespace) -> None:
    """What the text says: without the variance's part the losses change by less than 1 %, the parameters by more."""
    batches = ns["first"], ns["hundred_batches"], ns["hundred_rates"]
    (right, losses), (wrong, others) = _by_sgd(*batches), _by_sgd(*batches, frozen=True)
    assert losses == pytest.approx(others, rel=0.01)
    assert (right["W1"] - wrong["W1"]).abs().max() > 0.01 * right["W1"].abs().max()


def test_the_batch_is_sharp(ns: Namespace) -> None:
    """Letters repeat, the gain is not 1, one column's variance is near epsilon, and no softmax is saturated."""
    assert ns["Xb"].unique().numel() < ns["Xb"].numel()
    assert (ns["bngain"] - 1).abs().max() > 0.1
    assert ns["bnvar_inv"].max() > 10
    assert ns["bnvar_inv"].median() < 2
    assert 0.3 < ns["logits"].std() < 3


@pytest.fixture
def pictures(course_root: Path) -> Namespace:
    """Return what the file beside the notebook defines."""
    return runpy.run_path(str(course_root / "source" / "09-backprop-ninja-ii" / "pictures.py"))


def test_the_dashed_line_is_the_bigram_model(ns: Namespace, pictures: Namespace) -> None:
    """bigram_loss is the average surprise of held-out pairs of letters, by counts of the others with one added."""
    X, Y = ns["X"], ns["Y"]
    last, held = X[::2, -1].tolist(), X[1::2, -1].tolist()
    pairs = Counter(zip(last, Y[::2].tolist(), strict=True))
    firsts = Counter(last)
    surprises = [
        -math.log((pairs[first, then] + 1) / (firsts[first] + 27))
        for first, then in zip(held, Y[1::2].tolist(), strict=True)
    ]
    found = pictures["bigram_loss"](X[::2], Y[::2], X[1::2], Y[1::2])
    assert found == pytest.approx(math.fsum(surprises) / len(surprises), rel=1e-12)


def test_evaluation_is_the_forward_pass_with_given_statistics(ns: Namespace, pictures: Namespace) -> None:
    """Calibrated on a batch, evaluate gives the batch's logits; calibrated on all, it gives them one by one as well."""
    parameters, Xb, Yb = ns["parameters"], ns["Xb"], ns["Yb"]
    evaluate, statistics = pictures["evaluate"], pictures["statistics"]
    _close(
        evaluate(parameters, Xb, *statistics(parameters, Xb)),
        ns["forward"](Xb, Yb, **parameters)["logits"],
    )
    calibrated = statistics(parameters, ns["X"])
    alone = torch.cat([evaluate(parameters, one[None], *calibrated) for one in Xb])
    _close(evaluate(parameters, Xb, *calibrated), alone)


def test_the_network_learns_to_write_names(ns: Namespace, pictures: Namespace) -> None:
    """Eighty steps lower the loss by far, and the names are made of the alphabet's letters."""
    g = torch.Generator().manual_seed(0)
    batches = [(ns["X"][pick], ns["Y"][pick]) for pick in torch.randint(len(ns["X"]), (80, 48), generator=g)]
    trained, losses = ns["train"](ns["manual_step"], ns["first"], batches, [0.5] * 80)
    assert sum(losses[-20:]) / 20 < losses[0] - 0.5
    made = pictures["make_up"](3, trained, *pictures["statistics"](trained, ns["X"]), g).split(", ")
    assert len(made) == 3
    assert set("".join(made).lower()) <= {*ns["LETTERS"], *"(nothing)"}
