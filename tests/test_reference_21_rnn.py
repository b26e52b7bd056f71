"""The reference of notebook 21 against independent oracles: torch's recurrent layers, autograd, and plain loops."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from course_data.recurrent import made_up_series, memory_batch, new_cell, rotation, train_cells

Namespace = dict[str, Any]


@pytest.fixture(scope="module")
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("21-rnn")


def normal(*shape: int, seed: int = 21) -> Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


SIZES = [(2, 5, 3, 7), (4, 1, 2, 3), (1, 9, 3, 2)]  # B, T, D, H


def rnn(ns: Namespace, d: int, h: int) -> tuple[Callable[[Tensor, Tensor], Tensor], list[Tensor]]:
    """Return the notebook's RNN step with random weights, and these weights."""
    ws = [normal(d, h, seed=1), normal(h, h, seed=2) * 0.6, normal(h, seed=3)]
    return lambda x, state: ns["rnn_step"](x, state, *ws), ws


def torchs(kind: str, layer: nn.Module, *ours: Tensor) -> nn.Module:
    """Put our Wx, Wh, (in, out), bx and bh into one of torch's cells, or into layer `kind` of one of its stacks."""
    weights, (wx, wh, bx, bh) = dict(layer.named_parameters()), ours
    with torch.no_grad():
        for name, value in (("weight_ih", wx.T), ("weight_hh", wh.T), ("bias_ih", bx), ("bias_hh", bh)):
            weights[name + kind].copy_(value)
    return layer.double()


