"""The reference of notebook 03 against independent oracles: autograd, torch.nn, float64 formulas, and plain loops."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

Namespace = dict[str, Any]
SIZES = [(2, 4, 3), (3, 4, 2), (2, 2, 2, 2), (5, 3), (1, 1), (3, 1, 4, 2, 5)]
Network = tuple[list[Tensor], list[Tensor]]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("03-perceptron")


def normal(*shape: int, seed: int = 3) -> Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def network(sizes: tuple[int, ...], seed: int = 3) -> Network:
    """Return random weights (n_out, n_in) and biases (n_out, 1)."""
    W = [normal(n_out, n_in, seed=seed + i) for i, (n_in, n_out) in enumerate(itertools.pairwise(sizes))]
    B = [normal(n_out, 1, seed=seed + 50 + i) for i, n_out in enumerate(sizes[1:])]
    return W, B


def output(W: list[Tensor], B: list[Tensor], x: Tensor) -> Tensor:
    """The output column by torch's own layers, which take rows."""
    row = x.T
    for w, b in zip(W, B, strict=True):
        row = torch.sigmoid(F.linear(row, w, b.flatten()))
    return row.T


def by_autograd(W: list[Tensor], B: list[Tensor], pairs: list[tuple[Tensor, Tensor]]) -> Network:
    """The gradients of the mean cost ½‖a−y‖² over some pairs: of B, of W."""
    W, B = ([p.clone().requires_grad_() for p in group] for group in (W, B))
    loss = sum((0.5 * (output(W, B, x) - y).square().sum() for x, y in pairs), torch.tensor(0.0)) / len(pairs)
    grads = torch.autograd.grad(loss, [*B, *W])
    return list(grads[: len(B)]), list(grads[len(B) :])


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("z", [-0.7, 0.0, 0.4])
def test_perceptron_step_follows_rosenblatts_rule(ns: Namespace, y: int, z: float) -> None:
    """Number by number, in the four cases of the text's table; a sum of exactly 0 counts as no."""
    w, x, b = [0.5, -1.0, 2.0], [1.0, 0.5, -0.25], z + 0.5
    new_w, new_b = ns["perceptron_step"](torch.tensor(w), torch.tensor(b), torch.tensor(x), y, 0.25)
    move = 0.25 * (y - int(z > 0))
    assert new_w.tolist() == [p + move * q for p, q in zip(w, x, strict=True)]
    assert new_b.item() == pytest.approx(b + move)


def test_the_perceptron_learns_and_but_never_xor(ns: Namespace) -> None:
    """The picture's claim: after some passes AND has no point wrong, XOR one at least after each."""
    assert ns["train_perceptron"]([0, 0, 0, 1])[2][-5:] == [0] * 5
    assert min(ns["train_perceptron"]([0, 1, 1, 0])[2]) > 0


@pytest.mark.parametrize("pair", [("my_sigmoid", "my_sigmoid_prime"), ("sigmoid", "sigmoid_prime")])
def test_the_sigmoid_and_its_slope(ns: Namespace, pair: tuple[str, str]) -> None:
    """The value is 1/(1+e^-z) by the math module, the slope is autograd's; both survive large z in float32."""
    z = torch.linspace(-6, 6, 13, dtype=torch.float64).requires_grad_()
    value = torch.tensor([1 / (1 + math.exp(-item)) for item in z.tolist()], dtype=torch.float64)
    (slope,) = torch.autograd.grad(torch.special.expit(z).sum(), z)
    torch.testing.assert_close(ns[pair[0]](z.detach()), value)
    torch.testing.assert_close(ns[pair[1]](z.detach()), slope)
    far = torch.tensor([-200.0, -100.0, 100.0, 200.0])
    torch.testing.assert_close(ns[pair[0]](far), torch.tensor([0.0, 0.0, 1.0, 1.0]))
    torch.testing.assert_close(ns[pair[1]](far), torch.zeros(4))


