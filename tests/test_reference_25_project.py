"""The project: its data, how predictions are scored, and its example solution."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from sklearn.metrics import accuracy_score, r2_score

from course_data.project import TOPICS, described, examples, review_words, row_keys, score


@pytest.fixture(scope="module")
def ns(run_solution: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    return run_solution("25-project")


@pytest.mark.parametrize("topic", TOPICS)
def test_examples_are_many_different_and_the_same_each_time(topic: str) -> None:
    """No row stands twice, so that a split by rows is one; a seed gives the same examples, another one others."""
    X, y = examples(topic, 200)
    assert 190 <= len(X) == len(y) <= 200
    assert len(set(row_keys(X))) == len(X)
    again, other = examples(topic, 200), examples(topic, 200, seed=1)
    assert torch.equal(X, again[0])
    assert torch.equal(y, again[1])
    assert X.shape != other[0].shape or not torch.equal(X, other[0])
    assert X.dtype in (torch.float32, torch.int64)
    assert y.dtype == (torch.float32 if topic == "series" else torch.int64)


def test_what_the_examples_are() -> None:
    """Names of which half are none, a series whose rows follow each other, classes that begin with 0."""
    X, y = examples("names", 100)
    assert y.tolist().count(1) == 50
    assert X.max() <= 26
    X, y = examples("series", 50)
    assert torch.equal(X[1:, -1], y[:-1])
    for topic, classes in (("digits", 10), ("reviews", 2), ("shapes", 3)):
        assert set(examples(topic, 500)[1].tolist()) == set(range(classes))


def test_numbers_of_reviews_are_words() -> None:
    """The same ones whatever n and seed; the first tells hotel from film, the hotels come first; all can be read."""
    words = review_words()
    assert words[0] == ""
    assert len(set(words)) == len(words) == int(examples("reviews", 2000, seed=4)[0].max()) + 1
    X, _ = examples("reviews", 60)
    kinds = [words[row[0]] for row in X.tolist()]
    assert kinds == sorted(kinds, reverse=True)
    assert set(kinds) == {"hotel", "film"}
    of_hotels = {words[i] for row in X.tolist() if words[row[0]] == "hotel" for i in row}
    assert of_hotels & {"breakfast", "pool", "lobby"}
    assert not of_hotels & {"plot", "camera", "hero"}


def test_a_name_is_followed_by_its_shuffled_letters() -> None:
    """The text says so: a cut between the two would let a model know the letters."""
    X, y = examples("names", 40)
    assert y.tolist() == [1, 0] * 20
    assert torch.equal(X[::2].sort(1).values, X[1::2].sort(1).values)


def test_described_tells_answers_from_other_shapes() -> None:
    """Classes, a column of them, probabilities, numbers that are none."""
    y = torch.tensor([0, 1, 1])
    right = {"axes": 1, "one for each example": True, "numbers like those of y": True}
    assert described(y.float(), y) == right
    assert described(y[:, None], y) == {**right, "axes": 2}
    assert described(torch.full((3, 2), 0.4), y) == dict(zip(right, (2, False, False), strict=True))
    assert described(torch.tensor([0.2, 0.9, 0.8]), y) == {**right, "numbers like those of y": False}
    assert described(torch.tensor([0.2, 0.9, 0.8]), y.float()) == right
    assert described(torch.tensor([0.2, 0.9, torch.nan]), y.float())["numbers like those of y"] is False


def test_score_is_accuracy_or_r2() -> None:
    """Of classes the share that is right, of numbers the variance that is explained; shapes must agree."""
    g = torch.Generator().manual_seed(3)
    y, said = (torch.randint(4, (31,), generator=g) for _ in range(2))
    assert score(said, y) == pytest.approx(accuracy_score(y, said))
    y, said = (torch.randn(31, generator=g) for _ in range(2))
    assert score(said, y) == pytest.approx(r2_score(y.double(), said.double()))
    assert score(y.mean().expand(31), y) == pytest.approx(0, abs=1e-6)
    with pytest.raises(ValueError, match="one prediction for each example"):
        score(said[:, None], y)


def test_row_keys_know_equal_rows() -> None:
    """Whatever the memory's order."""
    X = torch.arange(12).view(4, 3) % 6
    assert row_keys(X)[0] == row_keys(X)[2] != row_keys(X)[1]
    assert row_keys(X.T.contiguous().T) == row_keys(X)


def test_the_example_beats_its_baseline(ns: dict[str, Any]) -> None:
    """On the test part; on the validation part they have what its text says, 0.894 and some 0.95."""
    train, valid, test = ns["split"](*ns["load"](), 1)
    model = ns["train_model"](train, valid, 0)
    assert score(ns["baseline"](train, valid[0]), valid[1]) == pytest.approx(0.894, abs=0.002)
    assert score(ns["predict"](model, valid[0]), valid[1]) > 0.92
    assert score(ns["predict"](model, test[0]), test[1]) > score(ns["baseline"](train, test[0]), test[1])
