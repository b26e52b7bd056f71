"""The reference of notebook 20 against independent oracles: torch's losses, torch.distributions, autograd, loops."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.distributions import Normal, kl_divergence
from torch.nn import functional as F

from course_data.generative import blobs, digit_pictures, network, spiral, stripes, with_step
from course_data.training import one_thread

Namespace = dict[str, Any]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("20-generative")


def normal(*shape: int, seed: int = 20) -> Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def share(*shape: int, seed: int = 21) -> Tensor:
    """Return float64 numbers between 0 and 1, the same at each call."""
    return torch.rand(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def test_gan_losses_agree_with_bce_with_logits(ns: Namespace) -> None:
    """Label 1 for real things, 0 for fakes; the generator wants 1 for its fakes. Also in float32, and as columns."""
    bce = nn.BCEWithLogitsLoss()
    for real, fake in ((normal(7) * 3, normal(4, seed=1) * 3), (normal(3, 1).float(), normal(5, 1).float())):
        expected = bce(real, torch.ones_like(real)) + bce(fake, torch.zeros_like(fake))
        torch.testing.assert_close(ns["d_loss"](real, fake), expected)
        torch.testing.assert_close(ns["g_loss"](fake), bce(fake, torch.ones_like(fake)))


def test_gan_losses_are_exact_where_the_verdict_is_sure(ns: Namespace) -> None:
    """-log sigma(s) is 0 for s = 900 and 900 for s = -900; the slope there is -1, not 0."""
    far = torch.tensor([900.0, -900.0], dtype=torch.float64, requires_grad=True)
    assert ns["d_loss"](far, far).item() == 900
    loss = ns["g_loss"](far)
    assert loss.item() == 450
    assert torch.autograd.grad(loss, far)[0].tolist() == [0, -0.5]


def test_the_saturating_loss_is_flat_where_the_fakes_are_poor(ns: Namespace) -> None:
    """What the text says: at a logit of -10 one loss has a slope of nearly -1, the other of nearly 0."""
    f = torch.tensor([-10.0], dtype=torch.float64, requires_grad=True)
    assert torch.autograd.grad(ns["g_loss"](f), f)[0].item() == pytest.approx(-1, abs=1e-4)
    assert torch.autograd.grad((1 - f.sigmoid()).log().mean(), f)[0].item() == pytest.approx(0, abs=1e-4)


def players(seed: int) -> tuple[nn.Sequential, nn.Sequential, Tensor, Tensor]:
    """Return a generator, a discriminator, real points and z."""
    g = torch.Generator().manual_seed(seed)
    nets = network([3, 5, 2], g, torch.float64), network([2, 4, 1], g, torch.float64)
    return *nets, normal(6, 2, seed=seed), normal(5, 3, seed=seed)


def moved(net: nn.Module, loss: Tensor, lr: float) -> list[Tensor]:
    """One step of gradient descent by autograd, as new tensors."""
    grads = torch.autograd.grad(loss, list(net.parameters()))
    return [p.detach() - lr * dp for p, dp in zip(net.parameters(), grads, strict=True)]


def test_d_step_moves_d_alone(ns: Namespace) -> None:
    """D moves as autograd says, from fakes without history; G keeps its weights and whatever stood in its .grad."""
    G, D, real, z = players(1)
    for p in G.parameters():
        p.grad = torch.full_like(p, 0.25)
    for p in D.parameters():
        p.grad = torch.full_like(p, 9.0)
    before = copy.deepcopy(G)
    expected = moved(D, ns["d_loss"](D(real), D(G(z).detach())), 0.1)
    ns["d_step"](G, D, ns["d_loss"], real, z, 0.1)
    torch.testing.assert_close([p.detach() for p in D.parameters()], expected)
    for p, q in zip(G.parameters(), before.parameters(), strict=True):
        assert p.equal(q)
        assert p.grad is not None
        assert p.grad.eq(0.25).all()


def test_g_step_moves_g_alone(ns: Namespace) -> None:
    """G moves as autograd says; D keeps its weights and its .grad, and can still learn."""
    G, D, _, z = players(2)
    for net in (G, D):
        for p in net.parameters():
            p.grad = torch.full_like(p, 9.0)
    before = copy.deepcopy(D)
    expected = moved(G, ns["g_loss"](D(G(z))), 0.1)
    ns["g_step"](G, D, ns["g_loss"], z, 0.1)
    torch.testing.assert_close([p.detach() for p in G.parameters()], expected)
    for p, q in zip(D.parameters(), before.parameters(), strict=True):
        assert p.equal(q)
        assert p.requires_grad
        assert p.grad is not None
        assert p.grad.eq(9).all()


def test_reparam_agrees_with_rsample(ns: Namespace) -> None:
    """torch.distributions' own draw with the same noise, and its gradients."""
    mu, logvar = normal(4, 3).requires_grad_(), (normal(4, 3, seed=1) * 2).requires_grad_()
    torch.manual_seed(3)
    expected = Normal(mu, (logvar / 2).exp()).rsample()
    torch.manual_seed(3)
    eps = torch.randn(4, 3, dtype=torch.float64)  # what rsample drew
    z = ns["reparam"](mu, logvar, eps)
    torch.testing.assert_close(z, expected)
    torch.testing.assert_close(
        torch.autograd.grad(z.sin().sum(), [mu, logvar]), torch.autograd.grad(expected.sin().sum(), [mu, logvar])
    )


