"""The reference of notebook 12 against independent oracles: torch's own layers, plain loops, and exact fractions."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from course_data.training import Adam, new_gpt, one_thread

Namespace = dict[str, Any]
Layer = Callable[[Tensor], Tensor]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("12-gpt")


def normal(*shape: int, seed: int = 12) -> Tensor:
    """Return float32 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def heads(c: int, n_head: int) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Return Wq, Wk, Wv, one matrix for each head, and Wo, bo."""
    hs = c // n_head
    wq, wk, wv = (normal(n_head, c, hs, seed=seed) * c**-0.5 for seed in (1, 2, 3))
    return wq, wk, wv, normal(c, c, seed=4) * c**-0.5, normal(c, seed=5)


def torchs_heads(x: Tensor, weights: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]) -> Tensor:
    """Causal nn.MultiheadAttention with our weights."""
    wq, wk, wv, wo, bo = weights
    n_head, c, _ = wq.shape
    layer = nn.MultiheadAttention(c, n_head, bias=True, batch_first=True)
    with torch.no_grad():
        layer.in_proj_weight.copy_(torch.cat([head.T for w in (wq, wk, wv) for head in w]))
        layer.in_proj_bias.zero_()
        layer.out_proj.weight.copy_(wo.T)
        layer.out_proj.bias.copy_(bo)
        future = torch.ones(x.shape[1], x.shape[1]).triu(1).bool()
        return layer(x, x, x, attn_mask=future, need_weights=False)[0]  # type: ignore[no-any-return]


SIZES = [(2, 5, 12, 3), (3, 16, 10, 2), (1, 1, 6, 6), (2, 4, 3, 1)]  # B, T, C, n_head


@pytest.mark.parametrize("t", [1, 3, 8])
def test_get_batch_cuts_the_rows_and_their_successors(ns: Namespace, t: int) -> None:
    """By loops over a list: y[b][i] is the token that stands right after x[b][i] in the data, up to its very end."""
    data = torch.randint(0, 99, (20,), generator=torch.Generator().manual_seed(1))
    starts = torch.tensor([20 - t - 1, 0, 5, 5])
    x, y = ns["get_batch"](data, starts, t)
    row = data.tolist()
    assert x.tolist() == [[row[s + i] for i in range(t)] for s in starts.tolist()]
    assert y.tolist() == [[row[s + i + 1] for i in range(t)] for s in starts.tolist()]


def test_the_example_of_the_text_on_batches(ns: Namespace) -> None:
    """A start at 2 in 3 1 4 1 5 9 2 6 gives the rows that the text shows."""
    x, y = ns["get_batch"](torch.tensor([3, 1, 4, 1, 5, 9, 2, 6]), torch.tensor([2]), 4)
    assert (x.tolist(), y.tolist()) == ([[4, 1, 5, 9]], [[1, 5, 9, 2]])


@pytest.mark.parametrize("size", SIZES)
def test_both_ways_of_many_heads_agree_with_torch(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """nn.MultiheadAttention with copied weights gives what the loop gives, and what the fused matrix gives."""
    b, t, c, n_head = size
    x, (wq, wk, wv, wo, bo) = normal(b, t, c), heads(c, n_head)
    expected = torchs_heads(x, (wq, wk, wv, wo, bo))
    torch.testing.assert_close(ns["multi_head"](x, wq, wk, wv, wo, bo), expected, rtol=1e-5, atol=1e-5)
    fused = ns["mha"](x, ns["fuse"](wq, wk, wv), wo, bo, n_head)
    torch.testing.assert_close(fused, expected, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("size", SIZES)
def test_mha_agrees_with_scaled_dot_product_attention(ns: Namespace, size: tuple[int, int, int, int]) -> None:
    """For any fused matrix: columns taken head by head, torch's attention, the heads side by side."""
    b, t, c, n_head = size
    hs = c // n_head
    x, wqkv, wo, bo = normal(b, t, c), normal(c, 3 * c, seed=6) * c**-0.5, normal(c, c, seed=7), normal(c, seed=8)
    outs = []
    for head in range(n_head):
        q, k, v = (x @ wqkv[:, part * c + head * hs :][:, :hs] for part in range(3))
        outs.append(F.scaled_dot_product_attention(q, k, v, is_causal=True))
    expected = F.linear(torch.cat(outs, dim=2), wo.T, bo)
    torch.testing.assert_close(ns["mha"](x, wqkv, wo, bo, n_head), expected, rtol=1e-5, atol=1e-5)


