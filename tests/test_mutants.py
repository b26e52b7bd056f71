"""Mutants are small, stay within the solution, and only right checks kill them."""

from __future__ import annotations

import ast
import time
from pathlib import Path
from typing import Any

import pytest
from notebooks import cell, exercise, notebook, write_exercise

from autograder.audit.killing import MutantsAudit, kill
from autograder.audit.mutants import Mutant, mutants, normal_line
from autograder.audit.operators import OPERATORS
from autograder.errors import ReferenceRunError
from autograder.grade import Grader


def _solution(code: str, *raw: str, checks: str = "check('y', 1)") -> dict[str, Any]:
    """Return an exercise of one solution cell, with its raw cells."""
    return notebook(
        cell("setup", "setup", "from autograder import check"),
        cell("solution", "solution-y", code),
        *(cell("raw", f"raw-{number}", text) for number, text in enumerate(raw)),
        cell("check", "check-y", checks, 1),
    )


def _made(tmp_path: Path, code: str, *raw: str) -> tuple[Mutant, ...]:
    return mutants(write_exercise(tmp_path, _solution(code, *raw)))


def _region(code: str) -> str:
    return f"### BEGIN SOLUTION\n{code}\n### END SOLUTION"


def _kill(grader: Grader, tmp_path: Path, raw: dict[str, Any], **options: Any) -> MutantsAudit:
    found = write_exercise(tmp_path, raw)
    return kill(found, grader, mutants(found), jobs=2, **options)


@pytest.mark.parametrize(
    ("operator", "before", "afters"),
    [
        ("one less", "y = x / n", {"y = x / (n - 1)"}),
        ("one less", "y = x / x.shape[0]", {"y = x / (x.shape[0] - 1)"}),
        ("one less", "y = len(x) * z", {"y = (len(x) - 1) * z"}),
        ("one less", "y = x.var(0, unbiased=True)", {"y = x.var(0, correction=0)"}),
        ("arithmetic", "y = a + b / c", {"y = a - b / c", "y = a + b * c"}),
        ("arithmetic", "y += b", {"y -= b"}),
        ("matmul", "y = a @ (b + c)", {"y = (b + c) @ a"}),
        ("axis", "y = x.sum(0)", {"y = x.sum(1)"}),
        ("axis", "y = torch.softmax(x, dim=-1)", {"y = torch.softmax(x, dim=0)", "y = torch.softmax(x, dim=-2)"}),
        ("axis", "y = torch.cat(xs, 1)", {"y = torch.cat(xs, 0)"}),
        ("axis", "y = x.mean((0, 2))", {"y = x.mean((0,))", "y = x.mean((2,))"}),
        ("keyword dropped", "y = x.sum(0, keepdim=True)", {"y = x.sum(0)"}),
        ("transpose dropped", "y = x.T @ w.transpose(-2, -1)", {"y = x @ w.transpose(-2, -1)", "y = x.T @ w"}),
        ("transpose dropped", "y = torch.permute(x, (1, 0))", {"y = x"}),
        ("term dropped", "y = a - b", {"y = a", "y = -b"}),
        ("term dropped", "y = x / (n - 1)", {"y = x / n"}),
        ("factor dropped", "y = a * b", {"y = a", "y = b"}),
        ("factor dropped", "y = a / b", {"y = a", "y = 1 / b"}),
        ("assignment", "y += b", {"y = b"}),
        ("assignment", "y.grad = b", {"y.grad += b"}),
        ("comparison", "y = a < b <= c", {"y = a <= b <= c", "y = a < b < c"}),
        ("comparison", "y = a in b", {"y = a not in b"}),
        ("logic", "y = a and b", {"y = a or b", "y = a", "y = b"}),
        ("logic", "y = not a", {"y = a"}),
        ("constant", "y = f(0, 1, 3, 1e-05)", {f"y = f({text})" for text in (
            "1, 1, 3, 1e-05", "0, 2, 3, 1e-05", "0, 0, 3, 1e-05", "0, 1, 6, 1e-05", "0, 1, 3, 0",
        )}),
        ("constant", "y = f(True)", {"y = f(False)"}),
        ("minus dropped", "y = -x", {"y = x"}),
        ("mask", "y = torch.tril(x)", {"y = torch.triu(x)", "y = torch.tril(x, diagonal=-1)"}),
        ("mask", "y = x.masked_fill(m == 0, -float('inf'))", {
            "y = x.masked_fill(~(m == 0), -float('inf'))", "y = x.masked_fill(m == 0, -0)",
        }),
        ("mask", "y = torch.where(m, a, b)", {"y = torch.where(m, b, a)"}),
        ("call dropped", "y = x.exp() + torch.tanh(z)", {"y = x + torch.tanh(z)", "y = x.exp() + z"}),
        ("power", "y = x ** -1.5", {"y = x", "y = x ** -0.5"}),
        ("bounds", "y = x[:t + 1]", {"y = x[:t]", "y = x[:t + 2]", "y = x[1:t + 1]"}),
        ("bounds", "y = x[1:]", {"y = x[1:-1]", "y = x[2:]"}),
        ("bounds", "y = range(n)", {"y = range(1, n)", "y = range(n - 1)", "y = range(n + 1)"}),
        ("bounds", "y = x[i]", {"y = x[i + 1]"}),
        ("slice dropped", "y = x[1:]", {"y = x"}),
        ("twin", "y = x.amax(1) + min(z)", {"y = x.amin(1) + min(z)", "y = x.amax(1) + max(z)"}),
        ("statement", "y.append(1)", {"pass"}),
        ("statement", "for i in y:\n    break", {"for i in y:\n    continue"}),
    ],
)  # fmt: skip
def test_operators(tmp_path: Path, operator: str, before: str, afters: set[str]) -> None:
    """Each operator makes the mistakes that it is named after."""
    made = _made(tmp_path, _region(before))
    assert {ast.unparse(ast.parse(text)) for text in afters} <= {
        ast.unparse(ast.parse(one.source)) for one in made if one.operator == operator
    }