@pytest.mark.parametrize("size", SIZES)
def test_rnn_step_and_unroll_agree_with_torch(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """nn.RNNCell gives each state, nn.RNN all of them, with copied weights."""
    b, t, d, h = size
    xs, h0 = normal(b, t, d, seed=4), normal(b, h, seed=5)
    step, (wx, wh, bias) = rnn(ns, d, h)
    cell = torchs("", nn.RNNCell(d, h).double(), wx, wh, bias, torch.zeros(h))
    torch.testing.assert_close(step(xs[:, 0], h0), cell(xs[:, 0], h0).detach())
    layer = torchs("_l0", nn.RNN(d, h, batch_first=True).double(), wx, wh, bias, torch.zeros(h))
    torch.testing.assert_close(ns["unroll"](step, xs, h0), layer(xs, h0[None])[0].detach())


def test_unroll_bears_a_very_long_series(ns: Namespace) -> None:
    """Five thousand steps of a sum: the running sum."""
    xs = normal(1, 5000, 1)
    torch.testing.assert_close(ns["unroll"](lambda x, h: x + h, xs, torch.zeros_like(xs[:, 0])), xs.cumsum(1))


@pytest.mark.parametrize("size", SIZES)
def test_step_back_agrees_with_autograd(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """All five gradients of one step."""
    b, _, d, h = size
    inputs = [normal(b, d, seed=6), normal(b, h, seed=7), *rnn(ns, d, h)[1]]
    dh = normal(b, h, seed=8)
    leaves = [a.clone().requires_grad_() for a in inputs]
    out = torch.tanh(leaves[0] @ leaves[2] + leaves[1] @ leaves[3] + leaves[4])
    expected = torch.autograd.grad(out, leaves, dh)
    x, h_prev, wx, wh, _ = inputs
    dx, dh_prev, weights = ns["step_back"](dh, x, h_prev, out.detach(), wx, wh)
    torch.testing.assert_close((dx, dh_prev, *weights), expected)


@pytest.mark.parametrize("size", [*SIZES, (1, 400, 2, 3)])
def test_bptt_of_step_back_agrees_with_autograd(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """The notebook's two functions together are the gradient of nn.RNN, for a loss that looks at every state."""
    b, t, d, h = size
    xs, h0, dhs = normal(b, t, d, seed=4), normal(b, h, seed=5), normal(b, t, h, seed=6)
    step, (wx, wh, bias) = rnn(ns, d, h)
    hs = ns["unroll"](step, xs, h0)
    dxs, dh0, grads = ns["bptt"](xs, h0, hs, dhs, lambda *one: ns["step_back"](*one, wx, wh))
    layer = torchs("_l0", nn.RNN(d, h, batch_first=True).double(), wx, wh, bias, torch.zeros(h))
    leaves = [xs.clone().requires_grad_(), h0[None].clone().requires_grad_()]
    found = torch.autograd.grad(layer(*leaves)[0], [*leaves, *layer.parameters()], dhs)
    torch.testing.assert_close((dxs, dh0), (found[0], found[1][0]))
    torch.testing.assert_close(grads, (found[2].T, found[3].T, found[4]))


@pytest.mark.parametrize("size", SIZES)
def test_gradient_norms_agree_with_autograd(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """The lengths of torch's gradients at each state, with the loss at the last."""
    b, t, d, h = size
    step, (_, wh, _) = rnn(ns, d, h)
    state, states = normal(b, h, seed=9), []
    for x in normal(b, t, d, seed=4).unbind(1):
        state = step(x, state).requires_grad_()
        states.append(state)
    dh = normal(b, h, seed=10)
    expected = [g.norm() for g in torch.autograd.grad(states[-1], states, dh)]
    found = ns["gradient_norms"](torch.stack(states, 1).detach(), wh, dh)
    torch.testing.assert_close(found, torch.stack(expected))


def test_a_rotation_alone_changes_no_length(ns: Namespace) -> None:
    """At states of zero the tanh lets all pass, and W_h = s times a rotation gives s, s², ..., as the text says."""
    turn = rotation(6, torch.Generator().manual_seed(1))
    dh = normal(2, 6)
    found = ns["gradient_norms"](torch.zeros(2, 5, 6, dtype=torch.float64), 1.25 * turn, dh)
    torch.testing.assert_close(found, dh.norm() * 1.25 ** torch.arange(4, -1, -1, dtype=torch.float64))


@pytest.mark.parametrize("limit", [0.1, 3.0, 1e3])
def test_clip_norm_agrees_with_torch(ns: Namespace, limit: float) -> None:
    """clip_grad_norm_ on parameters of which one is frozen; it adds 1e-6 to the length."""
    grads = [normal(3, 4), None, normal(5, seed=2) * 2, normal(2, 3, 2, seed=3)]
    kept = [None if g is None else g.clone() for g in grads]
    params = [nn.Parameter(torch.zeros_like(normal(1) if g is None else g)) for g in grads]
    for p, g in zip(params, grads, strict=True):
        p.grad = None if g is None else g.clone()
    length = nn.utils.clip_grad_norm_(params, limit)
    clipped, n = ns["clip_norm"](grads, limit)
    assert n == pytest.approx(length.item())
    assert clipped[1] is None
    for p, mine, before, given in zip(params, clipped, kept, grads, strict=True):
        if p.grad is not None:
            torch.testing.assert_close(mine, p.grad, rtol=1e-5, atol=0)
            torch.testing.assert_close(given, before, rtol=0, atol=0)


def test_clip_norm_leaves_zeros_zero(ns: Namespace) -> None:
    """No division by a length of 0."""
    clipped, n = ns["clip_norm"]([torch.zeros(3), None], 1.0)
    assert clipped[0].tolist() == [0, 0, 0]
    assert n == 0


@pytest.mark.parametrize("size", SIZES)
def test_lstm_step_agrees_with_torch(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """nn.LSTMCell with copied weights."""
    b, _, d, h = size
    x, state, c = normal(b, d, seed=1), normal(b, h, seed=2), normal(b, h, seed=3) * 2
    wx, wh, bias = normal(d, 4 * h, seed=4), normal(h, 4 * h, seed=5), normal(4 * h, seed=6)
    cell = torchs("", nn.LSTMCell(d, h).double(), wx, wh, bias, torch.zeros(4 * h))
    with torch.no_grad():
        expected = cell(x, (state, c))
    torch.testing.assert_close(ns["lstm_step"](x, state, c, wx, wh, bias), expected)


def test_an_open_cell_keeps_its_value_and_its_gradient(ns: Namespace) -> None:
    """With f = 1 and i = 0 (biases of +-40) the cell is the same after 50 steps, and so is its gradient."""
    h, wx, wh = torch.zeros(1, 2, dtype=torch.float64), normal(3, 8), normal(2, 8, seed=2)
    bias = torch.tensor([-40.0] * 2 + [40.0] * 2 + [0.0] * 4, dtype=torch.float64)
    begin = normal(1, 2, seed=3).requires_grad_()
    c = begin
    for x in normal(50, 1, 3, seed=4):
        h, c = ns["lstm_step"](x, h, c, wx, wh, bias)
    torch.testing.assert_close(c, begin)
    torch.testing.assert_close(torch.autograd.grad(c.sum(), begin)[0], torch.ones_like(begin))


@pytest.mark.parametrize("size", SIZES)
def test_gru_step_after_agrees_with_torch(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """nn.GRUCell, which resets after the product, with copied weights."""
    b, _, d, h = size
    x, state = normal(b, d, seed=1), normal(b, h, seed=2)
    ws = normal(d, 3 * h, seed=3), normal(h, 3 * h, seed=4), normal(3 * h, seed=5), normal(3 * h, seed=6)
    cell = torchs("", nn.GRUCell(d, h).double(), *ws)
    with torch.no_grad():
        expected = cell(x, state)
    torch.testing.assert_close(ns["gru_step"](x, state, *ws, "after"), expected)


def sigma(a: float) -> float:
    """Return the sigmoid of a number."""
    return 1 / (1 + math.exp(-a))


def test_gru_step_before_agrees_with_loops(ns: Namespace) -> None:
    """One number at a time, from the paper's formulas: the reset acts on the state before the product."""
    b, d, h = 2, 3, 4
    x, state = normal(b, d, seed=1), normal(b, h, seed=2)
    wx, wh, bx, bh = (normal(*s, seed=k) for k, s in enumerate(((d, 3 * h), (h, 3 * h), (3 * h,), (3 * h,))))

    def part(row: list[float], w: Tensor, column: int) -> float:
        return sum(a * w[k, column].item() for k, a in enumerate(row))

    expected = torch.zeros(b, h, dtype=torch.float64)
    for e in range(b):
        xe, he = x[e].tolist(), state[e].tolist()
        both = [part(xe, wx, c) + part(he, wh, c) + (bx[c] + bh[c]).item() for c in range(2 * h)]
        seen = [sigma(r) * a for r, a in zip(both[:h], he, strict=True)]
        for j in range(h):
            c = 2 * h + j
            candidate = math.tanh(part(xe, wx, c) + part(seen, wh, c) + (bx[c] + bh[c]).item())
            stays = sigma(both[h + j])
            expected[e, j] = stays * he[j] + (1 - stays) * candidate
    torch.testing.assert_close(ns["gru_step"](x, state, wx, wh, bx, bh, "before"), expected)


@pytest.mark.parametrize("layers", [1, 3])
def test_deep_rnn_agrees_with_torch(ns: Namespace, layers: int) -> None:
    """nn.RNN with several layers: the top layer's series and every layer's last state."""
    b, t, d, h = 2, 5, 3, 4
    xs, h0s, steps = normal(b, t, d), normal(layers, b, h, seed=1), []
    deep = nn.RNN(d, h, layers, batch_first=True).double()
    for k in range(layers):
        ws = normal(h if k else d, h, seed=10 + k), normal(h, h, seed=20 + k), normal(h, seed=30 + k)
        torchs(f"_l{k}", deep, *ws, torch.zeros(h))
        steps.append(lambda x, state, ws=ws: ns["rnn_step"](x, state, *ws))
    with torch.no_grad():
        series, lasts = deep(xs, h0s)
    top, states = ns["deep_rnn"](steps, xs, list(h0s))
    torch.testing.assert_close((top, torch.stack(states)), (series, lasts))


@pytest.mark.parametrize(("t", "ahead"), [(4, 2), (1, 1), (6, 3), (3, 7)])
def test_windows_agree_with_loops(ns: Namespace, t: int, ahead: int) -> None:
    """On the numbers 0, 1, 2, ...: each window counts up, and its target is `ahead` more than its last number."""
    series = torch.arange(10)
    x, y = ns["windows"](series, t, ahead)
    assert x.tolist() == [list(range(i, i + t)) for i in range(10) if i + t + ahead <= 10]
    assert (y - x[:, -1]).tolist() == [ahead] * len(x)
    assert y[-1] == 9


def test_standardise_knows_the_past_only(ns: Namespace) -> None:
    """The known part has mean 0 and variance 1; another future changes nothing in it."""
    series, other = normal(20) * 3 + 7, torch.cat([(normal(20) * 3 + 7)[:8], normal(12, seed=5) * 100])
    found = ns["standardise"](series, 8)
    assert found[:8].mean().item() == pytest.approx(0, abs=1e-12)
    assert (found[:8] ** 2).mean().item() == pytest.approx(1)
    torch.testing.assert_close(ns["standardise"](other, 8)[:8], found[:8])
    back = (series - series[0]) / (found - found[0])
    torch.testing.assert_close(back[1:], torch.full_like(back[1:], back[1].item()))


@pytest.mark.parametrize(("t", "ahead", "season"), [(4, 2, 2), (4, 2, 4), (5, 1, 5), (3, 3, 5)])
def test_naive_says_what_was_a_season_before(ns: Namespace, t: int, ahead: int, season: int) -> None:
    """On the numbers 0, 1, 2, ... it says each target less the season."""
    x, y = ns["windows"](torch.arange(12), t, ahead)
    assert ns["naive"](x, ahead, season).tolist() == (y - season).tolist()


def test_skill_on_numbers_by_hand(ns: Namespace) -> None:
    """Errors 1 and 2 against 3 and 4: 1 - 5/25, whether p is a row or a column; the baseline itself has 0."""
    y, p, base = torch.tensor([1.0, 2.0]), torch.tensor([2.0, 0.0]), torch.tensor([4.0, 6.0])
    assert ns["skill"](p, y, base).item() == pytest.approx(0.8)
    assert ns["skill"](p[:, None], y, base).item() == pytest.approx(0.8)
    assert ns["skill"](base, y, base).item() == 0
    assert ns["skill"](y, y, base).item() == 1


def test_what_the_rewards_are_made_of() -> None:
    """A rotation keeps lengths; a memory test begins with its answer; the series has a season of 12."""
    g = torch.Generator().manual_seed(3)
    turn = rotation(5, g)
    torch.testing.assert_close(turn @ turn.T, torch.eye(5, dtype=torch.float64))
    xs, sign = memory_batch(9, 20, g, "cpu")
    assert xs.shape == (9, 21, 1)
    assert xs[:, 0, 0].equal(sign)
    series = made_up_series(600, g)
    series = series - series.mean()
    season, between = ((series[k:] * series[:-k]).mean().item() for k in (12, 6))
    assert season > 0 > between


def test_train_cells_gives_all_kinds_the_same_batches_and_uses_the_clipping() -> None:
    """Each kind draws the same numbers; the gradients that move the weights are those that `clip` gives."""
    g = torch.Generator().manual_seed(4)
    cells = {kind: new_cell(kind, 1, 3, g, "cpu") for kind in ("RNN", "GRU")}
    before = {kind: [w.detach().clone() for w in weights.values()] for kind, weights in cells.items()}
    drawn: dict[str, list[float]] = {"RNN": [], "GRU": []}

    def loss_of(kind: str, weights: dict[str, Tensor], g: torch.Generator) -> Tensor:
        drawn[kind].append(torch.rand(1, generator=g).item())
        return torch.stack([w.square().sum() for w in weights.values()]).sum()

    losses = train_cells(cells, loss_of, lambda grads: [None] * len(grads), g, steps=3, seconds=60, lr=0.1)
    assert drawn["RNN"] == drawn["GRU"]
    assert len(set(drawn["RNN"])) == len(losses["RNN"]) == 3
    assert all(w.equal(old) for kind in cells for w, old in zip(cells[kind].values(), before[kind], strict=True))
    losses = train_cells(cells, loss_of, lambda grads: grads, g, steps=3, seconds=60, lr=0.1)
    assert losses["GRU"][-1] < losses["GRU"][0]
