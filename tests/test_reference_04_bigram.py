"""The reference of notebook 04 against independent oracles: Counter, bisect, float64 loops, torch's own losses."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from fractions import Fraction
from itertools import accumulate, pairwise
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

import pytest
import torch
from torch.nn import functional as F

from course_data import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor

Namespace = dict[str, Any]
ALPHABET = "." + ascii_lowercase
WORDS = [*names()[::97], "barbara", "emma", "emma", "a"]
FOREIGN = ["zoë", "李", "jürgen", "weiß", "ß", "李小龙", "emma", "Ünal", "o'neil", "mary ann", "j.r", ".", "st.john."]
TINY = torch.tensor([[0.0, 0.5, 0.5], [0.25, 0.25, 0.5], [0.5, 0.5, 0.0]])


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("04-bigram")


def generator(seed: int = 4) -> torch.Generator:
    """Return a seeded generator."""
    return torch.Generator().manual_seed(seed)


def distributions(*shape: int) -> Tensor:
    """Return positive numbers whose last dimension sums to 1."""
    numbers = torch.rand(*shape, generator=generator()) ** 3 + 0.001
    return numbers / numbers.sum(-1, keepdim=True)


def tokens(n: int, size: int, seed: int) -> Tensor:
    """Return n tokens below size."""
    return torch.randint(size, (n,), generator=generator(seed))


def walk(rows: Callable[[str], list[float]], u: list[float]) -> str:
    """Speak as the text says: rows(name so far) gives the next token's probabilities; bisect looks them up."""
    name = ""
    for r in u:
        token = bisect_right(list(accumulate(rows(name))), r)
        if token == 0:
            return name
        name += ALPHABET[token]
    return name


@pytest.mark.parametrize("words", [WORDS, FOREIGN, ["a"], ["李"], []])
def test_bigram_counts_agree_with_a_counter(ns: Namespace, words: list[str]) -> None:
    """Every pair of neighbours in .word. is counted; what is not a-z leaves no trace, and no empty name is counted."""
    clean = ["".join(c for c in word if c in ascii_lowercase) for word in words]
    expected = Counter(pair for word in clean if word for pair in pairwise(f".{word}."))
    table = ns["bigram_counts"](words)
    assert table.dtype == torch.int64
    assert table.tolist() == [[expected[a, b] for b in ALPHABET] for a in ALPHABET]


def test_each_token_is_left_as_often_as_it_is_reached(ns: Namespace) -> None:
    """Row sums equal column sums, and both are the number of names at the full stop."""
    table = ns["bigram_counts"](WORDS)
    assert torch.equal(table.sum(0), table.sum(1))
    assert table[0].sum() == len(WORDS)


@pytest.mark.parametrize("k", [1, 3, 0.5])
def test_probs_agree_with_fractions(ns: Namespace, k: float) -> None:
    """(N + k) over the sum of its row, computed with fractions; rows that were never seen become uniform."""
    counts = torch.randint(0, 5, (7, 4), generator=generator())
    counts[2] = 0
    before = counts.clone()
    rows = [[Fraction(n) + Fraction(k) for n in row] for row in counts.tolist()]
    expected = torch.tensor([[float(n / sum(row)) for n in row] for row in rows])
    actual = ns["probs"](counts, k)
    assert actual.dtype == torch.float32
    torch.testing.assert_close(actual, expected)
    assert actual[2].tolist() == [0.25] * 4
    assert torch.equal(counts, before)


def test_probs_agree_with_the_table_in_the_text(ns: Namespace) -> None:
    """The worked example: sevenths, thirds, eighths."""
    expected = torch.tensor([[1 / 7, 4 / 7, 2 / 7], [1 / 3, 1 / 3, 1 / 3], [6 / 8, 1 / 8, 1 / 8]])
    torch.testing.assert_close(ns["probs"](ns["small"], 1), expected)


