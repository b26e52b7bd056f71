"""The reference of notebook 11 against independent oracles: torch's own attention, float64 sums, and plain loops."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

Namespace = dict[str, Any]
BLOCK_SIZE = 8


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("11-attention-head")


def normal(*shape: int, seed: int = 11) -> Tensor:
    """Return float32 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def head_inputs(b: int, t: int, c: int, hs: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return x and the three weights of a head."""
    wq, wk, wv = (normal(c, hs, seed=seed) * c**-0.5 for seed in (1, 2, 3))
    return normal(b, t, c), wq, wk, wv


def head_in_float64(x: Tensor, wq: Tensor, wk: Tensor, wv: Tensor) -> tuple[Tensor, Tensor]:
    """Attention by its formula, one weight at a time, in double precision."""
    x, wq, wk, wv = (a.double() for a in (x, wq, wk, wv))
    b, t, _ = x.shape
    wei, out = torch.zeros(b, t, t).double(), torch.zeros(b, t, wq.shape[1]).double()
    for text in range(b):
        for i in range(t):
            e = [math.exp(float((x[text, i] @ wq) @ (x[text, j] @ wk)) / math.sqrt(wq.shape[1])) for j in range(i + 1)]
            for j in range(i + 1):
                wei[text, i, j] = e[j] / sum(e)
                out[text, i] += wei[text, i, j] * (x[text, j] @ wv)
    return wei, out


def pairwise(q: Tensor, k: Tensor, score: Callable[[list[float], list[float]], float]) -> Tensor:
    """Apply a score of two lists of numbers to every query and every key of each text."""
    rows = [[[score(a.tolist(), c.tolist()) for c in ks] for a in qs] for qs, ks in zip(q, k, strict=True)]
    return torch.tensor(rows, dtype=torch.float64)


SIZES = [(2, 8, 6, 4), (3, 5, 6, 4), (3, 8, 5, 7), (1, 1, 6, 4), (2, 2, 1, 1)]


@pytest.mark.parametrize("shape", [(2, 8, 6), (4, 3, 5), (1, 1, 3)])
def test_the_three_averages_agree_with_a_running_sum(ns: Namespace, shape: tuple[int, int, int]) -> None:
    """Loop, triangle and softmax all give the cumulative sum, divided by the number of terms."""
    x = normal(*shape)
    expected = (x.double().cumsum(1) / torch.arange(1, shape[1] + 1).view(-1, 1)).float()
    torch.testing.assert_close(ns["avg_past_loop"](x), expected)
    for name in ("avg_past_tril", "avg_past_softmax"):
        wei, xbow = ns[name](x)
        torch.testing.assert_close(xbow, expected)
        torch.testing.assert_close(
            wei, torch.tensor([[(s <= t) / (t + 1) for s in range(shape[1])] for t in range(shape[1])])
        )


@pytest.mark.parametrize("size", SIZES)
def test_head_agrees_with_torchs_attention(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """scaled_dot_product_attention gives out, and, with the unit matrix as values, wei."""
    x, wq, wk, wv = head_inputs(*size)
    wei, out = ns["head"](x, wq, wk, wv)
    q, k, v = F.linear(x, wq.T), F.linear(x, wk.T), F.linear(x, wv.T)
    unit = torch.eye(size[1]).expand(size[0], -1, -1)
    torch.testing.assert_close(out, F.scaled_dot_product_attention(q, k, v, is_causal=True))
    torch.testing.assert_close(wei, F.scaled_dot_product_attention(q, k, unit, is_causal=True))


def test_head_agrees_with_multihead_attention_of_one_head(ns: Namespace) -> None:
    """nn.MultiheadAttention with our weights, one head, and our mask gives the same weights and outputs."""
    x, wq, wk, wv = head_inputs(2, 5, 4, 4)
    layer = torch.nn.MultiheadAttention(4, 1, bias=False, batch_first=True)
    with torch.no_grad():
        layer.in_proj_weight.copy_(torch.cat([wq.T, wk.T, wv.T]))
        layer.out_proj.weight.copy_(torch.eye(4))
        expected_out, expected_wei = layer(x, x, x, attn_mask=ns["mask_upper"](5))
    wei, out = ns["head"](x, wq, wk, wv)
    torch.testing.assert_close(wei, expected_wei)
    torch.testing.assert_close(out, expected_out)


@pytest.mark.parametrize("size", SIZES)
def test_head_agrees_with_the_formula_in_float64(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """Each weight is exp(q.k / sqrt(hs)) over the sum of those of the past."""
    inputs = head_inputs(*size)
    for actual, expected in zip(ns["head"](*inputs), head_in_float64(*inputs), strict=True):
        torch.testing.assert_close(actual.double(), expected, rtol=1e-5, atol=1e-6)


def test_the_steps_lead_to_the_head(ns: Namespace) -> None:
    """The variables q, k, v, scores, wei, out of the step-by-step tasks are those of torch's attention."""
    q, k, v = (F.linear(ns["x"], ns[name].T) for name in ("Wq", "Wk", "Wv"))
    for name, expected in (("q", q), ("k", k), ("v", v)):
        torch.testing.assert_close(ns[name], expected)
    torch.testing.assert_close(ns["scores"], torch.baddbmm(torch.zeros(2, 8, 8), q, k.mT, beta=0, alpha=0.5))
    unit = torch.eye(8).expand(2, -1, -1)
    torch.testing.assert_close(ns["wei"], F.scaled_dot_product_attention(q, k, unit, is_causal=True))
    torch.testing.assert_close(ns["out"], F.scaled_dot_product_attention(q, k, v, is_causal=True))


@pytest.mark.parametrize("t", range(BLOCK_SIZE - 1))
def test_head_is_causal(ns: Namespace, t: int) -> None:
    """By autograd: the outputs up to t do not depend on x after t, and out[t + 1] does depend on x[t + 1]."""
    x, wq, wk, wv = head_inputs(2, BLOCK_SIZE, 6, 4)
    x.requires_grad_()
    out = ns["head"](x, wq, wk, wv)[1]
    (past,) = torch.autograd.grad(out[:, : t + 1].square().sum(), x, retain_graph=True)
    (present,) = torch.autograd.grad(out[:, t + 1].square().sum(), x)
    assert past[:, t + 1 :].abs().max() == 0
    assert present[:, t + 1].abs().max() > 0


def test_the_check_of_a_new_ending_can_fail(ns: Namespace) -> None:
    """new_ending finds no change in the reference, and notices a head that peeks and one that ignores the text."""
    inputs = head_inputs(2, BLOCK_SIZE, 6, 4)
    causal = ns["head"]

    def changes() -> tuple[float, bool]:
        found = ns["new_ending"](inputs[0], 3, *inputs[1:])
        assert found["change up to t"].shape[:2] == (2, 4)
        return found["change up to t"].abs().max().item(), found["something after t changes"]

    change, later = changes()
    assert change < 1e-6
    assert later
    try:
        ns["head"] = lambda x, *_: (None, x.mean(1, keepdim=True).expand_as(x))
        assert changes()[0] > 0.01
        ns["head"] = lambda x, *_: (None, torch.zeros_like(x))
        assert changes() == (0, False)
    finally:
        ns["head"] = causal


@pytest.mark.parametrize("t", [1, 2, 4, 7])
def test_triangular_masks_follow_their_definition(ns: Namespace, t: int) -> None:
    """mask_upper is true where the column is greater than the row, mask_lower where it is smaller; both are bool."""
    upper, lower = ns["mask_upper"](t), ns["mask_lower"](t)
    assert upper.dtype == lower.dtype == torch.bool
    assert upper.tolist() == [[s > r for s in range(t)] for r in range(t)]
    assert lower.tolist() == [[s < r for s in range(t)] for r in range(t)]


def test_pad_marks_the_padding_keys_for_every_query(ns: Namespace) -> None:
    """Padding is found by its number wherever it stands, and combines with the causal mask by broadcasting."""
    seq = torch.tensor([[7, 7, 0, 3], [0, 7, 2, 0], [1, 2, 3, 4]])
    mask = ns["pad"](seq, 7)
    assert mask.dtype == torch.bool
    assert mask.tolist() == [[[token == 7 for token in row]] for row in seq.tolist()]
    both = ns["mask_upper"](4) | mask
    assert both.tolist() == [[[s > t or row[s] == 7 for s in range(4)] for t in range(4)] for row in seq.tolist()]


@pytest.mark.parametrize("offset", [0.0, -50.0, 200.0])
def test_masked_softmax_agrees_with_torchs_attention(ns: Namespace, offset: float) -> None:
    """Where a row has something left, the weights are those of torch, whose boolean masks mean the opposite."""
    scores = normal(3, 4, 5) + offset
    mask = torch.tensor([[0, 1, 1, 1, 1], [1, 0, 0, 1, 1], [0, 0, 0, 1, 0], [1, 0, 1, 0, 0]]).bool()
    unit = torch.eye(5).expand(3, -1, -1)
    expected = F.scaled_dot_product_attention(scores, unit, unit, attn_mask=~mask, scale=1.0)
    torch.testing.assert_close(ns["masked_softmax"](scores, mask), expected)


def test_a_row_with_everything_hidden_gets_equal_weights(ns: Namespace) -> None:
    """The convention that the text settles: 1/Tk and no NaN, neither in the weights nor in the gradient."""
    scores = normal(2, 3, 5).requires_grad_()
    wei = ns["masked_softmax"](scores, torch.tensor([[[True]], [[False]]]).expand(2, 1, 5))
    torch.testing.assert_close(wei[0], torch.full((3, 5), 0.2))
    torch.testing.assert_close(wei[1], torch.softmax(scores[1], -1))
    (wei**2).sum().backward()
    assert scores.grad is not None
    assert scores.grad.isfinite().all()


def test_what_the_text_says_about_torchs_empty_rows() -> None:
    """With -inf everywhere a softmax is NaN, and torch's attention returns zeros for such a row."""
    assert torch.full((1, 3), -math.inf).softmax(-1).isnan().all()
    q = normal(1, 3, 4)
    assert F.scaled_dot_product_attention(q, q, q, attn_mask=torch.zeros(3, 3).bool()).eq(0).all()


@pytest.mark.parametrize(
    ("name", "score"),
    [
        ("dot", lambda a, b: sum(x * y for x, y in zip(a, b, strict=True))),
        ("squared_dot", lambda a, b: sum(x * x * y * y for x, y in zip(a, b, strict=True))),
        ("reversed_dot", lambda a, b: sum(x * y for x, y in zip(a, reversed(b), strict=True))),
        (
            "cosine",
            lambda a, b: sum(x * y for x, y in zip(a, b, strict=True)) / math.hypot(*a) / math.hypot(*b),
        ),
    ],
)
def test_scores_agree_with_loops(ns: Namespace, name: str, score: Callable[[list[float], list[float]], float]) -> None:
    """Each score is its formula for every pair, with queries in the rows and keys in the columns."""
    q, k = normal(2, 3, 4), normal(2, 5, 4, seed=12)
    torch.testing.assert_close(ns[name](q, k).double(), pairwise(q, k, score), rtol=1e-5, atol=1e-6)


def test_the_worked_example_of_the_scores(ns: Namespace) -> None:
    """The table in the text (12, 440, 8) is what the functions give."""
    q, k = torch.tensor([[[1.0, 2.0, 3.0]]]), torch.tensor([[[4.0, -5.0, 6.0]]])
    assert [ns[name](q, k).item() for name in ("dot", "squared_dot", "reversed_dot")] == [12, 440, 8]


def test_squared_dot_is_blind_to_signs(ns: Namespace) -> None:
    """Flipping the sign of any component, of queries or keys, changes nothing; dot does notice."""
    q, k, signs = normal(2, 3, 4), normal(2, 5, 4, seed=12), torch.tensor([1.0, -1.0, -1.0, 1.0])
    torch.testing.assert_close(ns["squared_dot"](q * signs, k), ns["squared_dot"](q, k), rtol=0, atol=0)
    torch.testing.assert_close(ns["squared_dot"](q, -k * signs), ns["squared_dot"](q, k), rtol=0, atol=0)
    assert (ns["dot"](q * signs, k) - ns["dot"](q, k)).abs().max() > 0.1


def test_cosine_agrees_with_torch_and_survives_zero_vectors(ns: Namespace) -> None:
    """The cosine is torch's, does not depend on lengths, and is 0 with a zero vector."""
    q, k = normal(2, 3, 4), normal(2, 5, 4, seed=12)
    q[0, 1], k[1, 2] = 0, 0
    expected = F.cosine_similarity(q[:, :, None], k[:, None], dim=-1)
    torch.testing.assert_close(ns["cosine"](q, k), expected)
    torch.testing.assert_close(ns["cosine"](q * 30, k * 0.2), expected)
    assert expected[0, 1].eq(0).all()


def test_additive_agrees_with_a_small_network(ns: Namespace) -> None:
    """Each score is the output of Linear, Tanh, Linear for one query and one key, joined."""
    q, k, w1, w2, w = normal(2, 3, 4), normal(2, 5, 6), normal(4, 7), normal(6, 7), normal(7)
    hidden, output = torch.nn.Linear(10, 7, bias=False), torch.nn.Linear(7, 1, bias=False)
    network = torch.nn.Sequential(hidden, torch.nn.Tanh(), output)
    with torch.no_grad():
        hidden.weight.copy_(torch.cat([w1, w2]).T)
        output.weight.copy_(w[None])
        pairs = [[[torch.cat([a, c]) for c in ks] for a in qs] for qs, ks in zip(q, k, strict=True)]
        expected = torch.stack([torch.stack([network(torch.stack(row))[:, 0] for row in text]) for text in pairs])
    torch.testing.assert_close(ns["additive"](q, k, w1, w2, w), expected, rtol=1e-5, atol=1e-6)


def test_additive_without_tanh_would_ignore_the_query(ns: Namespace) -> None:
    """What the tutor says: without tanh, all rows of the softmax are alike; with it, they differ."""
    q, k, w1, w2, w = normal(1, 3, 4), normal(1, 5, 6), normal(4, 7), normal(6, 7), normal(7)
    linear = ((q @ w1)[:, :, None] + (k @ w2)[:, None]) @ w
    torch.testing.assert_close(linear.softmax(-1)[:, 0], linear.softmax(-1)[:, 1])
    rows = ns["additive"](q, k, w1, w2, w).softmax(-1)[0]
    assert (rows[0] - rows[1]).abs().max() > 0.01


def test_pictures_fail_gently(ns: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a function is missing, a picture is replaced by one plain line."""

    def missing() -> dict[str, Tensor]:
        raise NotImplementedError

    ns["show"](missing)
    ns["show"](lambda: {"not a map": torch.zeros(3)})
    assert capsys.readouterr().out.splitlines() == [
        "No picture yet (NotImplementedError): it appears once the functions above work.",
        "No picture yet (AssertionError): it appears once the functions above work.",
    ]


def test_the_hand_made_heads_look_where_the_text_says(ns: Namespace) -> None:
    """In the last pictures: an average, the same letter, one position back; and squared_dot takes a for n."""
    maps = ns["three_heads"]()
    torch.testing.assert_close(maps["all zeros"], ns["avg_past_tril"](torch.zeros(1, 6, 1))[0])
    same = torch.tensor([[a == b for b in "banana"] for a in "banana"])
    assert (maps["same letter"] * same).sum(1).min() > 0.8
    assert maps["one back"].diagonal(-1).min() > 0.9
    scores = ns["five_scores"]()
    torch.testing.assert_close(scores["squared_dot"][5, 1:], scores["squared_dot"][5, 1].expand(5))
    assert scores["reversed_dot"][1].argmax() == 0
    assert scores["cosine"][5].max() < scores["dot"][5].max()


def test_reversed_dot_is_dot_with_other_weights(ns: Namespace) -> None:
    """The answer to the question of task 11: reversing the columns of Wk does it; squaring has no such Wk."""
    assert ns["through_other_weights"]() < 1e-5
    right = ns["reversed_dot"]
    try:
        ns["reversed_dot"] = ns["squared_dot"]
        assert ns["through_other_weights"]() > 0.1
    finally:
        ns["reversed_dot"] = right


def test_what_the_text_says_about_float16(ns: Namespace) -> None:
    """There -1e9 is minus infinity, and a row with everything hidden is NaN; the smallest number keeps it even."""
    scores, hidden = torch.zeros(1, 4).half(), torch.ones(1, 4, dtype=torch.bool)
    assert torch.tensor(-1e9).half().isinf()
    assert torch.where(hidden, torch.tensor(-1e9).half(), scores).softmax(-1).isnan().all()
    smallest = torch.finfo(torch.float16).min
    assert smallest == -65504
    assert scores.masked_fill(hidden, smallest).softmax(-1).tolist() == [[0.25] * 4]


def test_attention_has_no_notion_of_space(ns: Namespace) -> None:
    """Texts and masks shuffled alike give the same outputs, shuffled."""
    g = torch.Generator().manual_seed(9)
    x, hidden = torch.randn(1, 6, 3, generator=g), torch.rand(6, 6, generator=g) < 0.4
    order = torch.randperm(6, generator=g)

    def mixed(x: Tensor, hidden: Tensor) -> Tensor:
        return ns["masked_softmax"](ns["dot"](x, x), hidden) @ x  # type: ignore[no-any-return]

    torch.testing.assert_close(mixed(x[:, order], hidden[order][:, order]), mixed(x, hidden)[:, order])


def test_head_with_scores_far_apart(ns: Namespace) -> None:
    """Scores of the past may lie hundreds below those of the future, and be 0: the triangle alone hides."""
    x = torch.tensor([[[1.0, -200.0, 3.0], [1.0, -199.0, -1.0], [1.0, 0.0, 2.0]]])
    weights = torch.eye(3).view(3, 3, 1)
    for actual, expected in zip(ns["head"](x, *weights), head_in_float64(x, *weights), strict=True):
        torch.testing.assert_close(actual.double(), expected, rtol=1e-5, atol=1e-6)


def test_a_hidden_row_of_scores_far_apart_gets_equal_weights(ns: Namespace) -> None:
    """-1e9 takes the place of the scores; added to them it would leave their differences, in steps of 64."""
    scores, hidden = torch.tensor([[[0.0, 200.0, -50.0]]]), torch.ones(1, 1, 3, dtype=torch.bool)
    torch.testing.assert_close(ns["masked_softmax"](scores, hidden), torch.full((1, 1, 3), 1 / 3))
    assert (scores + hidden * -1e9).softmax(-1).max() > 0.9


def test_cosine_of_short_vectors(ns: Namespace) -> None:
    """Two lengths above the bound, whose product is below it, give the cosine of longer vectors."""
    q, k = normal(2, 3, 4), normal(2, 5, 4, seed=12)
    torch.testing.assert_close(ns["cosine"](q * 1e-5, k * 1e-5), ns["cosine"](q, k), rtol=0, atol=1e-5)


def test_kept_notices_a_change(ns: Namespace) -> None:
    """It gives copies, and tells the result, and whether they are the same afterwards."""
    x = torch.ones(2, 3)
    result, same = ns["kept"](lambda a: a + 1, x)
    assert same
    assert result.eq(2).all()
    assert not ns["kept"](lambda a: a.add_(1), x)[1]
    assert x.eq(1).all()
