"""compare: a value is right only if everything about it is, and what is wrong is said at its first rung."""

from __future__ import annotations

import math
from typing import Any

import hypothesis
import hypothesis.extra.numpy as hnp
import hypothesis.strategies as st
import numpy as np
import pytest
import torch

from autograder.compare import agrees, allowed_difference, compare, excess, within_bound
from autograder.compare.pairs import inner, leaves, pair_of, unequal
from autograder.model import Mismatch

FAST = hypothesis.settings(
    max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(hypothesis.HealthCheck)
)
X = torch.randn(3, 4, generator=torch.Generator().manual_seed(0))
NAN, INF = math.nan, math.inf


def wrong(actual: object, expected: object, **tolerance: float) -> Mismatch:
    """Return the mismatch of values that must not be accepted."""
    mismatch = compare(actual, expected, **tolerance)
    assert mismatch is not None
    return mismatch


# ---------------------------------------------------------------- shape, dtype


@pytest.mark.parametrize(
    ("own", "wanted"),
    [
        ((1, 4), (3, 4)),
        ((4,), (3, 4)),
        ((), (3, 4)),
        ((1,), ()),
        ((64,), (1, 64)),
        ((4, 1), (1, 4)),
        ((0,), (0, 3)),
        ((12,), (3, 4)),
        ((4, 3), (3, 4)),
    ],
)
def test_nothing_is_broadcast(own: tuple[int, ...], wanted: tuple[int, ...]) -> None:
    """Shapes must be the same, whatever torch would make of them; in tensors, arrays, nested or not."""
    for make in (torch.ones, np.ones):
        mismatch = wrong(make(own), make(wanted))
        assert mismatch.kind == "shape"
        assert mismatch.message == f"shape {own}, expected {wanted}"
        nested = wrong({"a": [make(own)]}, {"a": [make(wanted)]})
        assert (nested.kind, nested.index) == ("shape", "['a'][0]")


@pytest.mark.parametrize("dtype", [torch.float64, torch.float16, torch.int64, torch.bool])
def test_the_dtype_counts(dtype: torch.dtype) -> None:
    """Equal numbers of another dtype are not right."""
    mismatch = wrong(torch.ones(2, dtype=dtype), torch.ones(2))
    assert mismatch.kind == "dtype"
    assert mismatch.message == f"dtype {str(dtype)[6:]}, expected float32"


def test_shape_comes_before_dtype_and_dtype_before_value() -> None:
    """The first rung that fails is named."""
    assert wrong(torch.zeros(2, dtype=torch.int64), torch.ones(3)).kind == "shape"
    assert wrong(torch.zeros(3, dtype=torch.int64), torch.ones(3)).kind == "dtype"
    assert wrong(torch.tensor([NAN, 5.0]), torch.ones(2)).kind == "finite"


def test_graph_strides_and_byte_order_do_not_count() -> None:
    """Only the numbers count, not where and how they are stored."""
    assert compare(X.clone().requires_grad_() * 1, X) is None
    assert compare(X.t().contiguous().t(), X) is None
    assert compare(X.numpy().astype(">f4"), X.numpy()) is None
    assert compare(torch.nn.Parameter(X), X) is None
    assert compare(torch.zeros(0, 3), torch.zeros(0, 3)) is None


# ---------------------------------------------------------------- floats


def test_the_default_tolerance_is_the_documented_one() -> None:
    """float32: 1e-4·|b| + 1e-5·B, float64: 1e-7·|b| + 1e-9·B, halves: 1e-2·|b| + 1e-3·B; else exact."""
    b = torch.tensor([0.0, -2.0, 8.0, NAN, INF], dtype=torch.float64)
    for dtypes, rtol, share in (
        ([torch.float64], 1e-7, 1e-9),
        ([torch.float32], 1e-4, 1e-5),
        ([torch.float16, torch.bfloat16], 1e-2, 1e-3),
    ):
        for dtype in dtypes:
            got = allowed_difference(b.to(dtype))
            assert got.dtype == torch.float64
            want = torch.tensor([8 * share, 2 * rtol + 8 * share, 8 * rtol + 8 * share, 0, 0], dtype=torch.float64)
            torch.testing.assert_close(got, want)
    assert not allowed_difference(torch.tensor([5, 6])).any()
    assert allowed_difference(torch.zeros(0)).shape == (0,)
    given_ = allowed_difference(b, rtol=0.5, atol=0.25)
    torch.testing.assert_close(given_, torch.tensor([0.25, 1.25, 4.25, 0, 0], dtype=torch.float64))


