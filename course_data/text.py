"""What the notebook on texts needs for its rewards besides the student's functions.

In: sizes, generators. Out: made-up reviews, numbers in words, a model of names, random weights, a picture. Computes
nothing that the exercise asks for, and does NOT train: that is done by the notebook's own loops.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
from matplotlib.axes import Axes
from torch import Tensor

from course_data import names

__all__ = ["SPELLED", "draw_attention", "letters_model", "new_seq2seq", "number_words", "review_words", "reviews"]

_GOOD = [
    "wonderful",
    "charming",
    "brilliant",
    "lovely",
    "delightful",
    "superb",
    "splendid",
    "warm",
    "clever",
    "excellent",
    "perfect",
    "beautiful",
    "friendly",
    "fresh",
    "gentle",
    "bright",
]
_BAD = [
    "awful",
    "dull",
    "terrible",
    "boring",
    "dreadful",
    "poor",
    "tedious",
    "cold",
    "stupid",
    "horrible",
    "useless",
    "ugly",
    "rude",
    "stale",
    "harsh",
    "gloomy",
]
_THINGS = {
    "hotel": ["room", "breakfast", "lobby", "staff", "garden", "view", "bed", "pool"],
    "film": ["plot", "cast", "music", "ending", "camera", "story", "dialogue", "hero"],
}
_FORMS = (
    "The {a} was {x} and the {b} was {y}.",
    "What a {x} {a}! And a {y} {b}, too.",
    "I found the {a} {x}; my friend said: {y}.",
    "{x}, {y}: the {a}, the {b}, all of it.",
    "We came for the {b}. It was {y}, with a {x} {a}.",
)

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SPELLED = ["[PAD]", *_ONES, *_TENS, "hundred", "and"]  # the words of the numbers below 1000, by their token numbers


def reviews(kind: str, n: int, g: torch.Generator) -> list[tuple[str, int]]:
    """Return n made-up reviews of a "hotel" or a "film", each with 1 if it is positive, else 0; both equally often."""

    def pick(some: Sequence[str]) -> str:
        return some[int(torch.randint(len(some), (1,), generator=g))]

    found = []
    for i in range(n):
        moods = _GOOD if i % 2 == 0 else _BAD
        text = pick(_FORMS).format(a=pick(_THINGS[kind]), b=pick(_THINGS[kind]), x=pick(moods), y=pick(moods))
        found.append((text[0].upper() + text[1:], 1 - i % 2))
    return found


def review_words() -> list[str]:
    """Return the words that reviews are made of, in small letters and alphabetical order."""
    forms = "".join(c if c.isalpha() else " " for c in " ".join(_FORMS).format(a="", b="", x="", y="").lower())
    things = [word for some in _THINGS.values() for word in some]
    return sorted({*forms.split(), *things, *_GOOD, *_BAD})


def number_words(limit: int) -> tuple[Tensor, Tensor]:
    """Return the numbers below `limit` (at most 1000) in words, (limit, 5), padded with 0, and in digits, (limit, 4).

    The digits end with 10, and are filled up with it.
    """
    number = {word: i for i, word in enumerate(SPELLED)}
    words, digits = [], []
    for n in range(limit):
        row = [number[word] for word in _in_words(n)]
        words.append(row + [0] * (5 - len(row)))
        row = [int(c) for c in str(n)]
        digits.append(row + [10] * (4 - len(row)))
    return torch.tensor(words), torch.tensor(digits)


def _in_words(n: int) -> list[str]:
    hundreds, rest = divmod(n, 100)
    found = [_ONES[hundreds], "hundred"] if hundreds else []
    if hundreds and rest:
        found.append("and")
    if rest >= len(_ONES):
        found.append(_TENS[rest // 10 - 2])
        rest %= 10
        if not rest:
            return found
    return [*found, _ONES[rest]] if rest or not found else found


def letters_model(device: str | torch.device) -> Callable[[Sequence[int]], Tensor]:
    """Return a trigram model of first names: the tokens so far -> the logits (27,) of the next.

    It looks at the last two tokens; 0 ends a name, 1 to 26 are a to z, and a name begins after 0, 0.
    """
    rows = [[0, 0, *(ord(c) - 96 for c in name), 0] for name in names()]
    triples = torch.tensor([row[i : i + 3] for row in rows for i in range(len(row) - 2)])
    counts = torch.full((27, 27, 27), 0.02, dtype=torch.float64)
    counts.index_put_(tuple(triples.T), torch.ones(len(triples), dtype=torch.float64), accumulate=True)
    logits = (counts / counts.sum(2, keepdim=True)).log().to(device)
    return lambda said: logits[said[-2], said[-1]]


def new_seq2seq(size: int, g: torch.Generator, device: str | torch.device) -> dict[str, Tensor]:
    """Return random weights of an encoder-decoder for the numbers, float32, to be trained.

    words (31, size), places (5, size): the encoder's embeddings; digits (11, size), Wh, Wc (size, size), b, first
    (size,), out (2 * size, 11): the decoder's.
    """

    def normal(rows: int, columns: int, scale: float) -> Tensor:
        return torch.randn(rows, columns, generator=g) * scale

    side = 1 / math.sqrt(size)
    weights = {
        "words": normal(len(SPELLED), size, 0.5),
        "places": normal(5, size, 0.5),
        "digits": normal(11, size, 0.5),
        "Wh": normal(size, size, side),
        "Wc": normal(size, size, side),
        "b": torch.zeros(size),
        "first": normal(1, size, 0.5)[0],
        "out": normal(2 * size, 11, side),
    }
    return {name: value.to(device).requires_grad_() for name, value in weights.items()}


def draw_attention(ax: Axes, weights: Tensor, source: Sequence[str], said: Sequence[str]) -> None:
    """Draw attention weights (T, S): a row for each token said, a column for each word of the source."""
    picture = ax.imshow(weights.cpu().numpy(), cmap="Blues", vmin=0, vmax=1, aspect="auto")
    ax.set_xticks(range(len(source)), source)
    ax.set_yticks(range(len(said)), said)
    ax.set(xlabel="looks at", ylabel="says")
    ax.figure.colorbar(picture, ax=ax, label="weight")
