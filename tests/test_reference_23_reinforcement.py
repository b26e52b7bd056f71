"""The reference of notebook 23 against independent oracles: linear solves, enumeration, rollouts, autograd."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from course_data.control import CartPole, GridWorld, TicTacToe, smooth
from course_data.generative import network
from course_data.training import one_thread

Namespace = dict[str, Any]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("23-reinforcement")


def normal(*shape: int, seed: int = 23) -> Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def world(states: int, actions: int, seed: int = 5) -> tuple[Tensor, Tensor]:
    """Return P (S, A, S) and R (S, A) of a made-up world that never ends."""
    return normal(states, actions, states, seed=seed).softmax(2), normal(states, actions, seed=seed + 1)


def episodes(done: list[bool]) -> list[range]:
    """Return the steps of each episode; the last one may be unfinished."""
    found, first = [], 0
    for t, over in enumerate(done):
        if over or t == len(done) - 1:
            found.append(range(first, t + 1))
            first = t + 1
    return found


ROWS = [
    [False, False, True, False, True, True, False],
    [False] * 5,
    [True] * 4,
    [False, False, False, True],
    [True],
    [False],
]


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("gamma", [0.0, 0.7, 1.0])
def test_returns_are_sums_within_an_episode(ns: Namespace, row: list[bool], gamma: float) -> None:
    """Each return by its definition, episode by episode; the rewards are left as they are."""
    r = normal(len(row))
    before = r.clone()
    expected = [sum(gamma ** (k - t) * r[k].item() for k in steps if k >= t) for steps in episodes(row) for t in steps]
    assert ns["returns"](r, torch.tensor(row), gamma).tolist() == pytest.approx(expected)
    assert r.equal(before)


def test_the_example_of_the_text_on_returns(ns: Namespace) -> None:
    """Rewards 1, 0, 4 and 2, 6 with a discount of a half."""
    r = torch.tensor([1.0, 0, 4, 2, 6])
    done = torch.tensor([False, False, True, False, False])
    assert ns["returns"](r, done, 0.5).tolist() == [2, 2, 4, 5, 6]


@pytest.mark.parametrize(("states", "actions", "gamma"), [(4, 3, 0.9), (5, 2, 0.5), (3, 1, 0.99), (4, 3, 0.0)])
def test_value_iteration_is_the_best_of_all_policies(ns: Namespace, states: int, actions: int, gamma: float) -> None:
    """The values of every policy by a linear solve: in each state the largest of them."""
    P, R = world(states, actions)
    every = torch.arange(states)
    values = []
    for policy in itertools.product(range(actions), repeat=states):
        a = torch.tensor(policy)
        values.append(torch.linalg.solve(torch.eye(states, dtype=torch.float64) - gamma * P[every, a], R[every, a]))
    torch.testing.assert_close(ns["value_iteration"](P, R, gamma), torch.stack(values).amax(0), rtol=1e-7, atol=1e-8)


def test_value_iteration_is_what_rollouts_bring(ns: Namespace) -> None:
    """On a map that does not slip: the best path of all that are at most seven steps long, by trying each."""
    grid = GridWorld(["S.G", ".X.", "..."], slip=0.0, cost=0.1)

    def best(s: int, left: int) -> float:
        if left == 0:
            return 0.0
        found = []
        for a in range(4):
            r, s2, over = grid.step(s, a, 0.5)
            found.append(r if over else r + 0.9 * best(s2, left - 1))
        return max(found)

    assert ns["value_iteration"](grid.P, grid.R, 0.9)[grid.start].item() == pytest.approx(best(grid.start, 7))


def test_value_iteration_without_discount(ns: Namespace) -> None:
    """A walk to the end that costs 1 per step: the values are minus the distances."""
    S = 6
    P, R = torch.zeros(S, 2, S, dtype=torch.float64), -torch.ones(S, 2, dtype=torch.float64)
    for s in range(S - 1):
        P[s, 0, s + 1] = P[s, 1, max(s - 1, 0)] = 1
    P[-1, :, -1], R[-1] = 1, 0
    assert ns["value_iteration"](P, R, 1.0).tolist() == [-5, -4, -3, -2, -1, 0]


def strategies(game: Any, state: Any) -> list[dict[Any, int]]:
    """All ways to choose one move in each state from here on."""
    if game.result(state) is not None:
        return [{}]
    below = [strategies(game, game.play(state, m)) for m in game.moves(state)]
    return [
        {state: m} | {k: v for part in parts for k, v in part.items()}
        for m in game.moves(state)
        for parts in itertools.product(*below)
    ]


def outcome(game: Any, state: Any, first: dict[Any, int], second: dict[Any, int]) -> float:
    """What a game brings to the player who begins, if both keep to their strategies."""
    sign, players = 1.0, (first, second)
    for turn in itertools.count():
        worth = game.result(state)
        if worth is not None:
            return float(sign * worth)
        state, sign = game.play(state, players[turn % 2][state]), -sign
    raise AssertionError


class Path:
    """A game tree whose states are paths, so that equal branches are different states."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree

    def at(self, state: tuple[int, ...]) -> Any:
        """The branch at the end of a path."""
        branch = self.tree
        for i in state:
            branch = branch[i]
        return branch

    def moves(self, state: tuple[int, ...]) -> list[int]:
        return list(range(len(self.at(state))))

    def play(self, state: tuple[int, ...], move: int) -> tuple[int, ...]:
        return (*state, move)

    def result(self, state: tuple[int, ...]) -> float | None:
        branch = self.at(state)
        return branch if isinstance(branch, float) else None


