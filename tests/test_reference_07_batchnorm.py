"""The reference solution of 07-batchnorm against oracles that share no line with it."""

from __future__ import annotations

import copy
import json
import statistics
from functools import reduce
from typing import TYPE_CHECKING, Any

import pytest
import torch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Namespace = dict[str, Any]
EPS = 1e-5


@pytest.fixture
def solved(run_solution: Callable[[str], Namespace]) -> Namespace:
    """The names that the solved notebook defines."""
    return run_solution("07-batchnorm")


def normal(seed: int, *shape: int) -> torch.Tensor:
    """Standard normal float64 numbers, the same for the same seed."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def close(actual: torch.Tensor, expected: torch.Tensor, *, rtol: float = 1e-9, atol: float = 1e-11) -> None:
    """Assert the same shape and dtype, and values equal but for rounding."""
    torch.testing.assert_close(actual, expected, rtol=rtol, atol=atol)


def by_loops(x: torch.Tensor, g: torch.Tensor, b: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The lecture's BatchNorm in plain Python floats: (n, H) -> out (n, H), mean (1, H), var (1, H)."""
    columns = [column.tolist() for column in x.T]
    means = [statistics.fmean(column) for column in columns]
    variances = [statistics.variance(column) for column in columns]  # divides by n - 1
    out = [
        [
            (value - mean) / (variance + EPS) ** 0.5 * gain + bias
            for value, mean, variance, gain, bias in zip(
                row, means, variances, g[0].tolist(), b[0].tolist(), strict=True
            )
        ]
        for row in x.tolist()
    ]
    return tuple(torch.tensor(part, dtype=torch.float64) for part in (out, [means], [variances]))  # type: ignore[return-value]


