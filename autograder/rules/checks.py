"""Which rule which cell breaks, and which checks that costs.

In: a submission's cells, rules, and the checks' statements. Out: {cell: rule}, {check: rule}.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from autograder.model import Rule
from autograder.notebook import Cell, marked_by
from autograder.rules.forbidden import forbidden
from autograder.rules.look import Statement, look
from autograder.rules.reading import Broken, Place, Reading

__all__ = ["forbidden_checks", "violations"]


def violations(cells: Sequence[Cell], rules: Sequence[Rule]) -> dict[str, Rule]:
    """Return {cell id: the first rule that the student's cell breaks}."""
    broken_rules: dict[str, Rule] = {}
    for broken in _broken(cells, rules):
        broken_rules.setdefault(broken.cell_id, broken.rule)
    return broken_rules


def forbidden_checks(
    cells: Sequence[Cell],
    rules: Sequence[Rule],
    checks: Mapping[str, tuple[str, str]],
    hidden: Collection[str] = (),
) -> dict[str, Rule]:
    """Return {check: the rule that it is forbidden for}.

    `checks`: {name: (its check cell, the source of its statement)}. A definition that breaks a rule costs those checks
    of its group that use it, also by way of other definitions; one that none of them uses, or a statement that defines
    nothing, costs all of the group's. Which of both it is, the public checks alone decide (not the `hidden` ones):
    a student's own session has no others, and says the same. An import or another name for something costs only the
    checks that use it, and so does an own cell's expression that keeps nothing (a comparison): those that use what
    the cell, which stops there, defines below it. What a person marks costs only the checks that use what it defines.
    """
    broken = _broken(cells, rules)
    if not broken:
        return {}
    marks = marked_by(cells)
    manual = {cell.id: _defined(cell) for cell in cells if cell.is_manual}
    reached = _Reached(cells)
    broken_rules: dict[str, Rule] = {}
    for violation in broken:
        group = {name: source for name, (cell_id, source) in checks.items() if cell_id in marks[violation.cell_id]}
        defines = violation.defines or manual.get(violation.cell_id, frozenset())
        users = [name for name, source in group.items() if defines & reached.names(source)]
        alone = violation.idle or violation.cell_id in manual or any(name not in hidden for name in users)
        for name in users if alone else group:
            broken_rules.setdefault(name, violation.rule)
    return broken_rules


def _defined(cell: Cell) -> frozenset[str]:
    """Return all names that a cell defines."""
    return frozenset(name for statement in look(cell.source).statements if cell.is_code for name in statement.defines)


def _broken(cells: Sequence[Cell], rules: Sequence[Rule]) -> list[Broken]:
    codes = [cell for cell in cells if cell.is_code] if rules else []
    own_methods = frozenset(method for cell in codes for method in look(cell.source).methods)
    groups = marked_by(cells) if any(rule.cells for rule in rules) else {}
    reading = Reading(forbidden(tuple(rules)), own_methods)
    for cell in codes:
        student = cell.is_student_code
        rules_here = [number for number, rule in enumerate(rules) if student and _holds(rule, cell, groups)]
        text = look(cell.source)
        for number, statement in enumerate(text.statements):
            reading.read(Place(cell, text, number, frozenset(rules_here)), statement.steps)
    return reading.found()


def _holds(rule: Rule, cell: Cell, groups: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a rule holds in a student's cell: a rule of some cells, also in the student's own of their group."""
    if not rule.cells or cell.id in rule.cells:
        return True
    return cell.kind != "solution" and any(
        set(groups[cell.id]) & set(groups.get(cell_id, ())) for cell_id in rule.cells
    )


class _Reached:
    """What names a statement uses, also by way of what the cells define."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._defining: dict[str, list[Statement]] = {}
        self._known: dict[str, frozenset[str]] = {}
        for cell in cells:
            for statement in look(cell.source).statements if cell.is_code else ():
                for name in statement.defines:
                    self._defining.setdefault(name, []).append(statement)

    def names(self, source: str) -> frozenset[str]:
        """Return them."""
        if source not in self._known:
            self._known[source] = self._names(source)
        return self._known[source]

    def _names(self, source: str) -> frozenset[str]:
        """Each statement is gone through once: one may define thousands of names, and use thousands."""
        waiting = list(look(source).statements)
        looked_at = {id(statement) for statement in waiting}
        names: set[str] = set()
        while waiting:
            new = waiting.pop().uses - names
            names |= new
            for name in new:
                further = [statement for statement in self._defining.get(name, ()) if id(statement) not in looked_at]
                looked_at.update(map(id, further))
                waiting += further
        return frozenset(names)