def test_negamax_is_the_best_that_can_be_enforced(ns: Namespace) -> None:
    """Over all pairs of whole strategies: the largest of what is left when the other answers as badly as can be."""
    a, b, c, d, e, f = normal(6).tolist()
    for tree in (((a, b), (c, (d, e))), (a, (b, (c, d), e)), ((a, b), (c, d), (e, f)), a):
        game = Path(tree)
        ways = strategies(game, ())
        expected = max(min(outcome(game, (), mine, theirs) for theirs in ways) for mine in ways)
        assert ns["negamax"](game, ()) == expected


def test_noughts_and_crosses_is_a_draw(ns: Namespace) -> None:
    """The classical results: a draw at best play; against the corner only the centre holds."""
    game = TicTacToe()
    worth = {m: -ns["negamax"](game, game.play("X........", m)) for m in game.moves("X........")}
    assert worth == {m: 0.0 if m == 4 else -1.0 for m in range(1, 9)}
    assert ns["negamax"](game, "X...O....") == 0
    assert ns["negamax"](game, "XX.OO....") == 1


def test_epsilon_greedy_explores_as_often_as_asked(ns: Namespace) -> None:
    """Over evenly spaced uniforms: a share epsilon is random, all actions alike; the rest is the best."""
    n, A = 400, 4
    u = torch.cartesian_prod(*[(torch.arange(n) + 0.5) / n] * 2)
    q = torch.tensor([0.0, 2.0, 1.0, 2.0]).expand(len(u), A)
    share = ns["epsilon_greedy"](q, 0.3, u).bincount(minlength=A) / len(u)
    torch.testing.assert_close(share, torch.tensor([0.075, 0.775, 0.075, 0.075]), rtol=0, atol=1e-6)
    assert ns["epsilon_greedy"](q[:1], 0.0, torch.zeros(1, 2)).tolist() == [1]


def test_q_update_moves_one_entry(ns: Namespace) -> None:
    """A weighted mean of old value and target, entry by entry; the given table stays."""
    table = normal(4, 3)
    before = table.clone()
    for done in (False, True):
        expected = table.tolist()
        target = 0.4 if done else 0.4 + 0.8 * max(table[2].tolist())
        expected[1][0] = 0.75 * expected[1][0] + 0.25 * target
        assert ns["q_update"](table, 1, 0, 0.4, 2, done, 0.25, 0.8).tolist() == [pytest.approx(row) for row in expected]
    assert table.equal(before)


def test_q_learning_finds_the_values(ns: Namespace) -> None:
    """Sweeps over all states and actions of a world without chance end at value iteration's answer."""
    grid = GridWorld(["S.G", "#X."], slip=0.0, cost=0.1)
    table = torch.zeros(len(grid.squares), 4, dtype=torch.float64)
    for _ in range(60):
        for s in range(len(grid.squares)):
            for a in range(4):
                if not grid.ends[s]:
                    r, s2, over = grid.step(s, a, 0.5)
                    table = ns["q_update"](table, s, a, r, s2, over, 0.5, 0.9)
    torch.testing.assert_close(table.amax(1), ns["value_iteration"](grid.P, grid.R, 0.9), rtol=0, atol=1e-6)


@pytest.mark.parametrize(("capacity", "steps"), [(10, 4), (4, 4), (4, 11), (1, 3)])
def test_replay_remembers_the_last_steps(ns: Namespace, capacity: int, steps: int) -> None:
    """Against a plain list; two memories do not share anything."""
    memory, other = ns["Replay"](capacity), ns["Replay"](capacity)
    made = [(normal(2, seed=i), torch.tensor(i), normal(1, seed=i)[0], normal(2, seed=-i), torch.tensor(i % 2 == 0))
            for i in range(steps)]  # fmt: skip
    for item in made:
        memory.add(*item)
        other.add(*made[0])
    kept = made[-capacity:]
    u = torch.tensor([0.0, 0.25, 0.5, 0.99, 0.5])
    some = [kept[math.floor(x * len(kept))] for x in u.tolist()]
    for ours, column in zip(memory.sample(u), zip(*some, strict=True), strict=True):
        assert ours.equal(torch.stack(column))
    assert set(other.sample(u)[1].tolist()) == {0}