def test_the_keepdim_trap_is_as_the_text_says() -> None:
    """Without keepdim a square table is divided by the wrong sums, silently; a rectangular one is refused."""
    square = torch.tensor([[1.0, 3.0], [2.0, 2.5]])
    torch.testing.assert_close((square / square.sum(1))[:, 0], square[:, 0] / 4)
    with pytest.raises(RuntimeError, match="must match"):
        torch.ones(7, 4) / torch.ones(7, 4).sum(1)


def test_sample_speaks_the_name_in_the_text(ns: Namespace) -> None:
    """The worked example is baa, and it is cut where the uniform numbers end."""
    u = torch.tensor([0.6, 0.7, 0.3, 0.1, 0.9])
    assert [ns["sample"](TINY, u[:n]) for n in range(6)] == ["", "b", "ba", "baa", "baa", "baa"]


@pytest.mark.parametrize("size", [3, 27])
def test_sample_agrees_with_bisect(ns: Namespace, size: int) -> None:
    """Each letter is where r falls among the cumulative sums of the row of the letter before."""
    table = distributions(size, size)
    for u in torch.rand(20, 12, generator=generator()):
        expected = walk(lambda name: table[ALPHABET.index(name[-1:] or ".")].tolist(), u.tolist())
        assert ns["sample"](table, u) == expected


def test_sample_never_draws_what_has_probability_zero(ns: Namespace) -> None:
    """At r = 0 and on every border the piece that begins there is drawn."""
    assert ns["sample"](TINY, torch.tensor([0.0, 0.25, 0.5, 0.0])) == "aab"
    assert ns["sample"](TINY, torch.tensor([0.5, 0.5])) == "ba"


def test_the_last_end_counts_as_1(ns: Namespace) -> None:
    """Float32 sums that end below 1 exist, and a number beyond the last end draws the last token."""
    row = torch.tensor([0.1, 0.7, 0.2])
    largest = 1 - 2**-24  # the largest float32 below 1
    assert (row * 0.9999999).cumsum(0)[-1] < largest
    table = (row * 0.9999999).expand(3, 3)
    u = torch.tensor([largest, 0.5, largest])
    assert ns["sample"](table, u) == ns["sample_trigram"](table.expand(3, 3, 3), u) == "bab"


def test_evenly_spread_numbers_give_back_the_probabilities(ns: Namespace) -> None:
    """Of 1,000 evenly spread numbers, each first letter gets its share."""
    table = distributions(5, 5)
    drawn = Counter(ns["sample"](table, torch.tensor([(i + 0.5) / 1000])) for i in range(1000))
    for token, p in enumerate(table[0].tolist()):
        assert abs(drawn[ALPHABET[token] if token else ""] - 1000 * p) <= 1


@pytest.mark.parametrize("n", [1, 7, 3000])
def test_nll_agrees_with_torch_and_with_a_float64_sum(ns: Namespace, n: int) -> None:
    """F.nll_loss of the logs, and a plain sum of math.log, divided by the number of pairs."""
    table, xs, ys = distributions(9, 5), tokens(n, 9, 1), tokens(n, 5, 2)
    actual = ns["nll"](table, xs, ys)
    torch.testing.assert_close(actual, F.nll_loss(table[xs].log(), ys))
    exact = -math.fsum(math.log(table[x, y]) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)) / n
    assert actual.item() == pytest.approx(exact, rel=1e-5)


def test_a_model_that_knows_nothing_has_log_27(ns: Namespace) -> None:
    """The number to hold on to, about 3.30; and a model that knows everything has 0."""
    xs, ys = ns["xs"], ns["ys"]
    assert ns["nll"](torch.full((27, 27), 1 / 27), xs, ys).item() == pytest.approx(math.log(27), rel=1e-5)
    assert f"{math.log(27):.2f}" == "3.30"
    assert ns["nll"](torch.eye(27), xs, xs).item() == 0


