"""A student's live session: odd orders, mended cells, own values, own cells."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from faces import Silent
from notebooks import CHECK_SCALE, RIGHT, SETUP, cell, exercise, write_exercise

from autograder.grade import Grader
from autograder.gradebook.publicrun import expected_file
from autograder.isolation import ForkServer
from autograder.judge.expected import FILE_NAME
from autograder.model import CheckResult, Limits, Run, Step
from autograder.notebook import edited_cells
from autograder.report import from_json
from autograder.run import Job, run_steps
from autograder.student.check import Check
from autograder.student.predictions import matches

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
    raw = exercise(rules=rules)
    at = next(i for i, one in enumerate(raw["cells"]) if one["id"] == "solution-mean") + 1
    raw["cells"].insert(at, cell("raw", "h1", "hints: mean\n- Which axis holds the examples?\n- Keep the axis."))
    raw["cells"].append(cell("raw", "h2", "hints:\n- What if all are negative?"))
    source = write_exercise(tmp_path_factory.mktemp("live"), raw)
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
    assert FILE_NAME in shown[0]
    assert FILE_NAME not in shown[1]
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


# ---------------------------------------------------------------- beside the checks


def test_progress_and_the_next_step_stand_below_the_table(session: Session) -> None:
    """Each table ends with how far the student has come."""
    _, shown = session(SETUP, RIGHT["solution_mean"], CHECK_MEAN)
    assert "1 of 3 checks · 1 of 4 points · next: <code" in shown[2]
    assert ">centred</code>" in shown[2]


def test_hints_come_one_after_the_other(session: Session) -> None:
    """A check's own hints first; after the last one all of them; a name that is none is told."""
    _, shown = session(
        SETUP, "check.hint('mean')", "check.hint('mean')", "check.hint('mean')", "check.hint('scale')",
        "check.hint('centred')", "check.hint('nothing')",
    )  # fmt: skip
    assert "Hint 1 of 2: Which axis holds the examples?" in shown[1]
    assert "Hint 2 of 2" in shown[2]
    assert "These were all hints" in shown[3]
    assert "Hint 1 of 1: What if all are negative?" in shown[4]
    assert "There is no hint for" in shown[5]
    assert "There is no check" in shown[6]


def test_a_hint_is_offered_when_a_student_is_stuck(session: Session) -> None:
    """After three different wrong tries, and at once where no sentence says what is wrong."""
    offer = "check.hint(&quot;mean&quot;)"
    _, shown = session(SETUP, WRONG_MEAN, CHECK_MEAN, CHECK_MEAN)
    assert offer not in shown[2] + shown[3]  # the author's sentence says it, and it is one try
    tries = [f"mean = x.mean({axis}, keepdim=True) * {factor}" for axis, factor in ((1, 1), (1, 2), (1, 3))]
    _, shown = session(SETUP, *(cell for attempt in tries for cell in (attempt, CHECK_MEAN)))
    assert offer in shown[6]
    _, shown = session(SETUP, "mean = torch.tensor([[3.0, -8.0, 0.1]])", CHECK_MEAN)
    assert offer in shown[2]


def test_a_value_of_an_earlier_run_is_called_stale(session: Session) -> None:
    """The grader starts afresh, so a value that its cell no longer makes counts as not there."""
    checks, shown = session(SETUP, RIGHT["solution_mean"], CHECK_MEAN, "mean = nothing", CHECK_MEAN)
    assert checks["mean"].status == "raised"
    assert "is from an earlier run: its cell has failed since" in shown[4]
    assert "nothing" in (checks["mean"].where or "")
    checks, _ = session(SETUP, RIGHT["solution_mean"], "mean = nothing", RIGHT["solution_mean"], CHECK_MEAN)
    assert checks["mean"].status == "passed"


def test_the_summary_shows_each_task_and_fails_where_a_check_does(session: Session) -> None:
    """Run as a whole, a notebook that is not right fails at its end, whatever was let pass before."""
    _, shown = session(SETUP, RIGHT["solution_mean"], CHECK_MEAN, "check.summary()", tell=False)
    assert "1 of 1 check passed" in shown[3]
    assert "CheckFailed: 1 of 3 checks are right so far" in shown[3]


def test_predictions(session: Session) -> None:
    """A prediction is compared by its key; none yet asks the question; nothing raises."""
    key = Check.predict_key("the shape of mean", (1, 3))
    call = f"check.predict('the shape of mean', {{}}, '{key}')"
    _, shown = session(SETUP, *map(call.format, ("...", "[1, 3]", "torch.Size([1, 3])", "(3,)")))
    assert "what do you expect" in shown[1]
    assert "that is right" in shown[2]
    assert "that is right" in shown[3]
    assert "not quite" in shown[4]


def test_an_answered_prediction_is_no_edited_cell(tmp_path: Path) -> None:
    """A prediction's cell is the student's to write in: nobody is told that it does not run."""
    raw = exercise()
    raw["cells"].insert(2, cell("extra", "predict-mean", "check.predict('the shape', ..., 'abc')", tags=["ungraded"]))
    source = write_exercise(tmp_path, raw)
    assert list(edited_cells(source, {"predict-mean": "check.predict('the shape', (1, 3), 'abc')"})) == []
    assert list(edited_cells(source, {"setup": SETUP + "\nx = x * 2"}))


@pytest.mark.parametrize(
    ("answer", "same", "other"),
    [
        (3, 3.0, 4),
        (0.1 + 0.2, 0.3, 0.31),
        ("Rows ", "rows", "columns"),
        (True, "true", False),
        ([2, (3,)], (2, [3]), (2, 3)),
    ],
)
def test_keys_of_predictions(answer: object, same: object, other: object) -> None:
    """The same answer in another writing has the same key, another answer has not."""
    key = Check.predict_key("how many?", answer)
    assert matches("how  many?", same, key)
    assert not matches("how many?", other, key)
    assert not matches("how much?", answer, key)


def test_an_authors_hidden_cases_are_no_mistake(session: Session) -> None:
    """A source notebook runs whole: hidden cases are named, an exception in one is told, the public check counts."""
    solved = (SETUP, RIGHT["solution_mean"], CHECK_MEAN, RIGHT["solution_centred"], RIGHT["solution_scale"])
    checks, shown = session(*solved, CHECK_SCALE)
    assert "Hidden, so compared in graded runs alone: scale, negative." in shown[5]
    assert "another exercise" not in shown[5]
    assert checks["scale"].status == "passed"
    _, shown = session(*solved, CHECK_SCALE.replace("scale(secret_input)", "1 / 0"), tell=False)
    assert "scale, negative (raised ZeroDivisionError: division by zero)" in shown[5]
    _, shown = session(*solved, CHECK_SCALE.replace("### END HIDDEN TESTS", ""), tell=False)  # no end: a build names it
    assert "scale, negative" in shown[5]