def test_dqn_target_by_loops(ns: Namespace) -> None:
    """Step by step with the target net alone, and a graph neither to it nor to the online net."""
    g = torch.Generator().manual_seed(1)
    online, target = network([3, 4, 2], g, torch.float64), network([3, 4, 2], g, torch.float64)
    r, s2, done = normal(6), normal(6, 3, seed=1), torch.tensor([False, True, False, False, True, False])
    expected = [
        r[i].item() + (0.0 if done[i] else 0.9 * max(target(s2[i]).tolist())) for i in range(6)
    ]  # fmt: skip
    y = ns["dqn_target"](online, target, r, s2, done, 0.9)
    assert y.tolist() == pytest.approx(expected)
    assert not y.requires_grad


def test_dqn_loss_moves_only_what_was_tried(ns: Namespace) -> None:
    """The mean square, and a gradient 2 (q - y) / B at the taken actions, 0 at the others."""
    values, a, y = normal(5, 3).requires_grad_(), torch.tensor([2, 0, 1, 1, 2]), normal(5, seed=1)
    loss = ns["dqn_loss"](lambda s: values, normal(5, 4), a, y)
    misses = [values[i, k].item() - y[i].item() for i, k in enumerate(a.tolist())]
    assert loss.item() == pytest.approx(sum(m * m for m in misses) / 5)
    expected = torch.zeros(5, 3, dtype=torch.float64)
    expected[torch.arange(5), a] = torch.tensor(misses, dtype=torch.float64) * 2 / 5
    torch.testing.assert_close(torch.autograd.grad(loss, values)[0], expected)


def test_reinforce_loss_agrees_with_categorical(ns: Namespace) -> None:
    """torch.distributions' log-probabilities; the gradient reaches the logits and nothing else."""
    logits, a = (normal(6, 3) * 3).requires_grad_(), torch.tensor([0, 2, 1, 1, 0, 2])
    G, b = normal(6, seed=1), normal(6, seed=2).requires_grad_()
    loss = ns["reinforce_loss"](logits, a, G, b)
    log_p = torch.distributions.Categorical(logits=logits).log_prob(a)
    torch.testing.assert_close(loss, -(log_p * (G - b.detach())).mean())
    grad, none = torch.autograd.grad(loss, [logits, b], allow_unused=True)
    weight = (G - b.detach())[:, None] / 6
    torch.testing.assert_close(grad, (logits.softmax(1) - F.one_hot(a, 3)) * weight)
    assert none is None


@pytest.mark.parametrize("baseline", [0.0, 1.7])
def test_reinforce_is_the_gradient_of_the_expected_return(ns: Namespace, baseline: float) -> None:
    """In a world of three steps, all paths enumerated: the loss, averaged over them, has minus the true gradient.

    With any baseline that does not look at the action; and with the reward-to-go of `returns`.
    """
    P, R = world(3, 2)
    logits = normal(3, 2, seed=9).requires_grad_()
    true, surrogate = torch.zeros((), dtype=torch.float64), torch.zeros((), dtype=torch.float64)
    for path in itertools.product(range(3), range(2), repeat=3):
        s, a = torch.tensor(path[0::2]), torch.tensor(path[1::2])
        if s[0] != 0:  # begins in state 0
            continue
        chance = P[s[0], a[0], s[1]] * P[s[1], a[1], s[2]]
        log_p = logits.log_softmax(1)[s, a]
        r = R[s, a]
        true = true + chance * log_p.sum().exp() * r.sum()
        G = ns["returns"](r, torch.tensor([False, False, True]), 1.0)
        loss = ns["reinforce_loss"](logits[s], a, G, torch.full((3,), baseline, dtype=torch.float64)) * 3
        surrogate = surrogate + chance * log_p.sum().exp().detach() * loss
    expected = torch.autograd.grad(true, logits)[0]
    torch.testing.assert_close(-torch.autograd.grad(surrogate, logits)[0], expected)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize(("gamma", "lam"), [(0.9, 0.6), (1.0, 1.0), (0.8, 0.0), (0.0, 0.5), (1.0, 0.5)])
def test_gae_is_a_weighted_sum_of_surprises(ns: Namespace, row: list[bool], gamma: float, lam: float) -> None:
    """By its definition, episode by episode; nothing of its arguments is changed."""
    r, v, last = normal(len(row)), normal(len(row), seed=1), normal(1, seed=2)[0]
    before = [x.clone() for x in (r, v, last)]
    values = [*v.tolist(), last.item()]
    surprise = [
        r[t].item() + (0.0 if over else gamma * values[t + 1]) - values[t] for t, over in enumerate(row)
    ]  # fmt: skip
    expected = [
        sum((gamma * lam) ** (k - t) * surprise[k] for k in steps if k >= t) for steps in episodes(row) for t in steps
    ]
    assert ns["gae"](r, v, torch.tensor(row), last, gamma, lam).tolist() == pytest.approx(expected)
    assert all(x.equal(y) for x, y in zip((r, v, last), before, strict=True))


