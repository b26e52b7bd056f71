"""Whatever a student hands in costs the grader bounded time and memory, from the bytes to the page.

One value goes the whole way: encode, decode, compare, diagnose, JSON, the page. Known cases stand here by name, each
with a bound that only an algorithm without one exceeds (times are the thread's own: a busy machine does not matter);
random ones come from hypothesis.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from report_samples import of
from sampling import EVERYTHING, sampled

from autograder.compare import compare
from autograder.compare.fingerprint import fingerprint, matches
from autograder.compare.words import brief
from autograder.diagnose import diagnose
from autograder.diagnose.tokens import broken_characters
from autograder.errors import ValueCodecError
from autograder.judge.exceptions import hint
from autograder.judge.judging import _masked
from autograder.model import CheckResult, Diagnosis, Status
from autograder.report import checks_html, checks_text, clean_text, from_json, to_json
from autograder.report.clean import clean_value, visible_code
from autograder.report.fixed import FIXED
from autograder.wire import values

SECONDS = 10.0  # of one value; each takes a fraction of a second


def the_whole_way(actual: Any, expected: Any) -> Diagnosis | None:
    """Take a value from the wire to the page, and return its diagnosis."""
    decoded = values.decode(values.encode(actual))
    mismatch = compare(decoded, expected)
    found = diagnose(decoded, expected, others={"other": torch.linspace(0, 1, 12).reshape(3, 4)})
    assert found is None or mismatch is not None
    for hidden in (False, True):
        status = Status.PASSED if mismatch is None else Status.WRONG
        result = CheckResult("x", status, hidden=hidden, mismatch=mismatch, diagnosis=found)
        report = of("ada", "one", result)
        assert from_json(json.loads(json.dumps(to_json(report), allow_nan=False))) == report
        assert len(checks_text([result])) < 4000
        assert len(checks_html([result])) < 40_000
        assert len(checks_html([result], student=False)) < 40_000
    return found


def timed(work: Callable[[], Any]) -> float:
    """Return the thread's own time for some work."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


# ---------------------------------------------------------------- known cases


def nest(depth: int, value: Any) -> Any:
    """Put a value into so many lists of one item."""
    for _ in range(depth):
        value = [value]
    return value


def nested_lists(depth: int) -> Any:
    """Return lists of two lists of two lists .."""
    return [nested_lists(depth - 1)] * 2 if depth else 1.5


def tree(depth: int, width: int, value: float) -> Any:
    """Return lists in lists, at whose ends stand tensors."""
    return [tree(depth - 1, width, value + i) for i in range(width)] if depth else torch.full((2, 2), value)


E = torch.randn(5, 4, generator=torch.Generator().manual_seed(0))
TEXT = "hello, world " * 3
INTS = list(range(50_000))

