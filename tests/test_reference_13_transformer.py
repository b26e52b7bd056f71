"""The reference of notebook 13 against independent oracles: torch's attention, norm and losses, and plain loops."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

Namespace = dict[str, Any]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("13-transformer")


def normal(*shape: int, seed: int = 13) -> Tensor:
    """Return float32 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def tokens(*shape: int, below: int, seed: int = 13) -> Tensor:
    """Return random tokens, the same at each call."""
    return torch.randint(below, shape, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize(("t", "d"), [(1, 1), (7, 6), (4, 5), (19, 9), (30, 64)])
def test_pe_follows_its_formula_number_by_number(ns: Namespace, t: int, d: int) -> None:
    """Channel c of position p is a sine (even) or cosine (odd) of p / 10000^(2i/d), i = c // 2, in double precision."""
    table = [[(math.cos if c % 2 else math.sin)(p / 10000 ** (2 * (c // 2) / d)) for c in range(d)] for p in range(t)]
    assert ns["pe"](t, d).dtype == torch.float32
    torch.testing.assert_close(ns["pe"](t, d).double(), torch.tensor(table).double(), rtol=1e-5, atol=1e-5)


def test_rate_is_what_pe_turns_by(ns: Namespace) -> None:
    """The angles of row 1 of an encoding of d channels are the rates of task 1, and d = 4 gives 1 and 0.01."""
    row = ns["pe"](2, ns["d"])[1]
    torch.testing.assert_close(torch.atan2(row[0::2], row[1::2]), ns["rate"])
    torch.testing.assert_close(ns["pe"](2, 4)[1, 0::2], torch.tensor([1.0, 0.01]).sin())


def test_products_of_positions_depend_on_their_distance(ns: Namespace) -> None:
    """What the picture claims: all diagonals of pe @ pe.T are constant, and the main one is d/2."""
    table = ns["pe"](20, 8)
    products = table @ table.T
    for k in range(20):
        diagonal = products.diagonal(k)
        torch.testing.assert_close(diagonal, diagonal[:1].expand_as(diagonal), rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(products[0, 0], torch.tensor(4.0))


def test_three_positions_on_is_one_matrix(ns: Namespace) -> None:
    """What the picture's text says: pe[t + 3] = pe[t] R with one R for every t: W_q can look three words back."""
    table = ns["pe"](48, 32).double()
    blocks = [
        [[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]] for a in (3 / 10000 ** (i / 16) for i in range(16))
    ]
    turn = torch.block_diag(*(torch.tensor(block, dtype=torch.float64) for block in blocks))
    torch.testing.assert_close(table[:-3] @ turn, table[3:], rtol=0, atol=1e-5)
    scores = table @ turn.T @ table.T  # each query turned back by three, against all keys
    assert scores[3:].argmax(1).tolist() == list(range(45))


def test_the_picture_of_products_has_the_range_that_it_draws(ns: Namespace) -> None:
    """All products are between 0.3 and 1, so the colours are not wasted on what does not occur."""
    table = ns["pe"](48, 32)
    products = table @ table.T / 16
    assert products.min().item() == pytest.approx(0.36, abs=0.01)
    assert products.max().item() == pytest.approx(1.0)


@pytest.mark.parametrize("idx", [0, 2])
def test_masks_follow_their_definition(ns: Namespace, idx: int) -> None:
    """A key is hidden if it is padding, if it comes later, or, for the decoder, if one of both holds; four axes."""
    seq = tokens(3, 5, below=4)
    pad, later, both = ns["pad_mask"](seq, idx), ns["subsequent_mask"](5), ns["decoder_mask"](seq, idx)
    assert pad.dtype == later.dtype == both.dtype == torch.bool
    rows = seq.tolist()
    assert pad.tolist() == [[[[token == idx for token in row]]] for row in rows]
    assert later.tolist() == [[s > t for s in range(5)] for t in range(5)]
    assert both.tolist() == [[[[s > t or row[s] == idx for s in range(5)] for t in range(5)]] for row in rows]


def test_subsequent_mask_is_torchs(ns: Namespace) -> None:
    """The mask that torch makes for decoders has minus infinity exactly where ours is true."""
    assert torch.equal(ns["subsequent_mask"](6), nn.Transformer.generate_square_subsequent_mask(6) == -math.inf)


def test_why_the_heads_need_an_axis() -> None:
    """What the text says: with as many texts as heads, a mask (B, 1, Tk) hides text 1's padding from head 1 instead."""
    scores = torch.zeros(2, 2, 3, 4)  # (B, nh, Tq, Tk)
    mask = torch.tensor([[[False] * 4], [[False, False, True, True]]])  # (B, 1, Tk)
    hidden = scores.masked_fill(mask, 1.0)
    assert hidden[0, 1, 0].tolist() == hidden[1, 1, 0].tolist() == [0, 0, 1, 1]
    assert hidden[1, 0].eq(0).all()


def cross_inputs(b: int, tq: int, tk: int, d: int) -> tuple[Tensor, Tensor, Tensor, list[Tensor]]:
    """Return q, kv, a mask that leaves the first key, and four weights."""
    mask = tokens(b, 1, 1, tk, below=2).bool()
    mask[..., 0] = False
    return normal(b, tq, d), normal(b, tk, d, seed=2), mask, [normal(d, d, seed=s) * d**-0.5 for s in (3, 4, 5, 6)]


SIZES = [(2, 5, 7, 12, 3), (3, 4, 4, 10, 5), (1, 1, 3, 4, 1), (2, 6, 1, 4, 2), (2, 3, 5, 4, 4)]


@pytest.mark.parametrize("size", SIZES)
def test_cross_attention_agrees_with_multihead_attention(ns: Namespace, size: tuple[int, ...]) -> None:
    """nn.MultiheadAttention with our weights (theirs are transposed) and our mask gives wei and out."""
    *sizes, nh = size
    q, kv, mask, weights = cross_inputs(*sizes)
    layer = nn.MultiheadAttention(q.shape[-1], nh, bias=False, batch_first=True)
    with torch.no_grad():
        layer.in_proj_weight.copy_(torch.cat([w.T for w in weights[:3]]))
        layer.out_proj.weight.copy_(weights[3].T)
        expected = layer(q, kv, kv, key_padding_mask=mask[:, 0, 0], average_attn_weights=False)
    wei, out = ns["cross_attention"](q, kv, mask, weights, nh)
    torch.testing.assert_close(wei, expected[1])
    torch.testing.assert_close(out, expected[0])


def test_a_text_and_itself_is_causal_self_attention(ns: Namespace) -> None:
    """With q = kv and the decoder's mask, torch's fused attention gives the same, whose masks mean the opposite."""
    x, _, _, weights = cross_inputs(2, 5, 5, 6)
    mask = ns["decoder_mask"](torch.tensor([[3, 4, 5, 0, 0], [3, 3, 3, 3, 0]]), 0)
    q, k, v = (F.linear(x, w.T).unflatten(-1, (2, 3)).transpose(1, 2) for w in weights[:3])
    mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=~mask)
    expected = torch.einsum("bhtc,hcd->btd", mixed, weights[3].unflatten(0, (2, 3)))
    torch.testing.assert_close(ns["cross_attention"](x, x, mask, weights, 2)[1], expected)


def test_a_source_of_nothing_but_padding_gives_equal_weights(ns: Namespace) -> None:
    """The convention that the text settles: 1/Tk, and no NaN in the gradient."""
    q, kv, mask, weights = cross_inputs(2, 3, 5, 4)
    mask[1] = True
    q.requires_grad_()
    wei, out = ns["cross_attention"](q, kv, mask, weights, 2)
    torch.testing.assert_close(wei[1], torch.full((2, 3, 5), 0.2))
    out.square().sum().backward()
    assert q.grad is not None
    assert q.grad.isfinite().all()


def test_the_target_hears_nothing_of_padding(ns: Namespace) -> None:
    """By autograd: out depends on every visible position of the source and on no hidden one."""
    q, kv, mask, weights = cross_inputs(2, 3, 5, 4)
    kv.requires_grad_()
    ns["cross_attention"](q, kv, mask, weights, 2)[1].square().sum().backward()
    assert kv.grad is not None
    assert torch.equal(kv.grad.abs().sum(-1) == 0, mask[:, 0, 0])


@pytest.mark.parametrize("scale", [1.0, 2e-3])
def test_add_norm_agrees_with_the_formula_in_float64(ns: Namespace, scale: float) -> None:
    """The sum, minus its mean, over the root of the biased variance plus 1e-5, for each position."""
    x, fx = normal(2, 3, 6) * scale, normal(2, 3, 6, seed=2) * scale
    z = (x + fx).double()
    deviation = z - z.sum(-1, keepdim=True) / 6
    expected = deviation / (deviation.square().sum(-1, keepdim=True) / 6 + 1e-5).sqrt()
    torch.testing.assert_close(ns["add_norm"](x, fx).double(), expected, rtol=1e-5, atol=1e-6)


def test_decoder_layer_agrees_with_torchs(ns: Namespace) -> None:
    """nn.TransformerDecoderLayer (post-norm by default) is the oracle, our attentions in their places."""
    y, memory, hide, weights = cross_inputs(2, 4, 5, 6)
    more = [normal(6, 6, seed=s) * 6**-0.5 for s in (7, 8, 9, 10)]
    inner, outer = normal(6, 9, seed=11), normal(9, 6, seed=12)
    layer = nn.TransformerDecoderLayer(6, 2, 9, dropout=0.0, batch_first=True, bias=False)
    with torch.no_grad():
        for part, w in ((layer.self_attn, weights), (layer.multihead_attn, more)):
            part.in_proj_weight.copy_(torch.cat([a.T for a in w[:3]]))
            part.out_proj.weight.copy_(w[3].T)
        layer.linear1.weight.copy_(inner.T)
        layer.linear2.weight.copy_(outer.T)
        later = ns["subsequent_mask"](4)
        expected = layer(y, memory, tgt_mask=later, memory_key_padding_mask=hide[:, 0, 0])
    actual = ns["decoder_layer"](
        y,
        memory,
        later,
        hide,
        lambda q, kv, mask: ns["cross_attention"](q, kv, mask, weights, 2)[1],
        lambda q, kv, mask: ns["cross_attention"](q, kv, mask, more, 2)[1],
        lambda a: (a @ inner).relu() @ outer,
    )
    torch.testing.assert_close(actual, expected)


def test_teacher_forcing_pairs_each_word_with_the_next(ns: Namespace) -> None:
    """Read word t, say word t + 1, for every t, by a loop over lists; one word is enough."""
    for shape in ((3, 6), (2, 2)):
        tgt = tokens(*shape, below=30)
        inp, lab = ns["teacher_forcing"](tgt)
        pairs = [[list(pair) for pair in itertools.pairwise(row)] for row in tgt.tolist()]
        assert torch.stack([inp, lab], dim=-1).tolist() == pairs


@pytest.mark.parametrize(("k", "eps"), [(5, 0.1), (4, 0.3), (7, 0.0), (2, 0.5)])
def test_label_smooth_shares_among_the_others(ns: Namespace, k: int, eps: float) -> None:
    """The convention of 2017, number by number: eps/(K-1); rows sum to 1."""
    y = tokens(2, 3, below=k)
    expected = [[[1 - eps if c == token else eps / (k - 1) for c in range(k)] for token in row] for row in y.tolist()]
    torch.testing.assert_close(ns["label_smooth"](y, k, eps), torch.tensor(expected))
    torch.testing.assert_close(ns["label_smooth"](y, k, eps).sum(-1), torch.ones(2, 3))


def test_label_smooth_is_not_torchs_convention(ns: Namespace) -> None:
    """The label_smoothing of torch is eps/K: another loss with the same eps, the same one with eps K/(K-1)."""
    logits, y, eps, k = normal(6, 5), tokens(6, below=5), 0.1, 5
    ours = F.cross_entropy(logits, ns["label_smooth"](y, k, eps))
    assert (F.cross_entropy(logits, y, label_smoothing=eps) - ours).abs() > 1e-3
    torch.testing.assert_close(F.cross_entropy(logits, y, label_smoothing=eps * k / (k - 1)), ours)


def test_the_worked_example_of_label_smoothing(ns: Namespace) -> None:
    """The two rows of numbers in the text, ours and torch's (read off torch's gradient: p - q)."""
    ours = ns["label_smooth"](torch.tensor([2]), 5, 0.1)[0]
    torch.testing.assert_close(ours, torch.tensor([0.025, 0.025, 0.9, 0.025, 0.025]))
    logits = torch.zeros(1, 5, requires_grad=True)
    F.cross_entropy(logits, torch.tensor([2]), label_smoothing=0.1).backward()
    assert logits.grad is not None
    torch.testing.assert_close(0.2 - logits.grad[0], torch.tensor([0.02, 0.02, 0.92, 0.02, 0.02]))


@pytest.mark.parametrize("eps", [0.1, 0.3])
def test_the_best_answer_to_smooth_labels_is_themselves(ns: Namespace, eps: float) -> None:
    """What the picture shows: the loss is least where the right token has probability 1 - eps."""
    q = ns["label_smooth"](torch.tensor([0]), 10, eps)[0]
    p = torch.linspace(0.01, 0.99, 99)
    loss = -(q[0] * p.log() + q[1:].sum() * ((1 - p) / 9).log())
    assert p[loss.argmin()].item() == pytest.approx(1 - eps, abs=0.005)


@pytest.mark.parametrize("idx", [0, 3])
def test_smooth_loss_agrees_with_cross_entropy(ns: Namespace, idx: int) -> None:
    """With hard labels it is torch's cross-entropy with ignore_index; with soft ones, that of the real tokens."""
    logits, y = normal(3, 5, 4), tokens(3, 5, below=4)
    each, loss = ns["smooth_loss"](logits, F.one_hot(y, 4).float(), y, idx)
    flat = logits.flatten(0, 1), y.flatten()
    torch.testing.assert_close(loss, F.cross_entropy(*flat, ignore_index=idx))
    torch.testing.assert_close(each.flatten(), F.cross_entropy(*flat, ignore_index=idx, reduction="none"))
    soft = normal(3, 5, 4, seed=2).softmax(-1)
    each, loss = ns["smooth_loss"](logits, soft, y, idx)
    real = y != idx
    torch.testing.assert_close(loss, F.cross_entropy(logits[real], soft[real]))
    assert each[~real].eq(0).all()


def test_smooth_loss_with_smooth_labels_is_torchs_with_a_larger_eps(ns: Namespace) -> None:
    """Tasks 7 and 8 together: cross_entropy with label_smoothing = eps K/(K-1) and ignore_index."""
    logits, y = normal(3, 5, 4), tokens(3, 5, below=4)
    _, loss = ns["smooth_loss"](logits, ns["label_smooth"](y, 4, 0.15), y, 0)
    expected = F.cross_entropy(logits.transpose(1, 2), y, label_smoothing=0.2, ignore_index=0)
    torch.testing.assert_close(loss, expected)


def test_smooth_loss_survives_large_logits(ns: Namespace) -> None:
    """Finite in value and gradient where the logarithm of a softmax is minus infinity."""
    logits = (normal(2, 3, 4) * 500).requires_grad_()
    soft, y = normal(2, 3, 4, seed=2).softmax(-1), torch.ones(2, 3, dtype=torch.long)
    _, loss = ns["smooth_loss"](logits, soft, y, 0)
    loss.backward()
    assert loss.isfinite()
    assert logits.grad is not None
    assert logits.grad.isfinite().all()
    assert logits.detach().softmax(-1).log().isinf().any()


@pytest.mark.parametrize(("d", "warmup"), [(512, 4000), (16, 10), (9, 1)])
def test_noam_rises_in_a_line_and_falls_with_the_root(ns: Namespace, d: int, warmup: int) -> None:
    """Peak 1/sqrt(d warmup) at step = warmup, proportional to the step before, to its inverse root after."""
    peak = 1 / math.sqrt(d * warmup)
    for step in (1, 2, warmup // 2 + 1, warmup, warmup + 1, 3 * warmup, 10 * warmup):
        expected = peak * step / warmup if step <= warmup else peak / math.sqrt(step / warmup)
        assert ns["noam"](step, d, warmup) == pytest.approx(expected, rel=1e-12)
    assert ns["noam"](0, d, warmup) == ns["noam"](1, d, warmup)


def test_noam_drives_one_of_torchs_schedulers(ns: Namespace) -> None:
    """LambdaLR begins with step 0: it does not fail, and the paper's peak is 0.0007."""
    optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, ns["noam"])
    assert scheduler.get_last_lr() == [ns["noam"](1)]
    assert ns["noam"](4000) == pytest.approx(0.0007, abs=2e-6)


def test_pictures_fail_gently(ns: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a function is missing, a picture is replaced by one plain line."""

    def missing(axes: object) -> None:
        raise NotImplementedError

    ns["picture"](missing, 2, 2)
    message = "No picture yet (NotImplementedError): it appears once the functions above work.\n"
    assert capsys.readouterr().out == message


def test_the_reward_learns_to_write_backwards(ns: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """Trained for a moment with the student's functions, it writes most of the new names backwards."""
    torch.manual_seed(0)
    ns["backwards"]()
    *_, last = capsys.readouterr().out.splitlines()
    right, _, held, *_ = last.split()
    assert int(right) > 0.7 * int(held)


def test_cross_attention_with_scores_far_apart(ns: Namespace) -> None:
    """Hidden keys have no weight however low the others score, and a hidden row has equal weights."""
    q, unit = torch.ones(2, 1, 1), [torch.ones(1, 1)] * 4
    kv = torch.tensor([[-300.0, -300.0, 250.0], [-300.0, 0.0, 260.0]]).view(2, 3, 1)
    mask = torch.tensor([[0, 0, 1], [1, 1, 1]]).bool()[:, None, None]
    expected = torch.tensor([[0.5, 0.5, 0.0], [1 / 3] * 3]).view(2, 1, 1, 3)
    torch.testing.assert_close(ns["cross_attention"](q, kv, mask, unit, 1)[0], expected)


def test_cross_attention_obeys_a_row_for_each_who_asks(ns: Namespace) -> None:
    """A mask (Tq, Tk) broadcasts: nobody looks ahead."""
    x, weights = normal(2, 4, 6), [normal(6, 6, seed=seed) for seed in range(4)]
    wei = ns["cross_attention"](x, x, ns["subsequent_mask"](4), weights, 3)[0]
    assert wei.triu(1).eq(0).all()
    torch.testing.assert_close(wei.sum(-1), torch.ones(2, 3, 4))


def test_label_smooth_takes_any_shape(ns: Namespace) -> None:
    """Of three axes, each token's row is the row that it has alone."""
    y = tokens(2, 3, 2, below=5)
    rows = ns["label_smooth"](y.flatten(), 5, 0.2)
    torch.testing.assert_close(ns["label_smooth"](y, 5, 0.2), rows.view(2, 3, 2, 5))


def test_a_sure_token_counts(ns: Namespace) -> None:
    """A real token with a loss of exactly 0 is one of those that the mean is over."""
    logits = torch.tensor([[[200.0, 0.0], [0.0, 0.0]]])
    hard = torch.tensor([[[1.0, 0.0], [1.0, 0.0]]])
    each, loss = ns["smooth_loss"](logits, hard, torch.zeros(1, 2).long(), 7)
    assert each[0, 0] == 0
    torch.testing.assert_close(loss, torch.tensor(math.log(2) / 2))
