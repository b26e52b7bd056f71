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
    is named in their tasks only, any other in every task.
    """
    asked: dict[str, set[str]] = {}  # task -> its solution cells
    task = ""
    for cell in cells:
        if cell.kind == "task":
            task = cell.id
        elif cell.kind == "solution" and task:
            asked.setdefault(task, set()).add(cell.id)
    held = {name: [rule for rule in rules if not rule.cells or ids & set(rule.cells)] for name, ids in asked.items()}
    return {name: f"{_BEGIN}{', '.join(_names(found))}." for name, found in held.items() if found}


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
    text = f"{cell.source.rstrip()}\n\n{line}"
    return replace(cell, source=text, released=text)


def _names(rules: Iterable[Rule]) -> list[str]:
    """Return what the rules name, in their order, as a student writes it and each once; or what they are shown as.

    `softmax` stands for torch.softmax, F.softmax and the method where there are rules for several of them; of one
    module's names several stand in brackets after it.
    """
    parts = [(rule.shown, *rule.name.rpartition(".")[::2]) for rule in rules]
    plain = list(dict.fromkeys((owner, name) for shown, owner, name in parts if not shown))
    functions = [name for owner, name in plain if owner in _FUNCTIONS]
    found: dict[str, None] = {}
    for shown, owner, name in parts:
        family = [other for its, other in plain if its == owner]
        if shown:
            said = shown
        elif owner in _FUNCTIONS and functions.count(name) > 1:
            said = f"`{name}`"
        elif owner == "torch.Tensor":
            said = f"`.{name}()`"
        elif owner and owner not in _FUNCTIONS and owner not in _SHORT and len(family) > 1:
            said = f"`{owner}` ({', '.join(f'`{one}`' for one in family)})"
        else:
            said = f"`{_SHORT.get(owner, owner)}.{name}`" if owner else f"`{name}`"
        found[said] = None
    return list(found)
