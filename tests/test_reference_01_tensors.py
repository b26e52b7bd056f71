"""The reference of notebook 01 against independent oracles: plain loops, exact fractions, torch's own functions."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any, cast

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

Namespace = dict[str, Any]
Curve = Callable[[Tensor], Tensor]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("01-tensors")


def positive(*shape: int, seed: int = 1) -> Tensor:
    """Return float32 numbers between 0.1 and 1.1, the same at each call."""
    return 0.1 + torch.rand(*shape, generator=torch.Generator().manual_seed(seed))


def normal(*shape: int, seed: int = 1) -> Tensor:
    """Return float32 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("size", [(3, 5), (4, 4), (1, 6), (6, 1), (1, 1)])
def test_row_normalise_is_exact_shares(ns: Namespace, size: tuple[int, int]) -> None:
    """By exact fractions of whole numbers, in square tables and those with one row or column, too."""
    m = torch.randint(1, 40, size, generator=torch.Generator().manual_seed(3))
    found = ns["row_normalise"](m)
    assert found.dtype == torch.float32
    for row, shares in zip(m.tolist(), found.tolist(), strict=True):
        assert shares == pytest.approx([float(Fraction(v, sum(row))) for v in row], rel=1e-6)


def test_row_normalise_takes_a_view_and_leaves_it_alone(ns: Namespace) -> None:
    """Rows that overlap in memory (as_strided) count as rows like any others; the numbers stay what they were."""
    base = positive(20)
    before, view = base.clone(), base.as_strided((4, 3), (2, 5))
    expected = [[v / sum(row) for v in row] for row in view.tolist()]
    torch.testing.assert_close(ns["row_normalise"](view), torch.tensor(expected))
    assert torch.equal(base, before)


@pytest.mark.parametrize("k", [5, 9])
def test_one_hot_is_torchs(ns: Namespace, k: int) -> None:
    """F.one_hot as float32, also with as many examples as classes, and with every second number of a longer row."""
    ix = torch.tensor([4, 9, 0, 9, 4, 9, 2, 9, 2, 9])[::2]
    found = ns["one_hot"](ix, k)
    assert found.dtype == torch.float32
    assert torch.equal(found, F.one_hot(ix, k).float())


@pytest.mark.parametrize("size", [(7, 3), (4, 4), (1, 5), (6, 1)])
def test_pick_by_a_loop(ns: Namespace, size: tuple[int, int]) -> None:
    """Row i, column y[i], one by one, of a table and of a view whose numbers lie otherwise in memory."""
    n, k = size
    y = torch.randint(0, k, (n,), generator=torch.Generator().manual_seed(5))
    for p in (positive(n, k), positive(k, n).T):
        found = ns["pick"](p, y)
        assert found.shape == (n,)
        assert found.tolist() == [p[i, y[i]].item() for i in range(n)]


@pytest.mark.parametrize("n", [1, 2, 9])
def test_mse_by_a_loop_and_by_torch(ns: Namespace, n: int) -> None:
    """The mean over n pairs, not over n times n; F.mse_loss of two rows says the same."""
    wide, t = normal(n, 3), normal(n, seed=2)
    p = wide[:, 1:2]
    found = float(ns["mse"](p, t))
    assert found == pytest.approx(sum((a - b) ** 2 for (a,), b in zip(p.tolist(), t.tolist(), strict=True)) / n)
    assert found == pytest.approx(F.mse_loss(wide[:, 1], t).item())
    assert float(ns["mse"](t[:, None], t)) == 0


