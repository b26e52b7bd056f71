"""diagnose: what a tutor would see in the numbers, and nothing that is not there."""

from __future__ import annotations

import dataclasses
import math
import random
import re
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from autograder.compare import compare
from autograder.diagnose import diagnose
from autograder.diagnose.case import Case, make_case
from autograder.diagnose.registry import REGISTRY, Hypothesis, hypothesis
from autograder.diagnose.search import HYPOTHESES
from autograder.diagnose.words import Factor, listed, recognise, which
from autograder.model import Diagnosis, ValueOutcome

NAN, INF = math.nan, math.inf


def rand(*shape: int, seed: int = 0, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    """Return normal random numbers."""
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=dtype)


def softmax(x: torch.Tensor, dim: int = -1) -> torch.Tensor:
    """Return softmax."""
    return torch.softmax(x, dim)


E = rand(5, 4)  # the expected value of most cases
SQUARE = rand(4, 4)
TALL = rand(6, 3, seed=1)
BATCH = rand(2, 3, 4, seed=2)
POSITIVE = rand(5, 4, seed=3).abs() + 0.5
ROW = rand(1, 4, seed=4)
COLUMN = rand(5, 1, seed=5)
LOGITS = rand(6, 5, seed=6)
CAUSAL = softmax(rand(5, 5, seed=7).masked_fill(torch.ones(5, 5).triu(1).bool(), -INF))
MASK = torch.ones(5, 5).triu(1).bool()
FLAGS = rand(10, 8, seed=62) > 0
Y = rand(7, seed=8)
SCALAR = torch.tensor(2.345678)
JUMBLED = torch.tensor([3, 0, 5, 1, 4, 2])
OTHER = {"h": rand(5, 4, seed=9), "gain": ROW, "logits": rand(5, 8, seed=10), "W": rand(8, 4, seed=11)}


def changed(value: torch.Tensor, *positions: Any, by: float = 1.0) -> torch.Tensor:
    """Return a copy with some elements, or rows, that are off."""
    copy = value.clone()
    for position in positions:
        copy[position] += by
    return copy


