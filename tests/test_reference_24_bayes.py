"""The reference of notebook 24 against independent oracles: torch.distributions, enumeration, fractions, loops."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

Namespace = dict[str, Any]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("24-bayes")


def normal(*shape: int, seed: int = 24) -> Tensor:
    """Return float32 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def whole(high: int, *shape: int, seed: int = 24) -> Tensor:
    """Return whole numbers from 0 to high - 1, the same at each call."""
    return torch.randint(0, high, shape, generator=torch.Generator().manual_seed(seed))


# ---- Bayes' rule

HALF, TENTH = Fraction(1, 2), Fraction(1, 10)
SPRINKLER: dict[str, tuple[tuple[str, ...], dict[tuple[int, ...], Fraction]]] = {
    "wet": (("rain", "sprinkler"), {(0, 0): TENTH, (0, 1): 8 * TENTH, (1, 0): 9 * TENTH, (1, 1): Fraction(99, 100)}),
    "sprinkler": (("rain",), {(0,): 4 * TENTH, (1,): TENTH}),
    "rain": ((), {(): 2 * TENTH}),
}


@pytest.mark.parametrize("evidence", [{}, {"wet": 1}, {"wet": 0, "rain": 0}, {"sprinkler": 1, "wet": 1}, {"rain": 1}])
def test_posterior_by_exact_enumeration(ns: Namespace, evidence: dict[str, int]) -> None:
    """Eight worlds, written out by hand in exact fractions; effects stand before their causes."""
    weights = {}
    for rain, sprinkler, wet in itertools.product((0, 1), repeat=3):
        p = (2 * TENTH) if rain else (8 * TENTH)
        on = TENTH if rain else 4 * TENTH
        p *= on if sprinkler else 1 - on
        damp = SPRINKLER["wet"][1][rain, sprinkler]
        p *= damp if wet else 1 - damp
        world = {"rain": rain, "sprinkler": sprinkler, "wet": wet}
        if all(world[name] == seen for name, seen in evidence.items()):
            weights[rain, sprinkler, wet] = p
    total = sum(weights.values())
    floats = {v: (causes, {key: float(p) for key, p in table.items()}) for v, (causes, table) in SPRINKLER.items()}
    found = ns["posterior"](floats, evidence)
    for place, name in enumerate(("rain", "sprinkler", "wet")):
        exact = sum(p for world, p in weights.items() if world[place]) / total
        assert found[name] == pytest.approx(float(exact), abs=1e-12)


def test_a_second_symptom_explains_the_first_away(ns: Namespace) -> None:
    """What the text says of the picture: bad data gain by a high loss, and lose nearly all of it again by a NaN."""
    nothing, high, both = (
        ns["posterior"](ns["net"], seen)["data"] for seen in ({}, {"high": 1}, {"high": 1, "nan": 1})
    )
    assert high > 1.6 * nothing
    assert nothing < both < nothing + 0.35 * (high - nothing)


# ---- likelihood, divergence, layers


def test_gauss_nll_is_that_of_torch(ns: Namespace) -> None:
    """Minus the mean of Normal(mu, sigma).log_prob(y), and torch's own loss with its constant."""
    y, mu, logvar = normal(9), normal(9, seed=1), 2 * normal(9, seed=2)
    found = float(ns["gauss_nll"](y, mu, logvar))
    sigma = (logvar / 2).exp()
    assert found == pytest.approx(-torch.distributions.Normal(mu, sigma).log_prob(y).mean().item(), rel=1e-5)
    assert found == pytest.approx(F.gaussian_nll_loss(mu, y, logvar.exp(), full=True).item(), rel=1e-4)


@pytest.mark.parametrize("shape", [(1,), (5,), (3, 4)])
def test_kl_gauss_is_that_of_torch(ns: Namespace, shape: tuple[int, ...]) -> None:
    """The sum of kl_divergence over all weights; 0 for the same distribution twice."""
    mu, logvar, mu0, logvar0 = (normal(*shape, seed=k) for k in range(4))
    q = torch.distributions.Normal(mu, (logvar / 2).exp())
    p = torch.distributions.Normal(mu0, (logvar0 / 2).exp())
    expected = torch.distributions.kl_divergence(q, p).sum().item()
    assert float(ns["kl_gauss"](mu, logvar, mu0, logvar0)) == pytest.approx(expected, rel=1e-5)
    assert float(ns["kl_gauss"](mu, logvar, mu, logvar)) == pytest.approx(0, abs=1e-6)


