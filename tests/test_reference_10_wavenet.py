"""Oracles of 10 WaveNet: torch's own layers, convolutions and autograd, and loops over pairs of letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import torch
from torch.nn import functional

from course_data.training import contexts, split

if TYPE_CHECKING:
    from collections.abc import Callable

Namespace = dict[str, Any]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return what the solved notebook defines."""
    return run_solution("10-wavenet")


def _normal(*shape: int, seed: int = 10) -> torch.Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def _close(actual: torch.Tensor, expected: torch.Tensor) -> None:
    """Float64 agreement, shape and dtype included; far inside the checks' tolerance."""
    torch.testing.assert_close(actual, expected, rtol=1e-9, atol=1e-12)


def _torch_batch_norm(x: torch.Tensor, gain: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """Return the course's BatchNorm of rows by torch's, which gets the unbiased variance as if from running."""
    flat = x.reshape(-1, x.shape[-1])
    var, mean = torch.var_mean(flat, 0, correction=1)
    return functional.batch_norm(flat, mean, var, gain[0], bias[0], eps=1e-5).reshape(x.shape)


@pytest.mark.parametrize(("b", "t", "c", "n"), [(3, 8, 5, 2), (2, 6, 4, 3), (1, 6, 2, 2), (2, 4, 3, 1), (1, 8, 1, 4)])
def test_flatten_puts_the_numbers_where_the_formula_says(ns: Namespace, b: int, t: int, c: int, n: int) -> None:
    """Group i of example e is the list of its n positions, one vector after the other."""
    x = _normal(b, t, c)
    rows = [[[v for k in range(n) for v in x[e, n * i + k].tolist()] for i in range(t // n)] for e in range(b)]
    _close(ns["FlattenConsecutive"](n)(x), torch.tensor(rows, dtype=torch.float64))


@pytest.mark.parametrize("b", [1, 3])
def test_flatten_drops_only_the_axis_of_groups(ns: Namespace, b: int) -> None:
    """One group left gives (B, C n), as torch.flatten does, and a batch of one stays a batch."""
    x = _normal(b, 4, 3)
    _close(ns["FlattenConsecutive"](4)(x), torch.flatten(x, 1))


def test_flatten_takes_any_memory_layout(ns: Namespace) -> None:
    """A transposed view and its contiguous copy give the same."""
    x = _normal(6, 2, 5).transpose(0, 1)
    _close(ns["FlattenConsecutive"](2)(x), ns["FlattenConsecutive"](2)(x.contiguous()))


@pytest.mark.parametrize(("t", "n"), [(7, 3), (7, 2), (3, 4)])
def test_flatten_names_both_numbers_in_its_error(ns: Namespace, t: int, n: int) -> None:
    """T that n does not divide is a ValueError that says which numbers do not fit."""
    with pytest.raises(ValueError, match=rf"{t}\D+{n}|{n}\D+{t}"):
        ns["FlattenConsecutive"](n)(_normal(2, t, 3))


@pytest.mark.parametrize("shape", [(2, 4, 3), (1, 5, 3), (3, 1, 3), (4, 3)])
def test_batchnorm_agrees_with_torch(ns: Namespace, shape: tuple[int, ...]) -> None:
    """All axes but the last are one batch, with the course's unbiased variance; the running rows stay (1, C)."""
    x, gain, bias = 2 * _normal(*shape) + 1, _normal(1, 3, seed=1), _normal(1, 3, seed=2)
    layer = ns["BatchNorm"](3, momentum=0.3)
    layer.gain, layer.bias = gain, bias
    _close(layer(x), _torch_batch_norm(x, gain, bias))
    flat = x.flatten(0, -2)
    theirs = torch.nn.BatchNorm1d(3, momentum=0.3, dtype=torch.float64)
    theirs(flat)
    assert theirs.running_mean is not None
    assert theirs.running_var is not None
    _close(layer.running_mean, theirs.running_mean[None])
    _close(layer.running_var, theirs.running_var[None])  # torch's running variance is unbiased as well


def test_batchnorm_in_evaluation_is_torchs(ns: Namespace) -> None:
    """In evaluation only the running statistics count, whatever the number of positions."""
    layer = ns["BatchNorm"](3)
    layer(_normal(2, 4, 3))
    layer.train(False)
    x = _normal(1, 2, 3, seed=3)
    expected = functional.batch_norm(x[0], layer.running_mean[0], layer.running_var[0], eps=1e-5)
    _close(layer(x), expected[None])


def test_sequential_agrees_with_torchs(ns: Namespace) -> None:
    """Same layers, same output, same parameters in the same order, and a mode that reaches nested layers."""
    g = torch.Generator().manual_seed(4)
    first, norm, second = ns["Linear"](3, 4, g), ns["BatchNorm"](4), ns["Linear"](4, 2, g)
    model = ns["Sequential"](first, ns["Sequential"](norm, ns["Tanh"]()), second)
    ours = [first.weight, first.bias, norm.gain, norm.bias, second.weight, second.bias]
    assert all(p is q for p, q in zip(model.parameters(), ours, strict=True))
    model(_normal(5, 3))
    model.train(False)
    assert not any(part.training for part in (model, norm, *model.layers))
    their_norm: Any = torch.nn.BatchNorm1d(4)
    theirs = torch.nn.Sequential(
        torch.nn.Linear(3, 4), torch.nn.Sequential(their_norm, torch.nn.Tanh()), torch.nn.Linear(4, 2)
    ).double()
    with torch.no_grad():
        for p, q in zip(theirs.parameters(), ours, strict=True):
            p.copy_(q.T if p.ndim == 2 else q.flatten())
        their_norm.running_mean.copy_(norm.running_mean[0])
        their_norm.running_var.copy_(norm.running_var[0])
        theirs.eval()
        _close(model(_normal(2, 3)), theirs(_normal(2, 3)))
    model.train()
    assert all(part.training for part in (model, norm, *model.layers))


@pytest.mark.parametrize("block", [2, 4, 8, 16])
def test_wavenet_is_a_tree_of_joined_pairs(ns: Namespace, block: int) -> None:
    """By loops over pairs, with torch's batch norm: embed, then join, mix, normalise and squash until one is left."""
    g = torch.Generator().manual_seed(block)
    model = ns["wavenet"](7, block, 3, 4, g)
    for p in model.parameters():
        p.copy_(torch.randn(*p.shape, generator=g, dtype=torch.float64))
    tokens = torch.randint(7, (5, block), generator=g)
    table, *levels, weight, bias = model.parameters()
    nodes = [table[tokens[:, t]] for t in range(block)]
    while levels:
        w, gain, shift, *levels = levels
        mixed = [torch.cat(pair, 1) @ w for pair in zip(nodes[::2], nodes[1::2], strict=True)]
        nodes = list(_torch_batch_norm(torch.stack(mixed), gain, shift).tanh())
    (top,) = nodes
    _close(model(tokens), top @ weight + bias)


def test_wavenet_has_the_size_that_one_counts_on_paper(ns: Namespace) -> None:
    """27 letters, 8 of context, 10 and 68 channels: 22,397 numbers."""
    model = ns["wavenet"](27, 8, 10, 68, torch.Generator())
    on_paper = 27 * 10 + (20 + 2) * 68 + 2 * (2 * 68 + 2) * 68 + (68 + 1) * 27
    assert sum(p.numel() for p in model.parameters()) == on_paper == 22397


@pytest.mark.parametrize("mode", [True, False])
def test_next_probs_asks_in_evaluation_and_leaves_no_trace(ns: Namespace, mode: bool) -> None:
    """The answer is the softmax by hand of the evaluated logits, without graph; mode and statistics are as before."""
    model = ns["wavenet"](6, 4, 3, 4, torch.Generator().manual_seed(5))
    for p in model.parameters():
        p.requires_grad_()
    model(torch.randint(6, (9, 4), generator=torch.Generator().manual_seed(6)))
    model.train(mode)
    before = [layer.running_mean.clone() for layer in model.layers if isinstance(layer, ns["BatchNorm"])]
    answer = ns["next_probs"](model, [0, 3, 3, 5])
    assert model.training is mode
    assert not answer.requires_grad
    after = [layer.running_mean for layer in model.layers if isinstance(layer, ns["BatchNorm"])]
    for old, new in zip(before, after, strict=True):
        _close(new, old)
    model.train(False)
    exps = model(torch.tensor([[0, 3, 3, 5]])).detach()[0].exp()
    _close(answer, exps / exps.sum())


@pytest.mark.parametrize(("t", "d"), [(7, 1), (7, 3), (4, 4), (3, 6), (1, 1)])
def test_causal_conv_agrees_with_torchs_convolution(ns: Namespace, t: int, d: int) -> None:
    """A kernel of two with dilation d, and d zeros on the left; torch wants channels in the middle."""
    x, w = _normal(2, t, 3), _normal(6, 4, seed=1)
    kernel = torch.stack([w[:3].T, w[3:].T], 2)  # (H, C, 2)
    expected = functional.conv1d(functional.pad(x.mT, (d, 0)), kernel, dilation=d).mT
    _close(ns["causal_conv"](x, w, d), expected)


@pytest.mark.parametrize("levels", [1, 2, 3, 4])
def test_dilated_tree_is_the_tree_at_every_position(ns: Namespace, levels: int) -> None:
    """Each output is the recursive tree over the 2**levels inputs that end there, with zeros before the beginning."""
    ws, t = [_normal(6, 3, seed=level) for level in range(levels)], 11
    x = _normal(2, t, 3)

    def node(level: int, at: int) -> torch.Tensor:
        if level == 0:
            return x[:, at] if at >= 0 else torch.zeros_like(x[:, 0])
        pair = [node(level - 1, at - 2 ** (level - 1)), node(level - 1, at)]
        return torch.tanh(torch.cat(pair, 1) @ ws[level - 1])

    _close(ns["dilated_tree"](x, ws), torch.stack([node(levels, at) for at in range(t)], 1))


def test_dilated_tree_sees_as_far_as_the_text_says(ns: Namespace) -> None:
    """By autograd: output 10 of three levels depends on positions 3 to 10, and on no others."""
    x = _normal(1, 14, 3).requires_grad_()
    out = ns["dilated_tree"](x, [_normal(6, 3, seed=level) for level in range(3)])
    (gradient,) = torch.autograd.grad(out[0, 10].square().sum(), x)
    assert gradient[0].abs().sum(1).nonzero().flatten().tolist() == list(range(3, 11))


def test_the_position_check_can_fail(ns: Namespace) -> None:
    """positions_seen finds eight positions for the reference, and all of them for an average over the text."""
    right = ns["dilated_tree"]
    assert ns["positions_seen"]() == list(range(3, 11))
    try:
        ns["dilated_tree"] = lambda x, _: x.mean(1, keepdim=True)
        assert ns["positions_seen"]() == list(range(11))
    finally:
        ns["dilated_tree"] = right


def test_the_reward_learns(ns: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """The small WaveNet ends well below log 27 = 3.30, on names that it learned from and on names held out."""
    ns["show_reward"](steps=60)
    losses = re.findall(r": (\d\.\d\d);", capsys.readouterr().out)
    assert len(losses) == 2
    assert all(float(loss) < 2.8 for loss in losses)


def test_the_names_held_out_are_a_random_tenth(ns: Namespace) -> None:
    """No name is in both parts, none is lost, and the tenth has names from all over the alphabet."""
    learned, held_out = split(ns["names"](), 0.1, torch.Generator().manual_seed(1))
    assert sorted(learned + held_out) == ns["names"]()
    assert len(held_out) == round(len(ns["names"]()) / 10)
    assert len({name[0] for name in held_out}) > 15


def test_contexts_are_those_of_a_loop_over_letters() -> None:
    """Each letter with what stands before it, the end included; 0 where nothing does."""
    x, y = contexts(["ab", "c"], 3, ".abc")
    assert x.tolist() == [[0, 0, 0], [0, 0, 1], [0, 1, 2], [0, 0, 0], [0, 0, 3]]
    assert y.tolist() == [1, 2, 0, 3, 0]


def test_the_two_ways_to_the_tree_agree(ns: Namespace) -> None:
    """One by one and all at once differ by rounding only; with another tree in the place of one they differ."""
    assert ns["compare_trees"]() < 1e-12
    right = ns["dilated_tree"]
    try:
        ns["dilated_tree"] = lambda x, ws: right(x, ws[:1] + ws[:0:-1])
        assert ns["compare_trees"]() > 1e-3
    finally:
        ns["dilated_tree"] = right


def test_tree_and_funnel_are_of_one_size(ns: Namespace) -> None:
    """The comparison is fair: numbers learned within a percent, and a funnel is the tree of one join of eight."""
    found = ns["tree_or_funnel"](seeds=(1,), steps=20)
    (tree, _), (funnel, _) = found["tree"], found["funnel"]
    assert (tree, funnel) == (6089, 6074)
