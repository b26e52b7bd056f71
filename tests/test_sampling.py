"""What `make test` leaves out is left out by the name alone, and `make test-all` leaves out nothing."""

from __future__ import annotations

import pytest
import sampling
from sampling import sampled

CASES = [f"case {number}" for number in range(10)]


@pytest.fixture(params=[False, True], ids=["test", "test-all"])
def everything(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both tiers."""
    monkeypatch.setattr(sampling, "EVERYTHING", request.param)
    return bool(request.param)


def test_a_third_rounded_up_and_in_order(everything: bool) -> None:
    """Ten cases give four, one gives one, none gives none."""
    found = sampled(CASES)
    assert len(found) == (10 if everything else 4)
    assert [case for case in CASES if case in found] == found
    assert sampled(["only"]) == ["only"]
    assert sampled([]) == []


def test_the_order_of_the_cases_does_not_matter(everything: bool) -> None:
    """The same names are taken, wherever they stand: their hashes decide."""
    assert set(sampled(CASES)) == set(sampled(CASES[::-1]))
    assert sampled(list(range(10)), name=lambda number: CASES[number]) == [CASES.index(one) for one in sampled(CASES)]
