"""A student's live session: odd orders, mended cells, own values, own cells."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from faces import Silent
from notebooks import CHECK_SCALE, RIGHT, SETUP, exercise, write_exercise

from autograder.grade import Grader
from autograder.gradebook.publicrun import expected_file
from autograder.isolation import ForkServer
from autograder.judge.expected import FILE_NAME
from autograder.model import CheckResult, Limits, Run, Step
from autograder.report import from_json
from autograder.run import Job, run_steps

CHECK_MEAN, CHECK_CENTRED = 'check("mean", mean)', 'check("centred", centred)'
CHECK_SCALE_PUBLIC = CHECK_SCALE.split("\n")[0]
WRONG_MEAN = "mean = x.mean(1, keepdim=True)"
TELL = """
import json as _json
from autograder import check as _check
from autograder.report import to_json as _to_json
print("REPORT", _json.dumps(_to_json(_check.session.report())))
"""


@pytest.fixture(scope="module")
def values(launcher: ForkServer, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file beside a small exercise with a rule."""
    rules = [{"name": "torch.mean", "reason": "Add and divide."}]
    source = write_exercise(tmp_path_factory.mktemp("live"), exercise(rules=rules))
    return expected_file(Grader(launcher=launcher, secret=None), source)


@pytest.fixture
def session(launcher: ForkServer, values: bytes) -> Callable[..., tuple[dict[str, CheckResult], list[str]]]:
    """Return a function: cells, run one after another -> the session's checks, and what each cell showed."""

    def run(*cells: str, tell: bool = True, files: bool = True) -> tuple[dict[str, CheckResult], list[str]]:
        steps = [Step(f"{number}", source) for number, source in enumerate([*cells, *([TELL] if tell else [])])]
        found = run_steps(_job(steps, values if files else None), launcher)
        shown = ["\n".join(output.text for output in cell.outputs) for cell in found.cells]
        return (_report(found) if tell else {}), shown

    return run


def _job(steps: list[Step], data: bytes | None) -> Job:
    files = {FILE_NAME: data} if data is not None else {}
    return Job(
        steps=steps,
        limits=Limits(),
        seed=lambda case, **_: len(case),
        follow_through=Silent(),
        files=files,
        mode="session",
    )


def _report(run: Run) -> dict[str, CheckResult]:
    lines = [line for output in run.cells[-1].outputs for line in output.text.splitlines()]
    said = next(line.removeprefix("REPORT ") for line in lines if line.startswith("REPORT "))
    return {check.name: check for cell in from_json(json.loads(said)).cells for check in cell.checks}


Session = Callable[..., tuple[dict[str, CheckResult], list[str]]]


def test_one_wrong_step_costs_one_step_and_stays_the_students(session: Session) -> None:
    """Later cells run with the right value; what the student looks at is their own."""
    checks, shown = session(
        SETUP, WRONG_MEAN, CHECK_MEAN, "print('OWN', tuple(mean.shape))", RIGHT["solution_centred"], CHECK_CENTRED,
        "print('STILL', tuple(mean.shape))",
    )  # fmt: skip
    assert (checks["mean"].status, checks["centred"].status) == ("wrong", "passed")
    assert "OWN (4, 1)" in shown[3]
    assert "STILL (4, 1)" in shown[6]


def test_a_wrong_value_is_not_right_when_it_is_checked_again(session: Session) -> None:
    """The check cell alone, run again, sees the student's own value; a mended one passes."""
    checks, _ = session(SETUP, WRONG_MEAN, CHECK_MEAN, CHECK_MEAN)
    assert checks["mean"].status == "wrong"
    checks, shown = session(SETUP, WRONG_MEAN, CHECK_MEAN, RIGHT["solution_mean"], CHECK_MEAN, "print(mean.shape)")
    assert checks["mean"].status == "passed"
    assert "[1, 3]" in shown[5]


def test_a_given_variable_that_is_bound_anew(session: Session) -> None:
    """What a later cell makes of a given value stays, as it does in a graded run."""
    checks, shown = session(
        SETUP, WRONG_MEAN, CHECK_MEAN, "centred = x - mean\nmean = mean * 0 + 7", CHECK_CENTRED,
        f"{RIGHT['solution_scale']}\nseen = mean.max().item()", "print('SEEN', seen, mean.max().item())",
    )  # fmt: skip
    assert checks["centred"].status == "passed"
    assert "SEEN 7.0 7.0" in shown[6]