def test_reparam_has_the_promised_distribution(ns: Namespace) -> None:
    """Over 200,000 draws mean and variance are mu and exp(logvar), within five standard deviations."""
    n = 200_000
    z = ns["reparam"](torch.full((n,), 0.7), torch.full((n,), -1.2), normal(n).float()).double()
    variance = math.exp(-1.2)
    assert abs(z.mean().item() - 0.7) < 5 * math.sqrt(variance / n)
    assert abs(z.var().item() - variance) < 5 * variance * math.sqrt(2 / n)


def test_kl_agrees_with_torch_distributions(ns: Namespace) -> None:
    """Summed over the numbers of a code; 0 for the standard normal distribution; finite for sharp clouds."""
    for b, j in ((5, 3), (1, 1), (2, 7)):
        mu, logvar = normal(b, j), normal(b, j, seed=1) * 2
        expected = kl_divergence(Normal(mu, (logvar / 2).exp()), Normal(0.0, 1.0)).sum(1)
        torch.testing.assert_close(ns["kl"](mu, logvar), expected)
    assert ns["kl"](torch.zeros(2, 3), torch.zeros(2, 3)).tolist() == [0, 0]
    sharp = ns["kl"](torch.zeros(1, 1, dtype=torch.float64), torch.full((1, 1), -900.0, dtype=torch.float64))
    assert sharp.item() == pytest.approx((900 - 1) / 2)


def test_kl_is_a_mean_surprise(ns: Namespace) -> None:
    """The integral of p log(p / q), on a fine grid."""
    mu, logvar = 0.6, -0.9
    x = torch.linspace(-9, 9, 20_001, dtype=torch.float64)
    p, q = Normal(x * 0 + mu, math.exp(logvar / 2)), Normal(x * 0, 1.0)
    expected = torch.trapezoid(p.log_prob(x).exp() * (p.log_prob(x) - q.log_prob(x)), x)
    ours = ns["kl"](torch.tensor([[mu]], dtype=torch.float64), torch.tensor([[logvar]], dtype=torch.float64))
    assert ours.item() == pytest.approx(expected.item(), rel=1e-9)


def test_negative_elbo_agrees_with_loops(ns: Namespace) -> None:
    """Pixel by pixel: -x log s - (1 - x) log(1 - s); sums within a picture, the mean over pictures."""
    x, a, kl = share(3, 5), normal(3, 5) * 2, share(3)
    total = 0.0
    for pixels, logits, k in zip(x.tolist(), a.tolist(), kl.tolist(), strict=True):
        total += k
        for p, s in zip(pixels, logits, strict=True):
            seen = 1 / (1 + math.exp(-s))
            total -= p * math.log(seen) + (1 - p) * math.log(1 - seen)
    assert ns["negative_elbo"](x, a, kl).item() == pytest.approx(total / 3, rel=1e-12)


def test_the_elbo_is_a_lower_bound(ns: Namespace) -> None:
    """With a code of one number log p(x) can be integrated; the ELBO, averaged over draws, stays below it.

    And it touches it where the cloud is the true posterior: for a decoder that does not look at its code.
    """
    x = share(1, 4).round()
    z = torch.linspace(-8, 8, 4001, dtype=torch.float64)

    def decoder(z: Tensor, slope: float) -> Tensor:
        return z[:, None] * torch.tensor([1.0, -0.5, 2.0, 0.3], dtype=torch.float64) * slope + 0.2

    for slope in (1.0, 0.0):
        log_p = -F.binary_cross_entropy_with_logits(decoder(z, slope), x.expand(4001, 4), reduction="none").sum(1)
        evidence = torch.trapezoid((log_p + Normal(0.0, 1.0).log_prob(z)).exp(), z).log().item()
        mu, logvar = torch.zeros(1, 1, dtype=torch.float64), torch.zeros(1, 1, dtype=torch.float64)
        grid = (torch.arange(2001, dtype=torch.float64) + 0.5) / 2001  # evenly spaced draws
        draws = ns["reparam"](mu, logvar, Normal(0.0, 1.0).icdf(grid)[:, None])[:, 0]
        k = ns["kl"](mu, logvar).expand(2001)
        elbo = -ns["negative_elbo"](x.expand(2001, 4), decoder(draws, slope), k).item()
        assert elbo <= evidence + 1e-6
        assert (elbo == pytest.approx(evidence, abs=1e-6)) == (slope == 0)


