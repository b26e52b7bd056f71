"""Judging has limits: what one submission makes of it costs that submission, and nobody else."""

from __future__ import annotations

import json
import os
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import bad_judge
import pytest
from notebooks import RIGHT, answered, write_exercise

from autograder.errors import GraderError, RunnerError
from autograder.grade import Grader, GradingResult
from autograder.isolation import ForkServer
from autograder.judge.confined import Judges
from autograder.judge.confined.pool import _LIFE
from autograder.model import Status
from autograder.notebook import Notebook

HERE = Path(__file__).resolve().parent
CPU_S = 1.0
BOUND_S = 40.0  # of wall time, on a busy machine, for what may compute for CPU_S seconds three times


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    """A fork server that finds the bad judge."""
    with ForkServer(extra_path=[HERE]) as launcher:
        yield launcher


@pytest.fixture
def source(tmp_path: Path) -> Notebook:
    return write_exercise(tmp_path)


@pytest.fixture
def bad(server: ForkServer) -> Iterator[Grader]:
    """A grader whose judges have mistakes."""
    judges = Judges(server, worker="bad_judge", cpu_s=CPU_S)
    yield Grader(launcher=server, secret=b"s" * 32, seed_id="test", judges=judges)
    judges.close()


def _grade(grader: Grader, source: Notebook, **answers: str) -> GradingResult:
    return grader.grade(source, json.dumps(answered(**{**RIGHT, **answers})).encode(), student="ada")


def _statuses(graded: GradingResult) -> list[Status]:
    return [check.status for cell in graded.report.cells for check in cell.checks]


def _wrong(number: int) -> dict[str, Any]:
    return {"solution_scale": f"def scale(v):\n    _ = v  # else the code would tell why\n    return {number}"}


def test_it_says_what_the_judge_in_this_process_says(launcher: ForkServer, grader: Grader, source: Notebook) -> None:
    """Right, wrong, raising, blank, forbidden or broken: a report is the same wherever it was made."""
    here = Grader(launcher=launcher, secret=b"s" * 32, seed_id="test")
    for answers in (
        {},
        _wrong(7),
        {"solution_mean": "mean = x.mean(0, keepdim=True) * 3"},
        {"solution_mean": "mean = x.mean(0)"},
        {"solution_scale": "def scale(v):\n    return v / 0 if v.nope else 1"},
        {"solution_scale": "import ("},
        {"solution_scale": "# ünïcödé \ud800\nscale = None"},
    ):
        beside, own = _grade(grader, source, **answers), _grade(here, source, **answers)
        assert beside.submission == own.submission
        assert (beside.report.cells, beside.report.problems) == (own.report.cells, own.report.problems), answers
    for data in (b"", b"no notebook", b"{}", json.dumps({"cells": []}).encode()):
        beside, own = (one.grade(source, data, student="ada") for one in (grader, here))
        assert (beside.submission, beside.report.cells) == (own.submission, own.report.cells)


@pytest.mark.parametrize("number", [bad_judge.HANGS, bad_judge.BLOATS, bad_judge.ENDS, bad_judge.BABBLES])
def test_a_search_for_the_cause_that_is_too_much_costs_the_cause(bad: Grader, source: Notebook, number: int) -> None:
    """The verdicts stand, the report says what is missing, and the next submission has its cause again."""
    assert _grade(bad, source).report.score == source.points
    began = time.monotonic()
    graded = _grade(bad, source, **_wrong(number))
    assert time.monotonic() - began < BOUND_S
    assert _statuses(graded) == [Status.PASSED, Status.PASSED, Status.WRONG, Status.WRONG]
    assert all(check.diagnosis is None for cell in graded.report.cells for check in cell.checks)
    assert len(graded.report.problems) == 1
    assert "The verdicts stand." in graded.report.problems[0]
    after = _grade(bad, source, solution_mean="mean = x.mean(0, keepdim=True) * 3")
    assert not after.report.problems
    assert after.report.cells[0].checks[0].diagnosis is not None