def test_blank_steps_are_given_too(session: Session) -> None:
    """A task that was left out does not stand in the way of the next; afterwards its variable is not there."""
    checks, shown = session(
        SETUP, "raise NotImplementedError()", CHECK_MEAN, RIGHT["solution_centred"], CHECK_CENTRED,
        "print('mean' in globals())",
    )  # fmt: skip
    assert (checks["mean"].status, checks["centred"].status) == ("missing", "passed")
    assert "False" in shown[5]


def test_exceptions_are_told_whole_again_once_nothing_is_given(session: Session) -> None:
    """Decimals are left out of an exception's text while an earlier step is wrong, and no longer after it is mended."""
    answer = "def scale(v):\n    raise ValueError(0.125)"
    wrong = (SETUP, WRONG_MEAN, CHECK_MEAN, RIGHT["solution_centred"], CHECK_CENTRED, answer, CHECK_SCALE_PUBLIC)
    checks, _ = session(*wrong)
    assert checks["scale"].reason == "ValueError: …"
    checks, _ = session(*wrong, RIGHT["solution_mean"], CHECK_MEAN, CHECK_SCALE_PUBLIC)
    assert checks["scale"].reason == "ValueError: 0.125"


def test_another_cells_check_in_a_check_cell(session: Session) -> None:
    """A check that a student copied into another check cell is shown there, and gives nothing."""
    both = f"{CHECK_MEAN}\n{CHECK_CENTRED}"
    _, shown = session(SETUP, RIGHT["solution_mean"], "centred = x + mean", both, "print(centred.equal(x + mean))")
    assert "✗" in shown[3]
    assert "True" in shown[4]


def test_a_cell_that_was_not_run(session: Session) -> None:
    """Who runs a check before the answer's cell is told which cell to run."""
    _, shown = session(SETUP, CHECK_MEAN)
    assert "Not run yet: fill in the cell" in shown[1]


def test_a_rule_in_an_own_cell_that_is_mended(session: Session) -> None:
    """A helper that breaks a rule costs its check, and no longer once it is written anew."""
    helper = "def average(v):\n    return torch.mean(v, 0, keepdim=True)"
    answer = "mean = average(x)"
    checks, shown = session(SETUP, helper, answer, CHECK_MEAN)
    assert (checks["mean"].status, checks["mean"].reason) == (
        "forbidden", "torch.mean is not allowed in this exercise: Add and divide.",
    )  # fmt: skip
    assert "⊘" in shown[3]
    mended = "def average(v):\n    return v.sum(0, keepdim=True) / len(v)"
    checks, _ = session(SETUP, helper, answer, CHECK_MEAN, mended, answer, CHECK_MEAN)
    assert checks["mean"].status == "passed"


def test_an_own_cell_with_a_check(session: Session) -> None:
    """It shows its rows and, below them, its last value; what it checks is not the exercise's answer."""
    checks, shown = session(SETUP, "from __future__ import annotations\nm = 1\ncheck('new', m)\nm + 41")
    assert "No expected value" in shown[1]
    assert checks["mean"].status == "missing"
    _, shown = session(SETUP, "1 + 1\n3 + 4")
    assert "7" in shown[1]


def test_each_statement_costs_its_own_checks(session: Session) -> None:
    """An exception in a check cell is a row of the table; the rows after it are there."""
    both = f"{CHECK_MEAN}\n{CHECK_CENTRED}"
    checks, shown = session(SETUP, RIGHT["solution_mean"], "centred = x - mean", "del mean", both)
    assert "NameError" in shown[4]
    assert "centred" in shown[4]
    assert checks["mean"].status == "raised"


def test_without_the_exercises_file(session: Session) -> None:
    """A notebook that lies alone is told which file is missing, and nothing else goes wrong."""
    _, shown = session(SETUP, RIGHT["solution_mean"], CHECK_MEAN, "print('on')", tell=False, files=False)
    assert FILE_NAME in shown[2]
    assert "on" in shown[3]


def test_an_edited_setup_cell_is_told_once(session: Session, tmp_path: Path) -> None:
    """The first check after such an edit says which lines a graded run does not have; the next does not repeat it."""
    del tmp_path
    _, shown = session(
        f"{SETUP}\nimport math as m", RIGHT["solution_mean"], CHECK_MEAN, RIGHT["solution_centred"], CHECK_CENTRED
    )
    assert "import math as m" in shown[2]
    assert "import math as m" not in shown[4]
