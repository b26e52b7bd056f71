"""Margins: how far right answers stay below a tolerance and wrong ones above it, and what is proposed."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, cast

import pytest
import torch
from notebooks import cell, exercise, write_exercise

from autograder.audit import Audit, Effort, Margin, Margins, Size, audit, audit_html, measure, propose, to_json
from autograder.grade import Grader
from autograder.isolation import ForkServer
from autograder.worker.double import Double

EXTRA = 5  # where in the tiny exercise another raw cell for the mean can stand


def _with(source: str, **settings: Any) -> dict[str, Any]:
    """Return the tiny exercise with one more alternative for `mean`."""
    raw = exercise(**settings)
    raw["cells"].insert(EXTRA, cell("raw", "more", source))
    return raw


def _measured(grader: Grader, tmp_path: Path, raw: dict[str, Any] | None = None, seeds: int = 1) -> Margins:
    return measure(write_exercise(tmp_path, raw), grader, seeds=seeds, jobs=2)


def _close(amount: float) -> str:
    return f"misconception: close\nsays: Not quite.\nbreaks: mean\n---\nmean = x.mean(0, keepdim=True) + {amount}"


def test_each_answer_is_measured(grader: Grader, tmp_path: Path) -> None:
    """The solution in other numerics, the variant, the misconceptions that must break a check."""
    found = _measured(grader, tmp_path, seeds=2)
    mean, centred, *_, hidden = found.checks
    assert found.compared == ("float64", "4 threads")
    assert found.notes == ()
    assert {size.by for size in mean.right} == {
        "float64", "4 threads", "variant 'sum'", "variant 'sum' against float64"
    }  # fmt: skip
    assert 0 < {size.by: size.error for size in mean.right}["float64"] < 0.01
    assert [size.by for size in centred.wrong] == ["added"]
    assert centred.above > 1000
    assert [size.by for size in hidden.wrong] == ["no abs"]
    assert not list(found.faults())


def test_numbers_beyond_tolerance(grader: Grader, tmp_path: Path) -> None:
    """Another shape has no distance; a check that nobody names counts who breaks it."""
    mean = _measured(grader, tmp_path).checks[0]
    assert (mean.wrong, mean.above) == ((Size("other axis", math.inf, math.inf),), math.inf)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (_close(3e-4), "the misconception 'close' is only"),
        (_close(1e-6), "accepts 'close'"),
        ("variant: sloppy\n---\nmean = x.mean(0, keepdim=True) * 1.00004", "variant 'sloppy', which is right, comes"),
        ("variant: wrong\n---\nmean = x.mean(0, keepdim=True) * 1.1", "rejects a right answer: variant 'wrong' is"),
    ],
)
def test_small_margins_are_faults(grader: Grader, tmp_path: Path, source: str, fault: str) -> None:
    """On either side of the tolerance."""
    assert any(fault in one for one in _measured(grader, tmp_path, _with(source)).faults())


def test_a_written_reason_excuses_a_small_margin(grader: Grader, tmp_path: Path) -> None:
    """But not a wrong answer that is accepted."""
    reason = {"mean": "the sum of few numbers"}
    assert not list(_measured(grader, tmp_path / "a", _with(_close(3e-4), margins=reason)).faults())
    assert list(_measured(grader, tmp_path / "b", _with(_close(1e-6), margins=reason)).faults())


def test_other_data_show_what_one_seed_hides(grader: Grader, tmp_path: Path) -> None:
    """A misconception that only some data expose is found by more seeds."""
    wrong = "mean = x.mean(0, keepdim=True) + (x[0, 0] {} 0)"
    by_first = {
        sign: not any(
            "accepts" in fault
            for fault in _measured(
                grader, tmp_path / name, _with(f"misconception: half\nsays: .\nbreaks: mean\n---\n{wrong.format(sign)}")
            ).faults()
        )
        for sign, name in ((">", "more"), ("<", "less"))
    }
    (sign,) = (sign for sign, fine in by_first.items() if fine)  # exactly one of them looks fine on one seed
    raw = _with(f"misconception: half\nsays: .\nbreaks: mean\n---\n{wrong.format(sign)}")
    assert any("accepts 'half' in a reseeded run" in one for one in _measured(grader, tmp_path, raw, seeds=8).faults())


def test_variants_that_do_not_go_together(grader: Grader, tmp_path: Path) -> None:
    """Two variants that only fail side by side are measured one by one."""
    raw = _with("variant: flat\n---\nflat = True\nmean = x.mean(0, keepdim=True)")
    position = next(i for i, one in enumerate(raw["cells"]) if one["id"] == "m2")
    raw["cells"].insert(
        position, cell("raw", "v2", "variant: needs\n---\ncentred = x - mean\nassert 'flat' not in globals()")
    )
    raw["cells"] = [one for one in raw["cells"] if one["id"] != "v1"]
    assert not list(_measured(grader, tmp_path, raw).faults())


# ---------------------------------------------------------------- calibrate


def _margin(right: float, wrong: float, allowed: float = 1e-3) -> Margin:
    sizes = (Size("variant 'a'", right, right * allowed),), (Size("b", wrong, wrong * allowed),)
    return Margin("c", "cell", False, 1e-4, 1e-5, True, allowed, *sizes)


@pytest.mark.parametrize(
    ("right", "wrong", "verdict"),
    [
        (0.01, 100, "keep"),
        (0, math.inf, "keep"),
        (0.5, 1000, "change"),  # the tolerance is too tight
        (20, math.inf, "change"),
        (1e-6, 2, "change"),  # too loose
        (0, 0.5, "change"),
        (0.5, 20, "inputs"),
        (math.inf, 1e9, "inputs"),
        (0, 0, "inputs"),
    ],
)
def test_proposals(right: float, wrong: float, verdict: str) -> None:
    """A tolerance between right and wrong with both margins, or the word that there is none."""
    margin = _margin(right, wrong)
    found = propose(margin)
    assert found.verdict == verdict
    factor = found.rtol / margin.rtol
    assert found.atol / margin.atol == pytest.approx(factor)
    if verdict == "change":
        assert factor >= 9.9 * right
        assert factor <= wrong / 9.9


def test_what_has_no_tolerance_needs_none() -> None:
    """Ints, texts and bounds are compared as they are."""
    assert propose(_margin(0, math.inf, allowed=0)).verdict == "exact"


def test_a_proposal_mends_the_exercise(grader: Grader, tmp_path: Path) -> None:
    """What calibrate proposes, put into the check, ends the fault."""
    raw = exercise()
    number = next(i for i, one in enumerate(raw["cells"]) if one["id"] == "check-mean")
    raw["cells"][number]["source"] = 'check("mean", mean, rtol=1e-8, atol=1e-8)'
    before = _measured(grader, tmp_path / "before", raw)
    assert any("rejects a right answer" in one for one in before.faults())
    proposal = propose(before.checks[0])
    assert proposal.verdict == "change"
    raw["cells"][number]["source"] = f'check("mean", mean, rtol={proposal.rtol}, atol={proposal.atol})'
    assert not list(_measured(grader, tmp_path / "after", raw, seeds=3).faults())


# ---------------------------------------------------------------- float64


def _generator() -> torch.Generator:
    return torch.Generator().manual_seed(3)


@pytest.mark.parametrize(
    "draw",
    [
        lambda g: torch.randn(3, 4, generator=g),
        lambda g: torch.rand(3, 4, generator=g, dtype=torch.float32),
        lambda g: torch.empty(3, 4).uniform_(-1, 1, generator=g),
        lambda g: torch.nn.init.kaiming_normal_(torch.empty(3, 4), generator=g),
        lambda g: torch.nn.init.uniform_(torch.empty(3, 4), -1, 1, generator=g),
        lambda g: torch.bernoulli(torch.full((3, 4), 0.5), generator=g),
        lambda g: torch.normal(torch.zeros(3, 4), 1.0, generator=g),
        lambda g: torch.tensor([[0.1, 0.2]], requires_grad=True),
    ],
)
def test_double_has_the_same_random_numbers(draw: Any) -> None:
    """The numbers of float32, widened, whoever draws them."""
    plain = draw(_generator())
    with Double():
        wide = draw(_generator())
    assert wide.dtype == torch.float64
    assert torch.equal(wide.float(), plain)
    assert (wide.is_leaf, wide.requires_grad) == (plain.is_leaf, plain.requires_grad)


def test_double_computes_in_float64() -> None:
    """Sums, casts and layers keep what float32 would lose."""
    with Double():
        x = torch.tensor([1e8, 1.0, -1e8])
        assert float(x.sum()) == 1
        assert (
            x.float().dtype == x.to(torch.float32).dtype == torch.zeros(2, dtype=torch.float32).dtype == torch.float64
        )
        layer = torch.nn.Linear(3, 2)
        layer(torch.ones(1, 3)).sum().backward()
        assert cast("torch.Tensor", layer.weight.grad).dtype == torch.float64
        assert torch.arange(3).dtype == torch.int64


# ---------------------------------------------------------------- faces


@pytest.fixture(scope="module")
def audited(launcher: ForkServer, tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """The tiny exercise, with a misconception of too small a margin and a mark-up character in its name."""
    raw = _with(_close(3e-4).replace("misconception: close", "misconception: close <b>"))
    notebook = write_exercise(tmp_path_factory.mktemp("audited"), raw)
    return audit(notebook, Grader(launcher=launcher, secret=b"s" * 32), effort=Effort(seeds=1, mutants=3), jobs=2)


def test_json_has_the_numbers(audited: Audit) -> None:
    """All that the audit knows, and nothing that is not JSON."""
    raw = to_json(audited)
    assert json.loads(json.dumps(raw, allow_nan=False)) == raw
    assert raw["passed"] is False
    assert raw["mutants"]["made"] == 3
    mean = raw["margins"]["checks"][0]
    assert mean["check"] == "mean"
    assert 1 < mean["above"] < 10
    assert raw["faults"] == list(audited.faults)


def test_page_stands_alone(audited: Audit) -> None:
    """A picture with a dot for every answer, the fault in words, no script, no foreign mark-up."""
    page = audit_html([audited])
    assert page.count("<svg") == 1
    assert "tolerances</title>" in page
    assert "small margin" in page
    assert "close &lt;b&gt;" in page
    assert "<b>'" not in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
