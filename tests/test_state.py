"""The state in which a check runs: what earlier and later cells of a student's do to it, and what they do not."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from notebooks import RIGHT, SETUP, answered, cell, notebook, write_exercise

from autograder.grade import Grader, GradingResult
from autograder.isolation import ForkServer
from autograder.model import CheckResult
from autograder.notebook import Alternative, Notebook, answers, assembled, read_source


def _grade(grader: Grader, source: Notebook, **answers: str) -> GradingResult:
    return grader.grade(source, json.dumps(answered(**{**RIGHT, **answers})).encode(), student="ada")


def _results(graded: GradingResult) -> dict[str, CheckResult]:
    return {check.name: check for cell in graded.report.cells for check in cell.checks}


def _failed(graded: GradingResult) -> dict[str, str]:
    return {name: str(check.status) for name, check in _results(graded).items() if check.status != "passed"}


@pytest.fixture
def source(tmp_path: Path) -> Notebook:
    return write_exercise(tmp_path)


HALVE = """def halve(v):
    ### BEGIN SOLUTION
    return v / 2
    ### END SOLUTION"""

CHECK_HALVE = """check("halve", lambda: halve(centred[0]))
### BEGIN HIDDEN TESTS
other = torch.randn(6, generator=check.generator("halve, hidden"))
check("halve, longer", lambda: halve(other))
### END HIDDEN TESTS"""


@pytest.fixture
def two_functions(tmp_path: Path) -> Notebook:
    """An exercise whose last task is one more function with a hidden case."""
    from notebooks import exercise

    raw = exercise()
    raw["cells"] += [cell("solution", "solution-halve", HALVE), cell("check", "check-halve", CHECK_HALVE, 1)]
    return write_exercise(tmp_path, raw)


def _two(grader: Grader, source: Notebook, scale: str, halve: str, *own: tuple[str, str]) -> GradingResult:
    raw = answered(**{**RIGHT, "solution_scale": scale})
    raw["cells"] += [cell("solution", "solution-halve", halve), cell("check", "check-halve", CHECK_HALVE, 1)]
    for after, text in own:
        location = next(number for number, one in enumerate(raw["cells"]) if one["id"] == after)
        raw["cells"].insert(location + 1, cell("extra", f"own-{after}", text))
    return grader.grade(source, json.dumps(raw).encode(), student="ada")


HELPED = "def by(v):\n    return v.abs().max()\n\ndef scale(v):\n    return v / by(v)"


def test_two_helpers_of_one_name(grader: Grader, two_functions: Notebook) -> None:
    """A helper that a later task defines anew does not reach into the hidden cases of an earlier one."""
    graded = _two(grader, two_functions, HELPED, "def by(v):\n    return 2\n\ndef halve(v):\n    return v / by(v)")
    assert not _failed(graded)


def test_a_constant_used_again(grader: Grader, two_functions: Notebook) -> None:
    """A constant that a later task sets anew does not either."""
    scale = "axis = -1\ndef scale(v):\n    return v / v.abs().flatten().amax(axis)"
    assert not _failed(_two(grader, two_functions, scale, "axis = 2\ndef halve(v):\n    return v / axis"))


@pytest.mark.parametrize("location", ["setup", "check-centred", "check-scale", "solution-halve"])
@pytest.mark.parametrize(
    "setting",
    [
        "torch.set_default_dtype(torch.float64)",
        "torch.set_default_device('meta')",
        "torch.set_grad_enabled(False)",
        "import warnings; warnings.simplefilter('error')",
        "import numpy; numpy.seterr(all='raise')",
        "import os; os.makedirs('work', exist_ok=True); os.chdir('work')",
    ],
)
def test_global_settings_of_a_students_cell(
    grader: Grader, two_functions: Notebook, setting: str, location: str
) -> None:
    """Author's cells run under the author's settings, wherever the student changes them."""
    if "meta" in setting and location == "setup":
        pytest.skip("what the student's own answers make there has no data")
    graded = _two(
        grader, two_functions, RIGHT["solution_scale"], "def halve(v):\n    return v / 2", (location, setting)
    )
    assert not _failed(graded)


