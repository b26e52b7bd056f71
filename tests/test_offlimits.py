"""What a task's text says of the rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from notebooks import cell, exercise, notebook, write_exercise

from autograder.model import Rule
from autograder.notebook import Cell, read_source
from autograder.notebook.offlimits import off_limits, with_off_limits

CELLS = (
    Cell("intro", "task", "# An exercise"),
    Cell("task-a", "task", "## A"),
    Cell("solution-a", "solution", "a = 1"),
    Cell("solution-b", "solution", "b = 1"),
    Cell("check-a", "check", 'check("a", a)'),
    Cell("task-c", "task", "## C"),
    Cell("setup-c", "setup", "c = 0"),
    Cell("solution-c", "solution", "c = 1"),
    Cell("check-c", "check", 'check("c", c)'),
    Cell("outlook", "task", "The end."),
)


def _line(*names: str) -> str:
    found = off_limits(CELLS[1:4], [Rule(name, "by hand") for name in names])
    return found["task-a"].removeprefix("*Off limits here:* ")


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["torch.nn.functional.nll_loss", "torch.nn.NLLLoss"], "`F.nll_loss`, `nn.NLLLoss`."),
        (["torch.Tensor.backward", "torch.multinomial"], "`.backward()`, `torch.multinomial`."),
        (["tiktoken", "torch.optim.SGD"], "`tiktoken`, `torch.optim.SGD`."),
        (["torch.softmax", "torch.nn.functional.softmax", "torch.exp"], "`softmax`, `torch.exp`."),
        (["torch.func.grad", "torch.exp", "torch.func.vjp"], "`torch.func` (`grad`, `vjp`), `torch.exp`."),
        (["torch.autograd.grad", "torch.func.grad"], "`torch.autograd.grad`, `torch.func.grad`."),
    ],
)
def test_names_are_as_a_student_writes_them(names: list[str], line: str) -> None:
    """Short where students are, each once, a module's together."""
    assert _line(*names) == line


def test_a_line_stands_once_in_each_task() -> None:
    """Two solution cells of one task get one line; a text above no solution cell gets none."""
    found = off_limits(CELLS, [Rule("torch.exp", "by hand")])
    assert found == {"task-a": "*Off limits here:* `torch.exp`.", "task-c": "*Off limits here:* `torch.exp`."}


def test_a_rule_is_named_where_its_author_says() -> None:
    """It holds everywhere all the same."""
    rule = Rule("torch.exp", "by hand", named_in=("solution-c",))
    assert off_limits(CELLS, [rule]) == {"task-c": "*Off limits here:* `torch.exp`."}


def test_a_rule_of_some_cells_is_named_in_their_tasks() -> None:
    """The task of another cell doesn't mention it."""
    found = off_limits(CELLS, [Rule("torch.exp", "by hand", cells=("solution-b",)), Rule("torch.log", "by hand")])
    assert found == {
        "task-a": "*Off limits here:* `torch.exp`, `torch.log`.",
        "task-c": "*Off limits here:* `torch.log`.",
    }


def test_rules_may_share_what_is_shown() -> None:
    """A family stands there once, in the author's words, at the place of its first rule."""
    norms = "ready-made normalisation (`F.batch_norm`, ..)"
    rules = [
        Rule("torch.nn.functional.exp", "by hand"),
        Rule("torch.batch_norm", "by hand", shown=norms),
        Rule("torch.log", "by hand"),
        Rule("torch.exp", "by hand"),
        Rule("torch.nn.functional.batch_norm", "by hand", shown=norms),
    ]
    assert off_limits(CELLS[1:4], rules)["task-a"] == f"*Off limits here:* `exp`, {norms}, `torch.log`."


def test_no_rules_no_line() -> None:
    """An exercise that forbids nothing has its texts as they are; so has one that was made before."""
    assert with_off_limits(CELLS, ()) == CELLS
    once = with_off_limits(CELLS, [Rule("torch.exp", "by hand")])
    assert once[1].source == "## A\n\n*Off limits here:* `torch.exp`."
    assert with_off_limits(once, [Rule("torch.exp", "by hand")]) == once


def test_the_exercise_that_is_read_has_the_line(tmp_path: Path) -> None:
    """The grader's texts are those that students have; reading a released notebook adds no second line."""
    raw = exercise(rules=[{"name": "torch.mean", "reason": "by hand"}])
    assert write_exercise(tmp_path, raw).cell("intro").source.endswith("\n\n*Off limits here:* `torch.mean`.")
    raw["cells"][0]["source"] += "\n\n*Off limits here:* `torch.mean`."
    path = tmp_path / "released.ipynb"
    path.write_text(json.dumps(raw), "utf-8")
    assert read_source(path).cell("intro").source == "# Centre and scale\n\n*Off limits here:* `torch.mean`."


def test_a_solution_above_any_text_has_no_line() -> None:
    """Where no text stands above the blank there is none to add to."""
    raw = notebook(cell("solution", "solution-a", "a = 1"))
    assert not off_limits([Cell(one["id"], "solution", one["source"]) for one in raw["cells"]], [Rule("x", "y")])