CASES: dict[str, tuple[Callable[[], Any], Any]] = {
    "32 axes": (lambda: torch.rand((1,) * 25 + (2,) * 7), E),
    "axes of two": (lambda: torch.rand((2,) * 16), torch.rand(2)),
    "axes of two, all equal": (lambda: torch.ones((2,) * 18), torch.ones(1) * 3),
    "axes of one": (lambda: torch.rand((1,) * 32), torch.rand(1)),
    "axes of one, the right number": (lambda: torch.full((1,) * 32, 2.5), torch.full((1,), 2.5)),
    "eight axes": (lambda: torch.rand((5,) * 8), torch.rand(5, 5)),
    "axes in an array": (lambda: np.ones((2,) * 20), np.ones(3)),
    "axes in lists": (lambda: nested_lists(14), [1.0, 2.0, 3.0]),
    "five axes, alike": (lambda: torch.ones((9,) * 5), torch.ones((9,) * 5) * 2),
    "many axes within a list": (lambda: [torch.zeros((2,) * 20)] * 3, [1]),
    "gaps": (lambda: "\ufffd" + "a\ufffd" * 22 + "Q", "a" * 60),
    "gaps in a long text": (lambda: "a\ufffd" * 2000 + "Q", "a" * 9000),
    "wild characters": (lambda: "\u0102a" * 2000 + "\u0103", "ab" * 5000),
    "every character wild": (lambda: "".join(map(chr, range(256, 40_000))), "a" * 80_000),
    "blanks": (lambda: " a" * 2_000_000, TEXT),
    "a long text": (lambda: "x" * 10_000_000, TEXT),
    "a text that begins right": (lambda: TEXT + "x" * 10_000_000, TEXT),
    "long bytes": (lambda: b"\0" * 10_000_000, [1, 2]),
    "a long text in a list": (lambda: ["x" * 10_000_000, 1], [1]),
    "many texts": (lambda: ["ab" * 10] * 300_000, ["ab"]),
    "many ints": (lambda: [7] * 1_000_000, [1, 2, 3]),
    "as many ints as asked for, all wrong": (lambda: [i + 1 for i in reversed(INTS)], INTS),
    "right at first, then wrong": (lambda: INTS[:25_000] + [-i for i in INTS[25_000:]], INTS),
    "floats, all wrong": (lambda: [i + 0.5 for i in INTS], [float(i) for i in INTS]),
    "many keys": (lambda: {i: i for i in range(200_000)}, {1: 2, 3: 4}),
    "many members": (lambda: set(range(400_000)), {1, 2}),
    "many lists": (lambda: [[1]] * 200_000, [[1, 2], [3, 4]]),
    "a deep list": (lambda: nest(30, 1), [1]),
    "lists that widen": (lambda: nest(28, list(range(100_000))), [1, 2]),
    "wrong everywhere in lists of lists": (
        lambda: [[E * (i + j + 2.5) ** 2 + i for i in range(9)] for j in range(9)],
        [[E] * 9] * 9,
    ),
    "wrong everywhere, deeper": (lambda: tree(4, 6, 1.5), tree(4, 6, 1.0)),
    "merges": (lambda: [((97, 98), i) for i in range(256, 60_000)], [((97, 98), 256)]),
    "bytes in every encoding": (lambda: [0, 216] * 200_000, [97, 98, 99]),
    "a long int": (lambda: 2**8000, 5),
    "long ints": (lambda: [2**8000] * 2000, [5] * 2000),
    "a large tensor of another size": (lambda: torch.zeros(30_000_000, dtype=torch.bool), E),
    "a large tensor of that size": (lambda: torch.zeros(9_000_000), torch.ones(3000, 3000)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sampled(list(CASES), every=2))
def test_a_value_takes_bounded_time(name: str) -> None:
    """Some of these took for ever; the others are what an algorithm without a bound would stumble over."""
    make, expected = CASES[name]
    actual = make()
    assert timed(lambda: the_whole_way(actual, expected)) < SECONDS


LIMITED = """
import resource, sys
import torch
from autograder.wire import values
from autograder.compare import compare
from autograder.diagnose import diagnose
from autograder.compare.fingerprint import fingerprint, matches
from autograder.report import checks_html
E = torch.randn(5, 4)
known = fingerprint(E)
diagnose(E, 2 * E)
actual = {make}
blob = values.encode(actual)
del actual
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + {mebibytes} * 2**20,) * 2)
decoded = values.decode(blob)
for expected in (E, [1, 2], "text", {{1: 2}}):
    compare(decoded, expected)
    diagnose(decoded, expected, others={{"other": E}})
matches(decoded, known)
print("done")
"""


LARGE = [
    "torch.zeros(60_000_000, dtype=torch.bool)",
    "torch.rand(16_000_000)",
    "torch.rand(16_000_000).numpy()",
    "torch.zeros((2,) * 25, dtype=torch.bool)",
    "'ab ' * 5_000_000",
    "b'ab ' * 5_000_000",
    "['ab ' * 1_000_000] * 5",
    "list(range(2_000_000))",
    "[[1.5] * 1000] * 2000",
    "{i: str(i) for i in range(200_000)}",
]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the address space, and /proc")
@pytest.mark.parametrize("make", sampled(LARGE))
def test_a_value_takes_bounded_memory(make: str) -> None:
    """Decoding, comparing and diagnosing one value stays below 400 MiB, where 64 MiB at most are handed in."""
    code = LIMITED.format(make=make, mebibytes=400)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "done\n", done.stderr[-2000:]


@pytest.mark.parametrize("value", [[1] * (2**21 + 1), [[1.5] * 2**20] * 3, "x" * (2**24 + 1), [b"x" * 2**20] * 17])
def test_long_lists_and_texts_are_refused_in_words(value: Any) -> None:
    """As Python objects they take many times as much as their bytes."""
    with pytest.raises(ValueCodecError, match="too m(uch|any) for one check"):
        values.encode(value)


def test_a_list_within_the_limit_arrives() -> None:
    """A million numbers are no problem."""
    value = [list(range(1_000_000)), [0.5] * 1_000_000]
    assert values.decode(values.encode(value)) == value


# ---------------------------------------------------------------- texts


@pytest.mark.parametrize(
    ("actual", "expected", "found"),
    [
        ("Hi \ufffd!", "Hi é!", True),
        ("Hi \ufffd\ufffd\ufffd!", "Hi 👋!", True),
        ("\ufffd", "é", True),
        ("\ufffda", "éa", True),
        ("a\ufffd", "aé", True),
        ("a\ufffdb\ufffda", "aéba-a", True),
        ("a\ufffdb", "a" + "é" * 10 + "b", False),
        ("a\ufffdb", "ab", False),
        ("a\ufffdb", "aéc", False),
        ("x\ufffdb", "aéb", False),
        ("a\ufffdb", "aébc", False),
        ("a\ufffd", "a\ufffd", False),
    ],
)
def test_broken_characters(actual: str, expected: str, found: bool) -> None:
    """A run of � stands for one to nine characters."""
    assert broken_characters(actual, expected) is found


HOSTILE = [
    "\x1b",
    "\x1b]",
    "\x1b[",
    "[",
    "<",
    ";",
    " ",
    "; ",
    "\u0301",
    "a.",
    "1",
    "1.",
    "1e",
    "`",
    "=",
    "-",
    "\t",
    "\n ",
    "_",
    "a",
]


@pytest.mark.parametrize("clean", [clean_text, clean_value, visible_code, hint, _masked], ids=lambda one: one.__name__)
def test_cleaning_takes_time_in_proportion_to_the_length(clean: Callable[[str], Any]) -> None:
    """No pattern backtracks over what a student writes: twenty thousand characters of any kind take a moment."""
    for head in ("", "ValueError: ", "\x1b]", "OSError: '", "=", "RuntimeError: x"):
        for piece in HOSTILE:
            text = head + piece * (20_000 // len(piece)) + "Q"
            assert timed(partial(clean, text)) < 1.0, (head, piece)


def test_what_is_quoted_is_not_written_out_first() -> None:
    """Of a long value a few characters are quoted, and no more than those are made."""
    assert brief([1, "a", (2,), {3: b"x"}, set(), frozenset({4})]) == "[1, 'a', (2,), {3: b'x'}, set(), frozen…"
    values: tuple[object, ...] = (
        None, (), [], {}, (1,), (1, 2), {1: 2, "a": [3]}, {5}, frozenset(), 1.5, True, b"x", "it's",
    )  # fmt: skip
    for value in values:
        assert brief(value) == repr(value)
    assert brief(torch.zeros((1,) * 20)).startswith("tensor of shape (1, 1")
    assert brief(torch.ones(2)) == "tensor([1., 1.])"
    for large in (["x" * 5_000_000] * 9, [[0] * 1000] * 1000, "x" * 50_000_000, torch.zeros((2,) * 20)):
        assert timed(partial(brief, large)) < 0.2
        assert len(brief(large)) <= 40


def test_a_fingerprint_is_not_made_of_another_shape() -> None:
    """A value of another shape is known from its shape alone."""
    known = fingerprint(E)
    large = torch.zeros(10_000_000)
    assert timed(lambda: [matches(large, known) for _ in range(1000)]) < 2
    assert matches(E.clone(), known)
    assert not matches(E.T, known)


# ---------------------------------------------------------------- random values

DTYPES = [
    torch.float32,
    torch.float64,
    torch.float16,
    torch.bfloat16,
    torch.int8,
    torch.int16,
    torch.int32,
    torch.int64,
    torch.uint8,
    torch.bool,
]
LARGEST = 3000  # elements of a random tensor


@st.composite
def tensors(draw: st.DrawFn) -> torch.Tensor:
    """Draw tensors of all dtypes, of 0 to 32 axes, empty, constant, sparse, infinite."""
    dims = draw(st.integers(0, 5) | st.integers(0, 32))
    shape: list[int] = []
    for _ in range(dims):
        room = LARGEST // max(math.prod(shape), 1)
        shape.append(min(draw(st.sampled_from([1, 1, 2, 3, 4, 7, 0] if dims < 6 else [1, 1, 2])), max(room, 1)))
    g = torch.Generator().manual_seed(draw(st.integers(0, 9)))
    x = torch.randn(shape, generator=g, dtype=torch.float64)
    kind = draw(st.sampled_from(["normal", "large", "alike", "few", "sums to 1", "odd"]))
    match kind:
        case "large":
            x = x * 10.0 ** draw(st.integers(-320, 300))
        case "alike":
            x = torch.full_like(x, draw(st.sampled_from([0.0, 1.0, -2.5, 1e300])))
        case "few":
            x = x.round()
        case "sums to 1" if dims and x.numel():
            x = x.softmax(-1)
        case "odd":
            x = torch.where(x > 1, draw(st.sampled_from([math.nan, math.inf, -math.inf])), x)
    dtype = draw(st.sampled_from(DTYPES))
    return (x.nan_to_num().clamp(-100, 100) if not dtype.is_floating_point else x).to(dtype)


def _array(x: torch.Tensor) -> Any:
    return x.float().numpy() if x.dtype == torch.bfloat16 else x.numpy()


letters = st.text(st.sampled_from("aab \ufffd\u0102é\n"), max_size=40)
repeats = st.builds(lambda text, times: text * times, letters, st.sampled_from([1, 1, 2, 50]))
plain = (
    st.none()
    | st.booleans()
    | st.integers(-3, 300)
    | st.integers(-(2**80), 2**80)
    | st.floats()
    | repeats
    | repeats.map(str.encode)
    | st.lists(st.integers(250, 260), min_size=4)
)
keys = st.integers(-3, 9) | letters | st.tuples(st.integers(0, 3), st.integers(0, 3))
trees = st.recursive(
    plain | tensors() | tensors().map(_array),
    lambda parts: (
        st.lists(parts, max_size=6)
        | st.lists(parts, max_size=4).map(tuple)
        | st.dictionaries(keys, parts, max_size=5)
        | st.sets(keys, max_size=6)
        | st.frozensets(keys, max_size=6)
    ),
    max_leaves=8,
)


@st.composite
def changed(draw: st.DrawFn, value: Any) -> Any:
    """Draw what a value may be confused with: this is where hypotheses go further than a first look."""
    match value:
        case torch.Tensor():
            x, how = value, draw(st.integers(0, 12))
            if x.dtype == torch.bool:
                x = ~x if how < 4 else x
            elif how < 6:
                x = [x * 2, x + 1, -x, x / 3, x - x.double().mean().to(x.dtype), x**2][how]
            others: list[Callable[[], Any]] = [
                lambda: x.flatten(),
                lambda: x.flip(0) if x.dim() else x,
                lambda: x.mT if x.dim() > 1 else x[None],
                lambda: x.sum(0) if x.dim() else x,
                lambda: x.unsqueeze(-1) if x.dim() < 32 else x,
                lambda: x.tolist(),
            ]
            return others[how - 7]() if how > 6 else x
        case list() | tuple():
            items = list(value)
            how = draw(st.integers(0, 6))
            if items and how == 0:
                items[draw(st.integers(0, len(items) - 1))] = draw(plain)
            items = [items, items[::-1], items[1:], items[:-1], items + items, [items], sorted(items, key=repr)][how]
            return type(value)(items)
        case dict():
            return dict(list(value.items())[1:]) if draw(st.booleans()) else {key: draw(plain) for key in value}
        case str():
            return draw(
                st.sampled_from([value[::-1], value + "a", value[1:], value.replace("é", "\ufffd"), "b" + value])
            )
        case bool() | None:
            return draw(plain)
        case int() | float():
            return draw(st.sampled_from([value + 1, -value, float(value) if abs(value) < 1e300 else 0]))
    return draw(plain)


pairs = st.tuples(trees, trees) | trees.flatmap(lambda one: st.tuples(changed(one), st.just(one)))


@given(pairs)
@settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@example((torch.rand((1,) * 25 + (2,) * 7), torch.rand(3, 4, 5)))
@example(("\ufffd" + "a\ufffd" * 22 + "Q", "a" * 40))
@example((torch.zeros(0, 3), torch.zeros(3, 0)))
@example(([torch.zeros(2, 0)], [torch.zeros(0)]))
@example((2**80, 1.5))
@example(([None] * 4, [None, None, np.zeros(2)]))
@example(({1: "a"}, {"a": torch.zeros(2)}))
@example(({(1, 2): 1, (3, 4): 1}, {(2, 1): np.zeros(2), (4, 3): np.zeros(2)}))
@example(({1: 1, 2: 1}, {0: np.zeros(2), 1: np.zeros(2)}))
@example(([np.zeros(2)] * 2, [97, 98]))
@example(([np.zeros(2)] * 2, [97, 97, 98]))
@example((b"ab", [np.zeros(2)] * 2))
@example(([2**80] * 4, [1.5] * 4))
@example(([250] * 4, [256, np.zeros(2)]))
@example(([250] * 4, [256, torch.ones(2)]))
def test_any_value_goes_the_whole_way(pair: tuple[Any, Any]) -> None:
    """Random values beside random ones, and beside what they may be confused with."""
    actual, expected = pair
    found: list[Diagnosis | None] = []
    try:
        expected = values.decode(values.encode(expected))
        spent = timed(lambda: found.append(the_whole_way(actual, expected)))
    except ValueCodecError:
        return
    assert spent < SECONDS
    assert found[0] is None or found[0].cause in FIXED


@pytest.mark.skipif(not EVERYTHING, reason="part of `make test-all`: other values each time")
@given(pairs)
@settings(max_examples=4000, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_value_goes_the_whole_way_at_length(pair: tuple[Any, Any]) -> None:
    """The same, with new values in each run."""
    test_any_value_goes_the_whole_way.hypothesis.inner_test(pair)  # type: ignore[attr-defined]
