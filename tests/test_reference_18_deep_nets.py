"""The reference of notebook 18 against independent oracles: torch's layers, finite differences, loops over pixels."""

from __future__ import annotations

import copy
import math
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from course_data.training import one_thread
from course_data.transfer import accuracy, digit_pictures, fit, labelled

Namespace = dict[str, Any]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("18-deep-nets")


def normal(*shape: int, seed: int = 18) -> Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


# ------------------------------------------------------------------------------------------------ deep


def test_residual_is_a_loop_over_pixels_with_and_without_a_shortcut(ns: Namespace) -> None:
    """max(0, x + f(x)) number by number; with a shortcut that has other channels, max(0, s(x) + f(x))."""
    x = normal(2, 3, 4, 5)
    found = ns["residual"](x, lambda a: 2 * a - 1)
    assert found.flatten().tolist() == pytest.approx([max(0.0, v + 2 * v - 1) for v in x.flatten().tolist()])
    wide = nn.Conv2d(3, 7, 1).double()
    other = nn.Conv2d(3, 7, 3, padding=1).double()
    with torch.no_grad():
        torch.testing.assert_close(ns["residual"](x, other, wide), torch.clamp(wide(x) + other(x), min=0))


def test_a_block_that_adds_nothing_passes_a_positive_x_on(ns: Namespace) -> None:
    """With f = 0 the block is the ReLU: what is positive comes out as it went in, with gradient 1."""
    x = normal(1, 2, 3, 3).abs().requires_grad_()
    out = ns["residual"](x, torch.zeros_like)
    assert out.equal(x)
    (grad,) = torch.autograd.grad(out.sum(), x)
    assert grad.equal(torch.ones_like(x))


@pytest.mark.parametrize("skip", [True, False])
@pytest.mark.parametrize("depth", [1, 2, 5])
def test_grad_norms_agree_with_finite_differences(ns: Namespace, skip: bool, depth: int) -> None:
    """Each weight nudged up and down: central differences of a loss that is written anew; no .grad is left."""
    x, weights = normal(3, 4), list(normal(depth, 4, 4, seed=1) / 2)

    def loss(ws: list[Tensor]) -> float:
        h = x
        for w in ws:
            h = torch.tanh(h @ w) + (h if skip else 0)
        return 0.5 * math.fsum(v * v for v in h.flatten().tolist())

    expected = []
    for k in range(depth):
        squares = []
        for i in range(4):
            for j in range(4):
                up, down = [w.clone() for w in weights], [w.clone() for w in weights]
                up[k][i, j] += 1e-5
                down[k][i, j] -= 1e-5
                squares.append(((loss(up) - loss(down)) / 2e-5) ** 2)
        expected.append(math.sqrt(math.fsum(squares)))
    found = ns["grad_norms"](x, weights, skip)
    assert found.shape == (depth,)
    assert found.tolist() == pytest.approx(expected, rel=1e-6)
    assert all(w.grad is None and not w.requires_grad for w in weights)


def test_skips_keep_the_first_layers_gradient_alive_at_every_size_of_weights(ns: Namespace) -> None:
    """What the text under the measurement says: plain 1e-20 and less at half size, with skips always above 1."""
    x = normal(8, 16)
    for size in (0.5, 0.8, 1.2):
        weights = list(size * normal(40, 16, 16, seed=2) / 4)
        assert ns["grad_norms"](x, weights, True)[0] > 1
        if size == 0.5:
            assert ns["grad_norms"](x, weights, False)[0] < 1e-20