# (cause, what the student has, what is expected, words that the text must hold)
CASES: list[tuple[str, Any, Any, str]] = [
    ("dtype", E.double(), E, "float64"),
    ("dtype", torch.tensor([1.0, 2, 3]), torch.tensor([1, 2, 3]), "int64"),
    ("NaN", changed(E, 2, by=NAN), E, "rows (2)"),
    ("NaN", torch.full((5, 4), NAN), E, "Every value"),
    ("NaN", changed(E, (0, 1), (3, 2), by=NAN), E, "2 of 20"),
    ("infinity", changed(E, (0, 1), by=INF), E, "1 of 20"),
    (
        "masked with a number",
        LOGITS[:, :5].tril(),
        LOGITS[:, :5].masked_fill(LOGITS[:, :5].tril() == 0, -INF),
        "masked places hold 0",
    ),
    ("zeros", torch.zeros(5, 4), E, "All values are 0"),
    ("zeros", E * 1e-8, E, "up to rounding"),
    ("constant", torch.full((5, 4), 0.25), E, "0.25"),
    ("inverted", ~MASK, MASK, "opposite"),
    ("inverted", 1 - MASK.float(), MASK.float(), "opposite"),
    ("keepdim", ROW[0], ROW, "(4,)"),
    ("keepdim", ROW, ROW[0], "too many"),
    ("keepdim", ROW.T, ROW, "another place"),
    ("transposed", E.T, E, "transpose"),
    ("transposed", SQUARE.T, SQUARE, "transpose"),
    ("transposed", MASK.T, MASK, "transpose"),
    ("axes permuted", BATCH.permute(2, 0, 1), BATCH, "axis 1 should be axis 0"),
    ("axes permuted", BATCH.mT, BATCH, "axes 1 and 2 have changed places"),
    ("reshaped", BATCH.reshape(6, 4), BATCH, "(6, 4)"),
    ("broadcast to N×N", Y[:, None] - rand(7, seed=20) * 0 + (torch.eye(7) - 1), Y, "pair"),
    ("one entry too many", torch.cat([E, rand(1, 4, seed=21)]), E, "end of axis 0"),
    ("one entry too many", torch.cat([rand(1, 4, seed=21), E]), E, "beginning of axis 0"),
    ("one entry too few", E[1:], E, "beginning of axis 0"),
    ("one entry too few", E[:, :-1], E, "end of axis 1"),
    ("only the first", E[0], E, "first of the 5 rows"),
    ("only the last", E[-1:], E, "last of the 5 rows"),
    ("to be repeated", ROW, ROW.expand(5, 4).clone(), "too few"),
    ("repeated", ROW.expand(5, 4).clone(), ROW, "broadcast"),
    ("not summed", BATCH, BATCH.sum(0), "summed over axis 0"),
    ("not averaged", E, E.mean(1), "averaged over axis 1"),
    ("not averaged", POSITIVE, POSITIVE.mean(), "all axes"),
    ("sum too many", E.sum(0), E, "axis 0"),
    ("mean too many", BATCH.mean(2), BATCH, "axis 2"),
    ("summed over the other axis", rand(5, 1), rand(1, 4), "wrong axis"),
    ("axis not reduced", rand(5, 4, seed=22), rand(5, 1), "axis 1"),
    ("sign", -E, E, "sign"),
    ("sign", -SCALAR, SCALAR, "sign"),
    ("factor 2", 2 * E, E, "twice"),
    ("factor 1/2", E / 2, E, "half"),
    ("factor -2", -2 * E, E, "sign"),
    ("factor n", 5 * E, E, "5 times"),
    ("factor 1/n", E / 5, E, "divided by 5"),
    ("factor n/(n-1)", E * 5 / 4, E, "n − 1"),
    ("factor (n-1)/n", E * 4 / 5, E, "n − 1"),
    ("factor √n", E * math.sqrt(5), E, "√5"),
    ("factor 1/√n", E / math.sqrt(5), E, "1/√5"),
    ("factor √(m/n)", E * math.sqrt(4 / 5), E, "√(4/5)"),
    ("-factor √(m/n)", E * -math.sqrt(5 / 4), E, "sign"),
    ("uniform", torch.full((6, 5), 0.2), softmax(LOGITS), "1/5"),
    ("rows and columns do not meet", COLUMN + ROW, E, "do the two act on each other"),
    ("rows and columns do not meet", torch.tanh(0.5 * (COLUMN + ROW)), E, "squashed by a tanh"),
    ("a factor per row and column", E * COLUMN * ROW, E, "row and one for each column"),
    ("mostly one row or column", E + rand(5, 4, seed=60) * torch.tensor([2e-4, 2e-4, 0.2, 2e-4]), E, "column 2"),
    ("True too often", FLAGS | (rand(10, 8, seed=61) > 0.3), FLAGS, "nowhere is it the other way"),
    ("True too seldom", FLAGS, FLAGS | (rand(10, 8, seed=61) > 0.3), "seldom"),
    ("constant factor", E * 0.873, E, "0.873"),
    ("factor 2", torch.tensor([2, 8, 4, 6, 0, 14, 18, 10]), torch.tensor([1, 4, 2, 3, 0, 7, 9, 5]), "twice"),
    ("offset", E + 0.31, E, "0.31 larger"),
    ("offset", torch.arange(9) + 1, torch.arange(9), "1 larger"),
    ("factor and offset", 0.7 * E + 0.31, E, "0.7"),
    ("reversed", E.flip(0), E, "rows are right"),
    ("reversed", E.flip(1), E, "columns are right"),
    ("shifted by one", torch.cat([rand(1, 4, seed=23), E[:-1]]), E, "too far back"),
    ("shifted by one", torch.cat([Y[1:], rand(1, seed=24)]), Y, "too early"),
    ("permuted", TALL[JUMBLED], TALL, "another's place"),
    ("same numbers elsewhere", BATCH.transpose(1, 2).reshape(2, 3, 4), BATCH, "view"),
    ("some wrong", changed(E, 2), E, "row 2 (of 5)"),
    ("some wrong", changed(E, 4), E, "last row"),
    ("some wrong", changed(E, (slice(None), 0)), E, "first column"),
    ("some wrong", changed(BATCH[0].repeat(4, 1, 1) * torch.arange(1, 5)[:, None, None], (1, 0)), None, "slice 1"),
    (
        "some right",
        torch.cat([rand(1, 3, seed=25), TALL[1:2], rand(3, 3, seed=26), TALL[5:]]),
        TALL,
        "rows 1 and 5 (of 6)",
    ),
    ("few wrong", changed(E, (0, 1), (1, 3), (2, 0), (3, 2), (4, 1)), E, "In each of the rows exactly one"),
    ("diagonal", MASK | torch.eye(5).bool(), MASK, "diagonal"),
    ("all alike", ROW.expand(5, 4) * 1.234 + 0.1, E, "rows are the same"),
    ("other axis", softmax(LOGITS, 0), softmax(LOGITS, 1), "columns sum to 1"),
    ("other axis", LOGITS - LOGITS.mean(1, keepdim=True), LOGITS - LOGITS.mean(0), "rows have the mean 0"),
    ("sums are not 1", LOGITS.exp() / 7 + 0.01, softmax(LOGITS), "should sum to 1"),
    ("a factor per row", POSITIVE * COLUMN.exp(), POSITIVE, "Each row"),
    ("a factor per column", E * ROW, E, "Each column"),
    ("an offset per row", E + COLUMN, E, "Each row"),
    ("an offset per column", E + ROW, E, "Each column"),
    ("factor and offset per column", E * ROW.exp() + ROW, E, "Each column"),
    ("a factor per row and column", POSITIVE * COLUMN.exp() * ROW.exp(), POSITIVE, "each row and one for each column"),
    ("before: logarithms", POSITIVE.exp(), POSITIVE, "one step before"),
    ("before: squares", POSITIVE.sqrt(), POSITIVE, "squares of yours"),
    ("after: squares", E**2, E, "squares of the expected"),
    ("after: tanh", E.tanh(), E, "tanh"),
    ("before: tanh", E, E.tanh(), "tanh"),
    ("after: reciprocals", 1 / SCALAR, SCALAR, "reciprocals"),
    ("after: differences from 1", 1 - torch.sigmoid(E), torch.sigmoid(E), "differences from 1"),
    ("softmax of scaled logits", softmax(LOGITS * math.sqrt(5)), softmax(LOGITS), "√5"),
    ("softmax of scaled logits", softmax(LOGITS / 3), softmax(LOGITS), "1/3"),
    ("softmax of scaled logits", softmax(LOGITS * 0.77), softmax(LOGITS), "0.77"),
    ("no mask", softmax(rand(5, 5, seed=7)), CAUSAL, "Nothing is hidden"),
    ("mask flipped", softmax(rand(5, 5, seed=7).masked_fill(MASK.T, -INF)), CAUSAL, "wrong way round"),
    (
        "mask one too lax",
        softmax(rand(5, 5, seed=7).masked_fill(torch.ones(5, 5).triu(2).bool(), -INF)),
        CAUSAL,
        "t + 1",
    ),
    ("mask one too strict", CAUSAL.tril(-1), CAUSAL, "does not see itself"),
    ("hidden places have weight", softmax(LOGITS), None, "hidden places"),
    ("mask inverted", softmax(LOGITS) * (LOGITS > 0), softmax(LOGITS) * (LOGITS <= 0), "other way round"),
    ("zero", E * (torch.arange(20).reshape(5, 4) % 7 != 3), E, "3 of 20 values are 0"),
    ("not zero", E, E * (torch.arange(20).reshape(5, 4) % 7 != 3), "3 of the 3 values that must be 0"),
    ("nearly right", E * (1 + 0.01 * rand(5, 4, seed=30).tanh()), E, "close"),
]


