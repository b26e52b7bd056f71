"""What a task's text says of the exercise's rules: one line of the names that are off limits there.

In: cells and rules. Out: the line of each task, and the cells with it. A student can keep only those rules that
can be read, so no author has to remember them: the line is made from the rules themselves. It does NOT look at what
a student wrote (`autograder.rules` does).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from autograder.model import Rule
from autograder.notebook.cells import Cell

__all__ = ["off_limits", "with_off_limits"]

_BEGIN = "*Off limits here:* "
_FUNCTIONS = ("torch", "torch.nn.functional", "torch.Tensor", "torch.special")  # often the same work under one name
_SHORT = {"torch.nn.functional": "F", "torch.nn": "nn"}  # as students write them


def off_limits(cells: Iterable[Cell], rules: Sequence[Rule]) -> dict[str, str]:
    """Return {task cell: the line of what is off limits there}, for tasks where some rule holds.

    A solution cell's task is the nearest text above it, and several solution cells may share one; a rule of some cells
    is named in their tasks only, any other in every task, or in those that its author chose.
    """
    solutions: dict[str, set[str]] = {}  # task -> its solution cells
    task = ""
    for cell in cells:
        if cell.kind == "task":
            task = cell.id
        elif cell.kind == "solution" and task:
            solutions.setdefault(task, set()).add(cell.id)
    lines: dict[str, str] = {}
    for name, ids in solutions.items():
        rules_here = [rule for rule in rules if ids & set(rule.named_in or rule.cells or ids)]
        if rules_here:
            lines[name] = f"{_BEGIN}{', '.join(_names(rules_here))}."
    return lines


def with_off_limits(cells: Sequence[Cell], rules: Sequence[Rule]) -> tuple[Cell, ...]:
    """Return the cells, each task's line at the end of its text; a text that has it already stays as it is."""
    lines = off_limits(cells, rules)
    return tuple(
        _with_line(cell, lines[cell.id])
        if cell.id in lines and not cell.source.rstrip().endswith(lines[cell.id])
        else cell
        for cell in cells
    )


def _with_line(cell: Cell, line: str) -> Cell:
    return replace(cell, source=f"{cell.source.rstrip()}\n\n{line}", released=f"{cell.released.rstrip()}\n\n{line}")


def _names(rules: Iterable[Rule]) -> list[str]:
    """Return what the rules name, in their order, as a student writes it and each once; or what they are shown as.

    `softmax` stands for torch.softmax, F.softmax and the method where there are rules for several of them; of one
    module's names several stand in brackets after it.
    """
    parts = [(rule.shown, *rule.name.rpartition(".")[::2]) for rule in rules]
    unnamed = list(dict.fromkeys((owner, name) for shown, owner, name in parts if not shown))
    functions = [name for owner, name in unnamed if owner in _FUNCTIONS]
    texts: dict[str, None] = {}
    for shown, owner, name in parts:
        family = [member for module, member in unnamed if module == owner]
        if shown:
            text = shown
        elif owner in _FUNCTIONS and functions.count(name) > 1:
            text = f"`{name}`"
        elif owner == "torch.Tensor":
            text = f"`.{name}()`"
        elif owner and owner not in _FUNCTIONS and owner not in _SHORT and len(family) > 1:
            text = f"`{owner}` ({', '.join(f'`{member}`' for member in family)})"
        else:
            text = f"`{_SHORT.get(owner, owner)}.{name}`" if owner else f"`{name}`"
        texts[text] = None
    return list(texts)
