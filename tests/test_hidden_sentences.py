"""What a student reads of a hidden check is one of a list of texts: nothing that their code has returned comes back."""

from __future__ import annotations

import ast
import builtins
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from test_diagnose import CASES, ITEMS, _expected

import autograder.diagnose
from autograder.compare import compare
from autograder.diagnose import diagnose, known_causes
from autograder.model import CheckResult, Diagnosis, Mismatch, Status
from autograder.report import check_seen_by_student
from autograder.report.fixed import FIXED
from autograder.report.rows import CheckRow, check_row
from autograder.report.seen import _CHANGED, _FORBIDDEN, _MISSING, _NO_ANSWER

SOURCES = sorted(Path(autograder.diagnose.__file__).parent.glob("*.py"))
EXCEPTIONS = {name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, Exception)}
# every text that a face may show of a hidden check beside its name, mark and word
LIST = {"", *FIXED.values(), _CHANGED, _FORBIDDEN, *_MISSING, _NO_ANSWER, "an exception", *EXCEPTIONS}


def hidden(actual: Any, expected: Any) -> CheckRow:
    """Return what a student reads of a hidden check that got this value."""
    mismatch, found = compare(actual, expected), diagnose(actual, expected)
    return check_row(CheckResult("hidden", Status.WRONG, hidden=True, mismatch=mismatch, diagnosis=found))


# ---------------------------------------------------------------- the list is whole


def test_every_known_cause_has_its_fixed_sentence() -> None:
    """The register of causes and report/fixed.py hold the same names: none is untold, and no sentence is idle."""
    assert known_causes() == FIXED.keys()


def _causes() -> dict[str, list[ast.expr]]:
    """Return the expression of each cause that `diagnose` can give, by its place in the code."""
    found: dict[str, list[ast.expr]] = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"seen", "Diagnosis"}:
                if node.func.id == "seen":
                    found.setdefault(f"{path.name}:{node.lineno}", []).append(node.args[0])
            elif isinstance(node, ast.keyword) and node.arg == "cause":
                found.setdefault(f"{path.name}:{node.value.lineno}", []).append(node.value)
    return found


# what stands in the braces of a cause's name, and the variables that hold a whole name: words of ours
WORDS = {"end", "group.kind", "less", "name", "noun", "state", "word", "'-' if ratio < 0 else ''"}
NAMES = {"cause"}


@pytest.mark.parametrize(("location", "causes"), _causes().items(), ids=lambda one: one if isinstance(one, str) else "")
def test_every_cause_has_its_fixed_sentence(location: str, causes: list[ast.expr]) -> None:
    """A new cause needs one in report/fixed.py; and no cause's name is made of a value."""
    for cause in causes:
        match cause:
            case ast.Constant(value=str(name)):
                assert name in FIXED
            case ast.JoinedStr(values=parts):
                holes = {ast.unparse(part.value) for part in parts if isinstance(part, ast.FormattedValue)}
                assert holes <= WORDS, f"{location}: the cause holds {holes - WORDS}"
                pattern = "".join(
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*" for part in parts
                )
                assert [name for name in FIXED if re.fullmatch(pattern, name)]
            case _:
                assert ast.unparse(cause) in NAMES


def test_the_causes_of_the_other_tests_are_in_the_list() -> None:
    """Those that are put together from words: each that a test of `diagnose` knows."""
    found = [found for one in (*CASES, *ITEMS) if (found := diagnose(one[1], _expected(str(one[0]), one[1], one[2])))]
    assert len(found) > 120
    assert {one.cause for one in found} <= FIXED.keys()


def test_factors_and_groups_are_in_the_list() -> None:
    """The names that are made of parts, all of them: what is not there would be told nothing."""
    from autograder.diagnose.functions import _FUNCTIONS
    from autograder.diagnose.scale import factor_text
    from autograder.diagnose.words import Factor

    names = ("n", "1/n", "n/(n-1)", "(n-1)/n", "sqrt(n)", "1/sqrt(n)")
    known = [None, *(Factor(name, size) for name in names for size in (2, 7) if size > 2 or name in names[:2])]
    assert {factor_text(sign, one)[0] for one in known for sign in (1.5, -1.5)} <= FIXED.keys()
    assert {f"{when}: {name}" for when in ("after", "before") for name, _ in _FUNCTIONS} <= FIXED.keys()
    for shape in ((4, 6), (3, 4, 5)):
        expected = torch.randn(shape, generator=torch.Generator().manual_seed(1))
        for axis in range(len(shape)):
            sizes = [shape[axis] if i == axis else 1 for i in range(len(shape))]
            own = torch.linspace(2, 3, shape[axis]).reshape(sizes)
            for actual in (expected * own, expected + own):
                found = diagnose(actual, expected)
                assert found is not None
                assert found.cause in FIXED
                assert not re.search(r"\d", found.cause)


