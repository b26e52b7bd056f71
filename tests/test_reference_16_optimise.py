"""The reference of notebook 16 against independent oracles: torch.optim, autograd, scikit-learn, loops, fractions."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from course_data.optimisation import few_digits, measurements, train_digits
from course_data.training import one_thread

Namespace = dict[str, Any]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("16-optimise")


def normal(*shape: int, seed: int = 16) -> Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


# ------------------------------------------------------------------------------------------------ regularise


@pytest.mark.parametrize(("degree", "lam"), [(0, 0.0), (0, 2.0), (1, 0.0), (3, 0.5), (5, 1e-3)])
def test_fit_poly_is_where_the_penalised_errors_have_no_slope(ns: Namespace, degree: int, lam: float) -> None:
    """By autograd: the loss of the text, written with loops, has gradient 0 at the coefficients."""
    x, y = normal(12), normal(12, seed=1)
    w = ns["fit_poly"](x, y, degree, lam).requires_grad_()
    assert w.shape == (degree + 1,)
    errors = [sum(w[j] * x[i] ** j for j in range(degree + 1)) - y[i] for i in range(len(x))]
    loss = sum(e**2 for e in errors) + lam * sum((w[j] ** 2 for j in range(1, degree + 1)), torch.tensor(0.0))
    (slope,) = torch.autograd.grad(loss, w)
    assert slope.abs().max() < 1e-7


def test_fit_poly_finds_a_polynomial_again_exactly(ns: Namespace) -> None:
    """Without noise and penalty the planted coefficients come back; solved in exact fractions."""
    planted = [Fraction(3, 2), Fraction(-2), Fraction(1, 4)]
    points = [Fraction(k, 4) for k in range(-3, 5)]
    values = [sum(c * p**j for j, c in enumerate(planted)) for p in points]
    x, y = (torch.tensor([float(v) for v in row], dtype=torch.float64) for row in (points, values))
    torch.testing.assert_close(ns["fit_poly"](x, y, 2, 0.0).tolist(), [float(c) for c in planted], rtol=1e-9, atol=1e-9)


def test_a_stronger_penalty_makes_smaller_coefficients_and_larger_errors(ns: Namespace) -> None:
    """Over ten strengths both are monotone, and the constant goes to the mean of y."""
    x, y = measurements(torch.Generator().manual_seed(3), 20)
    fits = [ns["fit_poly"](x, y, 7, 10.0**k) for k in range(-4, 9, 2)]
    sizes = [w[1:].norm().item() for w in fits]
    errors = [((x[:, None] ** torch.arange(8) @ w - y) ** 2).sum().item() for w in fits]
    assert sizes == sorted(sizes, reverse=True)
    assert errors == sorted(errors)
    assert fits[-1][0].item() == pytest.approx(y.mean().item(), abs=1e-4)


@pytest.mark.parametrize("lam", [0.0, 0.3, 7.0])
def test_l2_is_a_loop_over_numbers_and_its_gradient_is_autograds(ns: Namespace, lam: float) -> None:
    """The penalty by a loop over Python numbers; its gradient by autograd; parameters of one dimension are left out."""
    shapes = [(3, 5), (5,), (2, 1, 3, 2), (1, 4), (1,)]
    params = [normal(*shape, seed=k).requires_grad_() for k, shape in enumerate(shapes)]
    penalty, grads = ns["l2"]([p.detach() for p in params], lam)
    numbers = [v for p in params if p.ndim >= 2 for v in p.flatten().tolist()]
    assert float(penalty) == pytest.approx(lam / 2 * math.fsum(v * v for v in numbers), rel=1e-12)
    total, _ = ns["l2"](params, lam)
    expected = torch.autograd.grad(total, params, allow_unused=True)
    for p, grad, want in zip(params, grads, expected, strict=True):
        torch.testing.assert_close(grad, torch.zeros_like(p) if want is None else want)


@pytest.mark.parametrize("p", [0.0, 0.3, 0.8])
def test_dropout_keeps_the_mean_and_its_gradient_is_autograds(ns: Namespace, p: float) -> None:
    """Averaged over 4,000 masks the output is the input (5 sigma); backwards agrees with autograd, in use too."""
    x, dout = normal(6), normal(6, seed=1)
    masks = torch.rand(4000, 6, generator=torch.Generator().manual_seed(2)) >= p
    mean = torch.stack([ns["dropout"](x, p, mask, True) for mask in masks]).mean(0)
    sigma = x.abs() * math.sqrt(p / (1 - p) / 4000)
    assert bool(((mean - x).abs() <= 5 * sigma + 1e-12).all())
    for training in (True, False):
        own = x.clone().requires_grad_()
        (expected,) = torch.autograd.grad(ns["dropout"](own, p, masks[0], training), own, dout)
        torch.testing.assert_close(ns["dropout_backward"](dout, p, masks[0], training), expected)
    assert ns["dropout"](x, p, None, False).equal(x)


def test_dropout_agrees_with_torchs_for_the_mask_that_torch_drew(ns: Namespace) -> None:
    """F.dropout's zeros give the mask; what is left is ours."""
    torch.manual_seed(4)
    x = normal(50, 3)
    theirs = F.dropout(x, 0.35, training=True)
    torch.testing.assert_close(ns["dropout"](x, 0.35, theirs != 0, True), theirs)