def test_a_mistake_of_ours_in_a_diagnosis_costs_the_diagnosis(bad: Grader, source: Notebook) -> None:
    """An exception is named, so that somebody reports it."""
    graded = _grade(bad, source, **_wrong(bad_judge.RAISES))
    assert _statuses(graded)[2:] == [Status.WRONG, Status.WRONG]
    assert "ZeroDivisionError" in graded.report.problems[0]


def test_verdicts_that_are_too_much_give_no_points(bad: Grader, source: Notebook) -> None:
    """Fail closed: nothing of such a submission counts, and every check says why."""
    graded = _grade(bad, source, **_wrong(bad_judge.HANGS_EARLY))
    assert graded.report.score == 0
    assert set(_statuses(graded)) == {Status.MISSING}
    reasons = {check.reason for cell in graded.report.cells for check in cell.checks}
    assert reasons == set(graded.report.problems)
    assert "computed for too long" in str(reasons.pop())


def test_a_mistake_of_ours_in_a_verdict_is_no_zero(bad: Grader, source: Notebook) -> None:
    """It is an error: the earlier grade stays."""
    with pytest.raises(GraderError, match="ZeroDivisionError.*please report it"):
        _grade(bad, source, **_wrong(bad_judge.RAISES_EARLY))


def test_a_file_that_is_too_much_to_read_is_a_problem_in_words(bad: Grader, source: Notebook) -> None:
    """It counts as one without answers."""
    graded = _grade(bad, source, solution_mean=bad_judge.BAD_FILE)
    assert graded.report.score == 0
    assert "could not be read within 1 s" in graded.report.problems[0]
    assert graded.submission.sha256


def test_a_judge_that_died_while_it_waited_is_replaced(bad: Grader, source: Notebook, server: ForkServer) -> None:
    """Whatever killed it between two submissions, nobody hears of it."""
    assert _grade(bad, source).report.score == source.points
    assert bad._judges is not None
    (judge,) = bad._judges._idle
    judge._child.kill()
    judge._child.wait(10)
    graded = _grade(bad, source, **_wrong(7))
    assert not graded.report.problems
    assert len(bad._judges._idle) == 1
    assert bad._judges._idle != [judge]


def test_several_at_once(bad: Grader, source: Notebook) -> None:
    """One that hangs holds nobody: others are judged meanwhile, by processes of their own."""
    numbers = [bad_judge.HANGS, *range(1, 8)]
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda number: _grade(bad, source, **_wrong(number)), numbers))
    assert [bool(one.report.problems) for one in found] == [True] + [False] * 7


def test_a_judge_is_confined(server: ForkServer) -> None:
    """It is the sandbox of a student's run: no network, no file, a limit on memory."""
    with server.spawn(_LIFE, worker="nosy") as child:
        child.close_input()
        text = b""
        while part := os.read(child.from_worker, 1 << 16):
            text += part
    said = json.loads(text)
    assert said == {"network": "refused", "passwd": "refused", "processes": "refused", "memory": "refused"}


def test_no_judge_at_all_is_an_error_and_no_zero(server: ForkServer, source: Notebook) -> None:
    """A module that is not there: no submission can be judged, which is nobody's zero."""
    judges = Judges(server, worker="no_such_judge")
    grader = Grader(launcher=server, secret=b"s" * 32, seed_id="test", judges=judges)
    with pytest.raises(RunnerError, match="no_such_judge"):
        _grade(grader, source)


def test_closed_judges_leave_no_process(server: ForkServer, source: Notebook) -> None:
    """They end with the grader."""
    judges = Judges(server)
    assert _grade(Grader(launcher=server, secret=b"s" * 32, judges=judges), source).report.score == source.points
    (judge,) = judges._idle
    judges.close()
    assert judge._child.wait(0).reason in ("exited", "stopped")
    judges.close()


def test_many_large_answers_leave_the_grader_small(grader: Grader, source: Notebook) -> None:
    """Sixty million bools are looked at beside the grader, not in it."""
    _grade(grader, source)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    graded = _grade(
        grader, source, solution_scale="def scale(v):\n    return torch.zeros(30_000_000, dtype=torch.bool)"
    )
    assert _statuses(graded)[2:] == [Status.WRONG, Status.WRONG] or Status.RAISED in _statuses(graded)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024