def test_gae_with_lambda_1_is_return_minus_value(ns: Namespace) -> None:
    """As the text says; the unfinished last episode continues with the critic's value."""
    r, v, done = normal(7), normal(7, seed=1), torch.tensor(ROWS[0])
    last = torch.tensor(0.0, dtype=torch.float64)
    torch.testing.assert_close(ns["gae"](r, v, done, last, 0.9, 1.0), ns["returns"](r, done, 0.9) - v)


def test_the_map_is_what_its_letters_say() -> None:
    """Probabilities sum to 1; step draws from them; walls and borders hold, and an end leads to itself for nothing."""
    grid = GridWorld(["S.G", "#X."], slip=0.1, cost=0.1)
    torch.testing.assert_close(grid.P.sum(2), torch.ones(5, 4, dtype=torch.float64))
    assert grid.letters == ["S", ".", "G", "X", "."]
    assert grid.P[0, 1].tolist() == pytest.approx([0.2, 0.8, 0, 0, 0])  # to the right; both sides are blocked
    assert grid.P[1, 2].tolist() == pytest.approx([0.1, 0, 0.1, 0.8, 0])
    assert grid.R[1, 2].item() == pytest.approx(-0.1 * 0.1 + 0.1 * 1 - 0.8)
    assert grid.P[2, :, 2].tolist() == [1] * 4
    assert grid.R[2].tolist() == [0] * 4
    n = 1000
    drawn = [grid.step(1, 2, (i + 0.5) / n) for i in range(n)]
    assert sum(r for r, _, _ in drawn) / n == pytest.approx(grid.R[1, 2].item())
    assert {(s2, over) for _, s2, over in drawn} == {(0, False), (2, True), (3, True)}


def test_the_cart_moves_by_newtons_laws() -> None:
    """Accelerations from the two coupled equations of motion, solved as a system."""
    carts = CartPole(5, torch.Generator().manual_seed(1))
    carts.state = state = normal(5, 4).float() * 0.1
    carts.step(torch.tensor([0, 1, 1, 0, 1]))
    for i, push in enumerate([-10.0, 10, 10, -10, 10]):
        x, v, angle, turn = state[i].tolist()
        # (M + m) a + m l cos b = F + m l turn² sin;   m l cos a + 4/3 m l² b = m g l sin, and a the same on both lines
        left = torch.tensor([[1.1, 0.05 * math.cos(angle)], [0.05 * math.cos(angle), 0.1 * 0.25 * 4 / 3]])
        right = torch.tensor([push + 0.05 * turn**2 * math.sin(angle), 0.05 * 9.8 * math.sin(angle)])
        a, b = torch.linalg.solve(left, right).tolist()
        v, turn = v + 0.02 * a, turn + 0.02 * b
        expected = [x + 0.02 * v, v, angle + 0.02 * turn, turn]
        assert carts.state[i].tolist() == pytest.approx(expected, abs=1e-5)


def test_an_episode_of_the_cart_ends() -> None:
    """When the pole leans 12 degrees, or after the limit; the next one begins near the middle."""
    carts = CartPole(2, torch.Generator().manual_seed(1), limit=3)
    carts.state[1, 2] = 0.3
    assert carts.step(torch.tensor([0, 0]))[1].tolist() == [False, True]
    assert carts.state[1].abs().max() <= 0.05
    assert [carts.step(torch.tensor([i % 2, i % 2]))[1].tolist() for i in range(3)] == [
        [False, False],
        [True, False],
        [False, True],
    ]


def test_the_agents_of_the_rewards_learn(ns: Namespace) -> None:
    """A short Q-learning gains, and a few rounds of both ways to keep the pole upright run and count their pushes."""
    gained = ns["learn_the_map"](GridWorld(ns["MAP"], cost=0.02), episodes=120)[1]
    assert sum(gained[-30:]) > sum(gained[:30])
    with one_thread():
        assert ns["learn_by_dqn"](rounds=12, batch=8).steps == 12 * 8
        score, policy = ns["learn_by_policy"](rounds=2)
    assert score.steps == 2 * 16 * 32
    assert policy(torch.zeros(1, 4)).shape == (1, 2)


def test_smooth_is_a_running_mean() -> None:
    """Of the last two values, and of one at the beginning."""
    assert smooth([1.0, 3.0, 5.0], 2) == [1, 2, 4]
