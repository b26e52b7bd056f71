"""The way of a submission: run in isolation, compared, marked, with follow-through."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, answered, cell, exercise, notebook, write_exercise

from autograder.errors import ReferenceRunError
from autograder.grade import Grader, GradingResult
from autograder.isolation import ForkServer
from autograder.model import CheckResult, Status
from autograder.notebook import Notebook, read_submission, skeleton, solved, with_alternative
from autograder.run.cache import RunCache
from autograder.wire.seeds import public_seed


@pytest.fixture
def source(tmp_path: Path) -> Notebook:
    return write_exercise(tmp_path)


def _grade(grader: Grader, source: Notebook, raw: dict[str, Any] | None = None, **answers: str) -> GradingResult:
    raw = raw or answered(**{**RIGHT, **answers})
    return grader.grade(source, json.dumps(raw).encode(), student="ada")


def _checks(graded: GradingResult) -> dict[str, CheckResult]:
    return {check.name: check for cell in graded.report.cells for check in cell.checks}


def _statuses(graded: GradingResult) -> dict[str, str]:
    return {name: str(check.status) for name, check in _checks(graded).items()}


ALL_PASSED = {"mean": "passed", "centred": "passed", "scale": "passed", "scale, negative": "passed"}


def test_right_answers_get_full_points(grader: Grader, source: Notebook) -> None:
    """A submission that does what the solution does has every point."""
    graded = _grade(grader, source)
    assert _statuses(graded) == ALL_PASSED
    assert graded.report.score == graded.report.points == 4
    assert graded.report.problems == ()


def test_skeleton_gets_nothing(grader: Grader, source: Notebook) -> None:
    """The untouched skeleton scores 0, and each check says that it is not filled in."""
    graded = grader.grade_submission(source, skeleton(source), student="ada")
    assert graded.report.score == 0
    assert {check.reason for check in _checks(graded).values()} == {"Not filled in yet."}


def test_one_error_costs_one_step(grader: Grader, source: Notebook) -> None:
    """Follow-through: a wrong mean is replaced after its check, so what follows is right."""
    graded = _grade(grader, source, solution_mean="mean = x.mean(0, keepdim=True) * 3")
    assert _statuses(graded) == {**ALL_PASSED, "mean": "wrong"}
    assert graded.report.score == 3


def test_missing_variable_is_followed_through(grader: Grader, source: Notebook) -> None:
    """A blank step costs its own check only: the variable is bound before the next step."""
    graded = _grade(grader, source, solution_mean="pass")
    assert _statuses(graded) == {**ALL_PASSED, "mean": "raised"}
    assert _checks(graded)["mean"].reason == "NameError: name 'mean' is not defined"


def test_misconception_gets_the_tutors_sentence(grader: Grader, source: Notebook) -> None:
    """A value that equals a misconception's gets the author's words."""
    graded = _grade(grader, source, solution_mean="mean = x.sum(dim=1, keepdim=True) / 3")
    diagnosis = _checks(graded)["mean"].diagnosis
    assert diagnosis is not None
    assert (diagnosis.text, diagnosis.source) == ("You averaged over the features.", "author")


def test_misconception_that_raises_gets_the_sentence(grader: Grader, source: Notebook) -> None:
    """An exception that equals a misconception's gets the author's words as well."""
    graded = grader.grade_submission(source, with_alternative(source, source.alternatives[4]), student="ada")
    check = _checks(graded)["scale"]
    assert check.status is Status.RAISED
    assert check.diagnosis is not None
    assert check.diagnosis.text == "That name does not exist."


def test_hidden_case_finds_what_public_ones_do_not(grader: Grader, source: Notebook) -> None:
    """Code that is right on public data only loses the hidden check."""
    graded = _grade(
        grader, source,
        solution_scale="def scale(v):\n    m = v.max() if v.dim() == 1 else v.abs().max()\n    return v / m",
    )  # fmt: skip
    assert _statuses(graded) == {**ALL_PASSED, "scale, negative": "wrong"}


def test_hidden_output_is_nowhere(grader: Grader, source: Notebook) -> None:
    """What is printed or raised on hidden data is in no output of any cell."""
    graded = _grade(
        grader, source,
        solution_scale="def scale(v):\n    print('INPUT', tuple(v.shape))\n    return v / v.abs().max()",
    )  # fmt: skip
    assert graded.run is not None
    shown = "".join(output.text for one in graded.run.cells for output in one.outputs)
    assert "(4, 3)" in shown
    assert "(5,)" not in shown


def test_pasted_public_values_are_wrong(grader: Grader, launcher: Any, source: Notebook) -> None:
    """An answer copied from one's own session is wrong in a graded run, which has other data."""
    public = Grader(launcher=launcher, secret=None)
    expected = public.reference(source).expected["mean"]
    pasted = f"mean = torch.tensor({expected.tolist()})"  # type: ignore[attr-defined]
    assert _statuses(_grade(public, source, solution_mean=pasted))["mean"] == "passed"
    assert _statuses(_grade(grader, source, solution_mean=pasted))["mean"] == "wrong"