def test_bayes_linear_has_the_distribution_it_says(ns: Namespace) -> None:
    """Over many draws, mean and variance of x @ W are x @ mu and x² @ exp(logvar), within five standard errors."""
    x, mu, logvar = normal(3, 4), normal(4, 2, seed=1), normal(4, 2, seed=2)
    draws = 20_000
    out = ns["bayes_linear"](x, mu, logvar, normal(draws, 4, 2, seed=3))
    variance = x**2 @ logvar.exp()
    assert out.shape == (draws, 3, 2)
    assert ((out.mean(0) - x @ mu).abs() < 5 * (variance / draws).sqrt()).all()
    assert ((out.var(0) / variance - 1).abs() < 5 * (2 / draws) ** 0.5).all()


def test_bayes_linear_lets_the_gradient_through(ns: Namespace) -> None:
    """The gradients of mu and logvar are the slopes that central differences in double precision find."""
    x, eps = normal(5, 3).double(), normal(4, 3, 2, seed=1).double()
    inputs = [normal(3, 2, seed=k).double().requires_grad_() for k in (2, 3)]

    def pulled(mu: Tensor, logvar: Tensor) -> Tensor:
        square: Tensor = ns["bayes_linear"](x, mu, logvar, eps) ** 2
        return square.sum()

    pulled(*inputs).backward()
    for which, place in itertools.product((0, 1), itertools.product(range(3), range(2))):
        ends = []
        for h in (1e-5, -1e-5):
            moved = [one.detach().clone() for one in inputs]
            moved[which][place] += h
            ends.append(pulled(*moved).item())
        grad = inputs[which].grad
        assert grad is not None
        assert grad[place].item() == pytest.approx((ends[0] - ends[1]) / 2e-5, rel=1e-6)