def _expected(cause: str, actual: Any, expected: Any) -> Any:
    """Fill in the expected values that are made from the actual ones."""
    if expected is not None:
        return expected
    if cause == "some wrong":
        return BATCH[0].repeat(4, 1, 1) * torch.arange(1, 5)[:, None, None]
    seen = torch.arange(30).reshape(6, 5) % 4 != 1
    return actual * seen / (actual * seen).sum(1, keepdim=True)


@pytest.mark.parametrize(
    ("cause", "actual", "expected", "words"), CASES, ids=[f"{i}-{c[0]}" for i, c in enumerate(CASES)]
)
def test_each_cause_is_recognised(cause: str, actual: Any, expected: Any, words: str) -> None:
    """The cause is named, with what was seen, in a text that a student can read."""
    expected = _expected(cause, actual, expected)
    if cause == "broadcast to N×N":
        actual = Y[:, None] + rand(7, 7, seed=20) * (1 - torch.eye(7))
    diagnosis = diagnose(actual, expected)
    assert diagnosis is not None
    assert (diagnosis.cause, diagnosis.source) == (cause, "numeric")
    assert words in diagnosis.text
    _assert_readable(diagnosis)


def _assert_readable(diagnosis: Diagnosis) -> None:
    assert 30 < len(diagnosis.text) < 400
    assert diagnosis.text[0].isupper() or diagnosis.text[0].isdigit()
    assert diagnosis.text[-1] in ".?"
    assert "\n" not in diagnosis.text
    assert "  " not in diagnosis.text
    assert not re.search(r"tensor\(|\{|torch\.|nan\b", diagnosis.text)
    assert 0 < diagnosis.confidence <= 1


def test_small_beside_a_huge_value_is_not_zero() -> None:
    """1e8 where 1e17 is expected is a number like any other."""
    diagnosis = diagnose(torch.tensor([1.1e8, 2.3e8, 1.7e8]), torch.tensor([1.1e17, 3.1e17, 1.2e17]))
    assert diagnosis is None or diagnosis.cause != "zeros"


def test_another_number_of_indices_is_no_sum() -> None:
    """Which boxes are kept is nothing that is summed; and losses that end early are not summed over the other axis."""
    others = {"boxes": torch.rand(2, 6), "x": torch.rand(5, 3)}
    for actual, expected in ((torch.tensor([4, 1]), torch.tensor([4, 0, 1, 5, 2, 3])), (E[:, 0][:3], E[:, 0])):
        diagnosis = diagnose(actual, expected, others=others)
        assert diagnosis is None or diagnosis.cause != "summed over the other axis"


FACTS = {"NaN", "infinity", "summed over the other axis", "axis not reduced", "nearly right", "sums are not 1"}
PATTERNS = {"no mask", "mask flipped", "mask one too lax", "mask one too strict", "mask inverted"}  # of zeros
BY_VALUES = [
    case for case in CASES if case[0] not in FACTS | PATTERNS and case[1].dtype != torch.bool and case[1].numel() > 1
]


@pytest.mark.parametrize(
    ("cause", "actual", "expected", "words"), BY_VALUES, ids=[f"{i}-{c[0]}" for i, c in enumerate(BY_VALUES)]
)
def test_a_near_miss_is_not_that_cause(cause: str, actual: Any, expected: Any, words: str) -> None:
    """The same values, each a little off beyond the tolerance, get no such diagnosis."""
    del words
    expected = _expected(cause, actual, expected)
    noise = rand(actual.numel(), seed=40, dtype=torch.float64).reshape(actual.shape)
    noise = noise.round() if not actual.is_floating_point() else 0.05 * (noise + noise.sign())
    diagnosis = diagnose((actual.double() + noise).to(actual.dtype), expected)
    assert diagnosis is None or diagnosis.cause != cause


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (~MASK ^ torch.eye(5).bool().flip(0), MASK),
        (MASK.T ^ torch.eye(5).bool().flip(0), MASK),
        (softmax(rand(5, 5, seed=7)).masked_fill(torch.eye(5).bool().flip(0), 0.0), CAUSAL),
        (torch.full((5, 4), 0.25) + torch.eye(5)[:, :4] * 0.1, E),
    ],
)
def test_a_near_miss_of_a_pattern(actual: torch.Tensor, expected: torch.Tensor) -> None:
    """A mask that is neither turned, nor inverted, nor missing is not called so."""
    diagnosis = diagnose(actual, expected)
    assert diagnosis is None or diagnosis.cause not in PATTERNS | {"inverted", "transposed", "diagonal", "constant"}