def test_two_gradings_give_one_score(grader: Grader, source: Notebook) -> None:
    """Seeds belong to the course and the case, not to the run."""
    one, two = (grader.reference(source).run.captures["mean"].value for _ in range(2))
    assert one == two
    again = Grader(launcher=grader.launcher, secret=b"s" * 32)
    assert again.reference(source).run.captures["mean"].value == one


def test_infinite_loop_costs_its_own_cell(grader: Grader, tmp_path: Path) -> None:
    """A cell that never ends is interrupted; what was answered and what follows counts."""
    source = write_exercise(tmp_path, exercise(limits={"cell_s": 1}))
    graded = _grade(grader, source, solution_mean="while True:\n    pass")
    assert _statuses(graded) == {**ALL_PASSED, "mean": "raised"}


def test_loop_that_cannot_be_interrupted_is_killed(grader: Grader, tmp_path: Path) -> None:
    """A cell that cannot be interrupted ends the run; what was answered before counts."""
    source = write_exercise(tmp_path, exercise(limits={"cell_s": 1}))
    deaf = "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True:\n    pass"
    graded = _grade(grader, source, solution_centred=deaf)
    assert _statuses(graded) == {
        "mean": "passed",
        "centred": "missing",
        "scale": "missing",
        "scale, negative": "missing",
    }
    assert "more than 1 s" in graded.report.problems[0]


@pytest.mark.parametrize("code", ["import os\nos._exit(0)", "import ctypes\nctypes.string_at(0)"])
def test_dead_process(grader: Grader, source: Notebook, code: str) -> None:
    """A process that ends or crashes keeps what it earned; the rest is missing, with the reason."""
    graded = _grade(grader, source, solution_centred=code)
    assert graded.report.score == 1
    assert "process" in graded.report.problems[0]
    assert "solution-centred" in graded.report.problems[0]


def test_ten_gigabytes(grader: Grader, source: Notebook) -> None:
    """Asking for too much memory is an exception in the student's cell."""
    graded = _grade(grader, source, solution_mean="mean = torch.zeros(10, 1024, 1024, 256).mean(0)")
    assert _statuses(graded) == {**ALL_PASSED, "mean": "raised"}


def test_endless_output_is_bounded(grader: Grader, tmp_path: Path) -> None:
    """A cell that prints without end is stopped, and a bounded part of its output is kept."""
    source = write_exercise(tmp_path, exercise(limits={"cell_s": 1, "output_mb": 0.1}))
    graded = _grade(grader, source, solution_mean="while True:\n    print('x' * 1000)")
    assert _statuses(graded) == {**ALL_PASSED, "mean": "raised"}
    assert graded.run is not None
    assert sum(len(output.text) for one in graded.run.cells for output in one.outputs) < 300_000