@pytest.mark.parametrize("cause", FIXED)
def test_a_fixed_sentence_reads_well(cause: str) -> None:
    """A sentence or a few, short, for somebody who does not see the value."""
    text = FIXED[cause]
    assert 20 < len(text) < 330
    assert text[0].isupper()
    assert text[-1] in ".?"
    assert "  " not in text
    assert not re.search(r"[{}]|\d{2,}", text.replace("127", "").replace("255", "").replace("256", ""))


# ---------------------------------------------------------------- it says nothing of the value


@pytest.mark.parametrize("cause", FIXED)
def test_for_every_numeric_cause_two_answers_get_the_same_sentence(cause: str) -> None:
    """Whatever `diagnose` says of two answers with one cause, a student reads the same of a hidden check."""
    rng = random.Random(cause)
    read = set()
    for _ in range(2):
        secret = str(rng.random())
        mismatch = Mismatch("value", secret, rng.randrange(99), 99, rng.random(), 1.0, secret, secret, secret, 1.0)
        found = Diagnosis(f"At [{secret}]: yours is {secret}.", "numeric", cause, rng.random())
        row = check_row(CheckResult("x", Status.WRONG, hidden=True, mismatch=mismatch, diagnosis=found))
        assert secret not in str(row)
        read.add(row)
    (row,) = read
    assert row.advice == FIXED[cause]


def _noise(g: torch.Generator, *shape: int) -> torch.Tensor:
    return torch.randn(shape, generator=g)


def _int(g: torch.Generator, low: int, high: int) -> int:
    return int(torch.randint(low, high, (), generator=g))


def _ids(g: torch.Generator, count: int) -> list[int]:
    return torch.randint(300, 900, (count,), generator=g).tolist()


Pair = tuple[Any, Any]


def _keepdim(g: torch.Generator) -> Pair:
    x = _noise(g, _int(g, 4, 9), _int(g, 4, 9))
    return x[:, None], x


def _factor(g: torch.Generator) -> Pair:
    x = _noise(g, 5, 4)
    return x * (1.31 + float(torch.rand((), generator=g))), x


def _size(g: torch.Generator) -> Pair:
    x = _noise(g, _int(g, 5, 12), 4)
    return x * len(x), x


def _offset(g: torch.Generator) -> Pair:
    x = _noise(g, 5, 4)
    return x + 1 + float(torch.rand((), generator=g)), x


def _constant(g: torch.Generator) -> Pair:
    return torch.full((5, 4), 2 + float(torch.rand((), generator=g))), _noise(g, 5, 4)


def _masked(g: torch.Generator) -> Pair:
    x = _noise(g, 6, 6)
    mask = torch.ones(6, 6).triu(1).bool()
    return x.masked_fill(mask, float(_int(g, 3, 99))), x.masked_fill(mask, -torch.inf)


def _some_wrong(g: torch.Generator) -> Pair:
    x = _noise(g, 9, 4)
    own = x.clone()
    own[torch.randperm(9, generator=g)[:3]] += 2
    return own, x


def _few_wrong(g: torch.Generator) -> Pair:
    x = _noise(g, 9, 9)
    own = x.clone()
    own[torch.arange(9), torch.randperm(9, generator=g)] += 3
    return own, x


def _nan(g: torch.Generator) -> Pair:
    x = _noise(g, 6, 5)
    return torch.where(_noise(g, 6, 5) > 1, torch.nan, x), x


def _not_summed(g: torch.Generator) -> Pair:
    x = _noise(g, _int(g, 3, 9), _int(g, 10, 14), 3)
    return x, x.sum(0)


def _other_sum(g: torch.Generator) -> Pair:
    a, b = _int(g, 3, 7), _int(g, 8, 12)
    return _noise(g, a, 1), _noise(g, 1, b)


def _axis_left(g: torch.Generator) -> Pair:
    a = _int(g, 3, 9)
    return _noise(g, a, _int(g, 3, 9)), _noise(g, a, 1)


def _unknown_id(g: torch.Generator) -> Pair:
    return [((97, _int(g, 300, 9999)), 256)], [((97, 98), 256)]


def _first_merge(g: torch.Generator) -> Pair:
    a, b = _int(g, 0, 255), _int(g, 0, 255)
    return [((97, 97), 256), ((a, b), 257)], [((97, 97), 256), ((b + 1, a), 257)]


def _first_id(g: torch.Generator) -> Pair:
    return _ids(g, 3), [*_ids(g, 2), 256, 257]


def _list_offset(g: torch.Generator) -> Pair:
    ids, by = _ids(g, 6), _int(g, 1, 99)
    return [one + by for one in ids], ids


def _keys_missing(g: torch.Generator) -> Pair:
    full = {i: i**2 for i in range(20)}
    return {i: full[i] for i in torch.randperm(20, generator=g)[: _int(g, 3, 17)].tolist()}, full


def _keys_too_many(g: torch.Generator) -> Pair:
    full = {i: i**2 for i in range(9)}
    return full | {f"{i}": i for i in _ids(g, _int(g, 2, 9))}, full