def test_an_authors_setting_holds_for_students(grader: Grader, tmp_path: Path) -> None:
    """A default that the author's setup cell sets is there in a student's cell."""
    raw = notebook(
        cell("setup", "setup", f"{SETUP}\ntorch.set_default_dtype(torch.float64)"),
        cell("solution", "s", "### BEGIN SOLUTION\nz = torch.zeros(3)\n### END SOLUTION"),
        cell("check", "c", 'check("z", z)', 1),
    )
    source = write_exercise(tmp_path, raw)
    raw["cells"][1]["source"] = "z = torch.zeros(3)"
    assert not _failed(grader.grade(source, json.dumps(raw).encode(), student="ada"))


def test_an_argument_that_is_changed_is_put_back_and_named(grader: Grader, tmp_path: Path) -> None:
    """Two checks of one cell ask for the same tensor: the second gets it as it was, and the report names it."""
    raw = notebook(
        cell("setup", "setup", f"{SETUP}\nrows = [[1, 2], [3]]"),
        cell("solution", "s", "def f(v):\n    ### BEGIN SOLUTION\n    return v * 2\n    ### END SOLUTION"),
        cell("solution", "t", "def g(rows):\n    ### BEGIN SOLUTION\n    return sum(rows, [])\n    ### END SOLUTION"),
        cell(
            "check",
            "c",
            'check("f", lambda: f(x))\ncheck("f again", lambda: f(x))\ncheck("g", lambda: g(rows))\n'
            'check("rows", lambda: rows)\n### BEGIN HIDDEN TESTS\n'
            'h = torch.randn(3, generator=check.generator("f, hidden"))\ncheck("f, hidden", lambda: f(h))\n'
            'k = h + 1\ncheck("f, kept", lambda: f(k))\ncheck("f, k", lambda: k)\n### END HIDDEN TESTS',
            6,
        ),
    )
    source = write_exercise(tmp_path, raw)
    raw["cells"][1]["source"] = "def f(v):\n    v *= 2\n    return v"
    raw["cells"][2]["source"] = "def g(rows):\n    rows[0] += rows.pop()\n    return rows[0]"
    graded = grader.grade(source, json.dumps(raw).encode(), student="ada")
    found = _results(graded)
    assert not _failed(graded)
    assert found["f"].remark == "Your function changed its argument `x` in place; this was undone for what follows."
    assert found["f again"].remark == found["f"].remark
    assert "`rows`" in (found["g"].remark or "")
    assert found["rows"].remark is None
    assert found["f, kept"].remark == "Your function changed one of its arguments in place."


def test_what_the_author_changes_in_place_stays_changed(grader: Grader, tmp_path: Path) -> None:
    """A statement whose purpose is to change a variable is left alone: the solution changes it too."""
    raw = notebook(
        cell("setup", "setup", f"{SETUP}\nw = torch.ones(3)"),
        cell("solution", "s", "def step(w):\n    ### BEGIN SOLUTION\n    w -= 0.1\n    ### END SOLUTION"),
        cell("check", "c", 'step(w)\ncheck("w", lambda: w + 0)\nstep(w)\ncheck("w, twice", lambda: w + 0)', 1),
    )
    source = write_exercise(tmp_path, raw)
    raw["cells"][1]["source"] = "def step(w):\n    w.sub_(0.1)"
    graded = grader.grade(source, json.dumps(raw).encode(), student="ada")
    assert not _failed(graded)
    assert _results(graded)["w"].remark is None


DRIFT = notebook(
    cell("setup", "setup", f"{SETUP}\nx = x.double()"),
    cell("solution", "a", "### BEGIN SOLUTION\na = torch.ones_like(x) / 3\n### END SOLUTION"),
    cell("check", "ca", 'check("a", a, rtol=1e-6, atol=1e-9)', 1),
    cell("solution", "b", "### BEGIN SOLUTION\nb = a - 1 / 3 + x * 1e-9\n### END SOLUTION"),
    cell("check", "cb", 'check("b", b)', 1),
)


def test_rounding_costs_no_later_step(launcher: ForkServer, tmp_path: Path) -> None:
    """A value that is right but for rounding is made exact after its check, whatever the secret."""
    source = write_exercise(tmp_path, DRIFT)
    raw = json.loads(json.dumps(DRIFT))
    raw["cells"][1]["source"] = "a = torch.ones_like(x, dtype=torch.float32) / 3\na = a.double()"
    raw["cells"][3]["source"] = "b = a - 1 / 3 + x * 1e-9"
    for number in range(5):
        grader = Grader(launcher=launcher, secret=bytes([number]) * 32, seed_id=str(number))
        assert not _failed(grader.grade(source, json.dumps(raw).encode(), student="ada"))