@FAST
@hypothesis.given(
    st.sampled_from([torch.float64, torch.float32, torch.float16]),
    st.lists(st.floats(-100, 100), min_size=1, max_size=5),
    st.integers(0, 4),
    st.sampled_from([0.9, 1.1]),
)
def test_the_tolerance_is_kept_to_the_element(dtype: torch.dtype, values: list[float], i: int, share: float) -> None:
    """A difference just below the allowed one is right, one just above is wrong, at each element."""
    b = torch.tensor(values, dtype=dtype)
    i %= len(values)
    allowed = allowed_difference(b)
    a = b.double()
    a[i] += allowed[i] * share
    a = a.to(dtype)
    apart = (a.double() - b.double()).abs()
    expected = bool((apart <= allowed).all())
    assert (compare(a, b) is None) == expected


def test_a_python_float_has_the_tolerance_of_float64() -> None:
    """1e-7·|b| + 1e-9·|b|, in lists, too."""
    assert compare(2 + 2.01e-7, 2.0) is None
    assert compare([2 - 2.01e-7], [2.0]) is None
    assert wrong(2 + 2.03e-7, 2.0).bound == pytest.approx(2.02e-7)
    assert compare(1e-9, 0.0) is not None


def test_given_tolerances_replace_the_default() -> None:
    """Together rtol and atol are the whole tolerance."""
    assert compare(X + 0.01, X, rtol=0, atol=0.02) is None
    assert wrong(X + 0.01, X, rtol=0, atol=0.001).bound == pytest.approx(0.001)
    assert wrong(X + 1e-6, X, rtol=0, atol=1e-9).kind == "value"
    assert compare(2.2, 2.0, rtol=0.2, atol=0) is None


@pytest.mark.parametrize(
    "bad", [{"rtol": 1.0}, {"atol": 1.0}, {"rtol": -1, "atol": 0}, {"rtol": NAN, "atol": 0}, {"rtol": 0, "atol": INF}]
)
def test_half_or_senseless_tolerances_are_refused(bad: dict[str, float]) -> None:
    """Both or neither, finite, not negative: for the author's sake, even if the values are equal."""
    with pytest.raises(ValueError, match=r"rtol|atol"):
        compare(1.0, 1.0, **bad)
    with pytest.raises(ValueError, match=r"rtol|atol"):
        allowed_difference(X, **bad)


def test_the_worst_element_is_described() -> None:
    """Count, total, difference, index, both values, bound: as the report shows them."""
    a = X.clone()
    a[1, 2] += 0.5
    a[2, 0] -= 0.25
    mismatch = wrong(a, X)
    assert (mismatch.kind, mismatch.count, mismatch.total, mismatch.index) == ("value", 2, 12, "[1, 2]")
    assert mismatch.worst_abs == pytest.approx(0.5)
    assert mismatch.worst_rel == pytest.approx(0.5 / abs(float(X[1, 2])), rel=1e-5)
    assert mismatch.bound == pytest.approx(float(allowed_difference(X)[1, 2]))
    assert mismatch.actual == f"{float(a[1, 2]):.6g}"
    assert mismatch.expected == f"{float(X[1, 2]):.6g}"
    assert mismatch.message.startswith("2 of 12 elements differ, the largest difference is 0.5 at [1, 2] (allowed")


def test_the_worst_element_is_a_wrong_one() -> None:
    """A larger difference that is allowed is not called the worst."""
    b = torch.tensor([1e6, 1e-3])
    mismatch = wrong(b + torch.tensor([50.0, 20.0]), b)
    assert (mismatch.index, mismatch.count) == ("[1]", 1)


def test_the_message_does_not_tell_the_expected_value() -> None:
    """Position, size of the difference and bound are told, the number itself is not."""
    for actual, expected in (
        (torch.tensor(1.0), torch.tensor(0.123456)),
        (1.0, 0.123456),
        (torch.tensor([1.0]), torch.tensor([0.123456])),
    ):
        mismatch = wrong(actual, expected)
        assert "0.1234" not in mismatch.message
        assert mismatch.expected == "0.123456"


# ---------------------------------------------------------------- NaN and infinity


