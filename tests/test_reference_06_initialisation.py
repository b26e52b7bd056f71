"""The reference of notebook 06 against independent oracles: torch's losses and initialisers, autograd, loops."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

Namespace = dict[str, Any]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("06-initialisation")


def seeded(seed: int = 6) -> torch.Generator:
    """Return a generator that begins at the same numbers each time."""
    return torch.Generator().manual_seed(seed)


def outputs(n: int, width: int, scale: float = 2.0) -> Tensor:
    """Return outputs of a tanh, some of them saturated."""
    return (scale * torch.randn(n, width, generator=seeded())).tanh()


def sigmas(values: Tensor, std: float) -> float:
    """How many standard errors the spread of normal numbers is away from std."""
    return abs(float(values.std()) / std - 1) * math.sqrt(2 * values.numel())


@pytest.mark.parametrize("tokens", [1, 2, 27, 50_257])
def test_the_loss_at_the_start_is_the_cross_entropy_of_equal_logits(ns: Namespace, tokens: int) -> None:
    """The cross entropy of any constant logits, by torch, is the same number."""
    logits = torch.full((1, tokens), 3.0, dtype=torch.float64)
    assert float(ns["init_loss"](tokens)) == pytest.approx(F.cross_entropy(logits, torch.tensor([0])).item())


@pytest.mark.parametrize(("tokens", "a"), [(2, 1.0), (7, -4.0), (27, 28.0), (5, 0.0)])
def test_the_loss_of_a_sure_net_is_the_cross_entropy_over_all_labels(ns: Namespace, tokens: int, a: float) -> None:
    """Torch's cross entropy of the same logits for each label, averaged, is the same number."""
    logits = torch.zeros(tokens, tokens, dtype=torch.float64)
    logits[:, 0] = a
    expected = F.cross_entropy(logits, torch.arange(tokens)).item()
    assert float(ns["sure_loss"](tokens, a)) == pytest.approx(expected)


@pytest.mark.parametrize(("nonlinearity", "gain"), [("linear", 1.0), ("relu", math.sqrt(2)), ("tanh", 5 / 3)])
@pytest.mark.parametrize("shape", [(40, 150), (150, 40)])
def test_kaiming_spreads_like_torchs(ns: Namespace, nonlinearity: Any, gain: float, shape: tuple[int, int]) -> None:
    """Within five sigmas it has the spread of torch's initialiser, which reads the fan-in from the other dimension."""
    W = ns["kaiming"](torch.randn(*shape, generator=seeded()), gain)
    oracle = torch.empty(shape[1], shape[0])
    torch.nn.init.kaiming_normal_(oracle, nonlinearity=nonlinearity, generator=seeded(7))
    expected = torch.nn.init.calculate_gain(nonlinearity) / math.sqrt(shape[0])
    assert W.shape == shape
    assert sigmas(W, expected) < 5
    assert sigmas(oracle, expected) < 5


def test_kaiming_keeps_the_spread_of_what_goes_through(ns: Namespace) -> None:
    """A linear layer of gain 1 gives each neuron, on average, the variance of its inputs."""
    x = torch.randn(300, 200, generator=seeded())
    out = x @ ns["kaiming"](torch.randn(200, 300, generator=seeded(7)), 1.0)
    assert float(out.var() / x.var()) == pytest.approx(1, abs=0.05)


def test_the_net_has_the_right_shapes_and_spreads(ns: Namespace) -> None:
    """All layers but the last have gain 5/3, the last 0.1, within five sigmas."""
    sizes = [60, 100, 80, 70]
    Ws = ns["make_net"](sizes, ns["kaiming"], seeded())
    assert [W.shape for W in Ws] == [(60, 100), (100, 80), (80, 70)]
    for W, gain in zip(Ws, [5 / 3, 5 / 3, 0.1], strict=True):
        assert sigmas(W, gain / math.sqrt(len(W))) < 5
        assert abs(float(W.mean())) < 5 * float(W.std()) / math.sqrt(W.numel())


def test_the_net_is_drawn_from_the_given_generator(ns: Namespace) -> None:
    """The same seed gives the same net, another seed another one, and no layer repeats the one before."""
    first, again, other = (ns["make_net"]([8, 8, 8], ns["kaiming"], seeded(seed)) for seed in (1, 1, 2))
    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    assert not torch.isclose(first[0], other[0]).all()
    assert abs(float(torch.corrcoef(torch.stack([first[0].flatten(), first[1].flatten()]))[0, 1])) < 5 / 8