def by_autograd(x: torch.Tensor, g: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """The same BatchNorm as one differentiable expression, the variance as a sum over pairs of examples."""
    n = x.shape[0]
    pairs = (x[:, None] - x[None]).square().sum((0, 1)) / (2 * n * (n - 1))
    return torch.nn.functional.linear(
        x - torch.einsum("ij->j", x) / n, torch.diag(g[0] / torch.sqrt(pairs + EPS)), b[0]
    )


def batch(seed: int, n: int, dim: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """A batch with one column of low variance, a gain and a bias."""
    x = normal(seed, n, dim) * 2 - 1
    x[:, 0] = 0.3 + 0.004 * normal(seed + 1, n)
    return x, 1 + 0.5 * normal(seed + 2, 1, dim), normal(seed + 3, 1, dim)


def test_the_single_steps_are_those_of_the_statistics_module(solved: Namespace) -> None:
    """Task 1's mean, diff and var are those that Python's own statistics module finds."""
    x = solved["x"]
    _, mean, var = by_loops(x, solved["g"], solved["b"])
    close(solved["mean"], mean)
    close(solved["var"], var)
    close(solved["diff"], x - mean)


@pytest.mark.parametrize(("n", "dim"), [(2, 5), (3, 1), (4, 3), (32, 7)])
def test_bn_train_is_the_formula(solved: Namespace, n: int, dim: int) -> None:
    """Out, mean and var are the formula's, evaluated number by number."""
    x, g, b = batch(n, n, dim)
    before = x.clone()
    for actual, expected in zip(solved["bn_train"](x, g, b), by_loops(x, g, b), strict=True):
        close(actual, expected)
    assert torch.equal(x, before)


def test_bn_train_survives_a_constant_and_a_distant_column(solved: Namespace) -> None:
    """A constant column comes out as the bias; a column at three million keeps the digits of its variance."""
    x = torch.stack([torch.full((6,), 0.5, dtype=torch.float64), normal(5, 6) + 3e6], 1)
    g, b = 1 + normal(6, 1, 2), normal(7, 1, 2)
    out, _, var = solved["bn_train"](x, g, b)
    close(out[:, 0], b[0, 0].expand(6))
    close(var, by_loops(x, g, b)[2])


def test_bn_train_is_not_torchs(solved: Namespace) -> None:
    """At n = 4 the lecture's output is torch.nn.BatchNorm1d's times √(3/4): not a matter of rounding."""
    x = normal(8, 4, 3) * 10
    g, b = torch.ones(1, 3, dtype=torch.float64), torch.zeros(1, 3, dtype=torch.float64)
    torchs = torch.nn.BatchNorm1d(3, dtype=torch.float64)(x).detach()
    close(solved["bn_train"](x, g, b)[0], torchs * 0.75**0.5, rtol=1e-5)


def test_the_layers_buffers_are_a_weighted_sum_of_all_batches(solved: Namespace) -> None:
    """After k batches a buffer is (1-m)^k of its start plus each batch's statistic, weighted by age."""
    m, batches = 0.3, [normal(seed, seed, 4) * seed + 1 for seed in (3, 5, 4)]
    layer = solved["BatchNorm"](4, m)
    for x in batches:
        layer(x)
    weights = [m * (1 - m) ** age for age in (2, 1, 0)]
    one, zero = torch.ones(1, 4, dtype=torch.float64), torch.zeros(1, 4, dtype=torch.float64)
    seen = [by_loops(x, one, zero) for x in batches]
    close(
        layer.running_mean,
        torch.stack([w * mean for w, (_, mean, _) in zip(weights, seen, strict=True)]).sum(0),
    )
    close(
        layer.running_var,
        (1 - m) ** 3 + torch.stack([w * var for w, (_, _, var) in zip(weights, seen, strict=True)]).sum(0),
    )


def test_the_layer_trains_by_the_batch(solved: Namespace) -> None:
    """In training the layer's output is bn_train's formula, and its buffers stay out of the graph."""
    x, g, b = batch(20, 5, 3)
    layer = solved["BatchNorm"](3)
    layer.gain, layer.bias = g, b
    close(layer(x.requires_grad_()).detach(), by_loops(x.detach(), g, b)[0])
    assert not layer.running_mean.requires_grad
    assert not layer.running_var.requires_grad


def test_the_layer_evaluates_as_torch_does(solved: Namespace) -> None:
    """With the same buffers, evaluation is torch.nn.BatchNorm1d's, for any n; the buffers stay."""
    layer, oracle = solved["BatchNorm"](4), torch.nn.BatchNorm1d(4, dtype=torch.float64).eval()
    layer.gain, layer.bias = normal(30, 1, 4), normal(31, 1, 4)
    layer.running_mean, layer.running_var = normal(32, 1, 4), normal(33, 1, 4).square() + 1e-4
    layer.training = False
    with torch.no_grad():
        for name, values in {
            "weight": layer.gain,
            "bias": layer.bias,
            "running_mean": layer.running_mean,
            "running_var": layer.running_var,
        }.items():
            getattr(oracle, name).copy_(values[0])
        before = copy.deepcopy((layer.running_mean, layer.running_var))
        for n in (1, 6):
            x = normal(34 + n, n, 4)
            close(layer(x), oracle(x))
    assert torch.equal(layer.running_mean, before[0])
    assert torch.equal(layer.running_var, before[1])


@pytest.mark.parametrize(("n", "dim"), [(2, 3), (3, 4), (5, 1), (32, 6)])
def test_bn_backward_is_autograds(solved: Namespace, n: int, dim: int) -> None:
    """The three hand-written gradients are those that autograd finds for an independent forward pass."""
    leaves = [part.requires_grad_() for part in batch(40 + n, n, dim)]
    dout = normal(50, n, dim)
    expected = torch.autograd.grad(by_autograd(*leaves), leaves, dout)
    x, g, _ = (leaf.detach() for leaf in leaves)
    for actual, wanted in zip(solved["bn_backward"](dout, x, g), expected, strict=True):
        close(actual, wanted, rtol=1e-7, atol=1e-9 * float(wanted.abs().max()) + 1e-12)


def test_the_single_steps_back_are_autograds(solved: Namespace) -> None:
    """Every named gradient of Tasks 4 to 6 is what autograd says of the same named intermediate."""
    x = solved["x"].clone().requires_grad_()
    g, b = (solved[name].clone().requires_grad_() for name in "gb")
    mean = x.sum(0, keepdim=True) / len(x)
    diff = x - mean
    var = diff.pow(2).sum(0, keepdim=True) / (len(x) - 1)
    inv_std = (var + EPS).rsqrt()
    xhat = diff * inv_std
    out = xhat * g + b
    nodes = {"x": x, "mean": mean, "diff": diff, "var": var, "inv_std": inv_std, "xhat": xhat, "g": g, "b": b}
    gradients = torch.autograd.grad(out, list(nodes.values()), solved["dout"])
    for (name, node), gradient in zip(nodes.items(), gradients, strict=True):
        close(solved[name], node.detach())
        # the sum of the mean's two roads cancels: allow rounding relative to the largest gradient
        close(solved["d" + name], gradient, rtol=1e-8, atol=1e-10 * float(gradient.abs().max()))


def test_fold_keeps_the_evaluation_output(solved: Namespace) -> None:
    """A folded linear layer alone gives what linear layer and BatchNorm gave in evaluation."""
    layer, oracle_input = solved["BatchNorm"](4), normal(60, 7, 6)
    W, b = normal(61, 6, 4), normal(62, 1, 4)
    layer.gain, layer.bias = 1 + 0.5 * normal(63, 1, 4), normal(64, 1, 4)
    for seed in range(70, 75):
        layer(normal(seed, 8, 6) @ W + b)
    layer.training = False
    kept = W.clone(), b.clone()
    W2, b2 = solved["fold"](W, b, layer)
    close(oracle_input @ W2 + b2, layer(oracle_input @ W + b))
    assert b2.shape == (1, 4)
    assert torch.equal(W, kept[0])
    assert torch.equal(b, kept[1])


@pytest.mark.parametrize(("n", "momentum"), [(2, 0.1), (3, 0.3), (4, 0.1), (32, 1.0)])
def test_bn_torch_is_torchs_layer(solved: Namespace, n: int, momentum: float) -> None:
    """Output and both buffers are torch.nn.BatchNorm1d's after one training step from the same state."""
    x, g, b = batch(80 + n, n, 3)
    start = normal(90, 1, 3), normal(91, 1, 3).square() + 0.1
    oracle = torch.nn.BatchNorm1d(3, momentum=momentum, dtype=torch.float64)
    with torch.no_grad():
        for name, values in {
            "weight": g,
            "bias": b,
            "running_mean": start[0],
            "running_var": start[1],
        }.items():
            getattr(oracle, name).copy_(values[0])
        wanted = oracle(x)
    out, mean, var = solved["bn_torch"](x, g, b, *start, momentum)
    close(out, wanted)
    close(mean, oracle.get_buffer("running_mean")[None])
    close(var, oracle.get_buffer("running_var")[None])


def test_the_reward_is_earned(solved: Namespace) -> None:
    """The spiral net learns with the layer and not without; the picture is drawn from folded weights."""
    assert solved["losses"][-1] < 0.05
    assert solved["plain"][-1] > 0.5
    assert solved["chance"].shape == (70, 70)
    assert (solved["h"] - solved["h_layers"]).abs().max() < 1e-9


def test_every_forbidden_name_exists(course_root: Path) -> None:
    """A rule that names nothing forbids nothing: every name in the notebook's rules can be looked up."""
    (path,) = (course_root / "source" / "07-batchnorm").glob("*.ipynb")
    rules = json.loads(path.read_text(encoding="utf-8"))["metadata"]["autograder"]["rules"]
    for rule in rules:
        assert callable(reduce(getattr, rule["name"].split(".")[1:], torch)), rule["name"]
    assert {
        "torch.nn.BatchNorm1d",
        "torch.nn.functional.batch_norm",
        "torch.Tensor.backward",
        "torch.autograd.grad",
    } <= {rule["name"] for rule in rules}


def test_a_bias_in_front_does_nothing(solved: Namespace) -> None:
    """What the text says: a row added before the layer changes neither its output nor the loss."""
    z, g, _ = batch(60, 6, 4)
    layer = solved["BatchNorm"](4)
    close(layer(z + normal(61, 1, 4)), layer(z), atol=1e-9)
    dx, _, _ = solved["bn_backward"](normal(62, 6, 4), z, g)
    close(dx.sum(0), torch.zeros(4, dtype=torch.float64), atol=1e-9)


def test_small_batches_jitter_more(solved: Namespace) -> None:
    """What the text says: one example's output varies with its batch, and less so in larger ones."""
    layer, data, spreads = solved["BatchNorm"](2), normal(63, 500, 2), []
    for seed, size in ((64, 4), (65, 64)):
        picks = torch.randint(1, 500, (200, size - 1), generator=torch.Generator().manual_seed(seed))
        spreads.append(torch.stack([layer(torch.cat([data[:1], data[pick]]))[0] for pick in picks]).std(0))
    assert (spreads[0] > 2 * spreads[1]).all()
    assert (spreads[1] > 0.01).all()
