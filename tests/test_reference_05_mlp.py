"""The reference of notebook 05 against independent oracles: torch's own layers and optimiser, loops, and float64."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

Namespace = dict[str, Any]
LETTERS = ".abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("05-mlp")


def normal(*shape: int, seed: int = 5) -> Tensor:
    """Return float32 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def examples(words: list[str], block: int) -> list[tuple[str, str]]:
    """Return (context, target) as text: each place of each name, with the block letters before it."""
    return [
        ((("." * block) + word)[place : place + block], (word + ".")[place])
        for word in words
        if word
        for place in range(len(word) + 1)
    ]


def network(v: int, e: int, t: int, h: int, b: int) -> tuple[list[Tensor], Tensor]:
    """Return C, W1, b1, W2, b2 and a batch of contexts."""
    shapes = [(v, e), (t * e, h), (h,), (h, v), (v,)]
    params = [normal(*shape, seed=seed) for seed, shape in enumerate(shapes)]
    return params, torch.randint(v, (b, t), generator=torch.Generator().manual_seed(9))


def test_the_table_in_the_text(ns: Namespace) -> None:
    """The five examples of emma are those that the text shows."""
    contexts, targets = ns["build_dataset"](["emma"], 3)
    assert contexts.tolist() == [[0, 0, 0], [0, 0, 5], [0, 5, 13], [5, 13, 13], [13, 13, 1]]
    assert targets.tolist() == [5, 13, 13, 1, 0]


@pytest.mark.parametrize("block", [1, 2, 3, 8])
def test_dataset_agrees_with_slices_of_text(ns: Namespace, block: int) -> None:
    """Decoded, each row is the letters before a place of a name, and the letter there; empty names make none."""
    words = ["", "emma", "al", "", "b", *ns["words"][:50]]
    contexts, targets = ns["build_dataset"](words, block)
    assert contexts.dtype == targets.dtype == torch.int64
    assert contexts.shape == (sum(len(word) + 1 for word in words if word), block)
    decoded = [
        ("".join(LETTERS[i] for i in row), LETTERS[target])
        for row, target in zip(contexts.tolist(), targets.tolist(), strict=True)
    ]
    assert decoded == examples(words, block)


def test_dataset_of_bigrams_counts_like_a_counter(ns: Namespace) -> None:
    """With block 1 the rows are the bigrams of notebook 04: as many of each as a Counter finds."""
    contexts, targets = ns["build_dataset"](ns["words"], 1)
    found = Counter(zip(contexts[:, 0].tolist(), targets.tolist(), strict=True))
    expected = Counter(pair for word in ns["words"] for pair in zip("." + word, word + ".", strict=True))
    assert found == {(LETTERS.index(a), LETTERS.index(b)): count for (a, b), count in expected.items()}


@pytest.mark.parametrize("n", [1, 9, 10, 23, 40])
def test_split_is_a_partition_in_the_shuffled_order(ns: Namespace, n: int) -> None:
    """The parts, one after the other, are the words in the given order; the cuts are 0.8 n and 0.9 n, rounded down."""
    words = [f"w{i}" for i in range(n)]
    order = torch.randperm(n, generator=torch.Generator().manual_seed(n)).tolist()
    parts = ns["split"](words, order)
    assert [int(word[1:]) for part in parts for word in part] == order
    assert [len(part) for part in parts] == [8 * n // 10, 9 * n // 10 - 8 * n // 10, n - 9 * n // 10]


def test_embedding_variables_agree_with_torch(ns: Namespace) -> None:
    """The variables emb and embcat are what nn.Embedding and nn.Flatten give."""
    emb = torch.nn.Embedding.from_pretrained(ns["C"])(ns["Xb"])
    torch.testing.assert_close(ns["emb"], emb, rtol=0, atol=0)
    torch.testing.assert_close(ns["embcat"], torch.nn.Flatten()(emb), rtol=0, atol=0)


@pytest.mark.parametrize("sizes", [(27, 2, 3, 7, 5), (9, 4, 2, 3, 7), (5, 1, 4, 2, 1), (3, 3, 1, 1, 2)])
def test_forward_agrees_with_torchs_layers(ns: Namespace, sizes: tuple[int, int, int, int, int]) -> None:
    """Embedding, Flatten, Linear, Tanh, Linear with the same parameters give the same logits, for any sizes."""
    v, e, t, h, _ = sizes
    params, contexts = network(*sizes)
    layers = [torch.nn.Embedding(v, e), torch.nn.Flatten(), torch.nn.Linear(t * e, h), torch.nn.Tanh()]
    model = torch.nn.Sequential(*layers, torch.nn.Linear(h, v))
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), params, strict=False):
            parameter.copy_(value if value.dim() == 1 or value is params[0] else value.T)
        expected = model(contexts)
    torch.testing.assert_close(ns["forward"](*params, contexts), expected)