def test_every_operator_is_tested() -> None:
    """The table of operators holds none that no case above names."""
    marked: Any = test_operators
    (mark,) = (one for one in marked.pytestmark if one.name == "parametrize")
    assert {case[0] for case in mark.args[1]} == {name for name, _ in OPERATORS}


def test_one_place_changes(tmp_path: Path) -> None:
    """Parts that one operator has moved up are still where they were for the next."""
    lines = {one.line for one in _made(tmp_path, _region("y = a - b.sum(0) / n"))}
    assert {"y = a - b.sum(0)", "y = a - b.sum(1) / n", "y = a - b.mean(0) / n", "y = a - b / n"} <= lines


def test_only_regions_change(tmp_path: Path) -> None:
    """Text outside the regions stays, byte for byte; each of several regions is changed."""
    code = (
        "def f(x, k=1 + 2):\n    ### BEGIN SOLUTION\n    x = x + 7  # plus 7\n    ### END SOLUTION\n"
        "    x = x * 9\n    ### BEGIN SOLUTION\n    return x - 8\n    ### END SOLUTION\n    return x + 1"
    )
    before = code.split("\n")
    made = _made(tmp_path, code)
    changed = [[place for place, line in enumerate(one.source.split("\n")) if line != before[place]] for one in made]
    assert all(len(places) == 1 for places in changed)
    assert {place for (place,) in changed} == {2, 6}
    assert all("# plus 7" in one.source and len(one.source.split("\n")) == len(before) for one in made)


def test_a_cell_without_marks_is_a_solution(tmp_path: Path) -> None:
    """As it is blanked as a whole, so it is changed as a whole."""
    assert "y = a - b" in {one.line for one in _made(tmp_path, "y = a + b")}


def test_columns_are_bytes(tmp_path: Path) -> None:
    """What is not ASCII before a place does not move it."""
    lines = {one.line for one in _made(tmp_path, _region("größe = f('ü∂', α * β) + γ"))}
    assert {"größe = f('ü∂', α / β) + γ", "größe = f('ü∂', β) + γ", "größe = f('ü∂', α * β)"} <= lines


def test_what_is_right_is_no_mutant(tmp_path: Path) -> None:
    """The author's variants are left out, the solution too, and each text comes once."""
    code = _region("y = a + b")
    assert "y = b" in {one.line for one in _made(tmp_path, code)}
    made = _made(tmp_path, code, "variant: other\n---\ny = b  # said otherwise")
    trees = [ast.dump(ast.parse(one.source)) for one in made]
    assert "y = b" not in {one.line for one in made}
    assert len(set(trees)) == len(trees)
    assert ast.dump(ast.parse(code)) not in trees


def test_cells_with_magics_and_formatted_strings_are_left_alone(tmp_path: Path) -> None:
    """What has no tree, or no positions, is not changed."""
    assert _made(tmp_path, _region("%time y = a + b")) == ()
    assert _made(tmp_path, _region("y = f'{a + b}'")) == ()


