"""The reference of notebook 22 against independent oracles: loops, exhaustive search, and torch's own losses."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from course_data import names
from course_data.text import SPELLED, letters_model, number_words, reviews

Namespace = dict[str, Any]
Model = Callable[[Sequence[int]], list[float]]


@pytest.fixture(scope="module")
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("22-text")


def normal(*shape: int, seed: int = 22) -> Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def by_characters(text: str) -> list[str]:
    """Cut a text as the three rules say, one character at a time."""
    found: list[str] = []
    inside = False
    for c in text.lower():
        belongs = c.isalnum() or c == "'"
        if belongs and inside:
            found[-1] += c
        elif not c.isspace():
            found.append(c)
        inside = belongs
    return found


@pytest.mark.parametrize(
    "text", ["Isn't it odd?! 3 snake_cases.", "", "  a\n\tB ", "ÄÖ-ß 東京's 100%", "''_'", "x__y", "e-mail: a@b.c"]
)
def test_words_follow_the_rules(ns: Namespace, text: str) -> None:
    """Character by character, and the example of the text."""
    assert ns["words"](text) == by_characters(text)
    example = ["isn't", "it", "odd", "?", "!", "3", "snake", "_", "cases", "."]
    assert ns["words"]("Isn't it odd?! 3 snake_cases.") == example


@pytest.mark.parametrize("at_least", [1, 2, 3])
def test_vocab_has_the_frequent_tokens_in_order(ns: Namespace, at_least: int) -> None:
    """Neighbours are in the order asked for, nothing frequent is missing, and the texts' order makes no difference."""
    texts = [list("banana"), list("bandana"), [], list("cab")]
    found = ns["vocab"](texts, at_least)
    counts = {c: sum(text.count(c) for text in texts) for c in "abcdn"}
    assert found[:2] == ["[PAD]", "[UNK]"]
    assert set(found[2:]) == {c for c, n in counts.items() if n >= at_least}
    for a, b in itertools.pairwise(found[2:]):
        assert counts[a] > counts[b] or (counts[a] == counts[b] and a < b)
    assert ns["vocab"](texts[::-1], at_least) == found


def test_encode_is_undone_by_looking_up(ns: Namespace) -> None:
    """Numbers looked up in the vocabulary give the texts back, with [UNK] and [PAD]; and the example of the text."""
    vocabulary = ["[PAD]", "[UNK]", "the", "film", "was", "dull"]
    ids = ns["encode"]([["the", "film", "was", "dull"], ["the", "end"], []], vocabulary)
    assert ids.tolist() == [[2, 3, 4, 5], [2, 1, 0, 0], [0, 0, 0, 0]]
    assert ids.dtype == torch.int64


def test_masked_mean_agrees_with_loops(ns: Namespace) -> None:
    """Text by text, in exact order; 0 for a text without words."""
    x, mask = normal(4, 5, 3), torch.rand(4, 5, generator=torch.Generator().manual_seed(1)) < 0.5
    mask[2] = False
    for row, keep, out in zip(x, mask, ns["masked_mean"](x, mask), strict=True):
        some = [v for v, k in zip(row, keep, strict=True) if k]
        torch.testing.assert_close(out, sum(some, torch.zeros(3).double()) / max(len(some), 1))


def test_the_bag_agrees_with_torch(ns: Namespace) -> None:
    """nn.EmbeddingBag in its mean mode with padding_idx, wherever the padding stands."""
    table, ids = normal(9, 4), torch.tensor([[5, 3, 5, 0], [0, 2, 0, 8], [1, 1, 1, 7]])
    bag = nn.EmbeddingBag.from_pretrained(table, mode="mean", padding_idx=0)
    torch.testing.assert_close(ns["embedding_bag"](table, ids, ns["masked_mean"]), bag(ids))


def test_sentiment_agrees_with_torch(ns: Namespace) -> None:
    """Sigmoid, and binary cross-entropy; at large logits the loss is the logit itself."""
    bags, w, b = normal(6, 3), normal(3, seed=1), normal(1, seed=2)[0]
    y = torch.tensor([1.0, 0, 0, 1, 1, 0], dtype=torch.float64)
    p, loss = ns["sentiment"](bags, w, b, y)
    torch.testing.assert_close(p, (bags @ w + b).sigmoid())
    torch.testing.assert_close(loss, F.binary_cross_entropy(p, y))
    wrong = ns["sentiment"](torch.tensor([[1e4]]).double(), torch.ones(1).double(), 0.0, torch.zeros(1).double())[1]
    assert wrong.item() == pytest.approx(1e4)