def _dict_constant(g: torch.Generator) -> Pair:
    return dict.fromkeys("abc", _int(g, 9, 9999)), {"a": 1, "b": 4, "c": 2}


def _members(g: torch.Generator) -> Pair:
    return {1, 2, *_ids(g, _int(g, 1, 9))}, {1, 2}


def _too_many(g: torch.Generator) -> Pair:
    return [1, 2, 3, *_ids(g, _int(g, 1, 9))], [1, 2, 3]


def _items(g: torch.Generator) -> Pair:
    kinds = [(tuple(_ids(g, _int(g, 2, 9))),) * 2, ("a",) * 2, (b"b",) * 2]
    return list(kinds[_int(g, 0, 3)]), [5.5, 2.5]


def _nested(g: torch.Generator) -> Pair:
    parts = [_noise(g, 4, 3) for _ in range(12)]
    own = list(parts)
    location = _int(g, 0, 12)
    own[location] = -own[location]
    return own, parts


RANDOM: list[tuple[str, Callable[[torch.Generator], Pair]]] = [
    ("keepdim", _keepdim),
    ("constant factor", _factor),
    ("factor n", _size),
    ("offset", _offset),
    ("constant", _constant),
    ("masked with a number", _masked),
    ("some wrong", _some_wrong),
    ("few wrong", _few_wrong),
    ("NaN", _nan),
    ("not summed", _not_summed),
    ("summed over the other axis", _other_sum),
    ("axis not reduced", _axis_left),
    ("unknown id", _unknown_id),
    ("first merge that differs", _first_merge),
    ("first id that differs", _first_id),
    ("offset", _list_offset),
    ("keys missing", _keys_missing),
    ("keys too many", _keys_too_many),
    ("constant", _dict_constant),
    ("members too many", _members),
    ("too many at the end", _too_many),
    ("items of another type", _items),
    ("sign", _nested),
]


@pytest.mark.parametrize(("cause", "make"), RANDOM, ids=[f"{make.__name__[1:]}" for _, make in RANDOM])
def test_random_answers_with_one_cause_get_the_same_sentence(
    cause: str, make: Callable[[torch.Generator], Pair]
) -> None:
    """From the answer to the page: numbers, sizes, keys and ids differ, and a student reads the same."""
    said, read = set(), set()
    for seed in range(12):
        actual, expected = make(torch.Generator().manual_seed(seed))
        found = diagnose(actual, expected)
        if found is not None and found.cause == cause:
            said.add(found.text)
            read.add(hidden(actual, expected))
    assert len(said) > 1  # in public they differ: the answers do carry something
    (row,) = read
    assert row.advice == FIXED[cause]
    assert (row.problem, row.values, row.note, row.facts) == ("", "", "", "")


@pytest.mark.parametrize(
    ("actual", "expected"),
    [(one[1], _expected(str(one[0]), one[1], one[2])) for one in (*CASES, *ITEMS)],
    ids=[f"{i}-{one[0]}" for i, one in enumerate((*CASES, *ITEMS))],
)
def test_what_is_read_of_a_wrong_value_is_in_the_list(actual: Any, expected: Any) -> None:
    """Every case of the tests of `diagnose`, handed in at a hidden check."""
    row = hidden(actual, expected)
    assert {row.facts, row.problem, row.values, row.advice, row.remark, row.note} <= LIST


texts = st.text(max_size=60) | st.sampled_from([*FIXED, *_MISSING, *EXCEPTIONS, "Not reached. 4711", "KeyError: 4711"])
mismatches = st.none() | st.builds(
    Mismatch, st.just("value"), texts, st.integers(), st.integers(), st.floats(), st.floats(), texts, texts, texts
)
diagnoses = st.none() | st.builds(Diagnosis, texts, st.just("numeric"), texts, st.floats())


@given(
    st.builds(
        CheckResult,
        st.just("x"),
        st.sampled_from(Status),
        st.just(value=True),
        st.just(1.0),
        st.none() | texts,
        mismatches,
        diagnoses,
        st.none() | texts,
    )
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_whatever_happened_a_student_reads_texts_of_the_list(result: CheckResult) -> None:
    """Status, reason, mismatch, diagnosis and remark of any kind: what is read of it is fixed beforehand."""
    row = check_row(result)
    assert {row.facts, row.problem, row.values, row.advice, row.remark, row.note} <= LIST
    seen = check_seen_by_student(result)
    assert check_seen_by_student(seen) == seen
    assert seen.mismatch is None
    assert {seen.reason or "", seen.remark or "", seen.diagnosis.text if seen.diagnosis else ""} <= LIST


def test_the_authors_sentence_is_told_as_it_stands() -> None:
    """It is fixed by the exercise; nothing is put into its braces."""
    says = "Is {0} the mean, or %s {x}?"
    result = CheckResult("x", Status.WRONG, hidden=True, diagnosis=Diagnosis(says, "author", "the mean of 4711"))
    seen = check_seen_by_student(result)
    assert seen.diagnosis == Diagnosis(says, "author", "")