@pytest.mark.parametrize(
    ("own", "wanted", "kind"),
    [
        ([NAN, 1.0], [NAN, 1.0], None),
        ([INF, -INF], [INF, -INF], None),
        ([NAN, 1.0], [1.0, 1.0], "finite"),
        ([1.0, 1.0], [NAN, 1.0], "finite"),
        ([INF, 1.0], [1.0, 1.0], "finite"),
        ([INF], [-INF], "finite"),
        ([INF], [NAN], "finite"),
        ([1e38], [INF], "finite"),
        ([-INF, 2.0], [-INF, 1.0], "value"),
    ],
)
def test_nan_and_infinity_equal_only_themselves(own: list[float], wanted: list[float], kind: str | None) -> None:
    """NaN where NaN is expected, infinity of the same sign; in tensors, arrays and lists."""
    for make in (torch.tensor, lambda x: np.array(x, dtype=np.float32), list):
        mismatch = compare(make(own), make(wanted))
        assert (mismatch and mismatch.kind) == kind
        loose = compare(make(own), make(wanted), rtol=1e3, atol=1e3)
        assert (loose and loose.kind) == (None if kind == "value" else kind)


def test_an_infinite_expected_value_loosens_nothing() -> None:
    """The tolerance comes from the largest finite value."""
    b = torch.tensor([INF, 1.0])
    assert wrong(torch.tensor([INF, 1.1]), b).kind == "value"


def test_huge_differences_stay_finite_numbers() -> None:
    """A report can be written as JSON, whatever the difference."""
    big = torch.tensor([1.7e308], dtype=torch.float64)
    for mismatch in (
        wrong(big, -big),
        wrong(1.7e308, -1.7e308),
        wrong(10**400, 1.0),
        wrong(10**400, 1),
        wrong(10**400, 10**401),
    ):
        numbers = (mismatch.worst_abs, mismatch.worst_rel, mismatch.bound)
        assert all(number is None or math.isfinite(number) for number in numbers)


# ---------------------------------------------------------------- ints, bools, types


def test_ints_are_exact_beyond_float_precision() -> None:
    """2^62 and 2^62 + 1 differ, though their float64 is the same; a tolerance changes nothing."""
    for make in (torch.tensor, lambda x: x):
        mismatch = wrong(make([2**62 + 1, 3]), make([2**62, 3]), rtol=0.5, atol=9)
        assert (mismatch.kind, mismatch.count, mismatch.worst_abs) == ("value", 1, 1.0)


@pytest.mark.parametrize(
    ("own", "wanted", "right"),
    [
        (1, 1.0, True),
        (2, 1.0, False),
        (1.0, 1, False),
        (True, 1, False),
        (1, True, False),
        (True, 1.0, False),
        (1.0, True, False),
        (True, True, True),
        (True, False, False),
        (None, None, True),
        (None, 0, False),
        (0, None, False),
        (np.float64(1.0), 1.0, True),
        (np.int64(3), 3, True),
        ([1], [1.0], True),
        ([True], [1], False),
        ({True: 1}, {1: 1}, False),
        ({1}, {True}, False),
        ({(1, True)}, {(1, 1)}, False),
        ({1: 2}, {1.0: 2}, True),
    ],
)
def test_numbers_of_other_types(own: object, wanted: object, right: bool) -> None:
    """An int may stand for a Python float; a bool is no int, in keys and members neither."""
    assert (compare(own, wanted) is None) == right


@pytest.mark.parametrize(
    ("own", "wanted", "words"),
    [
        (torch.tensor(1.0), 1.0, ".item()"),
        (torch.ones(3), 1.0, "(3,)"),
        (1.0, torch.tensor(1.0), "too early"),
        ([1.0], torch.tensor([1.0]), "a list, expected a tensor, of shape (1,)"),
        ((X,), X, "comma"),
        (X.numpy(), X, "from_numpy"),
        (X, X.numpy(), ".numpy()"),
        (None, X, "return"),
        (None, [1], "return"),
        ((1, 2), [1, 2], "list(...)"),
        ([1, 2], (1, 2), "tuple(...)"),
        (X, [1.0], ".tolist()"),
        ("a", b"a", "not bytes yet"),
        (b"a", "a", "decoded"),
        (2.0, 2, "//"),
        ({1}, frozenset({1}), "a set, expected a frozenset"),
    ],
)
def test_a_wrong_type_is_named_with_a_hint(own: object, wanted: object, words: str) -> None:
    """The type is never converted; the message says both types and what helps."""
    mismatch = wrong(own, wanted)
    assert mismatch.kind == "type"
    assert words in mismatch.message
    assert " expected " in mismatch.message


# ---------------------------------------------------------------- nested values


