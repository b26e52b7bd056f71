"""What the notebook on reinforcement learning needs besides the student's functions: worlds, games, pictures.

In: actions, sizes, generators, values. Out: states, rewards, pictures. Computes nothing that an exercise asks for, and
does NOT learn: that is the notebook's own loop.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from torch import Tensor

__all__ = ["CartPole", "GridWorld", "TicTacToe", "draw_grid", "draw_replies", "smooth"]

MOVES = ((-1, 0), (0, 1), (1, 0), (0, -1))  # up, right, down, left
ARROWS = "↑→↓←"
LINES = ((0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6))


class GridWorld:
    """A map of letters: `.` free, `#` wall, `S` start, `G` goal (reward 1), `X` pit (reward -1); goal and pit end it.

    States are the squares that are not walls, numbered row by row; actions are up, right, down, left. With probability
    `slip` the step goes to one side, with the same probability to the other; into a wall or off the map nothing moves.
    """

    def __init__(self, rows: Sequence[str], slip: float = 0.1, cost: float = 0.04) -> None:
        """Number the squares, and fill P (S, 4, S), probabilities of the next square, and R (S, 4), mean rewards."""
        self.rows = tuple(rows)
        squares = [(i, j) for i, row in enumerate(rows) for j, c in enumerate(row) if c != "#"]
        number = {square: s for s, square in enumerate(squares)}
        self.squares = squares
        self.letters = [rows[i][j] for i, j in squares]
        self.start = self.letters.index("S")
        self.ends = torch.tensor([c in "GX" for c in self.letters])
        self.P = torch.zeros(len(squares), 4, len(squares), dtype=torch.float64)
        for s, (i, j) in enumerate(squares):
            for a in range(4):
                for turn, share in ((0, 1 - 2 * slip), (1, slip), (-1, slip)):
                    di, dj = MOVES[(a + turn) % 4]
                    there = s if self.ends[s] else number.get((i + di, j + dj), s)
                    self.P[s, a, there] += share
        prize = torch.tensor([{"G": 1.0, "X": -1.0}.get(c, -cost) for c in self.letters], dtype=torch.float64)
        self.prize = prize  # for stepping onto each square
        self.R = torch.where(self.ends[:, None], 0.0, self.P @ prize)

    def step(self, s: int, a: int, u: float) -> tuple[float, int, bool]:
        """Return reward, next state, and whether that ends the episode; u, uniform in [0, 1), says where it slips."""
        s2 = min(int((self.P[s, a].cumsum(0) <= u).sum()), len(self.squares) - 1)
        return float(self.prize[s2]), s2, bool(self.ends[s2])


class TicTacToe:
    """Noughts and crosses. A state is nine characters, `X`, `O` or `.`, row by row; X begins."""

    def moves(self, state: str) -> list[int]:
        """Return the free squares."""
        return [i for i, c in enumerate(state) if c == "."]

    def play(self, state: str, move: int) -> str:
        """Return the state after the player whose turn it is has taken this square."""
        who = "X" if state.count(".") % 2 else "O"
        return state[:move] + who + state[move + 1 :]

    def result(self, state: str) -> float | None:
        """Return None while the game goes on; else what it is worth to the player to move: -1 lost, 0 drawn."""
        for i, j, k in LINES:
            if state[i] != "." and state[i] == state[j] == state[k]:
                return -1.0  # whoever moved last has three in a row
        return None if "." in state else 0.0


class CartPole:
    """Carts with a pole on each, n of them side by side; push left (0) or right (1), 50 times a second.

    A state is (position, speed, angle, angular speed); in metres and radians, 0 is the middle, upright. An episode ends
    when the cart is 2.4 m off, the pole leans 12 degrees, or after `limit` pushes; reward 1 for each push.
    """

    def __init__(self, n: int, g: torch.Generator, limit: int = 200) -> None:
        """Put n carts at their start, drawn from g."""
        self.g, self.limit = g, limit
        self.state = self._begin(n)
        self.age = torch.zeros(n, dtype=torch.long)

    def _begin(self, n: int) -> Tensor:
        return torch.rand(n, 4, generator=self.g) * 0.1 - 0.05

    def step(self, push: Tensor) -> tuple[Tensor, Tensor]:
        """Push (N,) 0 or 1 -> reward (N,), done (N,) bool. Where an episode has ended the next one has begun."""
        x, v, angle, turn = self.state.unbind(1)
        force = push.to(x.dtype) * 20 - 10
        sin, cos = angle.sin(), angle.cos()
        # cart 1 kg, pole 0.1 kg and 1 m long, gravity 9.8; friction left out (Barto, Sutton and Anderson, 1983)
        common = (force + 0.05 * turn**2 * sin) / 1.1
        bend = (9.8 * sin - cos * common) / (0.5 * (4 / 3 - 0.1 * cos**2 / 1.1))
        pull = common - 0.05 * bend * cos / 1.1
        v, turn = v + 0.02 * pull, turn + 0.02 * bend
        self.state = torch.stack([x + 0.02 * v, v, angle + 0.02 * turn, turn], dim=1)
        self.age += 1
        fallen = (self.state[:, 0].abs() > 2.4) | (self.state[:, 2].abs() > math.radians(12))
        done = fallen | (self.age >= self.limit)
        self.state = torch.where(done[:, None], self._begin(len(done)), self.state)
        self.age = torch.where(done, 0, self.age)
        return torch.ones(len(done)), done


def smooth(values: Sequence[float], window: int) -> list[float]:
    """Return the mean of the last `window` values (fewer at the beginning), for each of them."""
    return [sum(some) / len(some) for some in (values[max(0, i - window + 1) : i + 1] for i in range(len(values)))]


def draw_grid(ax: Axes, world: GridWorld, values: Tensor, best: Tensor, title: str) -> None:
    """Draw a grid world with the value of each square as its colour and number, and the best action as an arrow."""
    picture = torch.full((len(world.rows), len(world.rows[0])), float("nan"))
    for s, (i, j) in enumerate(world.squares):
        picture[i, j] = {"G": 1.0, "X": -1.0}.get(world.letters[s], float(values[s]))
        end = world.letters[s] in "GX"
        text = {"G": "goal", "X": "pit"}[world.letters[s]] if end else f"{ARROWS[int(best[s])]}\n{float(values[s]):.2f}"
        ax.text(j, i, text, ha="center", va="center", fontsize=8, color="black")
    ax.set_facecolor("0.35")
    ax.imshow(picture.numpy(), cmap="RdYlGn", vmin=-1.3, vmax=1.3)
    ax.set(xticks=[], yticks=[])
    ax.set_title(title, fontsize=9)


def draw_replies(ax: Axes, state: str, worth: dict[int, float], title: str) -> None:
    """Draw a board of noughts and crosses; each square in `worth` is coloured by what playing there is worth."""
    colours = {-1.0: "#e08080", 0.0: "#e8d890", 1.0: "#90c890"}
    words = {-1.0: "loses", 0.0: "draws", 1.0: "wins"}
    for i, c in enumerate(state):
        y, x = divmod(i, 3)
        colour = colours[worth[i]] if i in worth else "white"
        ax.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor="black"))
        ax.text(x, y, words[worth[i]] if i in worth else c, ha="center", va="center", fontsize=8 if i in worth else 14)
    ax.set(xlim=(-0.5, 2.5), ylim=(2.5, -0.5), xticks=[], yticks=[], aspect="equal")
    ax.set_title(title, fontsize=9)