def test_what_a_cell_prints_stays_with_it(grader: Grader, tmp_path: Path) -> None:
    """Text and frames come by different pipes; however fast cells follow each other, each keeps its own."""
    raw = exercise()
    numbers = range(40)
    raw["cells"][2:2] = [
        {"cell_type": "code", "id": f"loud{i}", "metadata": {}, "source": f"print('from {i}')"} for i in numbers
    ]
    source = write_exercise(tmp_path, raw)
    graded = grader.grade_submission(source, solved(source), student="ada")
    assert graded.run is not None
    said = {one.cell_id: [output.text for output in one.outputs] for one in graded.run.cells}
    assert {name: texts for name, texts in said.items() if name.startswith("loud")} == {
        f"loud{i}": [f"from {i}\n"] for i in numbers
    }


def test_random_numbers_of_a_case_however_it_is_named(grader: Grader, tmp_path: Path) -> None:
    """A seed that came with the statement is the one that would have been given when asked for, hidden or not."""
    raw = exercise()
    draw = "torch.rand(3, generator=check.generator({})).tolist()"
    sent, asked, other = draw.format("'a'"), draw.format("'a' + ''"), draw.format("'b'")
    (scale,) = [one for one in raw["cells"] if one["id"] == "check-scale"]
    public, mark, hidden = scale["source"].partition("### BEGIN HIDDEN TESTS\n")
    public += f"check('public', {sent} == {asked})\n"
    hidden = f"check('hidden', {sent} == {asked})\ncheck('other', {sent} == {other})\n{hidden}"
    scale["source"] = public + mark + hidden
    source = write_exercise(tmp_path, raw)
    found = grader.reference(source).expected
    assert [found[name] for name in ("public", "hidden", "other")] == [True, True, False]


@pytest.mark.parametrize("secret", [None, b"s" * 32])
def test_no_public_case_has_a_hidden_ones_seed(launcher: ForkServer, tmp_path: Path, secret: bytes | None) -> None:
    """Whatever name a public cell asks for: a hidden case's seed is not told by a name."""
    names = ["a", "hidden\0a", "public\0a", "01-scale\0a", "hidden\x0001-scale\0a", "\0a", "hidden"]
    raw = exercise()
    (scale,) = [one for one in raw["cells"] if one["id"] == "check-scale"]
    public, mark, hidden = scale["source"].partition("### BEGIN HIDDEN TESTS\n")
    public += f"check('asked', [check.generator(name).initial_seed() for name in {names!r}])\n"
    hidden = f"check('wanted', check.generator('a').initial_seed())\n{hidden}"
    scale["source"] = public + mark + hidden
    found: Any = Grader(launcher=launcher, secret=secret).reference(write_exercise(tmp_path, raw)).expected
    assert found["wanted"] not in found["asked"]
    assert len(set(found["asked"])) == len(names)


def test_a_case_with_a_name_that_is_no_text(grader: Grader, source: Notebook) -> None:
    """Half of a surrogate pair has a seed like any other name."""
    own = "generator = check.generator('\\ud800')\nmean = x.mean(0, keepdim=True)"
    assert _statuses(_grade(grader, source, solution_mean=own)) == ALL_PASSED


def test_public_seeds_stay_as_they_were_released() -> None:
    """Else every expected.safetensors that students have would be wrong."""
    assert public_seed("setup") == int.from_bytes(hashlib.sha256(b"public\0setup").digest()[:8], "big") >> 11


@pytest.mark.parametrize("code", ["torch.optim.SGD([x.clone().requires_grad_()]).step()", "pass"])
def test_optimisers_are_there_where_the_author_uses_one(grader: Grader, tmp_path: Path, code: str) -> None:
    """What the first optimiser imports, a second's work, is imported in the process that such runs are forked from."""
    raw = exercise()
    (setup,) = [one for one in raw["cells"] if one["id"] == "setup"]
    setup["source"] = f"import sys\nprint('torch._dynamo' in sys.modules)\n{setup['source']}\n{code}"
    graded = _grade(grader, write_exercise(tmp_path, raw))
    assert graded.run is not None
    (said,) = [output.text for one in graded.run.cells if one.cell_id == "setup" for output in one.outputs]
    assert said == f"{'optim' in code}\n"