def test_fuse_keeps_each_rows_numbers_in_the_drawn_order(ns: Namespace) -> None:
    """By loops: column (part, head, channel) of row c is W[head, c, channel] of that part."""
    ws = [normal(3, 5, 2, seed=seed) for seed in (1, 2, 3)]
    expected = [[w[h, c, i].item() for w in ws for h in range(3) for i in range(2)] for c in range(5)]
    assert ns["fuse"](*ws).tolist() == expected


@pytest.mark.parametrize("t", range(7))
def test_mha_is_causal(ns: Namespace, t: int) -> None:
    """By autograd: outputs up to t do not depend on x after t, and out[t + 1] does depend on x[t + 1]."""
    x = normal(2, 8, 6).requires_grad_()
    out = ns["mha"](x, normal(6, 18, seed=1), normal(6, 6, seed=2), normal(6, seed=3), 3)
    (past,) = torch.autograd.grad(out[:, : t + 1].square().sum(), x, retain_graph=True)
    (present,) = torch.autograd.grad(out[:, t + 1].square().sum(), x)
    assert past[:, t + 1 :].abs().max() == 0
    assert present[:, t + 1].abs().max() > 0


@pytest.mark.parametrize("shape", [(2, 3, 4), (5, 3), (1, 1, 2), (2, 2, 2, 6)])
@pytest.mark.parametrize("eps", [1e-5, 0.5])
def test_layernorm_agrees_with_torch(ns: Namespace, shape: tuple[int, ...], eps: float) -> None:
    """nn.LayerNorm with our gain and bias, also where a position's channels hardly differ, or not at all."""
    x = normal(*shape) * 2 + 1
    x[0] *= 1e-3
    x[-1, ..., :] = 0.75 if len(shape) == 2 else x[-1]
    layer = nn.LayerNorm(shape[-1], eps=eps)
    with torch.no_grad():
        layer.weight.copy_(normal(shape[-1], seed=1))
        layer.bias.copy_(normal(shape[-1], seed=2))
        expected = layer(x)
    torch.testing.assert_close(ns["layernorm"](x, layer.weight.detach(), layer.bias.detach(), eps), expected)


def test_layernorms_own_eps_is_torchs(ns: Namespace) -> None:
    """Without a fourth argument eps is 1e-5, as in torch."""
    x, one, zero = normal(2, 3, 4) * 3e-3, torch.ones(4), torch.zeros(4)
    torch.testing.assert_close(ns["layernorm"](x, one, zero), F.layer_norm(x, (4,)))


def test_ffn_agrees_with_a_small_network(ns: Namespace) -> None:
    """Linear, ReLU, Linear of torch, with our weights."""
    x, w1, b1, w2, b2 = normal(3, 4, 5), normal(5, 7), normal(7), normal(7, 5), normal(5)
    first, second = nn.Linear(5, 7), nn.Linear(7, 5)
    with torch.no_grad():
        for layer, w, b in ((first, w1, b1), (second, w2, b2)):
            layer.weight.copy_(w.T)
            layer.bias.copy_(b)
        expected = nn.Sequential(first, nn.ReLU(), second)(x)
    torch.testing.assert_close(ns["ffn"](x, w1, b1, w2, b2), expected)


def test_ffn_mixes_no_positions(ns: Namespace) -> None:
    """Each position, given alone, comes out as it does in the whole text."""
    x, weights = normal(2, 4, 5), (normal(5, 7), normal(7), normal(7, 5), normal(5))
    alone = torch.stack([ns["ffn"](x[:, t : t + 1], *weights)[:, 0] for t in range(4)], dim=1)
    torch.testing.assert_close(ns["ffn"](x, *weights), alone)