@pytest.mark.parametrize("shape", [(6,), (4, 3)])
def test_mc_dropout_by_numpy(ns: Namespace, shape: tuple[int, ...]) -> None:
    """The mean and the std with ddof = 1 of numpy over the answers, one for each mask, in their order."""
    h, w, masks = normal(shape[0], 5), normal(5, *shape[1:], seed=1), whole(2, 7, 5).float()
    asked: list[Tensor] = []

    def f(mask: Tensor) -> Tensor:
        asked.append(mask)
        return (h * mask) @ w

    mean, std = ns["mc_dropout"](f, masks)
    assert torch.equal(torch.stack(asked), masks)
    said = np.stack([((h * mask) @ w).numpy() for mask in masks])
    np.testing.assert_allclose(mean, said.mean(0), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(std, said.std(0, ddof=1), rtol=1e-4, atol=1e-6)


def test_both_kinds_add_up_to_the_mixtures_variance(ns: Namespace) -> None:
    """The sum of aleatoric and epistemic is the variance of torch's MixtureSameFamily of the S normal distributions."""
    mus, logvars = normal(5, 6), normal(5, 6, seed=1)
    parts = torch.distributions.Normal(mus.T, (logvars.T / 2).exp())
    even = torch.distributions.Categorical(torch.ones(6, 5))
    mixture = torch.distributions.MixtureSameFamily(even, parts)
    torch.testing.assert_close(ns["aleatoric"](logvars) + ns["epistemic"](mus), mixture.variance)
    assert ns["epistemic"](mus[:1]).abs().max() == 0


# ---- calibration


@pytest.mark.parametrize("bins", [1, 4, 10, 50])
def test_ece_by_exact_fractions(ns: Namespace, bins: int) -> None:
    """Bins by exact multiples of 1/16, so that no edge is left to rounding; 0 and 1 are among them."""
    p, y = whole(17, 40), whole(2, 40, seed=1)
    p[:2] = torch.tensor([0, 16])
    inside: dict[int, list[Fraction]] = {}
    for sixteenths, outcome in zip(p.tolist(), y.tolist(), strict=True):
        said = Fraction(sixteenths, 16)
        inside.setdefault(min(int(said * bins), bins - 1), []).append(said - outcome)
    expected = sum((abs(sum(gaps, Fraction())) for gaps in inside.values()), Fraction()) / 40
    assert float(ns["ece"](p / 16, y, bins)) == pytest.approx(float(expected), rel=1e-5)


def test_temperatures_by_hand(ns: Namespace) -> None:
    """The losses from softmax written out in double precision, and the least of them."""
    logits, y, ts = 5 * normal(30, 4), whole(4, 30), [0.5, 1.0, 3.0, 9.0]
    best, losses = ns["temperatures"](logits, y, ts)
    expected = []
    for t in ts:
        weights = [[math.exp(z / t) for z in row] for row in logits.tolist()]
        expected.append(sum(-math.log(w[k] / sum(w)) for w, k in zip(weights, y.tolist(), strict=True)) / 30)
    assert losses.tolist() == pytest.approx(expected, rel=1e-5)
    assert best == ts[expected.index(min(expected))]


# ---- intervals


def test_ci_mean_by_numpy_and_by_trial(ns: Namespace) -> None:
    """As numpy's std with ddof = 1; and of 1,000 intervals of 30 normal numbers about 94 to 95 % hold the true mean."""
    x = normal(6) + 3
    low, high = ns["ci_mean"](x, z=2.5)
    reach = 2.5 * x.numpy().std(ddof=1) / 6**0.5
    assert (float(low), float(high)) == pytest.approx((x.mean().item() - reach, x.mean().item() + reach), rel=1e-5)
    ends = [ns["ci_mean"](one) for one in normal(1000, 30, seed=5)]
    held = sum(bool(low < 0 < high) for low, high in ends) / 1000
    assert 0.92 < held < 0.96


def test_bootstrap_by_numpy(ns: Namespace) -> None:
    """np.quantile of the numbers of all draws, of a row and of a table whose rows stay together."""
    draws = whole(12, 40, 12)
    for x, stat in ((normal(12), torch.median), (normal(12, 3), lambda rows: (rows[:, 0] * rows[:, 2]).mean())):
        expected = np.quantile([stat(x[places]).item() for places in draws], [0.025, 0.975])
        assert [float(v) for v in ns["bootstrap"](x, stat, draws)] == pytest.approx(list(expected), rel=1e-4)


# ---- unbalanced data


@pytest.mark.parametrize("k", [4, 6])
def test_class_weights_by_counting(ns: Namespace, k: int) -> None:
    """N over K times the count; where all classes occur, the weights of all examples sum to N."""
    y = torch.tensor([0, 0, 0, 1, 2, 2, 3, 0, 0])
    w = ns["class_weights"](y, k)
    counts = [y.tolist().count(j) for j in range(k)]
    assert w.dtype == torch.float32
    assert w.tolist() == pytest.approx([9 / (k * c) if c else 0 for c in counts])
    assert w[y].sum().item() == pytest.approx(9 * 4 / k)


def test_oversample_by_a_loop(ns: Namespace) -> None:
    """The example of the text; and round and round by a loop over lists, a class missing."""
    assert ns["oversample"](torch.tensor([0, 1, 0, 0, 1, 0, 0]), 2).tolist() == [0, 2, 3, 5, 6, 1, 4, 1, 4, 1]
    y = torch.tensor([2, 0, 2, 2, 0, 2, 3])
    expected = []
    for k in range(5):
        own = [i for i, label in enumerate(y.tolist()) if label == k]
        expected += [own[j % len(own)] for j in range(4)] if own else []
    assert ns["oversample"](y, 5).tolist() == expected


def test_balanced_split_keeps_the_parts_apart(ns: Namespace) -> None:
    """No place of the test part is trained on; the test part is as drawn; the classes of training are equally many."""
    y = torch.tensor([0] * 30 + [1] * 6)
    order = torch.randperm(36, generator=torch.Generator().manual_seed(2))
    train, test = ns["balanced_split"](y, order, 10, 2, ns["oversample"])
    assert test.tolist() == order[:10].tolist()
    assert set(train.tolist()) == set(order[10:].tolist())
    assert (y[train] == 0).sum() == (y[train] == 1).sum()


def test_f1_in_exact_fractions(ns: Namespace) -> None:
    """Counted one by one, over many small cases, those with nothing said or nothing to find included."""
    for case in range(64):
        said, y = whole(2, 5, seed=case), whole(3, 5, seed=100 + case) // 2
        pairs = list(zip(said.tolist(), y.tolist(), strict=True))
        tp, fp, fn = (pairs.count(kind) for kind in ((1, 1), (1, 0), (0, 1)))
        expected = [
            Fraction(tp, max(tp + fp, 1)),
            Fraction(tp, max(tp + fn, 1)),
            Fraction(2 * tp, max(2 * tp + fp + fn, 1)),
        ]
        assert [float(v) for v in ns["f1"](said, y)] == pytest.approx([float(v) for v in expected])


def test_pr_curve_threshold_by_threshold(ns: Namespace) -> None:
    """Precision and recall of `score >= threshold` at each score, from above, by the notebook's own definition."""
    scores, y = normal(14), whole(2, 14)
    precision, recall = ns["pr_curve"](scores, y)
    for k, threshold in enumerate(scores.sort(descending=True).values):
        called = scores >= threshold
        hits = (called & (y == 1)).sum().item()
        assert precision[k].item() == pytest.approx(hits / called.sum().item())
        assert recall[k].item() == pytest.approx(hits / y.sum().item())


# ---- baselines and ratings


def test_baselines_by_loops(ns: Namespace) -> None:
    """The most frequent class of training, and the shares of training, judged on the test labels."""
    train, test = [1, 1, 1, 0, 2, 2, 1, 0], [2, 1, 0, 2, 1]
    accuracy, loss = ns["baselines"](torch.tensor(train), torch.tensor(test), 3)
    assert float(accuracy) == pytest.approx(2 / 5)
    shares = {k: train.count(k) / 8 for k in range(3)}
    assert float(loss) == pytest.approx(-sum(math.log(shares[k]) for k in test) / 5, rel=1e-5)


def test_bradley_terry_is_the_most_probable(ns: Namespace) -> None:
    """At the end the gradient of the log-likelihood of all votes is 0 (autograd); the mean rating is 1000."""
    wins = whole(9, 5, 5).float() + 1
    wins.fill_diagonal_(0)
    elo = ns["bradley_terry"](wins, 500)
    logs = ((elo - 1000) / 400 * math.log(10)).double().requires_grad_()
    (wins * F.logsigmoid(logs[:, None] - logs)).sum().backward()
    assert logs.grad is not None
    assert logs.grad.abs().max() < 1e-3
    assert elo.mean().item() == pytest.approx(1000, abs=1e-2)


def test_bradley_terry_of_two_players_is_a_quotient(ns: Namespace) -> None:
    """8 wins against 2: four times as strong, 400 · log10(4) apart, from the first step on."""
    for steps in (1, 7):
        elo = ns["bradley_terry"](torch.tensor([[0.0, 8.0], [2.0, 0.0]]), steps)
        assert (elo[0] - elo[1]).item() == pytest.approx(400 * math.log10(4), rel=1e-4)


def test_rating_intervals_by_numpy(ns: Namespace) -> None:
    """np.quantile over the draws of ratings from tables that were counted with a Counter's patience."""
    votes = torch.tensor([[0, 1], [0, 1], [2, 0], [1, 2], [0, 2], [0, 1]])
    draws = whole(6, 25, 6)
    rated = []
    for places in draws.tolist():
        table = np.zeros((4, 4))
        for place in places:
            table[tuple(votes[place].tolist())] += 1
        rated.append(2 * table.sum(1) - table.sum(0))
    found = ns["rating_intervals"](votes, draws, 4, lambda wins: 2 * wins.sum(1) - wins.sum(0))
    np.testing.assert_allclose(found, np.quantile(rated, [0.025, 0.975], axis=0).T, rtol=1e-5, atol=1e-5)