def test_figures_of_a_check_cell_stay_with_it(grader: Grader, tmp_path: Path) -> None:
    """What is drawn while an author's statement runs is shown there, also by the last one."""
    draw = "import matplotlib.pyplot as plt; plt.plot([1, 2]);"
    raw = exercise()
    for one in raw["cells"]:
        if one["id"] in ("check-mean", "check-scale"):
            one["source"] = f"{draw}\n{one['source']}"
    source = write_exercise(tmp_path, raw)
    graded = grader.grade_submission(source, solved(source), student="ada")
    assert graded.run is not None
    shown = {one.cell_id: [output.kind for output in one.outputs] for one in graded.run.cells if one.outputs}
    assert {cell_id: kinds.count("png") for cell_id, kinds in shown.items()} == {"check-mean": 1, "check-scale": 1}


def test_a_check_cell_may_await(grader: Grader, tmp_path: Path) -> None:
    """As in Jupyter."""
    raw = exercise()
    for one in raw["cells"]:
        if one["id"] == "check-mean":
            one["source"] = f"import asyncio\nawait asyncio.sleep(0.01)\n{one['source']}"
    source = write_exercise(tmp_path, raw)
    assert _statuses(grader.grade_submission(source, solved(source), student="ada")) == ALL_PASSED


def test_what_passed_is_not_replaced(grader: Grader, source: Notebook) -> None:
    """A function that gives the right value passes, and stays a function for the cells that follow."""
    own: dict[str, Any] = {
        "solution_mean": "mean = lambda: x.mean(0, keepdim=True)",
        "solution_centred": "centred = x - mean()",
    }
    assert _statuses(_grade(grader, source, **own)) == ALL_PASSED


def test_checks_without_end_cost_their_own_cell(grader: Grader, tmp_path: Path) -> None:
    """A student's cell that checks in a loop is interrupted like any other."""
    source = write_exercise(tmp_path, exercise(limits={"cell_s": 2}))
    graded = _grade(grader, source, solution_mean="while True:\n    check('q', 1.0)")
    assert _statuses(graded) == {**ALL_PASSED, "mean": "raised"}


def test_rules_on_what_a_run_itself_uses(grader: Grader, tmp_path: Path) -> None:
    """A run seeds its generators before the rules hold."""
    names = ("random.seed", "numpy.random.seed", "torch.manual_seed")
    source = write_exercise(tmp_path, exercise(rules=[{"name": name, "reason": "No."} for name in names]))
    assert _statuses(_grade(grader, source)) == ALL_PASSED


def test_a_package_is_not_imported_to_forbid_it() -> None:
    """It might start threads, or take a while."""
    code = "import sys; from autograder.worker.forbid import resolve; found = resolve([('wave', 'No.')])\n"
    code += "assert set(found.modules) == {'wave'} and found.folders['wave'] and 'wave' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_check_cannot_be_redefined(grader: Grader, source: Notebook) -> None:
    """A notebook that binds `check` to something else is checked all the same."""
    graded = _grade(grader, source, solution_mean="check = print\nmean = x.mean(0, keepdim=True)")
    assert _statuses(graded) == ALL_PASSED


def test_value_sent_from_elsewhere_does_not_count(grader: Grader, source: Notebook) -> None:
    """A check called outside its own check cell is ignored."""
    early = "check('mean', torch.zeros(1, 3))\nmean = x.mean(0, keepdim=True)"
    assert _statuses(_grade(grader, source, solution_mean=early)) == ALL_PASSED


def test_first_answer_stands(grader: Grader, source: Notebook) -> None:
    """A second value for the same check, sent from within a function, is ignored."""
    twice = "def scale(v):\n    check('scale', torch.zeros(1))\n    return v / v.abs().max()"
    assert _statuses(_grade(grader, source, solution_scale=twice))["scale"] == "wrong"


