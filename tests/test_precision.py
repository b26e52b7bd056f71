"""Half precision gets a true sentence, whatever brought it about; global settings change no diagnosis."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch

from autograder.compare import compare
from autograder.diagnose import diagnose


def _rand(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def _softmax(x: torch.Tensor) -> torch.Tensor:
    e = (x - x.amax(1, keepdim=True)).exp()
    return e / e.sum(1, keepdim=True)


def _autocast(x: torch.Tensor) -> torch.Tensor:
    with torch.autocast("cpu"):
        return (x @ torch.eye(x.shape[1])).softmax(1)


def _loss(x: torch.Tensor) -> torch.Tensor:
    return -_softmax(x)[torch.arange(len(x)), 0].log().mean()


# (right in float32, how an honest student comes to half precision, its name and digits)
RIGHT: list[tuple[Callable[[torch.Tensor], torch.Tensor], Callable[[torch.Tensor], torch.Tensor], str, int]] = [
    (_softmax, lambda x: _softmax(x.half()), "float16", 3),
    (_softmax, lambda x: _softmax(x).half(), "float16", 3),
    (_softmax, lambda x: _softmax(x.bfloat16()), "bfloat16", 2),
    (_softmax, _autocast, "bfloat16", 2),
    (_loss, lambda x: _loss(x.half()), "float16", 3),
    (lambda x: x.mean(0, keepdim=True), lambda x: x.bfloat16().mean(0, keepdim=True), "bfloat16", 2),
    (lambda x: x @ x.T, lambda x: x.bfloat16() @ x.bfloat16().T, "bfloat16", 2),
    (lambda x: x.var(0), lambda x: x.half().var(0), "float16", 3),
    (lambda x: x.double(), lambda x: x.half(), "float16", 3),
]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(("wanted", "own", "name", "digits"), RIGHT)
def test_right_in_half_precision(
    wanted: Callable[[torch.Tensor], torch.Tensor],
    own: Callable[[torch.Tensor], torch.Tensor],
    name: str,
    digits: int,
    seed: int,
) -> None:
    """The sentence says that the numbers are right, in what, and to how many digits."""
    x = _rand(6, 5, seed=seed)
    assert own(x).dtype in (torch.float16, torch.bfloat16)
    diagnosis = diagnose(own(x), wanted(x))
    assert diagnosis is not None
    assert diagnosis.cause == "half precision"
    assert diagnosis.text.startswith(f"The numbers are right as far as {name} can tell, which is about {digits} digits")


X = _rand(6, 6, seed=1)


@pytest.mark.parametrize(
    ("own", "wanted", "cause", "words"),
    [
        ((2 * X).half(), X, "factor 2", "twice"),
        (-X.bfloat16(), X, "sign", "wrong sign"),
        (X.T.half(), X, "transposed", "transpose"),
        (_rand(6, 6, seed=9).half(), X, "half precision", "wrong besides: 36 of 36"),
        (X.half().var(0, unbiased=False), X.var(0), "half precision", "wrong besides: 6 of 6"),
        ((1e5 * X).half(), 1e5 * X, "half precision", "float16 ends at 65504"),
        (torch.zeros(6, 6).half(), X, "zeros", "All values are 0"),
    ],
)
def test_wrong_besides(own: torch.Tensor, wanted: torch.Tensor, cause: str, words: str) -> None:
    """A mistake is found through the rounding; nobody is told that wrong numbers are right."""
    diagnosis = diagnose(own, wanted)
    assert diagnosis is not None
    assert diagnosis.cause == cause
    assert words in diagnosis.text
    assert "are right" not in diagnosis.text


def test_whole_numbers_and_equal_dtypes_are_no_matter_of_precision() -> None:
    """Only where a longer float type is expected."""
    for own, wanted in ((X.half(), (10 * X).long()), (X.half(), X.half() + 1), (X.float(), X.double() + 1)):
        diagnosis = diagnose(own, wanted)
        assert diagnosis is None or diagnosis.cause != "half precision"


@pytest.mark.parametrize("device", ["meta", "cuda"])
def test_default_device_changes_nothing(device: str) -> None:
    """A default device that has no numbers, or is not there, is none of the comparison's business."""
    flags = torch.ones(6, 6).triu(1).bool()
    pairs = [
        (X, X), (X.half(), X), (2 * X, X), (X.T, X), (X.softmax(0), X.softmax(1)), (flags, ~flags),
        (torch.arange(6) + 1, torch.arange(6)), ([1.0, 2.0], [1.0, 2.5]), (X.double().numpy() + 1, X.double().numpy()),
        (torch.empty(0, 2), torch.empty(0, 2)),
    ]  # fmt: skip
    usual = [(compare(*pair), diagnose(*pair)) for pair in pairs]
    with torch.device(device):
        on_device = [(compare(*pair), diagnose(*pair)) for pair in pairs]
    assert on_device == usual
