"""The cell that explains an exception is named as its student sees it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, answered, cell, exercise, write_exercise

from autograder.grade import Grader
from autograder.judge.causes import cause, not_filled_in
from autograder.model import CheckResult, Status
from autograder.notebook import Cell, Notebook, cell_title, heading_above, names_of

CELLS = (
    Cell("intro", "task", "# A net"),
    Cell("setup", "setup", "import torch\nx = torch.ones(3)"),
    Cell("extra-2", "extra", "from tqdm import tqdm\nimport torch.nn.functional as F"),
    Cell("t1", "task", "text\n## 1 · `mean` of **all**\n```\n# no heading\n```"),
    Cell("s1", "solution", "mean = F.relu(x)"),
    Cell("extra-5", "extra", "# a note\nmean = 1"),
    Cell("c1", "check", "check('mean', mean)\n### BEGIN HIDDEN TESTS\nz = 1\n### END HIDDEN TESTS"),
    Cell("t2", "task", "## Softmax ##"),
    Cell("s2", "solution", "def softmax(x):\n    return F.softmax(x)"),
    Cell("s3", "solution", "def scale(x):\n    raise NotImplementedError()\n    return x"),
    Cell("c2", "check", "check('softmax', lambda: softmax(x))\ncheck('scale', lambda: scale(x))"),
    Cell("extra-11", "extra", "late = 1"),
)
NO_TQDM = "ModuleNotFoundError: No module named 'tqdm'"


def _name(name: str) -> str:
    return f"NameError: name '{name}' is not defined"


@pytest.mark.parametrize(
    ("cell_id", "title"),
    [
        ("setup", "the setup cell under 'A net'"),
        ("extra-2", "your own cell after 'A net' that begins with `from tqdm import tqdm`"),
        ("s1", "the cell of task '1 · mean of all'"),
        ("extra-5", "your own cell after '1 · mean of all' that begins with `# a note`"),
        ("c1", "the check cell of '1 · mean of all'"),
        ("s2", "the cell of task 'Softmax' that begins with `def softmax(x):`"),
        ("s3", "the cell of task 'Softmax' that begins with `def scale(x):`"),
    ],
)
def test_titles(cell_id: str, title: str) -> None:
    """By the heading above; by the first line too where the heading is not enough."""
    assert cell_title(CELLS, cell_id) == title


def test_titles_without_headings() -> None:
    """A file without any still gets a name; a long first line is cut; an unknown cell is an error."""
    cells = (Cell("a", "solution", f"\n  {'y' * 99} = 1"), Cell("b", "solution", ""))
    assert cell_title(cells, "a") == f"the cell that begins with `{'y' * 59}…`"
    assert cell_title(cells, "b") == "the cell"
    assert heading_above(cells, "b") == ""
    with pytest.raises(KeyError):
        cell_title(cells, "c")


@pytest.mark.parametrize(
    ("source", "bound"),
    [
        ("a = b, (c, *d) = 1, (2, 3)", "abcd"),
        ("import a.x, y as b\nfrom m import c as d, e", "abde"),
        ("def a(p):\n    q = 1\nclass b:\n    r = 2\nf = lambda s: (t := s)", "abf"),
        ("for a in range(3):\n    if a:\n        b = 1\nwith open('f') as c:\n    pass", "abc"),
        ("[a := i for i in range(3)]\nd += 1\ne: int = 2", "ade"),
        ("def f():\n    global a\n    a = 1", "fa"),
        ("match v:\n    case [a, *b]:\n        pass", "ab"),
        ("%matplotlib inline\na = !ls\nb = %time 1\n?c\nc?", "ab"),
        ("x[0] = 1\nx.y = 2", ""),
        ("mean = await f()\n", ["mean"]),
    ],
)
def test_bound_names(source: str, bound: Any) -> None:
    """All that binds on the cell's own level, and nothing that binds below it."""
    assert names_of(source).bound == set(bound)


def test_other_facts_of_a_cell() -> None:
    """What is deleted and read, star imports, magics, text that is not Python."""
    found = names_of("%%timeit\ndel a\nprint(lambda: b)")
    assert (found.deleted, found.read, found.magic) == (frozenset({"a"}), frozenset({"print", "b"}), "%%timeit")
    assert names_of("from m import *").star
    assert names_of("  %reset -f").reset
    assert (names_of("mean = = 1").is_python, names_of("mean = = 1").bound) == (False, frozenset({"mean", "1"}))