def test_no_bigram_table_beats_the_counts(ns: Namespace) -> None:
    """On the names that were counted, the unsmoothed table is the best: moving a little away from it costs."""
    xs, ys = ns["xs"], ns["ys"]
    table = ns["probs"](ns["bigram_counts"](ns["few"]), 0)
    best = ns["nll"](table, xs, ys)
    for seed in range(5):
        noise = 1 + 0.2 * torch.rand(27, 27, generator=generator(seed))
        moved = table * noise
        assert ns["nll"](moved / moved.sum(1, keepdim=True), xs, ys) > best
    for k in (0.1, 1):
        assert ns["nll"](ns["probs"](ns["bigram_counts"](ns["few"]), k), xs, ys) > best


def test_the_text_holds_the_pairs_of_all_names(ns: Namespace) -> None:
    """The examples xs and ys, made from one string, are the pairs that the table counts."""
    pairs = Counter(zip(ns["xs"].tolist(), ns["ys"].tolist(), strict=True))
    table = ns["bigram_counts"](ns["few"])
    assert pairs == Counter({(i, j): n for i, row in enumerate(table.tolist()) for j, n in enumerate(row) if n})


def test_the_network_is_an_embedding_and_a_softmax(ns: Namespace) -> None:
    """The logits and p of the step-by-step tasks are torch's embedding and softmax."""
    torch.testing.assert_close(ns["logits"], F.embedding(ns["xb"], ns["W"]))
    torch.testing.assert_close(ns["p"], F.embedding(ns["xb"], ns["W"]).softmax(1))


@pytest.mark.parametrize("reg", [0, 0.01, 2.0])
@pytest.mark.parametrize(("size", "n"), [(27, 20), (5, 7), (4, 1)])
def test_loss_and_gradient_agree_with_cross_entropy_in_float64(ns: Namespace, size: int, n: int, reg: float) -> None:
    """The loss is cross_entropy plus reg times the mean square; the gradient is autograd's, in double precision."""
    weights = torch.randn(size, size, generator=generator())
    xs, ys = tokens(n, size, 1), tokens(n, size, 2)
    w = weights.double().requires_grad_()
    expected = F.cross_entropy(F.embedding(xs, w), ys) + reg * F.mse_loss(w, torch.zeros_like(w))
    (gradient,) = torch.autograd.grad(expected, w)
    loss, dw = ns["loss_and_grad"](weights, xs, ys, reg)
    torch.testing.assert_close(loss, expected.detach().float())
    torch.testing.assert_close(dw, gradient.float())


def test_loss_and_grad_is_the_same_at_each_call(ns: Namespace) -> None:
    """Nothing is left behind: W is as it was, and gradients do not add up over calls."""
    weights = torch.randn(6, 6, generator=generator()).requires_grad_()
    before, xs, ys = weights.detach().clone(), tokens(9, 6, 1), tokens(9, 6, 2)
    first, second = (ns["loss_and_grad"](weights, xs, ys, 0.3) for _ in range(2))
    assert torch.equal(first[0], second[0])
    assert torch.equal(first[1], second[1])
    assert torch.equal(weights, before)
    assert weights.grad is None
    assert not first[0].requires_grad


def test_the_network_learns_the_table_of_counts(ns: Namespace) -> None:
    """The picture's promise: without regularisation, descent ends near the best loss, never below it."""
    xs, ys = ns["xs"], ns["ys"]
    best = ns["nll"](ns["probs"](ns["bigram_counts"](ns["few"]), 0), xs, ys).item()
    weights = torch.zeros(27, 27)
    losses = []
    for _ in range(60):
        loss, dw = ns["loss_and_grad"](weights, xs, ys, 0)
        weights -= 50 * dw
        losses.append(loss.item())
    assert losses[0] == pytest.approx(math.log(27), rel=1e-5)
    assert best < losses[-1] < best + 0.1


@pytest.mark.parametrize("words", [WORDS, ["a"], ["ava", "ava", "bob"], []])
def test_trigram_counts_agree_with_a_counter(ns: Namespace, words: list[str]) -> None:
    """Every window of three in ..word. is counted."""
    windows = (f"..{word}."[i : i + 3] for word in words for i in range(len(word) + 1))
    expected = torch.zeros(27, 27, 27, dtype=torch.int64)
    for (a, b, c), n in Counter(map(tuple, windows)).items():
        expected[ALPHABET.index(a), ALPHABET.index(b), ALPHABET.index(c)] = n
    table = ns["trigram_counts"](words)
    assert table.dtype == torch.int64
    assert torch.equal(table, expected)


