"""Leave-one-out: what numbers and code alone say of a mistake, told apart into seen, named and right."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import torch
from notebooks import cell, notebook, write_exercise

from autograder.audit import audit
from autograder.audit.noise import noisy
from autograder.audit.withheld import Diagnosed, something_to_see, withheld
from autograder.diagnose import diagnose
from autograder.errors import NotebookError
from autograder.grade import Grader

SETUP = """import torch
from autograder import check
g = check.generator("data")
x, w = torch.randn(6, 4, generator=g), torch.randn(6, 4, generator=g)
sizes = [4.5, 8.5]
names = ["a", "b"]
big = torch.zeros(30_000)
flags = x > 0
total = 3"""

SOLUTION = """def f(a):
    ### BEGIN SOLUTION
    return a * a.exp()
    ### END SOLUTION"""


def _wrong(name: str, code: str, shows: str = "") -> dict[str, object]:
    header = f"misconception: {name}\nsays: Hm, {name}.\n" + (f"shows: {shows}\n" if shows else "")
    return cell("raw", name.replace(" ", "-"), f"{header}---\n{code}")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, launcher: object) -> Diagnosed:
    """An exercise with one mistake of each sort."""
    raw = notebook(
        cell("setup", "setup", SETUP),
        cell("solution", "solution-f", SOLUTION),
        _wrong("minus", "return -a * a.exp()", "sign; factor -2"),
        _wrong("one too many", "return a * a.exp() + 1", "term missing"),
        _wrong("yes or no", "return bool(a.any())", "offset"),
        _wrong("raises", "return a / nothing"),
        _wrong("strange", "return (a * 7.3).sin() + a.flip(0).cos()", "sign"),
        _wrong("the input", "return a * 0 + x", "another value; variable of the notebook"),
        cell("raw", "v1", "variant: other order\n---\nreturn a.exp() * a"),
        cell("check", "check-f", 'check("f", lambda: f(x))\ncheck("f of w", lambda: f(w))', 2),
    )
    grader = Grader(launcher=launcher, secret=b"s" * 32, seed_id="test")  # type: ignore[arg-type]
    made = write_exercise(tmp_path_factory.mktemp("course"), raw)
    variables = grader.variables(made)
    assert set(variables) == {"x", "w", "sizes"}  # no texts, no masks, nothing large, no check
    return withheld(made, grader)


def test_named_and_right(found: Diagnosed) -> None:
    """A cause that the author has confirmed counts; its own sentence was withheld."""
    one = found.misconceptions[0]
    assert (one.visible, one.causes, one.right) == (True, ("sign",), True)
    assert "Hm" not in one.texts[0]


def test_unconfirmed(found: Diagnosed) -> None:
    """A cause that the author has not confirmed counts as false, though something is said."""
    one = found.misconceptions[1]
    assert (one.visible, one.causes, one.right) == (True, ("offset",), False)


def test_invisible(found: Diagnosed) -> None:
    """A yes or no, or an exception, shows nothing: it counts neither for nor against."""
    assert [(one.name, one.visible) for one in found.misconceptions[2:4]] == [("yes or no", False), ("raises", False)]


def test_nothing_is_said_without_a_cause(found: Diagnosed) -> None:
    """A wrong formula that no hypothesis explains gets no diagnosis, and is visible nevertheless."""
    one = found.misconceptions[4]
    assert (one.visible, one.causes, one.right) == (True, (), False)


def test_setup_variables_are_known(found: Diagnosed) -> None:
    """The value of a variable of a setup cell is recognised."""
    assert found.misconceptions[5].causes == ("another value", "variable of the notebook")
    assert "the value of “x”" in found.misconceptions[5].texts[0]


def test_the_code_is_asked_too(found: Diagnosed) -> None:
    """Where the check calls with other data, the function's text names the cause."""
    assert "`f` reads `x` (line 2)" in found.misconceptions[5].texts[1]


def test_counts(found: Diagnosed) -> None:
    """The rate is that of right first causes among what can be seen at all."""
    assert (found.visible, found.named, found.right, found.false) == (4, 3, 2, 1)
    assert found.rate == 0.5
    assert Diagnosed((), (), (), 0).rate == 1


def test_noise_and_right_code_get_none(found: Diagnosed) -> None:
    """No diagnosis for a variant, and of noise only that a small one is nearly right."""
    assert found.variants_diagnosed == ()
    assert found.noise_tried >= 8
    assert {one.cause for one in found.noise} <= {"nearly right"}


@pytest.mark.parametrize(
    ("value", "visible"),
    [
        (torch.arange(3), True), (torch.zeros(5), True), (torch.ones(3, 3).bool(), True), ("abc", True),
        ([1, [2, 3]], True), ({1: 2.0, 3: 4.0}, True), (torch.tensor([math.nan, 1.0, 2.0]), True),
        (torch.arange(2), False), (True, False), ([True, False, True], False), (torch.ones(4).bool(), False),
        (2.5, False), ("ab", False), (None, False), (torch.full((4,), math.nan), False), ([math.nan] * 5, False),
    ],
)  # fmt: skip
def test_something_to_see(value: object, visible: bool) -> None:
    """Three numbers that are not all NaN; a yes or no is no number, a mask of two axes is a picture."""
    assert something_to_see(value) == visible


def test_noise_is_noise() -> None:
    """The noisy values are of the right kind, wrong, the same for a seed, and unlike anything that is diagnosed."""
    value = torch.randn(6, 4, generator=torch.Generator().manual_seed(2))
    made = dict(noisy(value, seed=1))
    assert list(made) == ["noise of 0.001", "noise of 0.01", "noise of 0.1", "noise of 1", "random values"]
    for kind, other in made.items():
        assert isinstance(other, torch.Tensor)
        assert (other.shape, other.dtype) == (value.shape, value.dtype)
        assert torch.equal(other, dict(noisy(value, seed=1))[kind])  # type: ignore[arg-type]
        found = diagnose(other, value)
        assert found is None or found.cause == "nearly right"
    assert dict(noisy([1, 5, 9], seed=1)).keys() == {"random values"}
    assert list(noisy("text", seed=1)) == []


def test_an_unknown_cause_is_refused(tmp_path: Path, grader: Grader) -> None:
    """A typo in `shows:` is an error that names the misconception, the nearest cause and all known ones."""
    raw = notebook(
        cell("setup", "setup", SETUP),
        cell("solution", "solution-f", SOLUTION),
        _wrong("minus", "return -a * a.exp()", "sign; tranposed"),
        cell("check", "check-f", 'check("f", lambda: f(x))', 2),
    )
    with pytest.raises(
        NotebookError, match=r"'minus': there is no cause 'tranposed'; did you mean 'transposed'\?.*zeros"
    ):
        audit(write_exercise(tmp_path, raw), grader)


def test_progress(tmp_path: Path, grader: Grader) -> None:
    """Each alternative is announced when it is done."""
    told: list[str] = []
    made = write_exercise(tmp_path)
    withheld(made, grader, progress=told.append)
    assert sorted(told) == sorted(one.name for one in made.alternatives)