@pytest.mark.parametrize("sizes", SIZES)
def test_forward_agrees_with_torchs_layers(ns: Namespace, sizes: tuple[int, ...]) -> None:
    """Each activation is that of Linear and Sigmoid on rows; zs are what went into the sigmoids; x comes first."""
    (W, B), x = network(sizes), normal(sizes[0], 1)
    zs, activations = ns["forward"](W, B, x)
    assert len(zs) + 1 == len(activations) == len(sizes)
    for depth, activation in enumerate(activations):
        torch.testing.assert_close(activation, output(W[:depth], B[:depth], x))
    for z, activation in zip(zs, activations[1:], strict=True):
        torch.testing.assert_close(z, torch.logit(activation), rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("n", [1, 3, 5])
def test_cost_is_n_halves_of_mse_loss(ns: Namespace, n: int) -> None:
    """Half the squared distance by a loop, and, as the text says, n/2 times torch's mean squared error."""
    a, y = normal(n, 1), normal(n, 1, seed=4)
    loop = sum((p - q) ** 2 / 2 for p, q in zip(a.flatten().tolist(), y.flatten().tolist(), strict=True))
    assert ns["cost"](a, y).shape == ()
    assert ns["cost"](a, y).item() == pytest.approx(loop)
    torch.testing.assert_close(ns["cost"](a, y), n / 2 * F.mse_loss(a, y))


def test_the_slow_start_is_as_the_text_says(ns: Namespace) -> None:
    """From z = 5 the quadratic cost takes far longer than from z = 1, the cross-entropy hardly; its δ is a − y."""
    costs = ns["costs"]
    steps = {
        (title, start): sum(a >= 0.5 for a in ns["one_neuron"](start, costs[title]))
        for title in ("quadratic", "cross-entropy")
        for start in (1.0, 5.0)
    }
    assert steps["quadratic", 5.0] > 20 * steps["quadratic", 1.0]
    assert steps["cross-entropy", 5.0] < 4 * steps["cross-entropy", 1.0] < steps["quadratic", 5.0] / 20
    z = torch.tensor(5.0, dtype=torch.float64, requires_grad=True)
    for title, cost in (("quadratic", z.sigmoid() ** 2 / 2), ("cross-entropy", -(1 - z.sigmoid()).log())):
        expected = torch.autograd.grad(cost, z)[0]
        torch.testing.assert_close(costs[title](z.detach().sigmoid(), z.detach()), expected)
    assert ns["sigmoid_prime"](z).item() == pytest.approx(0.007, abs=5e-4)


def test_of_equal_outputs_the_first_is_the_answer(ns: Namespace) -> None:
    """A tie goes to the first of the largest outputs, also where σ has rounded to 1."""
    saturated = torch.tensor([[20.0], [-1.0], [30.0]]).sigmoid()
    assert saturated.flatten().tolist()[::2] == [1.0, 1.0]
    right = [ns["evaluate"](lambda x: x, [(saturated, torch.eye(3)[:, [k]])]) for k in range(3)]
    assert right == [1, 0, 0]


def test_the_steps_by_hand_are_the_gradients_of_autograd(ns: Namespace) -> None:
    """delta1 and delta2 are the derivatives with respect to z1 and z2, the four nablas those of the parameters."""
    x, y = ns["x"], ns["y"]
    W1, b1, W2, b2 = (ns[name].clone().requires_grad_() for name in ("W1", "b1", "W2", "b2"))
    z1 = W1 @ x + b1
    z2 = W2 @ torch.sigmoid(z1) + b2
    loss = 0.5 * (torch.sigmoid(z2) - y).square().sum()
    found = torch.autograd.grad(loss, (z1, z2, b1, W1, b2, W2))
    for name, expected in zip(("delta1", "delta2", "nabla_b1", "nabla_w1", "nabla_b2", "nabla_w2"), found, strict=True):
        torch.testing.assert_close(ns[name], expected)


@pytest.mark.parametrize("sizes", SIZES)
def test_backprop_agrees_with_autograd(ns: Namespace, sizes: tuple[int, ...]) -> None:
    """For any depth, the gradients of ½‖a−y‖² in the order of B and W."""
    (W, B), x, y = network(sizes), normal(sizes[0], 1, seed=8), normal(sizes[-1], 1, seed=9)
    nabla_b, nabla_w = ns["backprop"](W, B, x, y)
    expected_b, expected_w = by_autograd(W, B, [(x, y)])
    torch.testing.assert_close(nabla_b, expected_b)
    torch.testing.assert_close(nabla_w, expected_w)


def test_nudged_costs_agree_with_autograd(ns: Namespace) -> None:
    """The gradient check that students see is right itself, and leaves the weights as they were."""
    (W, B), x, y = network((3, 4, 2)), normal(3, 1, seed=8), normal(2, 1, seed=9)
    found = ns["nudged"](W, B, x, y)
    torch.testing.assert_close((W, B), network((3, 4, 2)))
    torch.testing.assert_close(tuple(found), by_autograd(W, B, [(x, y)]), rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize("m", [1, 4, 7])
def test_a_mini_batch_is_a_step_of_torchs_sgd(ns: Namespace, m: int) -> None:
    """With backprop, the new weights are those of torch.optim.SGD on the mean cost of the batch; the old ones stay."""
    W, B = network((2, 4, 3))
    batch = [(normal(2, 1, seed=20 + i), normal(3, 1, seed=40 + i)) for i in range(m)]
    parameters = [p.clone().requires_grad_() for p in (*B, *W)]
    for p, grad in zip(parameters, itertools.chain(*by_autograd(W, B, batch)), strict=True):
        p.grad = grad
    torch.optim.SGD(parameters, lr=0.7).step()
    new_W, new_B = ns["update_mini_batch"](W, B, batch, 0.7, ns["backprop"])
    torch.testing.assert_close([*new_B, *new_W], [p.detach() for p in parameters])
    torch.testing.assert_close((W, B), network((2, 4, 3)))


def test_the_toy_gradient_is_what_its_docstring_says(ns: Namespace) -> None:
    """By autograd, that of −cos(s·p − t + c): c is the sum of the weights for biases, and of the biases for weights."""
    (W, B), x, y = network((2, 4, 3)), normal(2, 1, seed=8), normal(3, 1, seed=9)
    parameters = [p.clone().requires_grad_() for p in (*B, *W)]
    of_others = [sum(w.sum() for w in W)] * len(B) + [sum(b.sum() for b in B)] * len(W)
    terms = (-torch.cos(x.sum() * p - y.sum() + c).sum() for p, c in zip(parameters, of_others, strict=True))
    loss = sum(terms, torch.tensor(0.0))
    toy_b, toy_w = ns["toy_gradient"](W, B, x, y)
    torch.testing.assert_close([*toy_b, *toy_w], list(torch.autograd.grad(loss, parameters)))


def test_evaluate_counts_like_a_loop(ns: Namespace) -> None:
    """The number of equal places of the largest entries, as an int; 0 of no data."""
    net, data = ns["half_right"]("a test", 30)
    count = 0
    for x, y in data:
        outputs, wanted = net(x).flatten().tolist(), y.flatten().tolist()
        count += outputs.index(max(outputs)) == wanted.index(1.0)
    assert 0 < count < 30
    assert ns["evaluate"](net, data) == count
    assert type(ns["evaluate"](net, data)) is int
    assert ns["evaluate"](net, []) == 0


def test_the_data_are_columns_and_the_halves_are_apart(ns: Namespace) -> None:
    """1,397 and 400 pairs: grey levels from 0 to 1, one-hot labels, no digit in both."""
    train, test = ns["train_data"], ns["test_data"]
    assert (len(train), len(test)) == (1397, 400)
    assert sorted(ns["order"]) == list(range(1797))
    for x, y in train[:20]:
        assert x.shape == (64, 1)
        assert x.min() >= 0
        assert x.max() <= 1
        assert sorted(y.flatten().tolist()) == [0.0] * 9 + [1.0]


def test_the_mean_digits_are_right_about_nine_times_in_ten(ns: Namespace) -> None:
    """What the text promises of the network without training; its answer is the nearest of the ten means."""
    train, test, net = ns["train_data"], ns["test_data"], ns["nearest_mean"]()
    means = [torch.stack([x for x, y in train if y[k] == 1]).mean(0) for k in range(10)]
    for x, _ in test[:50]:
        assert net(x).argmax().item() == min(range(10), key=lambda k: (x - means[k]).norm().item())
    assert 0.84 < ns["evaluate"](net, test) / len(test) < 0.95


def test_the_reward_learns_to_read(ns: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """Two epochs lift the network from chance to three digits in four."""
    W, B = ns["train_digits"](epochs=2)
    right = ns["evaluate"](lambda x: output(W, B, x), ns["test_data"])
    assert right > 0.7 * len(ns["test_data"])
    assert capsys.readouterr().out.endswith(f"epoch  2: {right} of 400 right\n")