@pytest.mark.parametrize("p", [0.0, 0.3, 0.75])
def test_dropout_follows_its_definition(ns: Namespace, p: float) -> None:
    """One number at a time: 0 below p, x / (1 - p) from p on; and x itself in use."""
    x, u = normal(4, 5), torch.rand(4, 5, generator=torch.Generator().manual_seed(3))
    u[0, 0], u[1, 1] = 0.0, p
    expected = [
        [0.0 if b < p else a / (1 - p) for a, b in zip(*rows, strict=True)]
        for rows in zip(x.tolist(), u.tolist(), strict=True)
    ]
    u[1, 1] = 1.1 * p + 0.01  # p itself is no float32 number
    expected[1][1] = x[1, 1].item() / (1 - p)
    torch.testing.assert_close(ns["dropout"](x, p, u, training=True), torch.tensor(expected))
    assert ns["dropout"](x, p, u, training=False).equal(x)


def test_dropout_keeps_the_mean(ns: Namespace) -> None:
    """Over 100,000 uniforms the mean of ones stays 1, as the text promises, within five standard deviations."""
    u = torch.rand(100_000, generator=torch.Generator().manual_seed(4))
    mean = ns["dropout"](torch.ones(100_000), 0.3, u, training=True).mean().item()
    assert abs(mean - 1) < 5 * math.sqrt(0.3 / 0.7 / 100_000)


def torchs_block(c: int, n_head: int) -> nn.TransformerEncoderLayer:
    """Return torch's own block in its pre-norm form, without dropout, with gains and biases that are not 1 and 0."""
    layer = nn.TransformerEncoderLayer(c, n_head, 4 * c, dropout=0.0, batch_first=True, norm_first=True)
    with torch.no_grad():
        for i, norm in enumerate((layer.norm1, layer.norm2)):
            norm.weight.copy_(normal(c, seed=20 + i))
            norm.bias.copy_(normal(c, seed=30 + i))
        layer.self_attn.in_proj_bias.zero_()
        layer.self_attn.out_proj.bias.copy_(normal(c, seed=40))
    return layer


def ours(ns: Namespace, layer: nn.TransformerEncoderLayer, x: Tensor, drop: Layer) -> Tensor:
    """Put the notebook's pieces together with the weights of torch's block."""
    w = {name: value.detach() for name, value in layer.named_parameters()}
    attention = (w["self_attn.in_proj_weight"].T, w["self_attn.out_proj.weight"].T, w["self_attn.out_proj.bias"])
    feed = (w["linear1.weight"].T, w["linear1.bias"], w["linear2.weight"].T, w["linear2.bias"])
    return ns["block"](  # type: ignore[no-any-return]
        x,
        lambda a: ns["layernorm"](a, w["norm1.weight"], w["norm1.bias"]),
        lambda a: ns["mha"](a, *attention, layer.self_attn.num_heads),
        lambda a: ns["layernorm"](a, w["norm2.weight"], w["norm2.bias"]),
        lambda a: ns["ffn"](a, *feed),
        drop,
    )


def test_the_pieces_make_torchs_block(ns: Namespace) -> None:
    """Our block of our layernorm, mha and ffn is nn.TransformerEncoderLayer(norm_first=True), causally masked."""
    layer, x = torchs_block(12, 3), normal(2, 5, 12)
    with torch.no_grad():
        expected = layer(x, src_mask=torch.ones(5, 5).triu(1).bool())
    torch.testing.assert_close(ours(ns, layer, x, lambda a: a), expected, rtol=1e-5, atol=1e-5)


def test_a_block_whose_branches_drop_everything_is_the_stream(ns: Namespace) -> None:
    """With drop = 0, x comes out as it went in: nothing is normalised or dropped on the stream; nor is x changed."""
    x = normal(2, 5, 12)
    kept = x.clone()
    assert ours(ns, torchs_block(12, 3), x, torch.zeros_like).equal(kept)
    ours(ns, torchs_block(12, 3), x, lambda a: a)
    assert x.equal(kept)


def test_block_drops_each_branch_once(ns: Namespace) -> None:
    """The function drop sees just what each branch has made, in order."""
    seen: list[float] = []

    def drop(a: Tensor) -> Tensor:
        seen.append(a.item())
        return a * 10

    x = torch.tensor([[[1.0]]])
    out = ns["block"](x, lambda a: a + 1, lambda a: a * 3, lambda a: a - 1, lambda a: a * 2, drop)
    assert seen == [6.0, 120.0]  # (1 + 1) * 3; then (1 + 60 - 1) * 2
    assert out.item() == 1 + 60 + 1200