def test_the_net_starts_at_the_expected_loss(ns: Namespace) -> None:
    """A net drawn so starts within a hundredth of the loss that Task 1 expects."""
    x, targets = ns["a_batch"](200, seeded())
    logits = ns["through"](x, ns["make_net"](ns["SIZES"], ns["kaiming"], seeded(7)))[-1]
    assert float(F.cross_entropy(logits, targets)) == pytest.approx(ns["init_loss"](ns["V"]), abs=0.01)


@pytest.mark.parametrize(("n", "width", "scale"), [(50, 20, 2.0), (1, 3, 5.0), (7, 4, 0.1)])
def test_saturation_counts_the_flat_places_of_tanh(ns: Namespace, n: int, width: int, scale: float) -> None:
    """The slope that autograd finds is below 1 − 0.97² at just that share of the places."""
    z = (scale * torch.randn(n, width, generator=seeded(), dtype=torch.float64)).requires_grad_()
    h = z.tanh()
    (slope,) = torch.autograd.grad(h.sum(), z)
    expected = sum(s < 1 - 0.97**2 for s in slope.flatten().tolist()) / (n * width)
    assert float(ns["saturation"](h.detach())) == pytest.approx(expected)


def test_nothing_on_the_line_is_saturated(ns: Namespace) -> None:
    """Exactly 0.97 does not count, on either side."""
    h = torch.tensor([[0.97, -0.97]], dtype=torch.float64)
    assert float(ns["saturation"](h)) == 0
    assert ns["dead"](h).tolist() == [False, False]


@pytest.mark.parametrize(("n", "width"), [(1, 6), (3, 40), (4, 4)])
def test_dead_neurons_by_a_loop(ns: Namespace, n: int, width: int) -> None:
    """A neuron is dead if a loop over its outputs finds none within 0.97 of zero."""
    h = outputs(n, width, 4.0)
    expected = [not any(-0.97 <= h[i, j] <= 0.97 for i in range(n)) for j in range(width)]
    assert ns["dead"](h).tolist() == expected
    assert ns["dead"](h).dtype == torch.bool


@pytest.mark.parametrize("shape", [(4, 5), (30,), (2, 3, 4)])
@pytest.mark.parametrize("lr", [0.1, 1e-4])
def test_the_update_ratio_compares_the_weights_before_and_after_a_step(
    ns: Namespace, shape: tuple[int, ...], lr: float
) -> None:
    """The spread of what a step of gradient descent really changes, in float64, by the formula."""
    W = 1 + torch.randn(*shape, generator=seeded(), dtype=torch.float64)
    grad = 2 + torch.randn(*shape, generator=seeded(7), dtype=torch.float64)
    step = (W - (W - lr * grad)).flatten().tolist()

    def spread(values: list[float]) -> float:
        mean = sum(values) / len(values)
        return math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1))

    expected = math.log10(spread(step) / spread(W.flatten().tolist()))
    assert float(ns["log10_update_ratio"](W, grad, lr)) == pytest.approx(expected, abs=1e-8)


def test_what_the_four_starts_show(ns: Namespace) -> None:
    """As the text says: of a net of zeros only the biases move; Kaiming's start learns, its last layer slows down."""
    X, Y = ns["a_batch"](150 * 64, seeded(), every=1)

    def zeros(Z: Tensor, gain: float) -> Tensor:
        return 0 * gain * Z

    stuck, _, moved = ns["train"](zeros, X, Y)
    assert moved[:-1] == [0.0] * 5
    assert moved[-1] > 0.1
    learned, ratios, _ = ns["train"](ns["kaiming"], X, Y)
    assert sum(learned[-20:]) / 20 < sum(stuck[-20:]) / 20 - 0.3
    assert ratios[-1][-1] < ratios[0][-1] - 0.3
    assert min(ratios[-1][:-1]) > max(ratios[0][:-1])


@pytest.mark.parametrize(("gain", "std", "saturated"), [(1, 0.36, 0.0), (5 / 3, 0.66, 0.06), (3, 0.84, 0.40)])
def test_the_gains_side_by_side(ns: Namespace, gain: float, std: float, saturated: float) -> None:
    """The fourth layer's spread and saturation are about those that the text names, on other numbers too."""
    x, _ = ns["a_batch"](200, seeded())
    g = seeded(7)
    Ws = [ns["kaiming"](torch.randn(*shape, generator=g), gain) for shape in pairwise(ns["SIZES"])]
    last = ns["through"](x, Ws)[-2]
    assert float(last.std()) == pytest.approx(std, abs=0.04)
    assert float(ns["saturation"](last)) == pytest.approx(saturated, abs=0.03)