@pytest.mark.parametrize("frozen", [set(), {"E"}, {"w", "b"}])
def test_train_agrees_with_torchs_optimiser(ns: Namespace, frozen: set[str]) -> None:
    """SGD of torch.optim on those that are not frozen; the caller's tensors stay as they are."""
    start = {"E": normal(3, 2), "w": normal(2, seed=1), "b": normal(1, seed=2)}

    def loss_of(p: dict[str, Tensor]) -> Tensor:
        return ((p["E"] @ p["w"]).sin() + p["b"]).square().sum()

    kept = {name: p.clone() for name, p in start.items()}
    found = ns["train"](start, loss_of, 0.1, 4, frozen)
    leaves = {name: p.clone().requires_grad_(name not in frozen) for name, p in start.items()}
    optimiser = torch.optim.SGD([p for p in leaves.values() if p.requires_grad], lr=0.1)
    for _ in range(4):
        optimiser.zero_grad()
        loss_of(leaves).backward()
        optimiser.step()
    assert list(found) == list(start)
    for name, p in found.items():
        torch.testing.assert_close(p, leaves[name].detach())
        torch.testing.assert_close(start[name], kept[name], rtol=0, atol=0)
        assert not p.requires_grad


def test_attend_agrees_with_torchs_attention(ns: Namespace) -> None:
    """scaled_dot_product_attention with scale 1, its mask True where there is a word."""
    s, enc = normal(3, 5), normal(3, 4, 5, seed=1)
    pad = torch.tensor([[False, False, False, True], [False] * 4, [True, False, True, True]])
    expected = F.scaled_dot_product_attention(s[:, None], enc, enc, attn_mask=~pad[:, None], scale=1.0)[:, 0]
    context, weights = ns["attend"](s, enc, pad)
    torch.testing.assert_close(context, expected)
    torch.testing.assert_close(weights.sum(1), torch.ones(3).double())
    assert not weights[pad].any()