def test_forbidden_name_is_marked(grader: Grader, tmp_path: Path) -> None:
    """A forbidden name in the code is marked as such, with the reason."""
    source = write_exercise(tmp_path, exercise(rules=[{"name": "torch.mean", "reason": "Sum it yourself."}]))
    graded = _grade(grader, source, solution_mean="mean = torch.mean(x, 0, keepdim=True)")
    assert _statuses(graded) == {**ALL_PASSED, "mean": "forbidden"}
    assert _checks(graded)["mean"].reason == "torch.mean is not allowed in this exercise: Sum it yourself."


def test_a_rule_of_some_cells(grader: Grader, tmp_path: Path) -> None:
    """It is held in those cells; elsewhere the name is allowed, in the run as well."""
    rules = [{"name": "torch.amax", "reason": "No.", "cells": ["solution-centred"]}]
    source = write_exercise(tmp_path, exercise(rules=rules))
    scale = "def scale(v):\n    return v / torch.amax(v.abs())"
    centred = "centred = x - mean + 0 * torch.amax(x)"
    graded = _grade(grader, source, solution_scale=scale, solution_centred=centred)
    assert _statuses(graded) == {**ALL_PASSED, "centred": "forbidden"}


def test_forbidden_call_costs_its_own_checks(grader: Grader, tmp_path: Path) -> None:
    """A function of the same cell that does not use it keeps its checks."""
    raw = exercise(rules=[{"name": "torch.amax", "reason": "No."}])
    raw["cells"][-1]["source"] = 'check("scale", lambda: scale(centred))\ncheck("half", lambda: half(centred))'
    raw["cells"][-4]["source"] = (
        "def scale(v):\n    ### BEGIN SOLUTION\n    return v / v.abs().max()\n    ### END SOLUTION\n\n\n"
        "def half(v):\n    ### BEGIN SOLUTION\n    return v / 2\n    ### END SOLUTION"
    )
    assert raw["cells"][-4]["id"] == "solution-scale"
    raw["cells"] = [one for one in raw["cells"] if one["cell_type"] != "raw"]
    source = write_exercise(tmp_path, raw)
    mine = "def scale(v):\n    return v / torch.amax(v.abs())\n\ndef half(v):\n    return v / 2"
    found = _statuses(_grade(grader, source, solution_scale=mine))
    assert found == {"mean": "passed", "centred": "passed", "scale": "forbidden", "half": "passed"}


def test_forbidden_name_in_disguise(grader: Grader, tmp_path: Path) -> None:
    """A forbidden name that only shows when the code runs is marked as well."""
    source = write_exercise(tmp_path, exercise(rules=[{"name": "torch.amax", "reason": "No."}]))
    sneaky = "def scale(v):\n    return v / getattr(torch, 'am' + 'ax')(v.abs(), tuple(range(v.dim())))"
    assert _statuses(_grade(grader, source, solution_scale=sneaky))["scale"] == "forbidden"


def test_file_that_was_not_handed_in(grader: Grader, source: Notebook) -> None:
    """No file: 0 points for each question, and the reason."""
    graded = grader.grade(source, None, student="ada")
    assert graded.report.score == 0
    assert len(graded.report.cells) == 3
    assert {check.reason for check in _checks(graded).values()} == {"No file scale.ipynb was handed in."}


def test_file_that_is_no_notebook(grader: Grader, source: Notebook) -> None:
    """No JSON: 0 points for each question, and the reason."""
    graded = grader.grade(source, b"PK\x03\x04", student="ada")
    assert graded.report.score == 0
    assert "not a notebook" in graded.report.problems[0]


def test_file_beside_the_notebook_is_there(grader: Grader, tmp_path: Path) -> None:
    """A data file that the author put beside the source notebook can be read in the run."""
    source = write_exercise(tmp_path, exercise(files=["data.txt"]))
    (tmp_path / "source/01-scale/data.txt").write_text("7")
    graded = _grade(
        grader, source, solution_mean="assert open('data.txt').read() == '7'\nmean = x.mean(0, keepdim=True)"
    )
    assert _statuses(graded) == ALL_PASSED