# ---------------------------------------------------------------- what must get no diagnosis


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
def test_rounding_errors_get_no_diagnosis(dtype: torch.dtype) -> None:
    """A value that is right within the tolerance has nothing to be diagnosed, whatever its errors look like."""
    for seed in range(60):
        expected = rand(4, 3, seed=seed, dtype=torch.float64).to(dtype)
        error = rand(4, 3, seed=seed + 1000, dtype=torch.float64)
        eps = torch.finfo(dtype).eps
        for actual in (
            expected.double() * (1 + eps * error),
            expected.double() + eps * float(expected.abs().max()) * error,
            expected.double() * (1 + 2 * eps),
            expected.double() + 2 * eps * float(expected.abs().max()),
        ):
            assert diagnose(actual.to(dtype), expected) is None


def test_errors_just_beyond_the_tolerance_are_no_factor_or_offset() -> None:
    """Noise that breaks the tolerance by a little is not dressed up as a cause."""
    for seed in range(100):
        expected = rand(5, 4, seed=seed)
        actual = expected * (1 + 4e-4 * rand(5, 4, seed=seed + 1000))
        assert diagnose(actual, expected) is None


def _random_value(kind: str, shape: tuple[int, ...], generator: torch.Generator) -> torch.Tensor:
    x = torch.randn(shape, generator=generator)
    makers: dict[str, Callable[[], torch.Tensor]] = {
        "normal": lambda: x,
        "float64": x.double,
        "half": x.half,
        "positive": lambda: x.abs() + 0.1,
        "softmax": lambda: softmax(x),
        "centred": lambda: x - x.mean(0),
        "lower": lambda: x.tril() if x.dim() > 1 else x,
        "int": lambda: (x * 50).long(),
        "digit": lambda: (x.abs() * 3).long(),
        "bool": lambda: x > 0,
        "mask": lambda: (x > 0).float(),
        "alike": lambda: x[..., :1].expand(shape).clone(),
    }
    return makers[kind]()


KINDS = [
    "normal",
    "float64",
    "half",
    "positive",
    "softmax",
    "centred",
    "lower",
    "int",
    "digit",
    "bool",
    "mask",
    "alike",
]
SHAPES = [(3,), (7,), (3, 4), (4, 4), (5, 3), (2, 3, 4), (8, 6), (1, 5), (2, 4, 4)]


@pytest.mark.parametrize("kind", KINDS)
def test_random_wrong_values_get_no_diagnosis(kind: str) -> None:
    """Hundreds of random values beside random expected ones: chance is never taken for a cause."""
    generator = torch.Generator().manual_seed(1)
    for shape in SHAPES:
        for _ in range(6):
            actual, expected, one, two = (_random_value(kind, shape, generator) for _ in range(4))
            diagnosis = diagnose(actual, expected, others={"one": one, "two": two, "three": rand(4, 4, seed=50)})
            if actual.any():  # nothing but zeros is a fact, not a guess
                assert diagnosis is None, diagnosis


def test_a_single_random_number_gets_no_diagnosis() -> None:
    """One number can be turned into any other: only a sharp agreement counts."""
    rng = random.Random(3)
    diagnoses = [
        diagnose(torch.tensor(rng.gauss(0, 3)), torch.tensor(rng.gauss(0, 3)), others=OTHER) for _ in range(300)
    ]
    assert sum(diagnosis is not None for diagnosis in diagnoses) <= 1


def test_a_loose_tolerance_proves_nothing() -> None:
    """If the check accepts almost everything, agreement within its tolerance is no evidence."""
    for seed in range(30):
        actual, expected = rand(4, 3, seed=seed) + 9, rand(4, 3, seed=seed + 100)
        assert diagnose(actual, expected, rtol=0, atol=2.0) is None


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (torch.tensor([2.0, 4.0]), torch.tensor([1.0, 2.0])),  # too few numbers for a free factor
        (torch.full((3, 4), 2.0), torch.full((3, 4), 3.0)),  # one number, repeated
        (torch.tensor([1, 0]), torch.tensor([0, 1])),
        (torch.tensor([True, False, True]), torch.tensor([False, True, False])),
        (torch.tensor([False, False, False]), torch.tensor([False, True, True])),  # all False is no result never filled
        (torch.tensor(2.0), torch.tensor(4.0)),  # half, the root, minus two, ..
        (torch.zeros(0, 3), torch.zeros(3, 0)),
        (rand(4, 3), rand(4, 3)),
        (5, 9),
        (True, False),
        (None, 1),
        (1, None),
        ("a", "b"),
        ({}, []),
    ],
)
def test_too_little_to_say(actual: object, expected: object) -> None:
    """Where several causes explain a value, or none does, nothing is said."""
    assert diagnose(actual, expected) is None


# ---------------------------------------------------------------- the author's misconceptions


def test_the_authors_sentence_comes_first() -> None:
    """A known misconception's value gets its sentence, though its numbers show a cause, too."""
    wrong = [ValueOutcome("off", "Not this.", E + 1), ValueOutcome("turned", "Look at the axes.", -E)]
    assert diagnose(-E, E, wrong=wrong) == Diagnosis("Look at the axes.", "author", "turned")
    assert diagnose(-E * (1 + 1e-6), E, wrong=wrong) == Diagnosis("Look at the axes.", "author", "turned")
    numeric = diagnose(2 * E, E, wrong=wrong)
    assert numeric is not None
    assert numeric.source == "numeric"


def test_the_first_of_equal_misconceptions_is_told() -> None:
    """The author puts the likeliest first."""
    wrong = [ValueOutcome("a", "First.", -E), ValueOutcome("b", "Second.", -E)]
    diagnosis = diagnose(-E, E, wrong=wrong)
    assert diagnosis is not None
    assert diagnosis.cause == "a"