def test_what_is_made_exact_keeps_its_graph(grader: Grader, tmp_path: Path) -> None:
    """A loss that is right but for rounding can still be sent backwards by a later cell."""
    raw = notebook(
        cell("setup", "setup", f"{SETUP}\nw = torch.ones(3, requires_grad=True)"),
        cell("solution", "a", "### BEGIN SOLUTION\nloss = (x * w).sum()\n### END SOLUTION"),
        cell("check", "ca", 'check("loss", loss)', 1),
        cell("solution", "b", "### BEGIN SOLUTION\nloss.backward()\ngrad = w.grad\n### END SOLUTION"),
        cell("check", "cb", 'check("grad", grad)', 1),
    )
    source = write_exercise(tmp_path, raw)
    raw["cells"][1]["source"] = "loss = sum((x * w)[i].sum() for i in (3, 1, 0, 2)) * (1 + 1e-6)"
    raw["cells"][3]["source"] = "loss.backward()\ngrad = w.grad"
    assert not _failed(grader.grade(source, json.dumps(raw).encode(), student="ada"))


def test_what_is_shown_after_a_given_value_is_marked(grader: Grader, source: Notebook) -> None:
    """A blank step's right value is bound; what later cells show, and decimal numbers in their errors, may be it."""
    graded = _grade(
        grader, source, solution_mean="pass",
        solution_centred="print('HERE', mean.tolist())\ncentred = x - mean",
        solution_scale="def scale(v):\n    raise ValueError(f'{mean.tolist()} of shape {tuple(v.shape)}')",
    )  # fmt: skip
    assert graded.run is not None
    marked = {run.cell_id: run.after_given for run in graded.run.cells}
    assert not marked["solution-mean"]
    assert marked["solution-centred"]
    assert marked["check-centred"]
    reason = _results(graded)["scale"].reason or ""
    assert "of shape (4, 3)" in reason
    assert "." not in reason.replace("…", "")


def test_honest_outputs_are_not_marked(grader: Grader, source: Notebook) -> None:
    """Who has the earlier steps right keeps all that their cells show."""
    graded = _grade(grader, source, solution_centred="centred = x - mean\nprint(centred)")
    assert graded.run is not None
    assert not any(run.after_given for run in graded.run.cells)


def test_the_feedback_page_leaves_it_out(tmp_path: Path, grader: Grader) -> None:
    """A right value that a student's code prints after a blank step is not on their page."""
    from autograder.gradebook.exercise import read_exercise
    from autograder.gradebook.fill import filled
    from autograder.gradebook.studentview import student_view

    source = write_exercise(tmp_path)
    graded = _grade(grader, source, solution_mean="pass", solution_centred="centred = x - mean\nprint('HERE', mean)")
    nb = filled(read_exercise(tmp_path / "source/01-scale/scale.ipynb"), graded)
    assert "HERE" in json.dumps(nb)
    outputs = "".join(output.text for cell in student_view(nb) for output in cell.outputs)
    assert "HERE" not in outputs
    assert "is left out" in outputs


def test_a_stub_that_still_stands(grader: Grader, source: Notebook) -> None:
    """A filled-in answer below the line that raises is told so, and not that nothing was filled in."""
    graded = _grade(
        grader, source, solution_scale="def scale(v):\n    raise NotImplementedError()\n    return v / v.abs().max()"
    )
    assert _failed(graded) == {"scale": "missing", "scale, negative": "missing"}
    assert "is still in the cell" in (_results(graded)["scale"].reason or "")


def test_one_slip_costs_one_step_on_every_secret(launcher: ForkServer, course_root: Path) -> None:
    """A float32 constant in 08's manual gradients is within the tolerance, and costs no later step on any secret."""
    (path,) = (course_root / "source/08-backprop-ninja").glob("*.ipynb")
    source = read_source(path)
    chosen: dict[str, Alternative | str] = {one.id: "solution" for one in source.cells if one.kind == "solution"}
    texts = answers(source, chosen)
    texts["solution-dbndiff2"] = "dbndiff2 = torch.ones_like(bndiff2, dtype=torch.float32) / (n - 1) * dbnvar"
    submission = assembled(source, texts)
    for number in range(50 if "AUTOGRADER_TEST_ALL" in os.environ else 6):
        grader = Grader(launcher=launcher, secret=bytes([number]) * 32, seed_id=str(number))
        assert not _failed(grader.grade_submission(source, submission, student="ada"))
