"""Data for a project of one's own, from packages and formulas: no network, no download.

In: a topic and a seed. Out: examples as two tensors, and what predictions on them are worth. Trains nothing, splits
nothing: that is the project.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import torch
from torch import Tensor

from course_data import digits, names, text
from course_data.recurrent import made_up_series
from course_data.shapes import shape_pictures

__all__ = ["TOPICS", "described", "examples", "review_words", "row_keys", "score"]

_LETTERS = 12  # of a name, at most
_WORDS = 20  # of a review with its kind, at most
_WINDOW = 36  # values of a series that one example shows


def examples(topic: str, n: int = 1000, seed: int = 0) -> tuple[Tensor, Tensor]:
    """Return X (N, ..), one row for each example, and y (N,), what is to be predicted; N is n, or all there are.

    The topics are those of TOPICS. y is int64 where classes are to be told apart, float32 where a number is to be
    predicted. No two rows of X are the same. The same n and seed give the same examples. KeyError: no such topic.
    """
    return TOPICS[topic](n, torch.Generator().manual_seed(seed))


def _digits(n: int, g: torch.Generator) -> tuple[Tensor, Tensor]:
    pictures, labels = digits()
    chosen = torch.randperm(len(labels), generator=g)[:n]
    return torch.tensor(pictures)[chosen].float() / 16, torch.tensor(labels)[chosen]


def _names(n: int, g: torch.Generator) -> tuple[Tensor, Tensor]:
    """Names, and the same number of names whose letters were shuffled into something that is no name."""
    known = [name for name in names() if 3 <= len(name) <= _LETTERS]
    rows: dict[str, int] = {}
    for i in torch.randperm(len(known), generator=g).tolist():
        if len(rows) >= n:
            break
        shuffled = "".join(known[i][j] for j in torch.randperm(len(known[i]), generator=g).tolist())
        if shuffled not in rows and shuffled not in known:
            rows[known[i]], rows[shuffled] = 1, 0
    numbers = [[ord(c) - ord("a") + 1 for c in word.ljust(_LETTERS, "`")] for word in rows]
    return torch.tensor(numbers), torch.tensor(list(rows.values()))


def _reviews(n: int, g: torch.Generator) -> tuple[Tensor, Tensor]:
    """The kind (hotel, film) and a review's words as numbers, 0 for what is missing; 1: the guest was pleased."""
    known = {word: number for number, word in enumerate(review_words())}
    rows: dict[tuple[int, ...], int] = {}
    for kind in ("hotel", "film"):
        for review, mood in text.reviews(kind, n // 2, g):
            words = "".join(c if c.isalpha() else " " for c in review.lower()).split()
            numbers = [known[word] for word in (kind, *words)][:_WORDS]
            rows[*numbers, *[0] * (_WORDS - len(numbers))] = mood
    return torch.tensor(list(rows)), torch.tensor(list(rows.values()))


def _shapes(n: int, g: torch.Generator) -> tuple[Tensor, Tensor]:
    """Noisy pictures (n, 1, 24, 24), and how many shapes are in each: 1 to 3, counted from 0."""
    pictures, _, classes = shape_pictures(n, 24, g)
    return pictures, torch.tensor([len(found) - 1 for found in classes])


def _series(n: int, g: torch.Generator) -> tuple[Tensor, Tensor]:
    """What 36 values of a series are followed by: row i begins at time i, so neighbours share most of their values."""
    windows = made_up_series(n + _WINDOW, g).float().unfold(0, _WINDOW + 1, 1)
    return windows[:, :-1].clone(), windows[:, -1].clone()


TOPICS: dict[str, Callable[[int, torch.Generator], tuple[Tensor, Tensor]]] = {
    "digits": _digits,
    "names": _names,
    "reviews": _reviews,
    "shapes": _shapes,
    "series": _series,
}


def review_words() -> list[str]:
    """Return the words of the topic "reviews": number i stands for the i-th, 0 for none."""
    return ["", *sorted({"hotel", "film", *text.review_words()})]


def score(predictions: Tensor, y: Tensor) -> float:
    """Return what predictions (N,) of y (N,) are worth: 1 is perfect, and more is better.

    Of classes (y whole numbers) it is the share that is right. Of numbers it is R², the share of their variance that
    is explained: 0 for someone who always predicts the mean, and below 0 for someone who does worse. ValueError: other
    shapes.
    """
    predictions = torch.as_tensor(predictions)
    if predictions.shape != y.shape:
        raise ValueError(f"one prediction for each example: {tuple(y.shape)}, not {tuple(predictions.shape)}")
    if not y.is_floating_point():
        return (predictions == y).double().mean().item()
    y, predictions = y.double(), predictions.double()
    return 1 - ((predictions - y).square().mean() / y.var(correction=0)).item()


def described(predictions: Tensor, y: Tensor) -> dict[str, int | bool]:
    """Return what predictions of y (N,) look like: their axes, one for each example or not, numbers as y has them."""
    said = torch.as_tensor(predictions).double()
    as_y = torch.isfinite(said) & (y.is_floating_point() | (said == said.round()))
    one_each = said.numel() == len(y)
    return {"axes": said.ndim, "one for each example": one_each, "numbers like those of y": bool(as_y.all())}


def row_keys(X: Tensor) -> list[str]:
    """Return a hash for each row of X (N, ..): equal rows have equal hashes."""
    return [hashlib.sha256(row.contiguous().cpu().numpy().tobytes()).hexdigest() for row in X]