@pytest.mark.parametrize(("b", "t"), [(2, 5), (3, 8), (1, 1)])
def test_logits_and_loss_agree_with_torchs_modules(ns: Namespace, b: int, t: int) -> None:
    """nn.Embedding twice, nn.LayerNorm, nn.Linear; the loss by one log_softmax at a time in double precision."""
    v, c = 7, 6
    tok, pos, wlm, blm = normal(v, c), normal(8, c, seed=1), normal(c, v, seed=2), normal(v, seed=3)
    g = torch.Generator().manual_seed(5)
    idx, tgt = torch.randint(0, v, (b, t), generator=g), torch.randint(0, v, (b, t), generator=g)
    blocks: list[Layer] = [lambda a: a + a.sin(), lambda a: a * 1.5 - 0.2]
    logits, loss = ns["logits_and_loss"](idx, tgt, tok, pos, blocks, nn.LayerNorm(c), wlm, blm)
    h = nn.Embedding.from_pretrained(tok)(idx) + nn.Embedding.from_pretrained(pos)(torch.arange(t))
    h = nn.LayerNorm(c)(blocks[1](blocks[0](h)))
    torch.testing.assert_close(logits, F.linear(h, wlm.T, blm), rtol=1e-5, atol=1e-5)
    surprises = [-logits[i, j].double().log_softmax(0)[tgt[i, j]].item() for i in range(b) for j in range(t)]
    assert loss.shape == ()
    assert loss.item() == pytest.approx(sum(surprises) / (b * t), rel=1e-5)
    alone, nothing = ns["logits_and_loss"](idx, None, tok, pos, blocks, nn.LayerNorm(c), wlm, blm)
    assert alone.equal(logits)
    assert nothing is None


def by_fractions(row: list[float], place: float) -> int:
    """Take the first token whose cumulated probability is greater than u, in exact arithmetic; else the last."""
    total = Fraction(0)
    for token, probability in enumerate(row):
        total += Fraction(probability)
        if total > Fraction(place):
            return token
    return len(row) - 1


def test_draw_agrees_with_exact_fractions(ns: Namespace) -> None:
    """On sixteenths, where float32 is exact too: borders, empty pieces, and sums below u."""
    rows = [[8, 2, 0, 6], [0, 4, 0, 12], [16, 0, 0, 0], [0, 0, 0, 16], [8, 4, 2, 0]]
    p = torch.tensor([[a / 16 for a in row] for row in rows for _ in range(16)])
    u = torch.tensor([k / 16 for _ in rows for k in range(16)])
    expected = [by_fractions(row, place) for row, place in zip(p.tolist(), u.tolist(), strict=True)]
    drawn = ns["draw"](p, u)
    assert drawn.tolist() == expected
    assert drawn.dtype == torch.int64


def test_the_example_of_the_text_on_drawing(ns: Namespace) -> None:
    """Probabilities 0.5, 0.125, 0, 0.375: u = 0.3, 0.5 and 0.7 give the tokens 0, 1 and 3."""
    p = torch.tensor([[0.5, 0.125, 0, 0.375]]).expand(3, 4)
    assert ns["draw"](p, torch.tensor([0.3, 0.5, 0.7])).tolist() == [0, 1, 3]


def test_draw_gives_each_token_its_share(ns: Namespace) -> None:
    """Over evenly spaced uniforms each token comes as often as its probability says."""
    p, n = torch.tensor([0.1, 0.25, 0.05, 0.6]), 10_000
    drawn = ns["draw"](p.expand(n, 4), (torch.arange(n) + 0.5) / n)
    torch.testing.assert_close(drawn.bincount(minlength=4) / n, p, rtol=0, atol=2e-4)


@pytest.mark.parametrize("block_size", [1, 3, 20])
def test_generate_agrees_with_a_loop_over_lists(ns: Namespace, block_size: int) -> None:
    """Each token is drawn from what the last block_size tokens of its text foretell, with a u of its own."""
    table, g = normal(5, 5), torch.Generator().manual_seed(6)
    begin, u = torch.randint(0, 5, (3, 4), generator=g), torch.rand(3, 6, generator=g)

    def probs_fn(idx: Tensor) -> Tensor:
        assert idx.shape[1] <= block_size
        return table[idx].cumsum(1).softmax(-1)

    expected = begin.tolist()
    for text, places in zip(expected, u.tolist(), strict=True):
        for place in places:
            last = probs_fn(torch.tensor([text[-block_size:]]))[0, -1]
            text.append(by_fractions(last.tolist(), place))
    assert ns["generate"](probs_fn, begin, u, block_size).tolist() == expected