def test_alpha_bar_and_q_sample_are_the_iterated_chain(ns: Namespace) -> None:
    """Step by step: the picture's factor is a product, and the variances of the noises add up; T may be 1."""
    betas = share(9) * 0.5
    alpha_bar = ns["alpha_bars"](betas)
    assert ns["alpha_bars"](betas[:1]).tolist() == [1 - betas[0].item()]
    factor, variance = 1.0, 0.0
    zero, one = torch.zeros(1, 2, dtype=torch.float64), torch.ones(1, 2, dtype=torch.float64)
    for t, beta in enumerate(betas.tolist()):
        factor *= math.sqrt(1 - beta)
        variance = (1 - beta) * variance + beta
        at = torch.tensor([t])
        assert ns["q_sample"](one, at, zero, alpha_bar)[0, 0].item() == pytest.approx(factor, rel=1e-12)
        assert ns["q_sample"](zero, at, one, alpha_bar)[0, 0].item() == pytest.approx(math.sqrt(variance), rel=1e-12)


@pytest.mark.parametrize("shape", [(4,), (4, 3), (4, 4), (4, 2, 3, 5)])
def test_q_sample_gives_each_example_its_step(ns: Namespace, shape: tuple[int, ...]) -> None:
    """One example at a time, for any number of dimensions."""
    x0, eps, alpha_bar = normal(*shape), normal(*shape, seed=1), share(6)
    t = [5, 0, 3, 3]
    expected = [math.sqrt(alpha_bar[k]) * x0[i] + math.sqrt(1 - alpha_bar[k]) * eps[i] for i, k in enumerate(t)]
    torch.testing.assert_close(ns["q_sample"](x0, torch.tensor(t), eps, alpha_bar), torch.stack(expected))


@pytest.mark.parametrize("steps", [1, 2, 13, 1000])
def test_cosine_betas_leave_what_the_cosine_says(ns: Namespace, steps: int) -> None:
    """Their running product is f(t) / f(0), but for the last, which is cut off at 0.999."""
    s = 0.008
    f = [math.cos((k / steps + s) / (1 + s) * math.pi / 2) ** 2 for k in range(steps + 1)]
    betas = ns["cosine_betas"](steps)
    left = ns["alpha_bars"](betas).tolist()
    assert left[:-1] == pytest.approx([b / f[0] for b in f[1:-1]], rel=1e-9)
    assert betas[-1].item() == 0.999
    assert (betas > 0).all()


def test_ddpm_step_is_bayes_rule(ns: Namespace) -> None:
    """With the true noise: the posterior of x_{t-1} given x_t and x0, from the product of two normal densities."""
    betas = share(6) * 0.5 + 0.05
    alpha_bar = ns["alpha_bars"](betas)
    x0, eps = normal(1, 3), normal(1, 3, seed=1)
    for t in range(1, 6):
        x = ns["q_sample"](x0, torch.tensor([t]), eps, alpha_bar)
        prior_mean, prior_var = alpha_bar[t - 1].sqrt() * x0, 1 - alpha_bar[t - 1]
        # x_t = sqrt(1 - beta) x_{t-1} + noise: precisions add, means are weighted by them
        precision = 1 / prior_var + (1 - betas[t]) / betas[t]
        mean = (prior_mean / prior_var + (1 - betas[t]).sqrt() * x / betas[t]) / precision
        zero, one = torch.zeros_like(x), torch.ones_like(x)
        ours = ns["ddpm_step"](x, t, eps, zero, betas, alpha_bar)
        torch.testing.assert_close(ours, mean)
        spread = ns["ddpm_step"](x, t, eps, one, betas, alpha_bar) - ours
        torch.testing.assert_close(spread, one * precision**-0.5)


