"""expected.safetensors: what a student compares with."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch

from autograder.compare.fingerprint import alike, fingerprint, matches, small_fingerprint
from autograder.errors import ExpectedValuesError
from autograder.judge import public_reference, public_wrong
from autograder.judge.expected import (
    ExpectedCheck,
    ExpectedValues,
    known_wrong,
    read_expected,
    write_expected,
)
from autograder.judge.pattern import Patterns, Symptom
from autograder.model import CheckOptions, Diagnosis, Limits, Rule, Status, ValueOutcome
from autograder.notebook import Cell, Notebook


def _expected(value: object, wrong: tuple[ValueOutcome, ...] = ()) -> ExpectedValues:
    check = ExpectedCheck(
        "a, b/c", "cell", "cell:0", True, CheckOptions(weight=2), value, known_wrong(wrong, (), value)
    )
    return ExpectedValues(FRAME, {check.name: check})


FRAME = Notebook(
    assignment="01-x",
    name="x",
    cells=(
        Cell("intro", "task", "# Title", released="# Title"),
        Cell("cell", "check", 'check("a, b/c", 1)', 2.0, 'check("a, b/c", 1)'),
    ),
    alternatives=(),
    rules=(Rule("torch.softmax", "why"),),
    limits=Limits(cell_s=3),
    sha256="0" * 64,
)


def _recognised(value: object, expected: ExpectedValues) -> Diagnosis | None:
    reference = public_reference(expected)
    (check,) = reference.run.captures.values()
    patterns = Patterns(reference, partial(public_wrong, expected), lambda _: Symptom(Status.WRONG, value), {})
    return patterns.cause(check)


@pytest.mark.parametrize(
    "value", [torch.randn(3, 4).T, [1, 2], {(1, 2): 3}, "ü", b"\xff", 2.5, None, (1, [torch.ones(2)])]
)
def test_round_trip(tmp_path: Path, value: object) -> None:
    """Any value of a check comes back as it was, with its options."""
    from autograder.compare import compare

    path = tmp_path / "expected.safetensors"
    write_expected(path, _expected(value))
    whole = read_expected(path)
    assert whole.notebook == FRAME
    assert whole.notebook.build == FRAME.build
    found = whole.checks["a, b/c"]
    assert compare(found.value, value) is None
    assert found.options.weight == 2


def test_variables_round_trip(tmp_path: Path) -> None:
    """What setup cells define comes back, and is among what a value may be mistaken for."""
    path = tmp_path / "expected.safetensors"
    made = replace(_expected(2.5), variables={"x": torch.arange(3.0), "sizes": [4, 8]})
    write_expected(path, made)
    found = read_expected(path)
    reference = public_reference(found)
    assert reference.others("another").keys() == {"a, b/c", "x", "sizes"}
    assert reference.others("a, b/c").keys() == {"x", "sizes"}
    assert found.variables["x"].tolist() == [0, 1, 2]  # type: ignore[attr-defined]
    assert found.variables["sizes"] == [4, 8]


@pytest.mark.parametrize(("version", "readable"), [("1", False), ("3", False), ("4", True), ("5", False)])
def test_formats(tmp_path: Path, version: str, readable: bool) -> None:
    """A file of another format, without a frame or from the future, is refused."""
    path = tmp_path / "expected.safetensors"
    write_expected(path, _expected(2.5))
    data = path.read_bytes()
    assert data.count(b'"format":"4"') == 1
    path.write_bytes(data.replace(b'"format":"4"', f'"format":"{version}"'.encode()))
    if readable:
        assert read_expected(path).checks["a, b/c"].value == 2.5
    else:
        with pytest.raises(ExpectedValuesError, match="another version"):
            read_expected(path)


def test_tensors_can_be_read_by_anyone(tmp_path: Path) -> None:
    """The file is plain safetensors: a student may look into it."""
    from safetensors.torch import load_file

    write_expected(tmp_path / "e", _expected(torch.ones(2)))
    assert load_file(tmp_path / "e")["a, b/c"].tolist() == [1, 1]


@pytest.mark.parametrize("data", [b"", b"x" * 100, b"\x02\0\0\0\0\0\0\0{}"])
def test_damaged_file(tmp_path: Path, data: bytes) -> None:
    """A damaged file is named, with the remedy."""
    path = tmp_path / "expected.safetensors"
    path.write_bytes(data)
    with pytest.raises(ExpectedValuesError, match="expected.safetensors"):
        read_expected(path)


def test_missing_file(tmp_path: Path) -> None:
    """A missing file is named, with the remedy."""
    with pytest.raises(ExpectedValuesError, match="no such file"):
        read_expected(tmp_path / "expected.safetensors")


def test_known_wrong_value_is_recognised() -> None:
    """The tutor's sentence reaches whoever has the same wrong value, rounding aside."""
    right = torch.randn(40, 5)
    wrong = right * 39 / 40
    expected = _expected(right, (ValueOutcome("bessel", "n or n - 1?", wrong),))
    found = _recognised(wrong * (1 + 1e-6), expected)
    assert found is not None
    assert found.text == "n or n - 1?"
    assert _recognised(right, expected) is None
    assert _recognised(wrong[:, :4], expected) is None
    assert _recognised(wrong.double(), expected) is None