def test_lines(tmp_path: Path) -> None:
    """A mutant is told by its statement: the innermost one, a header alone, a deleted one as a comment."""
    made = _made(tmp_path, _region("for i in range(3):\n    if i < 2: y.append(i)\n    y = (a +\n         b)"))
    lines = {one.line for one in made}
    assert {"for i in range(1, 3):", "if i <= 2:", "# y.append(i)", "y = a - b"} <= lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("y=a -b", "y = a - b"),
        ("for i in range( 3 ):", "for i in range(3):"),
        ("#  y.append( i )", "# y.append(i)"),
        ("not ( python", "not ( python"),
    ],
)
def test_normal_line(text: str, line: str) -> None:
    """An author may space a line otherwise than the audit prints it."""
    assert normal_line(text) == line


def test_survivors_are_reported(grader: Grader, tmp_path: Path) -> None:
    """A check that looks at too little lets mutants live; a sharp one kills them."""
    weak = _kill(grader, tmp_path, _solution(_region("y = [3, 4]"), checks="check('first', y[0])"))
    assert {one.line for one in weak.survivors} == {"y = [3, 8]"}
    assert (weak.made, weak.killed, weak.equivalent, weak.rate) == (2, 1, 0, 0.5)
    sharp = _kill(grader, tmp_path, _solution(_region("y = [3, 4]"), checks="check('y', y)"))
    assert (sharp.survivors, sharp.rate) == ((), 1.0)
    assert {one.by for one in sharp.mutants} == {"y"}


def test_later_checks_kill(grader: Grader, tmp_path: Path) -> None:
    """What its own group lets pass, the whole notebook may still reject."""
    raw = _solution(_region("y = [3, 4]"), checks="check('first', y[0])")
    raw["cells"] += [
        cell("solution", "solution-z", _region("z = y[1]")),
        cell("check", "check-z", "check('z', z)", 1),
    ]
    found = {one.line: one.by for one in _kill(grader, tmp_path, raw).mutants if one.cell_id == "solution-y"}
    assert found == {"y = [6, 4]": "first", "y = [3, 8]": "z"}


def test_hidden_checks_that_need_later_cells(grader: Grader, tmp_path: Path) -> None:
    """A hidden case runs in the state that its own check cell left: one that needs a later cell is refused."""
    checks = "check('y', 0 * y)\n### BEGIN HIDDEN TESTS\ncheck('h', late())\n### END HIDDEN TESTS"
    raw = _solution(_region("y = 4"), checks=checks)
    raw["cells"].append(cell("setup", "late", "def late(): return 1"))
    with pytest.raises(ReferenceRunError, match="name 'late' is not defined"):
        _kill(grader, tmp_path, raw)


def test_equivalents(grader: Grader, tmp_path: Path) -> None:
    """A listed line is no survivor; one that a check kills, or that no mutant has, is a fault."""
    listed = "equivalent: nobody looks at it\n---\ny = [3,  8]"
    raw = _solution(_region("y = [3, 4]"), listed, checks="check('first', y[0])")
    found = _kill(grader, tmp_path, raw)
    assert (found.survivors, found.equivalent, found.killed, found.rate, found.faults) == ((), 1, 1, 1.0, ())
    raw["cells"][2]["source"] = f"{listed}\ny = [6, 4]\ny = 5"
    faults = " | ".join(_kill(grader, tmp_path, raw).faults)
    assert "`y = [6, 4]` is listed as equivalent, but killed by 'first'" in faults
    assert "`y = 5`, listed as equivalent, matches no mutant" in faults
    assert "[3, 8]" not in faults


def test_endless_loop_is_killed_quickly(grader: Grader, tmp_path: Path) -> None:
    """A mutant that never ends costs seconds, not the notebook's limits."""
    code = "def f():\n### BEGIN SOLUTION\n    i = 0\n    while i < 3:\n        i += 1\n    return i\n### END SOLUTION"
    found = write_exercise(tmp_path, _solution(code, checks="check('f', lambda: f())"))
    endless = [one for one in mutants(found) if one.line in ("# i += 1", "i += 0")]
    began = time.monotonic()
    audit = kill(found, grader, endless, jobs=2)
    assert [one.by for one in audit.mutants] == ["f", "f"]
    assert time.monotonic() - began < 15 < found.limits.cell_s


def test_sample(grader: Grader, tmp_path: Path) -> None:
    """A sample is the same each time, and holds what the author lists."""
    raw = exercise()
    raw["cells"].insert(3, cell("raw", "e1", "equivalent: a test\n---\nmean = x.mean(0)"))
    found, again = (_kill(grader, tmp_path, raw, sample=3) for _ in range(2))
    assert found == again
    assert (found.made, found.equivalent) == (4, 1)


def test_the_tiny_exercise_is_sharp(grader: Grader, tmp_path: Path) -> None:
    """No mutant of variables that follow from one another, or of a function, lives."""
    found = _kill(grader, tmp_path, exercise())
    assert len({one.cell_id for one in found.mutants}) == 3
    assert found.survivors == ()