@pytest.mark.parametrize("shape", [(3, 4, 2, 5), (1, 3, 2, 1), (5, 1, 1, 1), (2, 6, 3, 3)])
@pytest.mark.parametrize(("momentum", "eps"), [(0.1, 1e-5), (0.4, 0.3)])
def test_bn2d_is_torchs_in_training_and_in_use(
    ns: Namespace, shape: tuple[int, ...], momentum: float, eps: float
) -> None:
    """nn.BatchNorm2d with our gain, bias and statistics: three batches in training, then one in use, then one alone."""
    c = shape[1]
    layer = nn.BatchNorm2d(c, momentum=momentum, eps=eps).double()
    gain, bias, running = normal(c, seed=1), normal(c, seed=2), (normal(c, seed=3), normal(c, seed=4) ** 2)
    layer.load_state_dict(
        {"weight": gain, "bias": bias, "running_mean": running[0], "running_var": running[1]}, strict=False
    )
    for seed in (5, 6, 7):
        x = normal(*shape, seed=seed)
        out, running = ns["bn2d"](x, gain, bias, running, True, momentum, eps)
        torch.testing.assert_close(out, layer(x).detach(), rtol=1e-9, atol=1e-9)
        torch.testing.assert_close(running[0], layer.running_mean, rtol=1e-9, atol=1e-9)
        torch.testing.assert_close(running[1], layer.running_var, rtol=1e-9, atol=1e-9)
    layer.eval()
    for x in (normal(*shape, seed=8), normal(1, *shape[1:], seed=9)):
        out, after = ns["bn2d"](x, gain, bias, running, False, momentum, eps)
        torch.testing.assert_close(out, layer(x).detach(), rtol=1e-9, atol=1e-9)
        assert after[0].equal(running[0])
        assert after[1].equal(running[1])


# ------------------------------------------------------------------------------------------------ transfer


def a_net() -> nn.Sequential:
    """A net of three children, each with a BatchNorm, one with dropout."""
    parts = {
        "stem": nn.Sequential(nn.Conv2d(1, 2, 3, padding=1), nn.BatchNorm2d(2)),
        "body": nn.Sequential(nn.Sequential(nn.Conv2d(2, 3, 3, padding=1), nn.BatchNorm2d(3)), nn.Dropout(0.2)),
        "head": nn.Sequential(nn.BatchNorm2d(3), nn.Flatten(), nn.Linear(48, 2)),
    }
    return nn.Sequential(OrderedDict(parts)).double()


@pytest.mark.parametrize("but", [[], ["head"], ["body", "head"], ["stem"], ["stem", "body", "head"]])
def test_what_is_frozen_stays_to_the_last_bit_and_the_rest_moves(ns: Namespace, but: list[str]) -> None:
    """After steps of torch's SGD each tensor of a frozen child is what it was; each of a free one has moved."""
    net = a_net()
    ns["freeze"](net, [])
    ns["freeze"](net, but)
    before = copy.deepcopy(net.state_dict())
    optimiser = torch.optim.SGD([p for p in net.parameters() if p.requires_grad] or [torch.zeros(1)], lr=0.1)
    for seed in (1, 2):
        out = net(normal(5, 1, 4, 4, seed=seed))
        if but:
            (out * normal(5, 2, seed=3)).sum().backward()
            optimiser.step()
    for name, now in net.state_dict().items():
        moved = not now.equal(before[name])
        free = name.split(".")[0] in but
        assert moved == free or (free and name.endswith(("conv.bias", "0.bias"))), name
    assert net.training
    for name, child in net.named_children():
        assert all(module.training == (name in but) for module in child.modules())


def test_transplant_fits_and_is_independent_of_both(ns: Namespace) -> None:
    """load_state_dict takes it, strictly; shared layers are the source's, others the target's; nothing is shared."""
    torch.manual_seed(0)
    source: Any = nn.Sequential(OrderedDict(body=nn.Conv2d(1, 3, 2), norm=nn.BatchNorm2d(3), head=nn.Linear(3, 5)))
    target = nn.Sequential(OrderedDict(norm=nn.BatchNorm2d(3), body=nn.Conv2d(1, 3, 2), head=nn.Linear(3, 2)))
    source.norm(torch.randn(4, 3, 2, 2))
    before = copy.deepcopy(source.state_dict()), copy.deepcopy(target.state_dict())
    found = ns["transplant"](source.state_dict(), target.state_dict())
    assert list(found) == list(before[1])
    for name, value in found.items():
        assert value.equal(before[1 if name.startswith("head") else 0][name])
    for value in found.values():
        value.add_(1)
    for net, old in zip((source, target), before, strict=True):
        assert all(value.equal(old[name]) for name, value in net.state_dict().items())
    target.load_state_dict(ns["transplant"](source.state_dict(), target.state_dict()))


