"""Oracles of 17 CNN: torch's own convolutions, poolings, layers and autograd, and brute force."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from course_data.vision import moved, read_digits, within

if TYPE_CHECKING:
    from collections.abc import Callable

Namespace = dict[str, Any]

# batch, channels in, channels out, picture, kernel, stride, padding
CASES = [
    (2, 3, 4, (7, 11), (3, 2), 1, 0),
    (2, 3, 4, (7, 11), (3, 2), 2, 1),
    (1, 2, 3, (6, 9), (2, 4), 1, 2),  # even kernels
    (3, 2, 5, (9, 14), (2, 1), 3, 0),  # stride larger than the kernel
    (2, 1, 1, (5, 5), (5, 5), 4, 0),  # one window
    (1, 4, 2, (1, 1), (1, 1), 1, 0),
    (2, 3, 4, (8, 5), (3, 3), 3, 2),
]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return what the solved notebook defines."""
    return run_solution("17-cnn")


def normal(*shape: int, seed: int = 17) -> Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def close(actual: Tensor, expected: Tensor) -> None:
    """Float64 agreement, shape and dtype included; far inside the checks' tolerance."""
    torch.testing.assert_close(actual, expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("kernel", [(1, 2), (3, 2), (4, 4)])
@pytest.mark.parametrize("stride", [1, 2, 3, 5])
@pytest.mark.parametrize("pad", [0, 1, 2])
def test_out_shape_is_that_of_torch(ns: Namespace, kernel: tuple[int, int], stride: int, pad: int) -> None:
    """For all pictures into which the kernel fits: what F.conv2d gives."""
    for height in range(max(1, kernel[0] - 2 * pad), 9):
        for width in (5, 8):
            out = functional.conv2d(torch.zeros(1, 1, height, width), torch.zeros(1, 1, *kernel), None, stride, pad)
            assert ns["out_shape"]((height, width), kernel, stride, pad) == tuple(out.shape[2:])
    assert ns["out_shape"]((8, 8), (3, 3)) == (6, 6)


@pytest.mark.parametrize(
    ("picture", "kernel"), [((6, 9), (3, 2)), ((1, 7), (1, 3)), ((4, 3), (4, 3)), ((5, 5), (1, 1))]
)
def test_correlate_is_torchs_convolution(ns: Namespace, picture: tuple[int, int], kernel: tuple[int, int]) -> None:
    """One picture, one channel, one kernel, not turned round."""
    x, w = normal(*picture), normal(*kernel, seed=1)
    close(ns["correlate"](x, w), functional.conv2d(x[None, None], w[None, None])[0, 0])


def test_the_example_of_the_text_on_correlate(ns: Namespace) -> None:
    """The numbers 3 and 8 begin the result."""
    x = torch.tensor([[1.0, 2, 0, 1], [4, 1, 3, 0], [0, 5, 1, 2]])
    out = ns["correlate"](x, torch.tensor([[1.0, 0], [0, 2]]))
    assert out.tolist() == [[3, 8, 0], [14, 3, 7]]


def layer(case: tuple[Any, ...]) -> tuple[Tensor, Tensor, Tensor, int, int]:
    """Return x, w, b, stride and padding of a case."""
    batch, c_in, c_out, picture, kernel, stride, pad = case
    return normal(batch, c_in, *picture), normal(c_out, c_in, *kernel, seed=1), normal(c_out, seed=2), stride, pad


@pytest.mark.parametrize("case", CASES)
def test_conv2d_is_torchs(ns: Namespace, case: tuple[Any, ...]) -> None:
    """F.conv2d in float64, whatever the memory layout; the arguments stay as they were."""
    x, w, b, stride, pad = layer(case)
    kept = x.clone(), w.clone(), b.clone()
    expected = functional.conv2d(x, w, b, stride, pad)
    close(ns["conv2d"](x, w, b, stride, pad), expected)
    close(ns["conv2d"](x.transpose(2, 3).contiguous().transpose(2, 3), w, b, stride, pad), expected)
    assert all(a.equal(before) for a, before in zip((x, w, b), kept, strict=True))
    if (stride, pad) == (1, 0):
        close(ns["conv2d"](x, w, b), expected)


@pytest.mark.parametrize("case", CASES)
def test_the_gradients_of_conv2d_are_autograds(ns: Namespace, case: tuple[Any, ...]) -> None:
    """The gradients of w, b and x of F.conv2d, for a random gradient from above."""
    x, w, b, stride, pad = layer(case)
    dout = normal(*functional.conv2d(x, w, b, stride, pad).shape, seed=3)
    dw, db = ns["conv2d_dw"](dout, x, w, stride, pad)
    close(dw, layer_grad(case, dout, "w"))
    close(db, layer_grad(case, dout, "b"))
    close(ns["conv2d_dx"](dout, x, w, stride, pad), layer_grad(case, dout, "x"))


def layer_grad(case: tuple[Any, ...], dout: Tensor, of: str) -> Tensor:
    """Return one gradient of F.conv2d by autograd."""
    x, w, b, stride, pad = layer(case)
    which = {"x": x, "w": w, "b": b}[of].requires_grad_()
    return torch.autograd.grad(functional.conv2d(x, w, b, stride, pad), which, dout)[0]


POOLS = [
    ((2, 3, 6, 9), 2, 2, 0),
    ((2, 3, 7, 10), 3, 2, 1),
    ((1, 2, 9, 15), 2, 4, 0),
    ((2, 1, 4, 7), 4, 1, 2),
    ((1, 1, 3, 3), 3, 1, 0),
]


@pytest.mark.parametrize("make", [lambda x: x, lambda x: -x.abs() - 1, lambda x: x.relu(), Tensor.round])
@pytest.mark.parametrize("case", POOLS)
def test_pooling_is_torchs(ns: Namespace, case: tuple[Any, ...], make: Callable[[Tensor], Tensor]) -> None:
    """F.max_pool2d and its gradient, for negative pictures and with ties, which go to the first."""
    shape, k, stride, pad = case
    x = make(normal(*shape)).requires_grad_()
    out = functional.max_pool2d(x, k, stride, pad)
    dout = normal(*out.shape, seed=3)
    (expected,) = torch.autograd.grad(out, x, dout)
    x = x.detach()
    close(ns["maxpool"](x, k, stride, pad), out.detach())
    close(ns["maxpool_dx"](dout, x, k, stride, pad), expected)


@pytest.mark.parametrize("shape", [(2, 5, 3, 4), (1, 2, 1, 6), (3, 4, 1, 1)])
def test_flatten_and_gap_are_torchs_layers(ns: Namespace, shape: tuple[int, ...]) -> None:
    """nn.Flatten; nn.AdaptiveAvgPool2d(1) and its gradient; also for views."""
    for picture in (normal(*shape), normal(shape[0], *shape[2:], shape[1]).permute(0, 3, 1, 2)):
        x = picture.clone(memory_format=torch.preserve_format).requires_grad_()
        mean = nn.AdaptiveAvgPool2d(1)(x).flatten(1)
        dv = normal(*mean.shape, seed=3)
        (expected,) = torch.autograd.grad(mean, x, dv)
        close(ns["flatten"](x.detach()), nn.Flatten()(x.detach()))
        close(ns["gap"](x.detach()), mean.detach())
        close(ns["gap_dx"](dv, *shape[2:]), expected.contiguous())


@pytest.mark.parametrize(
    "layers",
    [[], [(3, 1)], [(3, 2), (3, 1)], [(2, 2), (2, 2), (3, 1)], [(1, 3), (4, 2), (2, 1)], [(5, 1), (2, 3), (3, 2)]],
)
def test_receptive_field_is_what_acts_on_one_unit(ns: Namespace, layers: list[tuple[int, int]]) -> None:
    """Kernels of ones on a long row: the pixels that have a gradient at one unit in the middle."""
    x = torch.zeros(1, 1, 200, dtype=torch.float64, requires_grad=True)
    out = x
    for k, stride in layers:
        out = functional.conv1d(out, torch.ones(1, 1, k, dtype=torch.float64), stride=stride)
    (grad,) = torch.autograd.grad(out[0, 0, out.shape[2] // 2], x)
    seen = grad[0, 0].nonzero()
    assert ns["receptive_field"](layers) == int(seen.max() - seen.min()) + 1


def module(row: Any) -> nn.Module:
    """Return torch's layer for a row of a table."""
    channels, height, width = row.shape
    if row.kind == "conv":
        return nn.Conv2d(channels, row.out, row.k, bias=row.bias, device="meta")
    if row.kind == "linear":
        return nn.Linear(channels * height * width, row.out, bias=row.bias, device="meta")
    return nn.BatchNorm2d(channels, device="meta") if row.kind == "norm" else nn.MaxPool2d(row.k)


def test_parameters_are_those_of_torchs_layers(ns: Namespace) -> None:
    """Row by row for the four networks, and for two rows that are in none of them."""
    rows = [row for net in ns["NETS"].values() for row in net]
    rows += [ns["Row"]("linear", (7, 2, 3), 5, 0, bias=False), ns["Row"]("conv", (2, 9, 13), 5, 3, bias=False)]
    for row in rows:
        assert ns["parameters"](row) == sum(p.numel() for p in module(row).parameters()), row


def test_the_totals_of_the_text(ns: Namespace) -> None:
    """The numbers that the text and the literature give for the four networks, and what it says of VGG's big layer."""
    totals = {name: sum(map(ns["parameters"], net)) for name, net in ns["NETS"].items()}
    assert totals == {"LeNet-5": 61_706, "AlexNet": 61_100_840, "VGG-16": 138_357_544, "ResNet-18": 11_689_512}
    assert max(map(ns["parameters"], ns["VGG16"])) == 512 * 7 * 7 * 4096 + 4096
    for name in ("LeNet-5", "AlexNet", "VGG-16"):
        linear = [ns["parameters"](row) for row in ns["NETS"][name] if row.kind == "linear"]
        assert sum(linear) > 0.88 * totals[name]
        assert linear[0] == max(linear)
        assert linear[0] > sum(linear) / 2


def test_the_tables_fit_together(ns: Namespace) -> None:
    """In the three straight nets each row's channels are what the row before gives."""
    for name in ("LeNet-5", "AlexNet", "VGG-16"):
        net = ns["NETS"][name]
        assert all(after.shape[0] == before.out for before, after in pairwise(net)), name


def test_the_network_of_the_reward_has_autograds_gradients(ns: Namespace) -> None:
    """All six gradients of the loss, made by hand, are those of the same network made of torch's functions."""
    g = torch.Generator().manual_seed(5)
    x, y, _, _ = read_digits(g)
    x, y = x[:6].double(), y[:6]
    weights = [w.double() for w in ns["new_weights"]([(8, 1, 3, 3), (32, 8, 3, 3), (32, 10)], g)]
    logits, kept = ns["cnn"](x, weights)
    dlogits = (logits.softmax(1) - functional.one_hot(y, 10)) / 6
    found = ns["cnn_back"](dlogits, kept, weights)
    leaves = [w.clone().requires_grad_() for w in weights]
    h = functional.max_pool2d(functional.conv2d(x, leaves[0], leaves[1], padding=1).relu(), 2)
    v = functional.conv2d(h, leaves[2], leaves[3], padding=1).relu().mean((2, 3))
    loss = functional.cross_entropy(v @ leaves[4] + leaves[5], y)
    for mine, torchs in zip(found, torch.autograd.grad(loss, leaves), strict=True):
        close(mine, torchs)


def test_the_network_of_the_reward_learns(ns: Namespace) -> None:
    """Eighty steps lower the loss from about ln 10 to less than half of it."""
    g = torch.Generator().manual_seed(6)
    x, y, _, _ = read_digits(g)
    weights = ns["new_weights"]([(8, 1, 3, 3), (32, 8, 3, 3), (32, 10)], g)
    losses = ns["learn"](ns["cnn"], ns["cnn_back"], weights, x, y, g, steps=80)
    assert sum(losses[-10:]) / 10 < 0.5 * losses[0]


def test_moved_pictures_lose_what_leaves_them() -> None:
    """Two rows up and one column to the right, zeros behind."""
    x = torch.arange(1.0, 13).reshape(1, 1, 3, 4)
    assert moved(x, -2, 1)[0, 0].tolist() == [[0, 9, 10, 11], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert moved(moved(x, 1, 0), -1, 0)[0, 0, :2].equal(x[0, 0, :2])


def test_digits_held_out_are_not_learned() -> None:
    """1,497 and 300 pictures, all from 0 to 1, and together all digits."""
    x, y, held_x, held_y = read_digits(torch.Generator().manual_seed(1))
    assert (len(x), len(y), len(held_x), len(held_y)) == (1497, 1497, 300, 300)
    assert float(x.min()) == 0
    assert float(x.max()) == 1
    assert torch.cat([y, held_y]).bincount().sum() == 1797


def test_within_counts_steps_or_seconds() -> None:
    """At least one step, at most all."""
    assert list(within(3, 60.0)) == [0, 1, 2]
    assert list(within(3, -1.0)) == [0]