def test_early_stop_is_the_definition_of_the_text_for_all_short_curves(ns: Namespace) -> None:
    """Brute force: every curve of up to six epochs with losses 0 to 2, every patience, against the definition."""

    def definition(losses: Sequence[int], patience: int) -> tuple[int, int]:
        for last in range(len(losses)):
            new_bests = [e for e in range(last + 1) if all(losses[e] < losses[b] for b in range(e))]
            if last == new_bests[-1] + patience or last == len(losses) - 1:
                return new_bests[-1], last
        raise AssertionError

    for n in range(1, 7):
        for losses in itertools.product(range(3), repeat=n):
            for patience in range(1, n + 2):
                assert ns["early_stop"](list(losses), patience) == definition(losses, patience)


def test_the_example_of_the_text_on_early_stopping(ns: Namespace) -> None:
    """Patience 3 ends at epoch 6 and keeps epoch 3, although a 5 comes later."""
    assert ns["early_stop"]([9, 7, 8, 6, 7, 6, 8, 5], 3) == (3, 6)


# ------------------------------------------------------------------------------------------------ choose


@pytest.mark.parametrize("n", [2, 3, 7, 10, 12, 31])
def test_kfold_agrees_with_scikit_learn(ns: Namespace, n: int) -> None:
    """The KFold of scikit-learn without shuffling has the same convention, for every k."""
    from sklearn.model_selection import KFold

    for k in range(2, n + 1):
        expected = [(a.tolist(), b.tolist()) for a, b in KFold(k).split(range(n))]
        assert ns["kfold"](n, k) == expected


def test_the_example_of_the_text_on_folds(ns: Namespace) -> None:
    """Seven numbers in three folds, as drawn."""
    assert [held for _, held in ns["kfold"](7, 3)] == [[0, 1, 2], [3, 4], [5, 6]]


def test_grid_search_tries_scikit_learns_settings_and_finds_the_first_lowest(ns: Namespace) -> None:
    """Each setting of ParameterGrid exactly once; the winner by sorting, nan last, ties by order; 200 random grids."""
    from sklearn.model_selection import ParameterGrid

    g = torch.Generator().manual_seed(5)
    for _ in range(200):
        sizes = torch.randint(1, 4, (3,), generator=g).tolist()
        grid = {name: list(range(size)) for name, size in zip("abc", sizes, strict=True)}
        settings = [dict(zip("abc", values, strict=True)) for values in itertools.product(*grid.values())]
        losses = [float(v) for v in torch.randint(-2, 3, (len(settings),), generator=g)]
        losses = [math.nan if v == 2 else v for v in losses[:-1]] + [losses[-1]]
        asked: list[dict[str, int]] = []

        def score(asked: Any = asked, settings: Any = settings, losses: Any = losses, **setting: int) -> Any:
            asked.append(setting)
            return losses[settings.index(setting)]

        best, loss = ns["grid_search"](score, grid)
        ranked = sorted((math.isnan(v), v, i) for i, v in enumerate(losses))
        assert (best, loss) == (settings[ranked[0][2]], ranked[0][1])
        assert sorted(map(repr, asked)) == sorted(repr(dict(sorted(one.items()))) for one in ParameterGrid(grid))


def test_random_settings_spread_their_logarithms_evenly(ns: Namespace) -> None:
    """By logarithms one at a time; a quarter of many draws lies in each quarter of the magnitudes (5 sigma)."""
    u = torch.rand(2000, 2, generator=torch.Generator().manual_seed(6), dtype=torch.float64)
    found = ns["random_settings"]({"lr": (1e-4, 1.0), "lam": (0.5, 8.0)}, u)
    for row, one in zip(u.tolist(), found, strict=True):
        assert math.log10(one["lr"]) == pytest.approx(-4 + 4 * row[0], abs=1e-12)
        assert math.log2(one["lam"]) == pytest.approx(-1 + 4 * row[1], abs=1e-12)
    shares = torch.histc(torch.tensor([math.log10(one["lr"]) for one in found]), 4, -4, 0) / 2000
    assert bool(((shares - 0.25).abs() < 5 * math.sqrt(0.25 * 0.75 / 2000)).all())