def test_the_last_step_back_is_the_clean_picture(ns: Namespace) -> None:
    """With the true noise x0 comes back exactly, and no new noise is added."""
    betas = share(6) * 0.5 + 0.05
    alpha_bar, x0, eps = ns["alpha_bars"](betas), normal(2, 3), normal(2, 3, seed=1)
    x = ns["q_sample"](x0, torch.tensor([0, 0]), eps, alpha_bar)
    torch.testing.assert_close(ns["ddpm_step"](x, 0, eps, normal(2, 3, seed=2) * 100, betas, alpha_bar), x0)


def test_the_way_back_ends_at_the_data(ns: Namespace) -> None:
    """For normal data the best guess is known; 20,000 points of noise that walk back have their mean and variance."""
    betas = ns["cosine_betas"](60)
    alpha_bar, n = ns["alpha_bars"](betas), 20_000
    mean, sd = 0.8, 0.5
    x = normal(n)
    for t in reversed(range(60)):
        a = alpha_bar[t]
        guess = (1 - a).sqrt() * (x - a.sqrt() * mean) / (a * sd**2 + 1 - a)  # E[eps | x_t]
        x = ns["ddpm_step"](x, t, guess, normal(n, seed=t + 1), betas, alpha_bar)
    assert x.mean().item() == pytest.approx(mean, abs=0.03)
    assert x.std().item() == pytest.approx(sd, abs=0.03)


def test_ddpm_loss_is_the_mean_square_of_what_is_missed(ns: Namespace) -> None:
    """It hands x_t and t to the model, and compares with the very noise that is in x_t."""
    x0, eps, t = normal(3, 2), normal(3, 2, seed=1), torch.tensor([4, 0, 2])
    seen: list[Tensor] = []

    def model(x: Tensor, t: Tensor) -> Tensor:
        seen.extend((x, t))
        return x * 0.5

    loss = ns["ddpm_loss"](model, lambda x0, t, eps: x0 + t[:, None] * eps, x0, t, eps)
    x = x0 + t[:, None] * eps
    assert seen[0].equal(x)
    assert seen[1].equal(t)
    squares = [(e - 0.5 * v) ** 2 for e, v in zip(eps.flatten().tolist(), x.flatten().tolist(), strict=True)]
    assert loss.item() == pytest.approx(sum(squares) / 6, rel=1e-12)


def test_gram_agrees_with_loops_and_forgets_places(ns: Namespace) -> None:
    """Entry by entry; and the same for all maps shuffled alike."""
    f = normal(2, 3, 4, 5)
    expected = [[[(f[b, c] * f[b, d]).sum() / 60 for d in range(3)] for c in range(3)] for b in range(2)]
    torch.testing.assert_close(ns["gram"](f), torch.tensor(expected, dtype=torch.float64))
    order = torch.randperm(20, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(ns["gram"](f.flatten(2)[..., order].view_as(f)), ns["gram"](f))


def test_the_game_is_played(ns: Namespace) -> None:
    """A few steps of the reward: five clouds of 500 points, which move."""
    with one_thread():
        seen = ns["play"](steps=18, batch=16)
    assert list(seen) == [f"after {step} steps" for step in (0, 1, 3, 9, 18)]
    clouds = list(seen.values())
    assert clouds[0].shape == (500, 2)
    assert not clouds[0].equal(clouds[-1])


def test_the_map_of_digits_is_learned(ns: Namespace) -> None:
    """A few steps of the VAE improve its loss, from about that of guessing grey everywhere (64 ln 2 = 44) plus KL."""
    with one_thread():
        *_, losses = ns["train_vae"](steps=60)
    assert losses[0] > 40
    assert losses[-1] < losses[0] - 8


def test_what_the_rewards_are_made_of() -> None:
    """Points on a circle and on a spiral, pictures of digits, a periodic texture, and steps told to a network."""
    g = torch.Generator().manual_seed(1)
    assert blobs(400, g).norm(dim=1).mean().item() == pytest.approx(1, abs=0.03)
    assert spiral(400, g).abs().max() < 2.3
    pixels, labels = digit_pictures()
    assert pixels.shape == (1797, 64)
    assert (pixels.min().item(), pixels.max().item()) == (0, 1)
    assert labels.shape == (1797,)
    cloth = stripes(28, 7.0)
    torch.testing.assert_close(cloth[:, :14], cloth[:, 14:], atol=1e-4, rtol=0)
    told = with_step(torch.zeros(2, 2), torch.tensor([0, 10]), 20)
    torch.testing.assert_close(
        told, torch.tensor([[0.0, 0, 0, 0, 1, 0, 1], [0, 0, 0.5, 1, 0, 0, -1]]), atol=1e-6, rtol=0
    )