def test_draw_takes_the_last_token_beyond_the_last_sum(ns: Namespace) -> None:
    """Whatever its probability, as the text says; below the last sum a token of probability 0 is not drawn."""
    p = torch.tensor([[0.5, 0.0, 0.25, 0.0]]).expand(4, 4)
    assert ns["draw"](p, torch.tensor([0.5, 0.7, 0.75, 0.9])).tolist() == [2, 2, 3, 3]


@pytest.mark.parametrize("n", [1, 2, 3])
def test_sums_are_those_of_strings(ns: Namespace, n: int) -> None:
    """Written with Python's own formats; only the digits of the answer are asked for."""
    g = torch.Generator().manual_seed(n)
    a, b = torch.randint(0, 10**n, (2, 40), generator=g)
    x, y = ns["sums"](a, b, n)
    for row, asked, p, q in zip(x.tolist(), y.tolist(), a.tolist(), b.tolist(), strict=True):
        answer = f"{p + q:0{n + 1}}"[::-1]
        text = [int(c) for c in f"{p:0{n}}{q:0{n}}{answer}"]
        assert row == text[:-1]
        assert asked == [-100] * (2 * n - 1) + [int(c) for c in answer]


def test_the_example_of_the_text_on_sums(ns: Namespace) -> None:
    """87 + 56 = 143, and cross_entropy leaves out what is shown as a dot."""
    x, y = ns["sums"](torch.tensor([87]), torch.tensor([56]), 2)
    assert (x.tolist(), y.tolist()) == ([[8, 7, 5, 6, 3, 4]], [[-100, -100, -100, 3, 4, 1]])
    logits = normal(1, 6, 10)
    whole = F.cross_entropy(logits.transpose(1, 2), y)
    torch.testing.assert_close(whole, F.cross_entropy(logits[0, 3:], y[0, 3:]))


def test_the_gpt_of_the_reward_learns_and_is_made_of_the_pieces(ns: Namespace) -> None:
    """It begins at about ln 27, and a few steps improve it; in use it is causal, and always says the same."""
    losses, held_out, _, said = ns["train"](seconds=600, steps=12)
    assert losses[0] == pytest.approx(math.log(27), abs=0.1)
    assert losses[-1] < losses[0] - 0.2
    assert held_out == pytest.approx(losses[-1], abs=0.3)
    assert len(said) == 30
    gpt = new_gpt(27, 32, 2, 16, torch.Generator().manual_seed(7))
    idx = torch.randint(0, 27, (2, 16), generator=torch.Generator().manual_seed(8))
    other = torch.cat([idx[:, :9], (idx[:, 9:] + 1) % 27], dim=1)
    logits, changed = ns["run_gpt"](gpt, idx)[0], ns["run_gpt"](gpt, other)[0]
    assert ns["run_gpt"](gpt, idx)[0].equal(logits)
    torch.testing.assert_close(changed[:, :9], logits[:, :9])
    assert (changed[:, 9:] - logits[:, 9:]).abs().amax(2).min() > 1e-5


def test_what_is_taken_away_is_gone(ns: Namespace) -> None:
    """Without attention no position hears of another; without residual connections zeros come out of zero branches."""
    gpt = new_gpt(27, 32, 2, 16, torch.Generator().manual_seed(7))
    idx = torch.randint(0, 27, (2, 16), generator=torch.Generator().manual_seed(8))
    other = torch.cat([(idx[:, :9] + 1) % 27, idx[:, 9:]], dim=1)
    deaf = [ns["run_gpt"](gpt, row, wire=ns["without_attention"])[0][:, 9:] for row in (idx, other)]
    torch.testing.assert_close(*deaf)
    parts = {"ln1": torch.zeros_like, "attend": torch.zeros_like, "ln2": torch.zeros_like, "feed": torch.zeros_like}
    assert not ns["without_residual"](normal(1, 2, 3), **parts, drop=lambda a: a).any()