# ------------------------------------------------------------------------------------------------ optimise

STEPS = 10
RATES = {"constant": [0.05] * STEPS, "changing": [0.1, 0.05, 0.2, 0.01, 0.3, 0.05, 0.07, 0.2, 0.02, 0.4]}
Make = Callable[[list[Tensor]], torch.optim.Optimizer]


def torchs_walk(make: Make, p: Tensor, grads: Tensor, lrs: list[float]) -> tuple[Tensor, dict[str, Any]]:
    """Let an optimiser of torch's make the steps with given gradients -> all places, and its last state."""
    own = p.clone().requires_grad_()
    optimiser = make([own])
    places = []
    for g, lr in zip(grads, lrs, strict=True):
        optimiser.param_groups[0]["lr"] = lr
        own.grad = g.clone()
        optimiser.step()
        places.append(own.detach().clone())
    return torch.stack(places), dict(optimiser.state[own])


def our_walk(step: Callable[..., Any], p: Tensor, state: Any, grads: Tensor, lrs: list[float]) -> tuple[Tensor, Any]:
    """The same with step(p, g, state, lr) -> (p, state); p and g must be left as they were."""
    places = []
    for g, lr in zip(grads, lrs, strict=True):
        before = p.clone(), g.clone()
        new, state = step(p, g, state, lr)
        assert p.equal(before[0])
        assert g.equal(before[1])
        p = new
        places.append(p)
    return torch.stack(places), state


@pytest.mark.parametrize("lrs", RATES.values(), ids=RATES)
def test_sgd_momentum_and_nesterov_are_torchs_with_state(ns: Namespace, lrs: list[float]) -> None:
    """torch.optim.SGD, places and momentum buffer after ten steps, with a constant and with a changing rate."""
    p, grads, zeros = normal(4), normal(STEPS, 4, seed=1), torch.zeros(4, dtype=torch.float64)
    plain, _ = torchs_walk(lambda ps: torch.optim.SGD(ps, lr=1), p, grads, lrs)
    ours, _ = our_walk(lambda p, g, s, lr: (ns["sgd"](p, g, lr), s), p, None, grads, lrs)
    torch.testing.assert_close(ours, plain, rtol=1e-12, atol=1e-12)
    for name, mu in (("momentum", 0.9), ("momentum", 0.3), ("nesterov", 0.9), ("nesterov", 0.5)):

        def make(ps: list[Tensor], name: str = name, mu: float = mu) -> torch.optim.Optimizer:
            return torch.optim.SGD(ps, lr=1, momentum=mu, nesterov=name == "nesterov")

        def step(*walker: Any, name: str = name, mu: float = mu) -> Any:
            return ns[name](*walker, mu=mu)

        theirs, state = torchs_walk(make, p, grads, lrs)
        ours, v = our_walk(step, p, zeros, grads, lrs)
        torch.testing.assert_close(ours, theirs, rtol=1e-12, atol=1e-12)
        torch.testing.assert_close(v, state["momentum_buffer"], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("lrs", RATES.values(), ids=RATES)
@pytest.mark.parametrize("scale", [1.0, 1e-4, 1e-7, 0.0])
@pytest.mark.parametrize("numbers", [(0.9, 0.999, 1e-8), (0.6, 0.8, 0.1)])
@pytest.mark.parametrize("wd", [None, 0.0, 0.5])
def test_adam_and_adamw_are_torchs_with_state(
    ns: Namespace, lrs: list[float], scale: float, numbers: tuple[float, float, float], wd: float | None
) -> None:
    """torch.optim.Adam and AdamW: places, both averages and the count after ten steps, at four scales of gradients."""
    beta1, beta2, eps = numbers
    p, grads = normal(2, 3), scale * normal(STEPS, 2, 3, seed=1)
    kind: dict[str, Any] = {"lr": 1.0, "betas": (beta1, beta2), "eps": eps, "foreach": False}
    if wd is None:
        theirs, state = torchs_walk(lambda ps: torch.optim.Adam(ps, **kind), p, grads, lrs)
    else:
        theirs, state = torchs_walk(lambda ps: torch.optim.AdamW(ps, weight_decay=wd, **kind), p, grads, lrs)

    def step(p: Tensor, g: Tensor, state: Any, lr: float) -> Any:
        extra = [] if wd is None else [wd]
        return ns["adam" if wd is None else "adamw"](p, g, state, lr, *extra, beta1=beta1, beta2=beta2, eps=eps)

    ours, (m, s, t) = our_walk(step, p, (torch.zeros_like(p), torch.zeros_like(p), 0), grads, lrs)
    torch.testing.assert_close(ours, theirs, rtol=1e-10, atol=1e-12)
    torch.testing.assert_close(m, state["exp_avg"], rtol=1e-10, atol=1e-20)
    torch.testing.assert_close(s, state["exp_avg_sq"], rtol=1e-10, atol=1e-30)
    assert t == int(state["step"]) == STEPS


def test_step_decay_and_cosine_are_torchs_schedulers(ns: Namespace) -> None:
    """StepLR; LinearLR for the warm-up, then CosineAnnealingLR, joined by SequentialLR, up to the end."""
    from torch.optim import lr_scheduler as schedules

    def rates(make: Callable[[torch.optim.Optimizer], Any], n: int) -> list[float]:
        optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.5)
        schedule, found = make(optimiser), []
        for _ in range(n):
            found.append(optimiser.param_groups[0]["lr"])
            optimiser.step()
            schedule.step()
        return found

    theirs = rates(lambda o: schedules.StepLR(o, 3, 0.3), 14)
    assert [ns["step_decay"](s, 0.5, 0.3, 3) for s in range(14)] == pytest.approx(theirs)

    def joined(o: torch.optim.Optimizer) -> Any:
        up = schedules.LinearLR(o, start_factor=1 / 4, end_factor=1.0, total_iters=3)
        down = schedules.CosineAnnealingLR(o, 15 - 4, eta_min=0.02)
        return schedules.SequentialLR(o, [up, down], milestones=[4])

    theirs = rates(joined, 16)
    assert [ns["cosine"](s, 0.5, 0.02, 4, 15) for s in range(16)] == pytest.approx(theirs)
    theirs = rates(lambda o: schedules.CosineAnnealingLR(o, 9, eta_min=0.1), 10)
    assert [ns["cosine"](s, 0.5, 0.1, 0, 9) for s in range(10)] == pytest.approx(theirs)
    assert [ns["cosine"](s, 0.5, 0.1, 2, 9) for s in (9, 10, 18, 100)] == pytest.approx([0.1] * 4)