# ------------------------------------------------------------------------------------------------ augmentation


def test_hflip_by_a_loop_over_columns(ns: Namespace) -> None:
    """Column w of a mirrored picture is column W - 1 - w of the old one; twice is nothing."""
    x, which = normal(4, 2, 3, 5), torch.tensor([True, False, True, False])
    found = ns["hflip"](x, which)
    for b in range(4):
        for w in range(5):
            assert found[b, :, :, w].equal(x[b, :, :, 4 - w if which[b] else w])
    assert ns["hflip"](found, which).equal(x)


@pytest.mark.parametrize("pad", [0, 1, 2, 5])
def test_crop_by_a_loop_over_pixels(ns: Namespace, pad: int) -> None:
    """Pixel (r, c) of the window is pixel (r + top - pad, c + left - pad) of the picture, or 0 outside it."""
    g = torch.Generator().manual_seed(pad)
    x = normal(5, 2, 4, 3)
    top, left = torch.randint(2 * pad + 1, (2, 5), generator=g)
    found = ns["crop"](x, top, left, pad)
    for b in range(5):
        for r in range(4):
            for c in range(3):
                i, j = r + int(top[b]) - pad, c + int(left[b]) - pad
                inside = 0 <= i < 4 and 0 <= j < 3
                assert found[b, :, r, c].equal(x[b, :, i, j] if inside else torch.zeros(2, dtype=x.dtype))


def test_mixup_by_a_loop_and_its_labels_sum_to_one(ns: Namespace) -> None:
    """Each label row has lam at its class and 1 - lam at its partner's, 1 where they are the same."""
    x, y, order = normal(4, 1, 2, 2), torch.tensor([0, 3, 3, 1]), torch.tensor([2, 2, 1, 3])
    pictures, labels = ns["mixup"](x, y, 0.3, order, 5)
    for b in range(4):
        torch.testing.assert_close(pictures[b], 0.3 * x[b] + 0.7 * x[order[b]])
        row = [0.0] * 5
        row[int(y[b])] += 0.3
        row[int(y[order[b]])] += 0.7
        assert labels[b].tolist() == pytest.approx(row)
    assert labels.sum(1).tolist() == pytest.approx([1.0] * 4)


def test_prepare_touches_held_out_pictures_with_the_normalisation_only(ns: Namespace) -> None:
    """The augmentation is called once in training, and never for what is held out."""
    x, asked = normal(2, 1, 3, 3), []

    def augment(pictures: Tensor) -> Tensor:
        asked.append(pictures)
        return pictures + 1

    assert ns["prepare"](x, augment, 0.5, 2.0, False).equal((x - 0.5) / 2)
    assert not asked
    assert ns["prepare"](x, augment, 0.5, 2.0, True).equal((x + 1 - 0.5) / 2)
    assert len(asked) == 1


# ------------------------------------------------------------------------------------------------ explanations


def conv_net() -> tuple[nn.Module, nn.Module]:
    """Smooth features (B, 2, 4, 6) -> (B, 3, 2, 3) and a head with four logits, float64."""
    torch.manual_seed(3)
    features = nn.Sequential(nn.Conv2d(2, 3, 3, padding=1), nn.Tanh(), nn.AvgPool2d(2)).double()
    head = nn.Sequential(nn.Flatten(), nn.Tanh(), nn.Linear(18, 4)).double()
    return features.eval(), head.eval()


def test_saliency_by_nudging_each_number_of_the_picture(ns: Namespace) -> None:
    """Central differences of the chosen logit; nothing is left in x or the network."""
    features, head = conv_net()
    model = nn.Sequential(features, head)
    x, k = normal(2, 2, 4, 6), torch.tensor([3, 1])
    expected = torch.zeros(2, 4, 6, dtype=x.dtype)
    with torch.no_grad():
        for b in range(2):
            for c in range(2):
                for i in range(4):
                    for j in range(6):
                        nudge = torch.zeros_like(x[b : b + 1])
                        nudge[0, c, i, j] = 1e-5
                        slope = (model(x[b : b + 1] + nudge) - model(x[b : b + 1] - nudge))[0, k[b]] / 2e-5
                        expected[b, i, j] = max(expected[b, i, j], abs(slope))
    torch.testing.assert_close(ns["saliency"](model, x, k), expected, rtol=1e-6, atol=1e-8)
    assert x.grad is None
    assert not x.requires_grad
    assert all(p.grad is None for p in model.parameters())