def test_forward_agrees_with_the_formula_in_float64(ns: Namespace) -> None:
    """Each logit is a sum over neurons, each neuron the tanh of a sum over places and coordinates."""
    params, contexts = network(6, 2, 3, 4, 3)
    c, w1, b1, w2, b2 = (p.double().tolist() for p in params)
    rows = []
    for context in contexts.tolist():
        inputs = [x for token in context for x in c[token]]
        hidden = [math.tanh(b1[j] + sum(x * w[j] for x, w in zip(inputs, w1, strict=True))) for j in range(4)]
        rows.append([b2[k] + sum(a * w[k] for a, w in zip(hidden, w2, strict=True)) for k in range(6)])
    actual = ns["forward"](*params, contexts).double()
    torch.testing.assert_close(actual, torch.tensor(rows).double(), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("b", range(4))
def test_examples_do_not_see_one_another(ns: Namespace, b: int) -> None:
    """Another context in one row of a batch changes the logits of that row only."""
    params, contexts = network(9, 3, 3, 5, 4)
    other = contexts.clone()
    other[b] = (other[b] + 1) % 9
    changed = (ns["forward"](*params, contexts) != ns["forward"](*params, other)).any(1)
    assert changed.tolist() == [row == b for row in range(4)]


@pytest.mark.parametrize("scale", [0.1, 2.0, 30.0, 1000.0])
@pytest.mark.parametrize("offset", [0.0, 500.0, -500.0])
def test_cross_entropy_agrees_with_torchs(ns: Namespace, scale: float, offset: float) -> None:
    """Loss and gradient are those of F.cross_entropy, however large the logits are."""
    ours, theirs = ((scale * normal(6, 5) + offset).requires_grad_() for _ in range(2))
    targets = torch.tensor([4, 0, 2, 2, 1, 3])
    loss, expected = ns["cross_entropy"](ours, targets), F.cross_entropy(theirs, targets)
    assert loss.shape == ()
    torch.testing.assert_close(loss, expected, rtol=1e-5, atol=1e-5)
    (slope,) = torch.autograd.grad(loss, ours)
    torch.testing.assert_close(slope, torch.autograd.grad(expected, theirs)[0], rtol=1e-4, atol=1e-6)


def test_cross_entropy_of_equal_logits_is_log_v(ns: Namespace) -> None:
    """A model that knows nothing has the loss log 27, and with logits of 1e30 still a finite one."""
    targets = torch.tensor([0, 13, 26])
    torch.testing.assert_close(ns["cross_entropy"](torch.zeros(3, 27), targets).item(), math.log(27))
    torch.testing.assert_close(ns["cross_entropy"](torch.full((3, 27), 1e30), targets).item(), math.log(27))


def test_what_the_text_says_about_float32() -> None:
    """In float32 exp overflows at 89 and is 0 at -104; what the naive formula makes of them is NaN and infinity."""
    large = torch.tensor([89.0, -104.0]).exp()
    assert large.tolist() == [math.inf, 0.0]
    assert (large[0] / large[0]).isnan()
    assert large[1].log() == -math.inf


def test_gradient_of_the_loss_by_finite_differences(ns: Namespace) -> None:
    """gradient_of_loss agrees with central differences in float64."""
    z, y = ns["logits"].double(), ns["Y4"]
    expected = torch.zeros_like(z)
    for place in range(z.numel()):
        step = torch.zeros(z.numel(), dtype=torch.float64)
        step[place] = 1e-5
        up, down = (ns["cross_entropy"](z + sign * step.view_as(z), y) for sign in (1, -1))
        expected.view(-1)[place] = (up - down) / 2e-5
    torch.testing.assert_close(ns["gradient_of_loss"](z, y), expected, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_descend_agrees_with_torchs_sgd(ns: Namespace, steps: int) -> None:
    """After some steps the parameters are where torch.optim.SGD leaves them, in the tensors they were in."""
    ours, theirs = ([normal(3, 4).requires_grad_(), normal(4, seed=6).requires_grad_()] for _ in range(2))
    places = [p.data_ptr() for p in ours]
    sgd = torch.optim.SGD(theirs, lr=0.125)
    for _ in range(steps):
        assert ns["descend"](ours, ns["valley"](*ours), 0.125) is None
        sgd.zero_grad()
        ns["valley"](*theirs).backward()
        sgd.step()
    for actual, expected in zip(ours, theirs, strict=True):
        torch.testing.assert_close(actual, expected)
        assert actual.requires_grad
        assert actual.is_leaf
    assert [p.data_ptr() for p in ours] == places


def test_descend_ignores_what_an_older_step_left(ns: Namespace) -> None:
    """A gradient that was there before does not count."""
    fresh, used = (normal(4).requires_grad_() for _ in range(2))
    used.grad = torch.full((4,), 100.0)
    for p in (fresh, used):
        ns["descend"]([p], p.square().sum(), 0.25)
    torch.testing.assert_close(used, fresh, rtol=0, atol=0)
    torch.testing.assert_close(fresh, normal(4) / 2)


@pytest.mark.parametrize(("lo", "hi", "n"), [(1e-4, 1.0, 5), (1e-3, 3.0, 400), (0.02, 0.5, 2)])
def test_candidates_have_a_constant_ratio(ns: Namespace, lo: float, hi: float, n: int) -> None:
    """The candidates are torch.logspace's, from lo to hi, each the same multiple of the one before."""
    rates = ns["candidates"](lo, hi, n)
    assert rates.shape == (n,)
    assert rates.dtype == torch.float32
    torch.testing.assert_close(rates, torch.logspace(math.log10(lo), math.log10(hi), n))
    ratio = (hi / lo) ** (1 / (n - 1))
    torch.testing.assert_close(rates[1:] / rates[:-1], torch.full((n - 1,), ratio), rtol=1e-5, atol=0)
    torch.testing.assert_close(rates[[0, -1]], torch.tensor([lo, hi]))


@pytest.mark.parametrize("steps", [1, 2, 7, 8, 100])
def test_learning_rate_agrees_with_a_schedule_of_torch(ns: Namespace, steps: int) -> None:
    """The rates are those of torch's MultiStepLR with one drop, at the first step that is not in the first half."""
    parameter = torch.zeros(1, requires_grad=True)
    sgd = torch.optim.SGD([parameter], lr=0.5)
    schedule = torch.optim.lr_scheduler.MultiStepLR(sgd, milestones=[-(-steps // 2)], gamma=0.1)
    for step in range(steps):
        assert ns["lr"](step, steps, 0.5) == pytest.approx(schedule.get_last_lr()[0])
        sgd.step()
        schedule.step()


@pytest.mark.parametrize(("steps", "size"), [(1, 4), (5, 3), (12, 1)])
def test_learn_agrees_with_torchs_sgd_on_the_same_rows(ns: Namespace, steps: int, size: int) -> None:
    """With one_step the losses, and the parameters afterwards, are those of torch's loss, optimiser and schedule."""
    ours, contexts = network(27, 2, 3, 5, 40)
    ours = [p.requires_grad_() for p in ours]
    theirs = [p.detach().clone().requires_grad_() for p in ours]
    rng = torch.Generator().manual_seed(steps)
    targets, rows = torch.randint(27, (40,), generator=rng), torch.randint(40, (steps, size), generator=rng)
    rates = [0.5 / (1 + s) for s in range(steps)]
    sgd = torch.optim.SGD(theirs, lr=1.0)
    schedule = torch.optim.lr_scheduler.LambdaLR(sgd, rates.__getitem__)
    expected = []
    for s, batch in enumerate(rows):
        c, w1, b1, w2, b2 = theirs
        loss = F.cross_entropy((c[contexts[batch]].flatten(1) @ w1 + b1).tanh() @ w2 + b2, targets[batch])
        expected.append(loss.item())
        sgd.zero_grad()
        loss.backward()
        sgd.step()
        if s + 1 < steps:
            schedule.step()
    losses = ns["learn"](ours, contexts, targets, rows, rates, ns["one_step"])
    assert losses == pytest.approx(expected, rel=1e-4)
    for actual, p in zip(ours, theirs, strict=True):
        torch.testing.assert_close(actual, p, rtol=1e-4, atol=1e-5)


def test_learn_hands_the_step_what_belongs_together(ns: Namespace) -> None:
    """Each call gets the contexts and the targets of its own row, and its own rate; what it returns is kept."""
    contexts, targets, rows = torch.arange(20).view(10, 2), torch.arange(10), torch.tensor([[3, 3], [0, 9], [5, 1]])
    calls: list[tuple[object, ...]] = []

    def step(params: object, Xb: Tensor, Yb: Tensor, rate: float) -> float:
        calls.append((params, Xb.tolist(), Yb.tolist(), rate))
        return 10.0 * len(calls)

    params: list[Tensor] = []
    assert ns["learn"](params, contexts, targets, rows, [0.3, 0.2, 0.1], step) == [10.0, 20.0, 30.0]
    assert calls == [
        (params, [[2 * i, 2 * i + 1] for i in row], row, rate)
        for row, rate in zip(rows.tolist(), [0.3, 0.2, 0.1], strict=True)
    ]


def verdict_by_hand(a: float, b: float, goal: float, slack: float) -> str:
    """The rule of the text as a table: may the training loss be, and may the gap be?"""
    table = {(True, True): "fits", (True, False): "overfits", (False, True): "underfits", (False, False): "underfits"}
    return table[(a <= goal, b - a <= slack)]


@pytest.mark.parametrize("a", [1.0, 2.0, 2.125, 3.0])
@pytest.mark.parametrize("gap", [-0.5, 0.0, 0.25, 0.375, 2.0])
def test_diagnose_follows_the_rule(ns: Namespace, a: float, gap: float) -> None:
    """The last ten losses count, all ten and no others, and on the border a model fits."""
    noise = torch.tensor([0.5, -0.5]).repeat(5)
    train = torch.cat([torch.full((7,), 50.0), a + noise])
    dev = torch.cat([torch.full((7,), -50.0), a + gap - noise])
    found, verdict = ns["diagnose"](train, dev, 2.0, 0.25)
    assert float(found) == pytest.approx(gap)
    assert verdict == verdict_by_hand(a, a + gap, 2.0, 0.25)


def test_the_five_curves_are_what_they_look_like(ns: Namespace) -> None:
    """With the goal and the slack of the checks, the five models of the picture get the verdicts one sees."""
    verdicts = {title: ns["diagnose"](*pair, 2.3, 0.2)[1] for title, pair in ns["curves"].items()}
    assert verdicts == {"A": "fits", "B": "overfits", "C": "underfits", "D": "overfits", "E": "underfits"}


def test_a_network_trained_with_the_functions_learns(ns: Namespace) -> None:
    """The first loss is about log 27, and 300 steps bring the loss on unseen names below 2.6."""
    rng = torch.Generator().manual_seed(1)
    train, dev, _ = ns["split"](ns["words"], torch.randperm(len(ns["words"]), generator=rng).tolist())
    contexts, targets = ns["build_dataset"](train, 3)
    unseen = ns["build_dataset"](dev, 3)
    net = ns["new_network"](rng)
    assert ns["cross_entropy"](ns["forward"](*net, unseen[0]), unseen[1]).item() == pytest.approx(math.log(27), abs=0.1)
    for step in range(300):
        rows = torch.randint(len(contexts), (64,), generator=rng)
        loss = ns["cross_entropy"](ns["forward"](*net, contexts[rows]), targets[rows])
        ns["descend"](net, loss, ns["lr"](step, 300, 0.4))
    assert ns["cross_entropy"](ns["forward"](*net, unseen[0]), unseen[1]).item() < 2.6


def test_the_sizes_in_the_text(ns: Namespace) -> None:
    """The numbers of parameters that the text tells are those of the networks and of the tables of counts."""
    sizes = [sum(p.numel() for p in ns["new_network"](torch.Generator(), e)) for e in (2, 8)]
    assert sizes == [3481, 5443]
    assert (27**3, 27**4) == (19_683, 531_441)
    assert len(ns["words"]) == 5163


def test_the_reward_looks_at_test_once_for_the_better_net_on_dev(
    ns: Namespace, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two lines of losses whose gap is that of the printed means, and one of test, for the lower dev loss."""
    ns["two_networks_speak"](steps=300)
    text = capsys.readouterr().out
    found = re.findall(r"E = (\d), .*train (\d\.\d\d), on dev (\d\.\d\d), gap (-?\d\.\d\d)", text)
    assert [one[0] for one in found] == ["2", "8"]
    for _, seen, unseen, gap in found:
        assert float(gap) == pytest.approx(float(unseen) - float(seen), abs=0.011)
    ((better, loss),) = re.findall(r"Better on dev: E = (\d)\. Its loss on test, looked at once: (\d\.\d\d)", text)
    assert better == min(found, key=lambda one: float(one[2]))[0]
    assert 2.0 < float(loss) < 3.0


def test_a_mini_batch_is_a_four_hundredth_of_the_examples(ns: Namespace) -> None:
    """The training names make some 29,000 examples: more than 400 mini-batches of 64."""
    order = torch.randperm(len(ns["words"]), generator=torch.Generator().manual_seed(5)).tolist()
    n = len(ns["build_dataset"](ns["split"](ns["words"], order)[0], 3)[0])
    assert n == pytest.approx(29_000, abs=100)
    assert n / 64 > 400


def test_pictures_fail_gently(ns: Namespace, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a function is missing, a picture is replaced by one plain line."""

    def missing() -> None:
        raise NotImplementedError

    ns["when_ready"](missing)
    expected = "Nothing to see yet (NotImplementedError): it appears once the functions above work."
    assert capsys.readouterr().out.splitlines() == [expected]