def test_trigrams_add_up_to_bigrams(ns: Namespace) -> None:
    """Summed over the letter further back, the trigram counts are the bigram counts."""
    assert torch.equal(ns["trigram_counts"](WORDS).sum(0), ns["bigram_counts"](WORDS))


def test_sample_trigram_agrees_with_bisect(ns: Namespace) -> None:
    """Each letter is where r falls among the cumulative sums of the row of the two letters before."""
    table: list[list[list[float]]] = distributions(6, 6, 6).tolist()

    def row(name: str) -> list[float]:
        a, b = (ALPHABET.index(c) for c in f"..{name}"[-2:])
        return table[a][b]

    for u in torch.rand(20, 12, generator=generator()):
        assert ns["sample_trigram"](torch.tensor(table), u) == walk(row, u.tolist())


def test_a_trigram_that_forgets_is_a_bigram(ns: Namespace) -> None:
    """Where the letter further back makes no difference, both models speak the same names."""
    table = distributions(27, 27)
    for u in torch.rand(10, 12, generator=generator()):
        assert ns["sample_trigram"](table.expand(27, 27, 27), u) == ns["sample"](table, u)


def test_the_best_smoothing_on_dev_is_a_tenth(ns: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """The text's claim: train rises with each k, dev falls to k = 0.1 and then rises; a count in float64 agrees."""
    ns["picture_of_smoothing"]()
    ks, train, dev = ([float(part) for part in line.split()[1:]] for line in capsys.readouterr().out.splitlines())
    assert all(a < b for a, b in pairwise(train))
    assert ks[dev.index(min(dev))] == 0.1
    assert dev == sorted(dev[:4], reverse=True) + sorted(dev[4:])
    words = names()
    shuffled = [words[i] for i in torch.randperm(len(words), generator=generator(5)).tolist()]
    n1, n2 = 8 * len(words) // 10, 9 * len(words) // 10

    def triples(part: list[str]) -> list[str]:
        return [f"..{word}."[i : i + 3] for word in part for i in range(len(word) + 1)]

    seen = Counter(triples(shuffled[:n1]))
    contexts = Counter({two: sum(seen[two + c] for c in ALPHABET) for two in {three[:2] for three in seen}})
    for part, values in ((shuffled[:n1], train), (shuffled[n1:n2], dev)):
        logs = [math.log((seen[three] + 0.1) / (contexts[three[:2]] + 2.7)) for three in triples(part)]
        assert values[ks.index(0.1)] == pytest.approx(-sum(logs) / len(logs), abs=6e-4)


def test_pictures_fail_gently(ns: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a function is missing, one plain line takes the place of a picture or of the names."""

    def missing(*_: object) -> None:
        raise NotImplementedError

    kept = {name: ns[name] for name in ("bigram_counts", "loss_and_grad", "sample_trigram", "trigram_counts")}
    try:
        ns.update(dict.fromkeys(kept, missing))
        for show in ("picture_of_counts", "picture_of_descent", "picture_of_smoothing", "three_models_speak"):
            ns["when_ready"](ns[show])
    finally:
        ns.update(kept)
    line = "Nothing to see yet (NotImplementedError): it appears once the functions above work."
    assert capsys.readouterr().out.splitlines() == [line] * 4


def test_the_reward_speaks_better_and_better(ns: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """The printed losses fall from nothing to bigram to trigram, and there are ten names of each."""
    ns["three_models_speak"]()
    lines = capsys.readouterr().out.splitlines()
    nothing, bigram, trigram = (float(part) for part in lines[1].split("loss")[1:])
    assert nothing == 3.30
    assert trigram < bigram - 0.2 < nothing - 0.5
    assert len(lines) == 13