def test_a_fingerprint_is_as_exact_as_its_dtype() -> None:
    """A float64 value that is off by what float32 may be off is another value; so is one that differs in one place."""
    wrong = torch.randn(200, 50, dtype=torch.float64)
    found = fingerprint(wrong)
    assert matches(wrong * (1 + 1e-9), found)
    assert not matches(wrong * (1 + 1e-5), found)
    single = wrong.float()
    elsewhere = single.clone()
    elsewhere[3, 7] += 2.0
    assert matches(single * (1 + 1e-6), fingerprint(single))
    assert not matches(elsewhere, fingerprint(single))


def test_wrong_value_that_is_right_is_left_out() -> None:
    """A misconception that does not show on the public data gives no sentence there."""
    right = torch.zeros(3)
    assert known_wrong((ValueOutcome("a", "b", torch.zeros(3)),), (), right) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([1, 2, 3], [1, 2, 4]), ({"a": 1.0}, {"b": 1.0}), ({"a": 1.0}, {"a": 1.1}), ((1.0, 2), [1.0, 2]),
        (torch.ones(2, dtype=torch.long), torch.ones(2)), (np.ones(2), torch.ones(2)), ("a", b"a"), (float("nan"), 1.0),
    ],
)  # fmt: skip
def test_fingerprints_tell_values_apart(one: object, other: object) -> None:
    """Different values have different fingerprints, equal ones the same."""
    assert matches(one, fingerprint(one))
    assert not matches(other, fingerprint(one))


def test_fingerprint_is_small() -> None:
    """A large tensor's fingerprint is a few hundred bytes."""
    import json

    assert len(json.dumps(fingerprint(torch.randn(1000, 1000)))) < 1000


@pytest.mark.parametrize(
    "value", [[[0.5]] * 300, torch.zeros(2**22 + 1), [torch.zeros(2**21 + 1)] * 2, object(), "x" * 10, list("x" * 300)]
)
def test_the_fingerprint_that_is_stored_with_a_result_is_small_or_none(value: object) -> None:
    """It is of a student's value, which may be anything and of any size."""
    text = small_fingerprint(value)
    assert (text is not None) == (value == "x" * 10 if isinstance(value, str) else False)


def test_two_fingerprints_are_alike_within_the_tolerance_of_their_dtype() -> None:
    """As two students' values of one mistake are, whose sums were taken in another order."""
    value = torch.linspace(-1, 1, 100)
    one, other, near = (fingerprint(each) for each in (value, value + 0.1, value * (1 + 1e-6)))
    assert alike(one, near)
    assert not alike(one, other)
    assert not alike(one, fingerprint(value.double()))