def test_the_path_of_a_nested_mismatch() -> None:
    """Keys, positions and the tensor's own index, in one path."""
    other = X.clone()
    other[2, 1] = 9
    mismatch = wrong({"mean": [0, 0, (X, other)]}, {"mean": [0, 0, (X, X)]})
    assert mismatch.index == "['mean'][2][1][2, 1]"
    assert mismatch.message.startswith("at ['mean'][2][1]: 1 of 12 elements differs")
    assert wrong((X, X[0]), (X, X)).index == "[1]"
    assert wrong([[1, 2], [3, 5]], [[1, 2], [3, 4]]).index == "[1][1]"


def test_lists_show_the_first_difference_and_its_neighbours() -> None:
    """How many items differ, where the first is, and what stands around it, on both sides."""
    mismatch = wrong([1, 2, 3, 9, 5, 6, 0], [1, 2, 3, 4, 5, 6, 7])
    assert (mismatch.kind, mismatch.count, mismatch.total, mismatch.index) == ("value", 2, 7, "[3]")
    assert mismatch.actual == "[…, 2, 3, »9«, 5, 6, …]"
    assert mismatch.expected == "[…, 2, 3, »4«, 5, 6, …]"
    assert mismatch.message == "2 of 7 items differ, the first at [3]"


@pytest.mark.parametrize(
    ("own", "wanted", "message", "index"),
    [
        ([1, 2], [1, 2, 3], "2 items, expected 3; the first 2 are right", "[2]"),
        ([1, 2, 3, 4], [1, 2, 3], "4 items, expected 3; the first 3 are right", "[3]"),
        ([1, 9], [1, 2, 3], "2 items, expected 3; the first that differs is at [1]", "[1]"),
        ([], [1], "0 items, expected 1", "[0]"),
        ((1,), (), "1 item, expected 0", "[0]"),
    ],
)
def test_lists_of_other_length(own: object, wanted: object, message: str, index: str) -> None:
    """Lengths are told, and how far the lists agree."""
    mismatch = wrong(own, wanted)
    assert (mismatch.kind, mismatch.message, mismatch.index) == ("structure", message, index)


def test_dicts_name_their_keys() -> None:
    """Missing and extra keys are named, a few of them; the order does not matter."""
    mismatch = wrong({"a": 1, "x": 2}, {"a": 1, "b": 2, "c": 3})
    assert mismatch.kind == "structure"
    assert mismatch.message == "2 keys missing: 'b', 'c'; 1 key too many: 'x'"
    many = wrong({}, {i: i for i in range(9)})
    assert many.message == "9 keys missing: 0, 1, 2, …"
    assert compare({"a": 1, "b": 2}, {"b": 2, "a": 1}) is None
    assert wrong({"a": 1, "b": 3}, {"b": 2, "a": 1}).index == "['b']"


def test_sets_count_their_members() -> None:
    """A set's message counts; the few members are in the details."""
    mismatch = wrong({1, 2, 3}, {2, 3, 4, 5})
    assert mismatch.message == "2 members missing, 1 member too many: 3 members, expected 4"
    assert (mismatch.count, mismatch.actual) == (3, "too many: 1")
    assert compare(frozenset({1}), frozenset({1})) is None


def test_texts_show_where_they_part() -> None:
    """The first difference of a text or of bytes, with its neighbourhood."""
    mismatch = wrong("the quick brown box jumps", "the quick brown fox jumps")
    assert mismatch.message == "the first character that differs is at [16] (25 characters, expected 25)"
    assert mismatch.actual == "…'quick brown box jumps'"
    assert "»" not in (mismatch.expected or "")
    assert wrong(b"ab", b"abc").message == "it ends too early (2 bytes, expected 3)"
    assert wrong("abc", "ab").message == "it goes on too long (3 characters, expected 2)"
    assert wrong("é", "e\u0301").index == "[0]"
    assert compare("", "") is None


def test_long_lists_are_compared_quickly() -> None:
    """A text's 465,000 ids, and as many floats that all differ a little too much."""
    import time

    ids = list(range(465_000))
    start = time.process_time()
    assert compare(ids, list(ids)) is None
    mismatch = wrong([*ids[:-1], 0], ids)
    assert time.process_time() - start < 2
    assert mismatch.index == "[464999]"
    floats = [float(i) for i in range(1, 50_000)]
    start = time.process_time()
    assert wrong([x * 1.01 for x in floats], floats).count == len(floats)
    assert time.process_time() - start < 2


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3) | st.integers(), inner, max_size=3)
    ),
    max_leaves=10,
)
arrays = hnp.arrays(
    st.sampled_from([np.float32, np.float64, np.int64, np.bool_]), hnp.array_shapes(min_dims=0, max_side=3)
).map(lambda array: torch.from_numpy(np.array(array)))