# ------------------------------------------------------------------------------------------------ no free lunch


@pytest.mark.parametrize("seen", [[0], [2, 0], [3, 1, 0]])
def test_every_learner_has_one_half_on_average_in_exact_fractions(ns: Namespace, seen: list[int]) -> None:
    """The theorem: whatever a learner guesses from what it saw, its scores average to 1/2; the scores by a loop."""
    d, g = 4, torch.Generator().manual_seed(7)
    for _ in range(20):
        table = torch.randint(0, 2, (2 ** len(seen), d), generator=g).tolist()

        def learner(xs: list[int], ys: list[int], d: int, table: list[list[int]] = table) -> list[int]:
            assert (xs, len(ys), d) == (seen, len(seen), 4)
            return table[int("".join(map(str, ys)), 2)]

        scores = ns["exam"](learner, d, seen)
        new = [x for x in range(d) if x not in seen]
        expected = []
        for number in range(2**d):
            f = [number >> (d - 1 - x) & 1 for x in range(d)]
            guess = learner(seen, [f[x] for x in seen], d)
            expected.append(Fraction(sum(guess[x] == f[x] for x in new), len(new)))
        assert scores == pytest.approx([float(e) for e in expected])
        assert sum(expected) / 2**d == Fraction(1, 2)


# ------------------------------------------------------------------------------------------------ what students have


def test_few_digits_have_the_asked_share_of_wrong_labels_and_share_no_picture() -> None:
    """About a fifth of the labels differ from the true ones, and no picture is on both sides."""
    x, y, others, truth = few_digits(torch.Generator().manual_seed(8), 300, wrong=0.2)
    _, right, _, _ = few_digits(torch.Generator().manual_seed(8), 300, wrong=0.0)
    assert (len(x), len(others), len(truth)) == (300, 600, 600)
    assert 0.1 < (y != right).double().mean() < 0.3
    pictures = {tuple(row) for row in x.tolist()}
    assert sum(tuple(row) in pictures for row in others.tolist()) <= 1


def test_a_small_net_learns_its_pictures_by_heart_unless_it_is_hindered(ns: Namespace) -> None:
    """Without help the training loss falls below 0.2, wrong labels included; with dropout it stays above."""

    def seen(drop: float) -> Any:
        return train_digits(
            few_digits(torch.Generator().manual_seed(9), 60, wrong=0.2),
            lambda p, g, state, lr: ns["adamw"](p, g, state, lr, 0.0),
            lambda x, mask, training: ns["dropout"](x, drop, mask, training),
            lambda step, steps: ns["cosine"](step, 0.01, 1e-4, 5, steps),
            torch.Generator().manual_seed(10),
            epochs=40,
            drop=drop,
            hidden=32,
        )

    with one_thread():
        free, hindered = seen(0.0), seen(0.5)
    assert free.losses[-1] < 0.2 < hindered.losses[-1]
    assert len(free.held_out) == len(free.right) == 40