def test_teacher_forcing_agrees_with_torchs_rnn(ns: Namespace) -> None:
    """nn.RNN over the shifted targets gives the same, all at once."""
    layer = nn.RNN(4, 6, batch_first=True).double()
    table, target = normal(9, 4), torch.tensor([[3, 5, 5, 1], [6, 0, 4, 3]])
    with torch.no_grad():
        shifted = torch.cat([torch.full((2, 1), 8), target[:, :-1]], dim=1)
        expected, _ = layer(table[shifted], normal(1, 2, 6, seed=1))

        def step(token: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
            out, state = layer(table[token][:, None], state)
            return out[:, 0], state

        found = ns["teacher_forcing"](step, normal(1, 2, 6, seed=1), target, 8)
    torch.testing.assert_close(found, expected)


def random_model(seed: int, tokens: int) -> Model:
    """Return log-probabilities that depend on all tokens said, the same at each call."""

    def logp(said: Sequence[int]) -> list[float]:
        place = sum((t + 2) * 7**i for i, t in enumerate(said)) % 100_003
        row = torch.randn(tokens, generator=torch.Generator().manual_seed(1000 * place + seed), dtype=torch.float64)
        found: list[float] = (2 * row).log_softmax(0).tolist()
        return found

    return logp


def every_text(tokens: int, end: int, longest: int) -> list[tuple[int, ...]]:
    """Return all texts that are finished: they end with `end`, or have `longest` tokens."""
    texts = (text for n in range(1, longest + 1) for text in itertools.product(range(tokens), repeat=n))
    return [text for text in texts if end not in text[:-1] and (text[-1] == end or len(text) == longest)]


@pytest.mark.parametrize("alpha", [0.0, 0.7, 1.0])
@pytest.mark.parametrize("seed", range(4))
def test_a_beam_of_everything_finds_the_best_of_all_texts(ns: Namespace, seed: int, alpha: float) -> None:
    """By trying all texts of up to four of three tokens."""
    logp = random_model(seed, 3)

    def score(text: tuple[int, ...]) -> float:
        return sum(logp(text[:i])[token] for i, token in enumerate(text)) / math.pow(len(text), alpha)

    best = max(every_text(3, 0, 4), key=score)
    said, found = ns["beam"](logp, 81, 0, 4, alpha)
    assert said == list(best)
    assert found == pytest.approx(score(best))


@pytest.mark.parametrize("seed", range(6))
def test_a_beam_of_one_is_greedy(ns: Namespace, seed: int) -> None:
    """Whatever alpha is; and greedy takes the largest at each place."""
    logp = random_model(seed, 4)
    said = ns["greedy"](logp, 2, 5)
    assert ns["beam"](logp, 1, 2, 5, 0.9)[0] == said
    for i, token in enumerate(said):
        assert logp(tuple(said[:i]))[token] == max(logp(tuple(said[:i])))
    assert 2 not in said[:-1]
    assert said[-1] == 2 or len(said) == 5


def test_what_the_text_says_of_the_small_model(ns: Namespace) -> None:
    """Greedy begins with 0; the beam finds 1 2 end, which is more probable."""
    greedy = ns["greedy"](ns["logp"], 3, 6)
    said, total = ns["beam"](ns["logp"], 2, 3, 6, 0.0)
    assert greedy[0] == 0
    assert said == [1, 2, 3]
    assert total > sum(ns["logp"](tuple(greedy[:i]))[t] for i, t in enumerate(greedy))


def exact_bleu(candidate: list[str], references: list[list[str]]) -> float:
    """Compute BLEU with fractions, n-gram by n-gram, each taken out of the references as it is used."""
    product = Fraction(1)
    for n in range(1, 5):
        grams = [tuple(candidate[i : i + n]) for i in range(len(candidate) - n + 1)]
        used: Counter[tuple[str, ...]] = Counter()
        right = 0
        for gram in grams:
            used[gram] += 1
            right += any(
                sum(tuple(ref[i : i + n]) == gram for i in range(len(ref))) >= used[gram] for ref in references
            )
        product *= Fraction(right, len(grams)) if grams else 0
    c, lengths = len(candidate), [len(ref) for ref in references]
    r = next(a for d in range(99) for a in (c - d, c + d) if a in lengths)
    return math.pow(product, 0.25) * (1.0 if c >= r else math.exp(1 - r / c))


@pytest.mark.parametrize("seed", range(12))
def test_bleu_agrees_with_fractions(ns: Namespace, seed: int) -> None:
    """On random texts over four words, with one to three references."""
    g = torch.Generator().manual_seed(seed)
    sizes = torch.randint(4, 14, (2 + seed % 3,), generator=g).tolist()
    texts = [["abcd"[i] for i in torch.randint(4, (n,), generator=g).tolist()] for n in sizes]
    assert ns["bleu"](texts[0], texts[1:]) == pytest.approx(exact_bleu(texts[0], texts[1:]))


def test_bleus_ends(ns: Namespace) -> None:
    """1 for a reference itself, 0 for an empty or a short text."""
    ref = ["the", "cat", "sat", "on", "the", "mat"]
    assert ns["bleu"](ref, [["a"], ref]) == pytest.approx(1)
    assert ns["bleu"]([], [ref]) == 0
    assert ns["bleu"](["the", "cat", "sat"], [ref]) == 0


def test_mlm_mask_follows_the_line(ns: Namespace) -> None:
    """One token at a time, over evenly spaced uniforms; and the shares of the four parts."""
    n = 4000
    ids = torch.randint(0, 20, (2, n), generator=torch.Generator().manual_seed(1))
    others = torch.randint(50, 60, (2, n), generator=torch.Generator().manual_seed(2))
    u = ((torch.arange(n) + 0.5) / n).double().expand(2, n)
    special = torch.tensor([0, 1, 2])
    read, labels = ns["mlm_mask"](ids, u, others, special, 2)
    rows = zip(ids.flatten().tolist(), u.flatten().tolist(), others.flatten().tolist(), strict=True)
    for (token, place, other), now, label in zip(rows, read.flatten().tolist(), labels.flatten().tolist(), strict=True):
        chosen = place < 0.15 and token > 2
        assert label == (token if chosen else -100)
        fate = 2 if place < 0.12 else other if place < 0.135 else token
        assert now == (fate if chosen else token)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.9])
def test_mlm_loss_agrees_with_torch(ns: Namespace, share: float) -> None:
    """F.cross_entropy with ignore_index, wherever that is a number; 0 where nothing is asked."""
    logits, g = normal(3, 10, 6), torch.Generator().manual_seed(3)
    labels = torch.randint(6, (3, 10), generator=g).masked_fill(torch.rand(3, 10, generator=g) >= share, -100)
    expected = F.cross_entropy(logits.flatten(0, 1), labels.flatten()).nan_to_num(0)
    torch.testing.assert_close(ns["mlm_loss"](logits, labels), expected)


@pytest.mark.parametrize("seed", range(8))
def test_summarise_agrees_with_fractions(ns: Namespace, seed: int) -> None:
    """Scores as exact fractions; all chosen are at least as good as all others, earlier ones first where equal."""
    g = torch.Generator().manual_seed(seed)
    sizes = torch.randint(0, 7, (7,), generator=g).tolist()
    sentences = [["abcdefx"[i] for i in torch.randint(7, (n,), generator=g).tolist()] for n in sizes]
    every = [w for s in sentences for w in s]
    scores = []
    for s in sentences:
        weights = [every.count(w) for w in s if w != "x"]
        scores.append(Fraction(sum(weights), len(weights)) if weights else Fraction(0))
    chosen = ns["summarise"](sentences, 3, {"x"})
    assert chosen == sorted(set(chosen))
    assert len(chosen) == 3
    for i in chosen:
        for j in set(range(7)) - set(chosen):
            assert scores[i] > scores[j] or (scores[i] == scores[j] and i < j)