SHAPES = [
    ((4, 3), (4, 3)), ((4, 3), (4, 1)), ((4, 3), (3,)), ((4, 3), (1, 3)), ((2, 4, 3), (1, 3)), ((2, 4, 3), ()),
    ((2, 1, 3), (1, 3)), ((5, 2, 4, 3), (2, 1, 3)), ((1,), ()), ((2, 3, 1), (1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("big", "small"), SHAPES)
def test_unbroadcast_is_what_autograd_and_a_loop_say(
    ns: Namespace, big: tuple[int, ...], small: tuple[int, ...]
) -> None:
    """The gradient of expand, and the sum over all places that a number was copied to; also of a turned-over g."""
    for g in (normal(*big), normal(*reversed(big)).permute(*reversed(range(len(big))))):
        x = torch.zeros(small, requires_grad=True)
        x.expand(big).backward(g)
        found = ns["unbroadcast"](g, small)
        assert found.shape == small
        torch.testing.assert_close(found, x.grad)
        looped = torch.zeros(small)
        for place in itertools.product(*(range(length) for length in big)):
            own = place[len(big) - len(small) :]
            looped[tuple(0 if length == 1 else k for k, length in zip(own, small, strict=True))] += g[place]
        torch.testing.assert_close(found, looped)


@pytest.mark.parametrize("size", [(7, 3), (5, 5), (1, 4), (6, 1)])
def test_regression_is_autograds(ns: Namespace, size: tuple[int, int]) -> None:
    """Loss and gradient of F.mse_loss(Phi @ w, t)."""
    phi, t = positive(*size), normal(size[0])
    w = normal(size[1], seed=7).requires_grad_()
    expected = F.mse_loss(phi @ w, t)
    expected.backward()
    loss, grad = ns["regression"](phi, t, w.detach())
    torch.testing.assert_close(loss, expected.detach())
    torch.testing.assert_close(grad, w.grad)


@pytest.mark.parametrize(("size", "k"), [((7, 3), 4), ((5, 5), 5), ((1, 4), 3), ((6, 1), 2), ((4, 3), 1)])
def test_classification_is_autograds(ns: Namespace, size: tuple[int, int], k: int) -> None:
    """Loss and gradient of F.cross_entropy(Phi @ W, y), with logits far above and far below 0, too."""
    phi = positive(*size)
    y = torch.randint(0, k, size[:1], generator=torch.Generator().manual_seed(2))
    for shift in (0.0, 300.0, -300.0):
        w = (normal(size[1], k) + shift).requires_grad_()
        expected = F.cross_entropy(phi @ w, y)
        expected.backward()
        loss, grad = ns["classification"](phi, y, w.detach())
        torch.testing.assert_close(loss, expected.detach(), rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(grad, w.grad, rtol=1e-4, atol=1e-5)


def test_train_is_descent_along_autograds_gradient(ns: Namespace) -> None:
    """The weights after each number of steps, the losses before them, and the caller's weights left alone."""
    target = normal(5, seed=3)
    for steps in (0, 1, 6):
        w0, theirs, expected = normal(5), normal(5), []
        for _ in range(steps):
            theirs.requires_grad_()
            loss = ((theirs - target) ** 4).sum()
            loss.backward()
            expected.append(loss.item())
            theirs = theirs.detach() - 0.05 * cast("Tensor", theirs.grad)
        w, losses = ns["train"](lambda w: (((w - target) ** 4).sum(), 4 * (w - target) ** 3), w0, 0.05, steps)
        torch.testing.assert_close(w, theirs)
        assert [float(v) for v in losses] == pytest.approx(expected)
        assert torch.equal(w0, normal(5))


WAVES = [{}, {"height": 2.0, "speed": 0.8, "level": 1.5}, {"height": 2.5, "speed": 1.5, "level": -1.0}]


@pytest.mark.parametrize("kind", range(3))
def test_fit_sine_keeps_its_bound_and_wrong_ways_do_not(ns: Namespace, kind: int) -> None:
    """The reference stays below half the bound of 0.04; the nearest point, a line and the mean are above it."""
    x, t, curve = ns["wave"]("a test", **WAVES[kind])
    new = torch.linspace(-3.8, 3.8, 301)

    def error(f: Curve) -> float:
        return float(((f(new) - curve(new)) ** 2).mean())

    line = torch.linalg.pinv(torch.stack([torch.ones_like(x), x], 1)) @ t
    assert error(ns["fit_sine"](x, t)) < 0.02
    assert error(lambda v: t[(v[:, None] - x).abs().argmin(1)]) > 0.05
    assert error(lambda v: line[0] + line[1] * v) > 0.4
    assert error(lambda v: torch.zeros_like(v) + t.mean()) > 0.4


def test_the_table_of_errors_in_the_text(ns: Namespace) -> None:
    """Noise learned by heart costs about 0.09; a level curve or a straight line about 1; nine bumps about 0.01."""
    x, t, curve = ns["wave"]("hello")
    new = torch.linspace(-3.8, 3.8, 301)
    nearest = t[(new[:, None] - x).abs().argmin(1)]
    assert float(((nearest - curve(new)) ** 2).mean()) == pytest.approx(0.09, abs=0.03)
    assert 0.7 < float(((t.mean() - curve(new)) ** 2).mean()) < 1.7
    assert float(((ns["fit_sine"](x, t)(new) - curve(new)) ** 2).mean()) < 0.015


def test_the_learning_rates_of_the_picture(ns: Namespace) -> None:
    """0.5 settles, 0.01 creeps, 2.3 runs away: 2 over the largest curvature lies between 0.8 and 2.3."""
    x, t, _ = ns["wave"]("hello")
    phi = ns["bumps"](x)
    largest = torch.linalg.eigvalsh(2 * phi.T @ phi / len(t))[-1].item()
    assert 0.8 < 2 / largest < 2.3
    ends = [
        float(ns["train"](lambda w: ns["regression"](phi, t, w), torch.zeros(9), lr, 60)[1][-1])
        for lr in (0.01, 0.5, 2.3)
    ]
    assert ends[1] < 0.2 < ends[0] < 1.5
    assert ends[2] > 30


def test_logits_of_89_overflow(ns: Namespace) -> None:
    """What the text says of float32: e to the 89 is infinite, e to the 88 is not."""
    assert torch.tensor(89.0).exp().isinf()
    assert not torch.tensor(88.0).exp().isinf()
    assert math.isfinite(float(ns["classification"](torch.eye(2), torch.tensor([0, 1]), 112 * torch.eye(2))[0]))


def test_read_curves_by_a_loop(ns: Namespace) -> None:
    """The first of the smallest, the ends' difference, and what was lost since the best step; one step, too."""
    train, held = [3.0, 2.0, 1.5, 1.0, 0.5], [3.0, 1.25, 2.0, 1.25, 1.75]
    assert ns["read_curves"](train, held) == (1, 1.25, 0.5)
    assert ns["read_curves"]([0.5], [2.0]) == (0, 1.5, 0.0)