HOSTILE = (
    "#" + " " * 10**6 + "x",
    "# " + "[" * 10**6,
    "\n" * 10**5 + "x",
    " " * 10**6 + "= 1",
    "y = " + "1 + " * 900 + "1",
)


@pytest.mark.parametrize("source", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_costs_no_time(source: str) -> None:
    """The grader reads what a student wrote: no length or depth of it holds it up."""
    began = time.monotonic()
    cells = (Cell("n", "note", source), Cell("s", "solution", source), Cell("c", "check", "check('z', z)"))
    assert names_of(source).bound <= {"y", "x", "1"}
    assert cell_title(cells, "s")
    assert cause(_name("z"), "c", cells, {}) == ""
    assert not_filled_in("z", "c", cells, set()) == "Not filled in yet."
    assert time.monotonic() - began < 20  # a search that goes back again and again takes hours


def test_later_cell_meets_the_name() -> None:
    """The cell that would have bound the name is named, wherever the name is missed, and why it stopped."""
    errors = {"extra-2": NO_TQDM}
    said = cause(_name("F"), "c2", CELLS, errors)
    title = "Your own cell after 'A net' that begins with `from tqdm import tqdm`"
    assert said.startswith(f"\n{title} had stopped before: {NO_TQDM}\nA graded run")
    assert "'tqdm' is not there" in said


def test_chain_of_cells() -> None:
    """From the name that the check misses back to the first cell that stopped."""
    cells = tuple(one for one in CELLS if one.id != "extra-5")
    said = cause(_name("mean"), "c1", cells, {"s1": _name("F"), "extra-2": NO_TQDM}).split("\n")
    assert said[1] == "The cell of task '1 · mean of all' had stopped before: NameError: name 'F' is not defined"
    assert "`from tqdm import tqdm` had stopped before" in said[2]
    assert len(said) == 4


def test_nearest_cell_that_binds_the_name() -> None:
    """Of two that would have bound it, the one that would have had the last word."""
    said = cause(_name("mean"), "c1", CELLS, {"s1": "ValueError: 1", "extra-5": "ValueError: 2"})
    assert (
        said == "\nYour own cell after '1 · mean of all' that begins with `# a note` had stopped before: ValueError: 2"
    )


def test_a_cell_that_stopped_but_does_not_bind_the_name_is_not_blamed() -> None:
    """Another cell's error explains nothing."""
    assert "softmax" not in cause(_name("late"), "c1", CELLS, {"extra-2": NO_TQDM})
    assert cause(_name("helper"), "c2", CELLS, {"extra-2": NO_TQDM}).startswith(
        "\nNo cell that was run defines 'helper'"
    )


def _with(source: str, kind: Any = "solution") -> tuple[Cell, ...]:
    """Return the cells with another text in place of the first answer."""
    swapped = tuple(Cell("s1", kind, source) if one.id == "s1" else one for one in CELLS)
    return tuple(one for one in swapped if one.id != "extra-5")


@pytest.mark.parametrize(
    ("source", "name", "at", "said"),
    [
        ("%%timeit\nmean = 1", "mean", "c1", "begins with `%%timeit`, which keeps none of its names"),
        ("%%time\npass", "mean", "c1", ""),
        ("%%html\n<b>the mean</b>", "mean", "c1", ""),
        ("%%writefile helper.py\ndef helper():\n    pass", "helper", "c2", "begins with `%%writefile`"),
        ("mean = 1\ndel x", "x", "c2", "The cell of task '1 · mean of all' deletes 'x'"),
        ("%reset -f\nmean = 1", "x", "c2", "runs %reset, which deletes every name"),
        ("pass", "late", "c2", "defines 'late', but too far below: a graded run goes once from top to bottom"),
        ("pass", "mean", "c1", ""),  # the exercise asks for it
        ("from m import *", "helper", "c2", ""),  # perhaps it was to come from there
    ],
)
def test_names_that_got_lost(source: str, name: str, at: str, said: str) -> None:
    """A name that nobody failed to bind: what became of it."""
    found = cause(_name(name), at, _with(source), {})
    assert said in found if said else not found


def test_cell_that_is_not_python() -> None:
    """Of a cell that does not parse, its words are what it would have bound."""
    error = "SyntaxError: invalid syntax (<cell>, line 1)"
    assert cause(_name("mean"), "c1", _with("mean = = 1"), {"s1": error}).endswith(error)


def test_name_of_the_setup_with_another_value() -> None:
    """Where a value has the wrong type, the cell that gave the exercise's name another value."""
    said = cause("AttributeError: 'int' object has no attribute 'amax'", "c2", _with("for x in range(3): pass"), {})
    assert said == "\nThe cell of task '1 · mean of all' has given 'x', which the setup cell defines, another value."
    assert cause("AttributeError: 'int' object has no attribute 'amax'", "c2", _with("y = 1"), {}) == ""
    assert cause("ValueError: shapes", "c2", _with("x = 1"), {}) == ""


def test_long_exceptions_are_cut() -> None:
    """Another cell's exception may be pages long."""
    assert len(cause(_name("mean"), "c1", CELLS, {"s1": "", "extra-5": "E: " + "x" * 5000})) < 500


def test_check_of_an_unknown_cell() -> None:
    """A hint all the same."""
    assert cause("EOFError", "nowhere", CELLS, {}) == "\nA graded run has no keyboard: nobody answers input()."


def test_not_filled_in() -> None:
    """An untouched cell, a stub that was left in a filled one, an answer that stands too far below."""
    assert not_filled_in("mean", "c1", CELLS, {"s1"}) == "Not filled in yet."
    left = not_filled_in("scale", "c2", CELLS, set())
    assert "still in the cell of task 'Softmax' that begins with `def scale(x):`" in left
    below = not_filled_in("late", "c2", CELLS, {"s2", "s3"})
    assert below.startswith("Not filled in yet.\nYour own cell after 'Softmax'")
    assert below.endswith("from top to bottom.")


# ---------------------------------------------------------------- in a graded run


@pytest.fixture
def source(tmp_path: Path) -> Notebook:
    raw = exercise()
    raw["cells"].insert(2, cell("task", "task-mean", "## The mean"))
    return write_exercise(tmp_path, raw)


def _checks(grader: Grader, source: Notebook, *own: str, **answers: str) -> dict[str, CheckResult]:
    raw = answered(**RIGHT | answers)
    raw["cells"][2:2] = [cell("extra", f"own-{number}", text) for number, text in enumerate(own)]
    report = grader.grade(source, json.dumps(raw).encode(), student="ada").report
    return {check.name: check for one in report.cells for check in one.checks}


def test_own_cell_that_stopped_is_named_at_a_later_check(grader: Grader, source: Notebook) -> None:
    """An import that failed at the top explains the NameError at the bottom; hidden checks say nothing of it."""
    found = _checks(grader, source, "import einops\nimport math", solution_scale="def scale(v):\n    return v / math.e")
    reason = found["scale"].reason or ""
    assert "Your own cell after 'Centre and scale' that begins with `import einops` had stopped before" in reason
    assert "'einops' is not there" in reason
    assert found["scale, negative"].reason == "NameError: name 'math' is not defined"


def test_stub_that_was_left_is_named(grader: Grader, source: Notebook) -> None:
    """Not 'Not filled in yet' for code that is there."""
    found = _checks(grader, source, solution_scale=f"def scale(v):\n    raise NotImplementedError()\n{'    return v'}")
    assert found["scale"].status is Status.MISSING
    assert "Delete that line" in (found["scale"].reason or "")


def test_answer_below_its_check(grader: Grader, source: Notebook) -> None:
    """The student's own cell with the answer is named."""
    raw = answered(**RIGHT)
    raw["cells"][2]["source"] = "# YOUR CODE HERE\nraise NotImplementedError()"
    at = next(number for number, one in enumerate(raw["cells"]) if one["id"] == "check-mean")
    raw["cells"].insert(at + 1, cell("extra", "own", RIGHT["solution_mean"]))
    report = grader.grade(source, json.dumps(raw).encode(), student="ada").report
    (mean,) = report.cells[0].checks
    assert mean.reason is not None
    assert "too far below" in mean.reason