def test_grad_cam_of_a_linear_head_is_the_classic_class_map(ns: Namespace) -> None:
    """Behind global average pooling the weights are those of the last layer: CAM / (h w), and by loops."""
    torch.manual_seed(4)
    features = nn.Conv2d(2, 3, 3, padding=1).double()
    last = nn.Linear(3, 5).double()
    x, k = normal(2, 2, 4, 6), torch.tensor([4, 0])
    found = ns["grad_cam"](features, lambda a: last(a.mean((2, 3))), x, k)
    with torch.no_grad():
        maps = features(x)
        for b in range(2):
            for i in range(4):
                for j in range(6):
                    total = sum(float(last.weight[k[b], m]) / 24 * float(maps[b, m, i, j]) for m in range(3))
                    assert float(found[b, i, j]) == pytest.approx(max(0.0, total), rel=1e-9, abs=1e-12)


def test_grad_cam_is_not_touched_by_the_other_classes(ns: Namespace) -> None:
    """Another bias for the other logits, or another class beside it, changes nothing."""
    features, head = conv_net()
    x, k = normal(2, 2, 4, 6), torch.tensor([2, 2])
    other = normal(18, seed=5)

    def more(a: Tensor) -> Tensor:
        return torch.cat([head(a), (a.flatten(1) @ other)[:, None]], dim=1)

    torch.testing.assert_close(ns["grad_cam"](features, more, x, k), ns["grad_cam"](features, head, x, k))


@pytest.mark.parametrize("size", [1, 2])
def test_occlusion_of_a_linear_model_is_what_was_covered(ns: Namespace, size: int) -> None:
    """For logits that are sums of weighted pixels each drop is the weighted sum of its square, by loops."""
    weights, x, k = normal(3, 2, 4, 6, seed=6), normal(2, 2, 4, 6), torch.tensor([2, 0])
    before = x.clone()
    found = ns["occlusion"](lambda a: torch.einsum("bchw,kchw->bk", a, weights), x, k, size)
    assert found.shape == (2, 4 // size, 6 // size)
    for b in range(2):
        for i in range(4 // size):
            for j in range(6 // size):
                square = slice(i * size, (i + 1) * size), slice(j * size, (j + 1) * size)
                total = (weights[k[b]] * x[b])[:, square[0], square[1]].sum()
                assert float(found[b, i, j]) == pytest.approx(float(total), rel=1e-9)
    assert x.equal(before)


# ------------------------------------------------------------------------------------------------ what students have


def test_fit_teaches_a_small_net_and_leaves_modes_alone_if_asked() -> None:
    """A linear net reads more than half of the digits after 60 steps; as_it_is keeps eval mode; a frozen part stays."""
    g = torch.Generator().manual_seed(7)
    x, y = digit_pictures(g)
    assert (x.shape, x.min().item(), x.max().item()) == ((1797, 1, 8, 8), 0, 1)
    torch.manual_seed(8)
    net: Any = nn.Sequential(nn.Flatten(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)).eval()
    net[1].requires_grad_(False)
    frozen = net[1].weight.clone()
    with one_thread():
        fit(net, x[:1000], y[:1000], g, steps=60, lr=0.02, as_it_is=True)
    assert not net.training
    assert net[1].weight.equal(frozen)
    assert accuracy(net, x[1000:], y[1000:]) > 0.5


def test_labelled_takes_each_class_and_keeps_the_rest_apart() -> None:
    """Three pictures of each class with their labels, and none of them among the others."""
    x, y = digit_pictures(torch.Generator().manual_seed(9))
    few, labels, others, _ = labelled(x, y % 2, 3)
    assert labels.tolist() == [0, 0, 0, 1, 1, 1]
    assert len(others) == 400
    chosen = {tuple(one.flatten().tolist()) for one in few}
    assert not any(tuple(one.flatten().tolist()) in chosen for one in others)