def test_a_misconception_that_is_right_here_is_not_told() -> None:
    """On data where a misconception changes nothing its sentence would mislead."""
    near = E * (1 + 5e-5)
    student = E * (1 + 1.4e-4)
    assert compare(student, E) is not None
    assert compare(student, near) is None
    assert diagnose(student, E, wrong=[ValueOutcome("a", "No.", near)]) is None


def test_misconceptions_are_compared_with_the_checks_tolerance() -> None:
    """Rtol and atol hold for the author's values, too."""
    wrong = [ValueOutcome("a", "Yes.", -E)]
    loose = diagnose(-E + 0.05, E, wrong=wrong, rtol=0, atol=0.1)
    assert loose is not None
    assert loose.source == "author"
    assert diagnose(-E + 0.05, E, wrong=wrong, rtol=0, atol=0.01) != loose


def test_misconceptions_of_any_type() -> None:
    """Lists, dicts, texts: whatever `compare` compares."""
    for actual, expected in (([1, 2], [2, 1]), ({"a": 1}, {"a": 2}), ("x", "y"), (b"x", b"y"), (1.0, torch.ones(1))):
        diagnosis = diagnose(actual, expected, wrong=[ValueOutcome("it", "That.", actual)])
        assert diagnosis == Diagnosis("That.", "author", "it")


# ---------------------------------------------------------------- other checks


@pytest.mark.parametrize(
    ("cause", "actual", "words"),
    [
        ("another value", OTHER["h"], "“h”"),
        ("term missing", E - OTHER["h"], "“h”"),
        ("term missing", E - OTHER["gain"], "“gain”"),
        ("term too many", E + OTHER["h"], "“h”"),
        ("term with another weight", E + 0.3 * OTHER["h"], "0.3 times"),
        ("factor missing", E / OTHER["gain"], "Times “gain”"),
        ("factor missing", E / OTHER["gain"] ** 2, "square of “gain”"),
        ("factor too many", E * OTHER["gain"], "times “gain”"),
        ("made from others", OTHER["logits"] @ OTHER["W"], "“logits” @ “W”"),
        ("made from others", OTHER["h"] * OTHER["gain"], "“h” times “gain”"),
        ("made from others", -OTHER["h"], "other sign"),
        ("made from others", 0.31 * OTHER["logits"] @ OTHER["W"], "times 0.31"),
        ("made from others", OTHER["logits"] ** 2 @ OTHER["W"], "“logits”² @ “W”"),
        ("made from others", OTHER["h"] * OTHER["gain"].exp(), "exp(“gain”)"),
        ("made from others", OTHER["h"].flip(0), "reverse order along axis 0"),
        ("made from others", (OTHER["h"] * OTHER["gain"]).sum(0), "“h” times “gain”, summed over axis 0"),
        ("made from others", OTHER["logits"].mean(1), "the mean of “logits” over axis 1"),
        ("one entry of each row", OTHER["logits"][range(5), [3, 0, 7, 2, 5]], "single entry"),
        ("term missing", E - OTHER["h"] * OTHER["gain"], "“h” times “gain”"),
        ("term with another weight", E + 0.3 * OTHER["h"] * OTHER["gain"], "times 0.3"),
        ("another term", E + OTHER["h"] * OTHER["gain"].exp(), "exp(“gain”)"),
        ("another mixture", 0.7 * E + 0.3 * OTHER["h"], "plus 0.3 times “h”"),
    ],
)
def test_other_checks_values_are_recognised(cause: str, actual: torch.Tensor, words: str) -> None:
    """Mistaken for this one, left out, taken twice, combined."""
    diagnosis = diagnose(actual, E, others=OTHER)
    assert diagnosis is not None
    assert diagnosis.cause == cause
    assert words in diagnosis.text
    _assert_readable(diagnosis)
    noise = rand(*actual.shape, seed=60).sign() + rand(*actual.shape, seed=61)
    spoilt = diagnose(actual + 0.1 * noise, E, others=OTHER)
    assert spoilt is None


def test_other_checks_lists_are_recognised() -> None:
    """Also of lists, texts and dicts, if they are long enough to be no chance."""
    others = {"ids": [5, 3, 8, 1], "text": "hello", "short": [1]}
    for actual, expected in (([5, 3, 8, 1], [9, 9]), ("hello", "xy")):
        diagnosis = diagnose(actual, expected, others=others)
        assert diagnosis is not None
        assert diagnosis.cause == "another value"
    assert diagnose([1], [2], others=others) is None


def test_the_other_checks_sizes_name_a_factor() -> None:
    """A loss is one number; that there are 32 examples is seen from the other checks."""
    loss = torch.tensor(3.3127)
    for n in (32, 27):
        diagnosis = diagnose(loss * n, loss, others={"logits": rand(32, 27)})
        assert diagnosis is not None
        assert (diagnosis.cause, f"{n} times" in diagnosis.text) == ("factor n", True)
    assert diagnose(loss * 31.7, loss, others={"logits": rand(32, 27)}) is None


# ---------------------------------------------------------------- types, lists, dicts, texts