@FAST
@hypothesis.given(values | arrays | st.lists(arrays, max_size=2))
def test_every_value_equals_itself(value: Any) -> None:
    """Also with NaN inside, also with a tolerance of 0."""
    assert compare(value, value) is None
    assert compare(value, value, rtol=0, atol=0) is None


@FAST
@hypothesis.given(values | arrays, values | arrays)
def test_any_two_values_can_be_compared(one: Any, other: Any) -> None:
    """Never an exception; and exactly equal values of one repr only are accepted at tolerance 0."""
    mismatch = compare(one, other, rtol=0, atol=0)
    back = compare(other, one, rtol=0, atol=0)
    if mismatch is None and back is None and not isinstance(one, torch.Tensor):
        assert repr(one) == repr(other) or one == other
    if mismatch is not None:
        assert mismatch.message
        assert "\n" not in mismatch.message


@FAST
@hypothesis.given(values | arrays, values | arrays)
def test_agrees_says_what_compare_finds(one: Any, other: Any) -> None:
    """Without counting what differs."""
    for actual, expected in ((one, other), (one, one), ([one, other], [one, one]), ({"a": one}, {"a": other})):
        assert agrees(actual, expected) == (compare(actual, expected) is None)


def test_agrees_stops_at_the_first_wrong_item() -> None:
    """Also where the long list is nested: what comes after it is not looked at."""

    class Untouchable(list[int]):
        def __iter__(self) -> Any:
            raise AssertionError("looked at")

    assert not agrees([1, Untouchable([2])], [0, Untouchable([2])])
    assert not agrees(((1, 2), Untouchable([2])), ((0, 2), Untouchable([2])))


# ---------------------------------------------------------------- pairs


@pytest.mark.parametrize(
    ("own", "wanted", "kind"),
    [
        (X, X, "tensor"), (X.numpy(), X.numpy(), "array"), (True, False, "bool"), (1, 2, "int"), (1.0, 2.0, "float"),
        (1, 2.0, "float"), (1.0, 2, ""), (True, 1, ""), (True, 1.0, ""), ("a", "b", "text"), (b"a", b"b", "bytes"),
        ([1], [2], "list"), ((1,), (2,), "tuple"), ([1], (1,), ""), ({}, {1: 2}, "dict"), ({1}, {2}, "set"),
        (frozenset(), frozenset({2}), "frozenset"), ({1}, frozenset({1}), ""), (None, None, "None"), (None, 0, ""),
        (np.float32(1), 2.0, "float"), (np.int64(1), 2, "int"), (np.bool_(1), True, "bool"),
        (torch.nn.Parameter(X), X, "tensor"), (1 + 1j, 1j, "complex"),
    ],
)  # fmt: skip
def test_the_kind_of_a_pair(own: object, wanted: object, kind: str) -> None:
    """One kind for both, or none; an int may stand for a float, and numpy's scalars are Python's."""
    assert pair_of(own, wanted).kind == kind


def test_the_pairs_within_a_pair() -> None:
    """Of lists as far as both go, of dicts the keys of both, each with its path; `unequal` passes over equal items."""
    lists = pair_of([1, [2, 3], 4, 5], [1, [2, 9], 7])
    assert [(item.key, item.path, item.actual, item.expected) for item in inner(lists)] == [
        (0, "[0]", 1, 1), (1, "[1]", [2, 3], [2, 9]), (2, "[2]", 4, 7),
    ]  # fmt: skip
    assert [item.key for item in unequal(lists)] == [1, 2]
    (nested,) = unequal(next(unequal(lists)))
    assert (nested.path, nested.actual, nested.expected) == ("[1][1]", 3, 9)
    dicts = pair_of({"a": 1, "x" * 99: 2, 3: 4}, {3: 4.0, "x" * 99: 5, "b": 0})
    assert [(item.path, item.kind) for item in unequal(dicts)] == [("[3]", "float"), (f"['{'x' * 38}…]", "int")]
    assert list(inner(pair_of({1, 2}, {1, 3}))) == list(inner(pair_of("ab", "ac"))) == []
    assert [item.key for item in unequal(pair_of([True, 1, NAN, 2.0], [1, True, NAN, 2.0]))] == [0, 1, 2]