@pytest.mark.parametrize(
    ("source_cell", "word"),
    [("mean = undefined", "NameError"), ("import os; os._exit(1)", "did not run to its end")],
)
def test_solution_that_fails_is_the_authors_error(grader: Grader, tmp_path: Path, source_cell: str, word: str) -> None:
    """A broken reference stops grading with a clear error: nobody is marked against nothing."""
    raw = exercise()
    raw["cells"][2]["source"] = f"### BEGIN SOLUTION\n{source_cell}\n### END SOLUTION"
    with pytest.raises(ReferenceRunError, match=word):
        grader.reference(write_exercise(tmp_path, raw))


def test_weights_share_the_points(grader: Grader, tmp_path: Path) -> None:
    """A cell's score is its points times the weights passed over all weights; the reference's weights."""
    raw = notebook(
        cell("setup", "setup", "from autograder import check"),
        cell("solution", "s", "### BEGIN SOLUTION\na, b = 1, 2\n### END SOLUTION"),
        cell("check", "c", "check('a', a, weight=3)\ncheck('b', b)", 4),
    )
    source = write_exercise(tmp_path, raw)
    wrong = read_submission(json.dumps(notebook(cell("solution", "s", "a, b = 1, 3"))).encode(), source)
    assert grader.grade_submission(source, wrong, student="ada").report.score == 3


def test_stored_runs_are_used_again(launcher: Any, tmp_path: Path) -> None:
    """A second grading runs nothing, and gives the same report; a changed submission is run."""
    source = write_exercise(tmp_path)
    one = Grader(launcher=launcher, secret=b"s" * 32, store=RunCache(tmp_path / "runs"))
    first = one.grade_submission(source, solved(source), student="ada")

    class NoLauncher:
        level = launcher.level
        overridden = False

        def spawn(self, *_: object) -> None:
            raise AssertionError("ran")

    two = Grader(launcher=NoLauncher(), secret=b"s" * 32, store=RunCache(tmp_path / "runs"))  # type: ignore[arg-type]
    assert two.grade_submission(source, solved(source), student="ada").report.cells == first.report.cells
    with pytest.raises(AssertionError, match="ran"):
        two.grade_submission(source, skeleton(source), student="ada")


def test_changed_data_file_is_another_run(launcher: Any, tmp_path: Path) -> None:
    """A stored run belongs to the contents of the files beside the notebook, not to their size."""
    raw = exercise(files=["data.txt"])
    raw["cells"][1]["source"] += "\nx = x + float(open('data.txt').read())"
    source = write_exercise(tmp_path, raw)
    means = []
    for text in ("1", "2"):
        (tmp_path / "source/01-scale/data.txt").write_text(text)
        one = Grader(launcher=launcher, secret=b"s" * 32, store=RunCache(tmp_path / "runs"))
        means.append(one.reference(source).expected["mean"])
    assert not means[0].equal(means[1])  # type: ignore[attr-defined]


def test_two_assignments_with_the_same_source(grader: Grader, tmp_path: Path) -> None:
    """Each has its own secret data, and so its own reference."""
    first, second = (write_exercise(tmp_path, name=name) for name in ("01-scale", "02-scale"))
    assert first.sha256 == second.sha256
    assert _grade(grader, first).report.score == _grade(grader, second).report.score == 4


def test_all_cells_together_show_what_a_page_has_room_for(grader: Grader, source: Notebook) -> None:
    """Many cells, each within its own limit: what they print is bounded in all, and the checks still count."""
    raw = answered(**RIGHT)
    raw["cells"][1:1] = [cell("code", f"mine-{number}", "print('x' * 900_000)") for number in range(40)]
    graded = grader.grade(source, json.dumps(raw).encode(), student="ada")
    assert graded.report.score == source.points
    assert graded.run is not None
    shown = sum(len(output.text) for one in graded.run.cells for output in one.outputs)
    assert 7 * 2**20 < shown <= 8 * 2**20 + 40 * 100
    assert graded.run.captures == {}