def test_penalise_makes_nothing_that_was_said_more_likely(ns: Namespace) -> None:
    """By the formula, number by number; whatever was said has a lower logit than before."""
    logits = normal(30)
    said = [3, 3, 7, 20, 9, 9]
    out = ns["penalise"](logits, said, 1.7)
    for token, (a, b) in enumerate(zip(logits.tolist(), out.tolist(), strict=True)):
        assert b == pytest.approx((a / 1.7 if a > 0 else a * 1.7) if token in said else a)
        assert b <= a
    assert ns["penalise"](logits, said, 1.0).equal(logits)


def test_temperature_has_its_limits(ns: Namespace) -> None:
    """Hot it is nearly even, cold it comes close to the most probable token, which it is at 0; ratios by hand."""
    logits = normal(7)
    p = ns["with_temperature"](logits, 0.4)
    torch.testing.assert_close((p[1:] / p[:-1]).log(), (logits[1:] - logits[:-1]) / 0.4)
    torch.testing.assert_close(p.sum(), torch.tensor(1.0).double())
    cold, zero = ns["with_temperature"](logits, 0.001), ns["with_temperature"](logits, 0)
    torch.testing.assert_close(cold, zero)
    assert zero.tolist() == [float(a == max(logits.tolist())) for a in logits.tolist()]


@pytest.mark.parametrize("k", [1, 2, 5, 9, 40])
def test_top_k_keeps_the_k_largest(ns: Namespace, k: int) -> None:
    """By counting how many are larger."""
    logits = normal(9)
    for a, b in zip(logits.tolist(), ns["top_k"](logits, k).tolist(), strict=True):
        assert b == (a if sum(other > a for other in logits.tolist()) < k else -math.inf)


@pytest.mark.parametrize("p", [0.05, 0.5, 0.8, 0.99])
def test_top_p_keeps_as_few_as_possible(ns: Namespace, p: float) -> None:
    """Of all sets of tokens none smaller reaches p; those kept do, and are the most probable."""
    logits = normal(8) * 1.5
    probs, kept = logits.softmax(0).tolist(), ns["top_p"](logits, p).isfinite().tolist()
    chosen = [a for a, k in zip(probs, kept, strict=True) if k]
    assert sum(chosen) >= p
    assert all(sum(some) < p for some in itertools.combinations(probs, len(chosen) - 1))
    assert min(chosen) > max([a for a, k in zip(probs, kept, strict=True) if not k], default=0)


def test_cut_agrees_with_strings(ns: Namespace) -> None:
    """As letters: the shortest of the parts before each stop sequence."""
    texts = [text for n in range(6) for text in itertools.product([1, 2], repeat=n)]
    for stops in ([[1, 1]], [[2, 1, 2], [1, 2]], [[2, 2, 2], [1]]):
        for text in texts:
            letters = "".join(map(str, text))
            parts = [letters.split("".join(map(str, stop)))[0] for stop in stops]
            assert "".join(map(str, ns["cut"](list(text), stops))) == min(parts, key=len)


def test_chat_can_be_read_again(ns: Namespace) -> None:
    """Written as letters, the row is what the template says; what is learned is what the assistant says."""
    messages = [
        {"role": "user", "content": "Who?\n"},
        {"role": "assistant", "content": "I."},
        {"role": "assistant", "content": ""},
    ]
    ids, learn = ns["chat"](messages, ns["to_ids"], prompt=True)
    text = "".join({ns["START"]: "<", ns["END"]: ">"}.get(i) or chr(i) for i in ids)
    assert text == "<user\nWho?\n>\n<assistant\nI.>\n<assistant\n>\n<assistant\n"
    assert "".join(c for c, learned in zip(text, learn, strict=True) if learned) == "I.>>"


def test_what_the_rewards_are_made_of() -> None:
    """Numbers are spelled as people do; reviews are half positive; the letters' model follows the names' counts."""
    source, digits = number_words(1000)
    spelled = [" ".join(SPELLED[i] for i in row if i) for row in source.tolist()]
    assert [spelled[n] for n in (0, 7, 13, 40, 57, 100, 205, 310, 742)] == [
        "zero", "seven", "thirteen", "forty", "fifty seven", "one hundred", "two hundred and five",
        "three hundred and ten", "seven hundred and forty two",
    ]  # fmt: skip
    assert len(set(spelled)) == 1000
    assert ["".join(str(d) for d in row if d < 10) for row in digits.tolist()] == [str(n) for n in range(1000)]
    pairs = reviews("film", 40, torch.Generator().manual_seed(1))
    assert sum(mood for _, mood in pairs) == 20
    begins = Counter(name[0] for name in names())
    p = letters_model("cpu")([0, 0]).exp()
    assert p.sum().item() == pytest.approx(1)
    assert chr(96 + int(p.argmax())) == begins.most_common(1)[0][0]