def test_leaves() -> None:
    """What stands in lists, tuples and dicts; keys and members only if they are asked for."""
    value = [1, (2, [X]), {"a": 3, "b": {4}}, "text"]
    assert list(leaves(value)) == [1, 2, X, 3, {4}, "text"]
    assert list(leaves(value, keys=True)) == [1, 2, X, "a", 3, "b", 4, "text"]
    assert list(leaves(5)) == [5]


# ---------------------------------------------------------------- bounds


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (2.0, None),
        (2.2, None),
        (1, None),
        (torch.tensor(2.0), None),
        (torch.tensor([[2.0]]), None),
        (torch.tensor(2.0, requires_grad=True), None),
        (torch.tensor(2), None),
        (np.float32(2.0), None),
        (np.array(2.0), None),
        (2.3, "bound"),
        (torch.tensor(2.3), "bound"),
        (10**400, "finite"),
        (NAN, "finite"),
        (-INF, "finite"),
        (torch.tensor(NAN), "finite"),
        (torch.tensor([1.0, 2.0]), "shape"),
        (torch.zeros(0), "shape"),
        (True, "type"),
        (torch.tensor(True), "type"),
        (None, "type"),
        ("1", "type"),
        ([1.0], "type"),
    ],
)
def test_bounds(value: object, kind: str | None) -> None:
    """A finite number, or a tensor of one element, that keeps the bound; nothing else."""
    mismatch = within_bound(value, at_most=2.2)
    assert (mismatch and mismatch.kind) == kind


def test_bounds_on_both_sides() -> None:
    """at_least, at_most, or both; without any the author is told."""
    assert within_bound(0.5, at_least=0.4, at_most=0.6) is None
    low = within_bound(0.25, at_least=0.5)
    assert low is not None
    assert (low.kind, low.worst_abs, low.bound) == ("bound", 0.25, 0.5)
    assert low.message == "0.25 is below the bound: at least 0.5 is asked for"
    high = within_bound(0.75, at_least=0.4, at_most=0.5)
    assert high is not None
    assert high.message == "0.75 is above the bound: at most 0.5 is asked for"
    with pytest.raises(ValueError, match="at_most or at_least"):
        within_bound(1.0)


# ---------------------------------------------------------------- excess


def test_excess_is_measured_in_tolerances() -> None:
    """The largest |difference| / allowed, wherever it is nested."""
    off = X.clone()
    off[1, 2] += 5 * float(allowed_difference(X)[1, 2])
    assert excess(off, X) == pytest.approx(5, rel=0.01)
    assert excess({"a": [X, off]}, {"a": [X, X]}) == pytest.approx(5, rel=0.01)
    assert excess([1.0, NAN, 2.5], [1.0, NAN, 2.0], rtol=0, atol=0.1) == pytest.approx(5)
    assert excess(off.numpy(), X.numpy(), rtol=0, atol=1) == pytest.approx(float((off - X).abs().max()))
    assert excess(X, X) == 0


@pytest.mark.parametrize(
    ("own", "wanted"),
    [(X.T, X), (X.double(), X), (X * NAN, X), (1, 2), ("a", "b"), ([1.0], [1.0, 2.0]), ({"a": 1.0}, {"b": 1.0}),
     (True, 1.0), ({True: 1.0}, {1: 1.0}), (INF, 1.0), (1.0, 0.0), (None, X)],
)  # fmt: skip
def test_excess_is_infinite_where_no_tolerance_helps(own: object, wanted: object) -> None:
    """Another shape, type, structure, text, or a NaN."""
    assert excess(own, wanted) == INF


@FAST
@hypothesis.given(
    st.lists(st.floats(-10, 10) | arrays, min_size=1, max_size=3), st.sampled_from([0.0, 1e-9, 1e-8, 1e-7, 3e-6, 1e-3])
)
def test_excess_agrees_with_compare(value: list[Any], by: float) -> None:
    """At most 1 exactly where nothing is found."""
    moved = [
        item if isinstance(item, torch.Tensor) and not item.is_floating_point() else item * (1 + by) for item in value
    ]
    assert (excess(moved, value) <= 1) == (compare(moved, value) is None)


@FAST
@hypothesis.given(values | arrays, values | arrays)
def test_excess_of_anything_agrees_with_compare(one: object, other: object) -> None:
    """It takes what compare takes."""
    assert (excess(one, other) <= 1) == (compare(one, other) is None)
    assert excess(one, one) == 0