def test_the_seconds_are_those_of_the_clock(ns: Namespace) -> None:
    """A training of half a second ends after half a second of the clock, however many steps that were."""
    begin = time.perf_counter()
    losses, *_ = ns["train"](seconds=0.5, steps=100_000)
    assert 1 <= len(losses) < 10_000
    assert time.perf_counter() - begin < 30


def test_one_thread_is_given_back() -> None:
    """Within, there is one; afterwards as many as before, also after an exception."""
    before = torch.get_num_threads()
    with pytest.raises(ValueError, match="stop"), one_thread():
        assert torch.get_num_threads() == 1
        raise ValueError("stop")
    assert torch.get_num_threads() == before


def test_adam_moves_as_torchs_does() -> None:
    """Ten steps on the same gradients."""
    ours, theirs = normal(4, 3), normal(4, 3).requires_grad_()
    mine, torchs = Adam([ours]), torch.optim.Adam([theirs], betas=(0.9, 0.99))
    for step in range(10):
        ours.grad, theirs.grad = normal(4, 3, seed=step), normal(4, 3, seed=step)
        mine.step(0.02)
        torchs.param_groups[0]["lr"] = 0.02
        torchs.step()
    torch.testing.assert_close(ours, theirs.detach())


def test_the_bigrams_loss_in_the_text(ns: Namespace) -> None:
    """The line in the last plot: counting pairs of letters in the names gives 2.33."""
    row = [ns["LETTERS"].index(c) for c in "\n" + "\n".join(ns["names"]()) + "\n"]
    pairs = torch.zeros(27, 27).index_put_(
        (torch.tensor(row[:-1]), torch.tensor(row[1:])), torch.ones(len(row) - 1), accumulate=True
    )
    rows = pairs.sum(1, keepdim=True)
    loss = -(pairs * (pairs / rows).log().nan_to_num(neginf=0)).sum() / (len(row) - 1)
    assert loss.item() == pytest.approx(2.33, abs=0.005)


def test_the_loss_of_a_model_that_looks_at_nothing(ns: Namespace) -> None:
    """What is said of the GPT without residual connections: the letters' frequencies alone have a loss of 2.81."""
    counts = torch.tensor([ns["LETTERS"].index(c) for c in "\n".join(ns["names"]()) + "\n"]).bincount()
    p = counts / counts.sum()
    assert -(p * p.log()).sum().item() == pytest.approx(2.81, abs=0.005)


def test_heads_may_be_of_another_width(ns: Namespace) -> None:
    """n_head * hs need not be C: torch's attention gives the same for each head."""
    g = torch.Generator().manual_seed(3)
    x, wo, bo = (torch.randn(*shape, generator=g) for shape in ((2, 5, 11), (6, 11), (11,)))
    wq, wk, wv = (torch.randn(3, 11, 2, generator=g) for _ in range(3))
    q, k, v = (torch.einsum("btc,nch->bnth", x, w) for w in (wq, wk, wv))
    heads = F.scaled_dot_product_attention(q, k, v, is_causal=True)
    expected = heads.transpose(1, 2).flatten(2) @ wo + bo
    torch.testing.assert_close(ns["multi_head"](x, wq, wk, wv, wo, bo), expected, rtol=1e-4, atol=1e-5)


def test_layernorm_far_from_zero(ns: Namespace) -> None:
    """Ten thousand and a little is normalised like the little alone."""
    little = torch.tensor([[0.0, 1.0, -1.5, 3.0]])
    one, zero = torch.ones(4), torch.zeros(4)
    torch.testing.assert_close(ns["layernorm"](little + 10000, one, zero), ns["layernorm"](little, one, zero))


def test_loss_of_large_logits(ns: Namespace) -> None:
    """A token whose probability is rounded to 0 has a finite loss."""
    model = {**ns["model"], "blm": torch.zeros(11)}
    model["blm"][3] = 150.0
    logits, loss = ns["logits_and_loss"](ns["idx"], torch.zeros_like(ns["idx"]), **model)
    assert loss.isfinite()
    torch.testing.assert_close(loss, F.cross_entropy(logits.flatten(0, 1), torch.zeros(logits[..., 0].numel()).long()))