ITEMS: list[tuple[str | None, Any, Any, str]] = [
    ("type", [1.5, 2.25, 3.0], torch.tensor([1.5, 2.25, 3.0]), "a list where a tensor"),
    ("type", torch.tensor(1.5), 1.5, "a tensor with one element where a float"),
    ("type", np.array([1.5, 2]), torch.tensor([1.5, 2], dtype=torch.float64), "numpy array"),
    ("type", (1, 2, 3), [1, 2, 3], "a tuple where a list"),
    (None, [1.5, 2.25, 9.0], torch.tensor([1.5, 2.25, 3.0]), ""),
    (None, (1, 2, 9), [1, 2, 3, 4], ""),
    ("text for bytes", "héllo", "héllo".encode(), "characters"),
    ("bytes for text", "héllo".encode(), "héllo", "bytes"),
    (None, "hello", b"help!", ""),
    ("bytes for a list", b"abc", [97, 98, 99], "`bytes`"),
    (None, b"abc", [97, 98, 90], ""),
    ("a set for a list", {1, 2, 3}, [1, 2, 2, 3], "repetitions"),
    ("empty", [], [1, 2], "empty"),
    ("empty", {}, {1: 2}, "empty"),
    ("empty", "", "abc", "empty"),
    ("missing at the end", [1, 2, 3], [1, 2, 3, 4, 5], "2 items missing"),
    ("missing at the beginning", [2, 3, 4], [1, 2, 3, 4], "1 item missing"),
    ("too many at the end", [1, 2, 3, 4], [1, 2, 3], "1 item too many"),
    ("too many at the beginning", [0, 1, 2, 3], [1, 2, 3], "1 item too many"),
    ("repetitions dropped", [3, 1, 2], [3, 1, 3, 2, 2], "only once"),
    ("reversed", [3, 2, 1, 5], [5, 1, 2, 3], "reverse order"),
    ("swapped", (E, TALL), (TALL, E), "changed places"),
    ("another order", ["b", "a", "c", "a"], ["a", "a", "b", "c"], "another order"),
    ("another order", (E, TALL, ROW), (ROW, E, TALL), "another order"),
    ("shifted by one", [9, 5, 3, 8, 1], [5, 3, 8, 1, 7], "too late"),
    ("characters for bytes", [ord(c) for c in "aé"], list("aé".encode()), "UTF-8"),
    ("characters for bytes", ["a", "é"], list("aé".encode()), "UTF-8"),
    ("offset", [257, 300, 258, 259], [256, 299, 257, 258], "1 too large"),
    ("one item missing", [7, 3, 5, 5], [7, 3, 9, 5, 5], "at [2]"),
    ("one item too many", [7, 3, 9, 5, 5], [7, 3, 5, 5], "at [2]"),
    ("nesting", [1, 2, 3, 4], [[1, 2], [3, 4]], "lost"),
    ("nesting", [[1, 2], [3, 4]], [1, 2, 3, 4], "one too many"),
    ("items of another type", ["1", "22"], [1, 22], "an int"),
    ("right up to a place", [4, 8, 1, 7, 2, 2], [4, 8, 1, 9, 9, 5], "first 3 items"),
    ("sign", [-1.5, 2.5, -3.25], [1.5, -2.5, 3.25], "sign"),
    ("factor n", [4.5, 7.5, 9.75], [1.5, 2.5, 3.25], "3 times"),
    (None, [1, 2], [9, 8], ""),
    (None, [4, 8, 1], [7, 2, 9, 9, 3], ""),
    ("keys missing", {4: b""}, {1: b"a", 2: b"b", 3: b"c", 4: b"ab"}, "3 of 4 entries"),
    ("counts too small", {"a": 3, "b": 1, "c": 2}, {"a": 5, "b": 4, "c": 3}, "skipped"),
    ("bytes dropped", list(b"Gre!"), list("Größe!".encode()), "not ASCII"),
    ("another encoding", list("hello".encode("utf-16")), list(b"hello"), "another encoding"),
    ("replacement missing", "Hi !", "Hi \ufffd\ufffd!", "dropped"),
    ("ids as characters", "\u0102cad\u0102", "abracadabra", "looked up"),
    ("the same twice", ([9, 3, 9, 5], [9, 3, 9, 5]), ([9, 3, 9, 5], [1, 2, 3, 1, 2, 5]), "At [1]"),
    ("overlapping merges", [256, 256], [256, 97], "two pairs"),
    ("unknown id", [((32, 8364), 256)], [((97, 98), 256)], "8364"),
    ("first merge that differs", [((97, 97), 256), ((98, 99), 257)], [((97, 97), 256), ((99, 98), 257)], "merge 2"),
    ("the same pair each time", [((97, 97), 258)], [((97, 97), 256), ((98, 97), 257), ((1, 1), 258)], "late id"),
    ("off by one", [((97, 97), 257), ((257, 98), 258)], [((97, 97), 256), ((256, 98), 257)], "one too large"),
    ("first id that differs", [258, 99, 97], [256, 259], "At [0] you have the id 258"),
    ("keys missing", {"a": 1}, {"a": 1, "b": 2}, "1 of 2 entries"),
    ("keys too many", {"a": 1, "b": 2}, {"a": 1}, "1 key too many"),
    (None, {"a": 9}, {"a": 1, "b": 2}, ""),
    ("keys and values", {1: "a", 2: "b"}, {"a": 1, "b": 2}, "changed places"),
    ("keys reversed", {(2, 1): 5, (3, 4): 6}, {(1, 2): 5, (4, 3): 6}, "wrong way round"),
    ("keys of another type", {97: 3}, {(97, 97): 2}, "a tuple of 2"),
    ("offset", {1: "a", 2: "b"}, {0: "a", 1: "b"}, "key"),
    ("offset", {"a": 257, "b": 258, "c": 300}, {"a": 256, "b": 257, "c": 299}, "1 too large"),
    ("values permuted", {"a": 2, "b": 3, "c": 1}, {"a": 1, "b": 2, "c": 3}, "not each value at its key"),
    ("constant", {"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 4, "c": 2}, "same value, 1"),
    ("some wrong", {i: i**2 + (i > 5) for i in range(9)}, {i: i**2 for i in range(9)}, "3 of 9"),
    ("sign", {"x": 1, "g": -E}, {"x": 1, "g": E}, "At ['g']: "),
    ("sign", [E, (TALL, -E)], [E, (TALL, E)], "At [1][1]: "),
    ("members missing", {1, 2}, {1, 2, 3}, "1 of 3"),
    ("members too many", {1, 2, 3}, {1, 2}, "1 more"),
    (None, {1, 9}, {1, 2, 3}, ""),
    ("off by one", 8, 7, "one too large"),
    ("sign", -7, 7, "sign"),
    (None, 9, 7, ""),
    ("reversed", "cba!", "!abc", "back to front"),
    ("blanks", "a b ", "a b", "blanks"),
    ("blanks", "ab\ncd", "ab cd", "blanks"),
    ("case", "Hello", "hello", "capital"),
    ("shown bytes", "b'hi'", "hi", "b and a quote"),
    ("bytes as characters", "né".encode().decode("latin-1"), "né", "Each byte"),
    ("broken characters", "Hi ��!", "Hi 👋!", "�"),
    ("end missing", "abc", "abcdef", "too early"),
    ("end too late", "abcdef", "abc", "too long"),
    (None, "abxdef", "uvwxyz", ""),
]


@pytest.mark.parametrize(
    ("cause", "actual", "expected", "words"), ITEMS, ids=[f"{i}-{c[0]}" for i, c in enumerate(ITEMS)]
)
def test_python_values(cause: str | None, actual: Any, expected: Any, words: str) -> None:
    """What is seen in lists, dicts, sets, texts and numbers, and what is not."""
    diagnosis = diagnose(actual, expected)
    assert (diagnosis and diagnosis.cause) == cause
    if diagnosis is not None:
        assert words in diagnosis.text
        assert diagnosis.text[0].isupper() or diagnosis.text[0].isdigit()


# ---------------------------------------------------------------- what hypotheses declare


def case_of(actual: torch.Tensor, expected: torch.Tensor) -> Case:
    """Return the case of two tensors, with the default tolerance."""
    return make_case(actual, expected, {}, None, None)


ODD = -3 * E.flip(0) - 1  # of the shape of E, and far off
MEETS = {True: case_of(ODD, E), False: case_of(ODD.T, E), None: case_of(ODD, E)}  # by same_shape
UNMET: dict[str, tuple[Case, ...]] = {
    "same_shape": (MEETS[True], MEETS[False]),  # one of them breaks it
    "dims": (case_of(torch.tensor(-3.0), SCALAR), case_of(-Y, Y)),
    "least": (case_of(-E[:1, :1], E[:1, :1]), case_of(-E[:1, :2], E[:1, :2])),
    "most": (case_of(*(torch.zeros(()).expand(1001, 1001) for _ in range(2))),),
    "floats": (case_of(torch.arange(20).reshape(5, 4), (9 * E).long()),),
    "finite": (case_of(ODD / 0, E), case_of((ODD / 0).mT, E)),
    "clear": (case_of(E * (1 + 5e-4), E),),
    "telling": (case_of(ODD, torch.zeros(5, 4)), case_of(ODD.T, torch.zeros(5, 4))),
}
DECLARED = [(asked, name) for asked in HYPOTHESES for name in asked.conditions]


@pytest.mark.parametrize(("asked", "name"), DECLARED, ids=[f"{asked.name}-{name}" for asked, name in DECLARED])
def test_a_hypothesis_is_asked_only_where_its_conditions_hold(asked: Hypothesis[Case], name: str) -> None:
    """Where one is broken the function is not called; where all hold, it is."""
    said = Diagnosis("Asked.", "numeric", "sign", 1.0)
    eager = dataclasses.replace(asked, ask=lambda _: said)
    met = next(case for case in MEETS.values() if all(holds(case) for holds in asked.conditions.values()))
    assert eager(met) == said
    broken = [case for case in UNMET[name] if not asked.conditions[name](case)]
    assert broken
    assert [eager(case) for case in broken] == [None] * len(broken)


def test_every_hypothesis_about_tensors_is_asked() -> None:
    """A new one must be given its place in search.py: the special before the general."""
    declared = {name for name, asked in REGISTRY.items() if isinstance(asked.ask.__annotations__.get("case"), str)}
    assert [asked.name for asked in HYPOTHESES if asked.name not in declared] == []
    assert declared == {asked.name for asked in HYPOTHESES}
    assert len(HYPOTHESES) == len(declared)
    assert {asked.name for asked in HYPOTHESES if asked.cheap} == {
        "simple.dtype", "simple.not_finite", "simple.zeros", "shapes.size_one", "scale.sign", "scale.factor",
    }  # fmt: skip


def test_every_hypothesis_is_believed_of_some_value(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each gives a diagnosis of some value of these tests, with a cause that it declares."""
    reached: set[str] = set()
    ask = Hypothesis.__call__

    def noted(asked: Hypothesis[Any], case: Any) -> Diagnosis | None:
        diagnosis = ask(asked, case)
        if diagnosis is not None:
            reached.add(asked.name)
            assert diagnosis.cause in asked.causes, asked.name
        return diagnosis

    monkeypatch.setattr(Hypothesis, "__call__", noted)
    halves = [(X.half(), X, None) for X in (E, 1e5 * E)] + [(rand(5, 4, seed=70).half(), E, None)]
    marked: Any = test_other_checks_values_are_recognised
    others = [(case[1], E, OTHER) for mark in marked.pytestmark for case in mark.args[1]]
    for actual, expected, known in (
        *((one[1], _expected(str(one[0]), one[1], one[2]), None) for one in (*CASES, *ITEMS)),
        *halves,
        *others,
    ):
        diagnose(actual, expected, others=known)
    assert REGISTRY.keys() - reached == set()


def test_a_hypothesis_is_declared_once_and_with_a_cause() -> None:
    """Two functions of one name, or one without a cause, are refused."""
    with pytest.raises(ValueError, match="names a cause"):
        hypothesis()(lambda _: None)
    with pytest.raises(ValueError, match="declared once"):
        hypothesis("sign")(REGISTRY["scale.sign"].ask)  # type: ignore[arg-type]


# ---------------------------------------------------------------- the rest


def test_no_text_gives_the_expected_numbers() -> None:
    """A diagnosis says what is wrong, not what would be right."""
    for cause, actual, expected, _ in CASES:
        wanted = _expected(cause, actual, expected)
        diagnosis = diagnose(actual, wanted)
        if diagnosis is None or not wanted.is_floating_point() or cause == "softmax of scaled logits":
            continue
        told = re.findall(r"\d+\.\d{2,}", diagnosis.text)
        values = {f"{value:.3g}" for value in wanted.flatten().tolist()}
        assert not set(told) & values, (diagnosis, told)


def test_large_tensors_are_looked_at_quickly() -> None:
    """Beside other checks, and with millions of elements; generous, for it must not fail on a busy machine."""
    others = {f"o{i}": rand(200, 200, seed=i) for i in range(6)}
    start = time.thread_time()
    assert diagnose(rand(200, 200, seed=70), rand(200, 200, seed=71), others=others) is None
    big = rand(1200, 1200, seed=72)
    diagnosis = diagnose(-big, big)
    assert time.thread_time() - start < 20
    assert diagnosis is not None
    assert diagnosis.cause == "sign"


def test_any_pair_of_values_can_be_diagnosed() -> None:
    """Whatever a student hands in beside whatever is expected: a diagnosis or None, no exception."""
    odd: list[Any] = [
        None,
        True,
        10**400,
        -1,
        0.0,
        NAN,
        INF,
        "",
        "a" * 50,
        b"\xff",
        [],
        [[]],
        [[1], [1, 2]],
        [None, 1],
        (1, (2, (3,))),
        {},
        {1: [1]},
        {(1, 2): E},
        set(),
        {1, "a"},
        frozenset({1}),
        torch.tensor(NAN),
        torch.full((2, 2), INF),
        torch.zeros(0),
        torch.zeros(3, 0, 2),
        torch.zeros(2, 2, dtype=torch.bool),
        torch.tensor([2**62, -(2**62)]),
        torch.tensor([1e300, -1e300], dtype=torch.float64),
        torch.tensor([1e-300, 1e-310], dtype=torch.float64),
        rand(2, 2).bfloat16(),
        np.zeros((2, 2)),
        np.array(["a"]),
        np.float32(2),
        10**400 * 2,
        [10**400],
        [1, 2.5, 3],
        [True, False],
        E,
        ROW,
        SCALAR,
    ]
    others = {str(i): value for i, value in enumerate(odd)}
    for actual in odd:
        for expected in odd:
            diagnosis = diagnose(actual, expected, others=others if actual is E else None)
            assert diagnosis is None or diagnosis.text


@pytest.mark.parametrize(
    ("value", "sizes", "found"),
    [
        (32.0, [4, 32], Factor("n", 32)),
        (1 / 27, [27], Factor("1/n", 27)),
        (32 / 31, [32], Factor("n/(n-1)", 32)),
        (math.sqrt(16), [16], Factor("sqrt(n)", 16)),
        (4.0, [16, 4], Factor("sqrt(n)", 16)),
        (12.0, [3, 4], Factor("n", 12)),
        (7.0, [], Factor("n", 7)),
        (4 / 5, [], Factor("(n-1)/n", 5)),
        (math.sqrt(7), [], Factor("sqrt(n)", 7)),
        (0.873, [5, 4], None),
        (math.pi, [5, 4], None),
        (1e12, [], None),
    ],
)
def test_factors_are_named(value: float, sizes: list[int], found: Factor | None) -> None:
    """First by the sizes at hand, then by any small whole number; else not at all."""
    assert recognise(value, sizes) == found


def test_the_words_for_places() -> None:
    """Rows and columns of a matrix, slices of what has more axes; long lists are cut."""
    assert which(0, 2, [3]) == "row 3"
    assert which(1, 2, [0, 5]) == "columns 0 and 5"
    assert which(1, 3, [0, 5]) == "the slices 0 and 5 along axis 1"
    assert which(0, 1, [2]) == "element 2"
    assert listed([1]) == "1"
    assert listed([1, 2, 3]) == "1, 2 and 3"
    assert listed(list(range(9))) == "0, 1, 2, 3 and 5 more"


def test_a_value_is_made_only_of_names_that_the_code_reads() -> None:
    """A product of two variables that the student's code does not name is a coincidence, or of no help."""
    wrong = OTHER["h"] * OTHER["gain"]
    for read, named in (({"h", "gain"}, True), (None, True), ({"h", "x"}, False)):
        found = diagnose(wrong, E, others=OTHER, read=None if read is None else frozenset(read))
        assert (found is not None and found.cause == "made from others") is named


def test_a_factor_too_many_is_one_that_the_code_reads() -> None:
    """What the code does not name can't be in the value once too often; it may be missing."""
    for read, causes in (({"gain"}, ["factor too many", "factor missing"]), (set[str](), [None, "factor missing"])):
        for value, cause in zip((E * ROW, E / ROW), causes, strict=True):
            found = diagnose(value, E, others={"gain": ROW}, read=frozenset(read))
            named = found.cause if found is not None and found.cause.startswith("factor ") else None
            assert named == cause, (read, found)
