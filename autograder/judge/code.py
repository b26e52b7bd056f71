"""What a student's own code says of a check that fails.

In: a reference, a submission, a check and what it saw. Out: a cause, or None. Asked are only the functions that the
check's statement calls, and those of the student's that these call. It knows what a student's own session knows: the
exercise as it was handed out, the student's text, the setup's numbers, which checks passed; never the solution.
"""

from __future__ import annotations

import ast
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import torch

from autograder.diagnose.code import RAISED, VALUE, Function, Sign, functions_of, rank
from autograder.diagnose.words import slices
from autograder.judge.reference import Reference
from autograder.model import Capture, Diagnosis
from autograder.notebook import Cell, Submission, marked_by, names_of, parse
from autograder.notebook.remembered import remembered
from autograder.notebook.scopes import used_names

__all__ = ["StudentCode"]

_MOST_FUNCTIONS = 20  # that are asked about one check
_FEWEST = 10  # of a setup's number: smaller ones stand in many formulas
_CONFIDENCE = 0.8
_NUMBER = re.compile(r"\b\d{1,6}\b")
_ARGUMENTS = rf"{re.escape(VALUE)}|{RAISED}"  # what reading the wrong thing leads to


@dataclass(frozen=True)
class StudentCode:
    """The functions of one submission, asked about its checks."""

    reference: Reference
    submission: Submission

    def cause(
        self, expected: Capture, saw: Sequence[str], passed: Sequence[str], *, weak: bool = False
    ) -> Diagnosis | None:
        """Return what explains that a check fails, None if the code shows nothing.

        `saw`: what the check saw (`diagnose.code`: VALUE, NONE, CHANGED), or an exception's text. `passed`: the
        other checks of the same cell that passed, as far as who is told knows of them. `weak`: also what may stand
        beside another mistake.
        """
        numbers = {int(one) for text in saw if text.startswith("RuntimeError: ") for one in _NUMBER.findall(text)}
        signs = [sign for placed in self._called(expected) for sign in self._signs(placed, expected, passed, numbers)]
        fitting = [sign for sign in signs if any(re.match(sign.explains, one) for one in saw)]
        best = min((sign for sign in fitting if weak or not sign.weak), key=lambda sign: rank(sign.cause), default=None)
        return None if best is None else Diagnosis(best.text, "code", best.cause, _CONFIDENCE)

    def _called(self, expected: Capture) -> Iterator[tuple[Cell, Function]]:
        """Yield the functions that a check asks, those that its statement names first."""
        marks = marked_by(self.reference.notebook.cells)
        waiting = deque(sorted(self._reached(expected)))
        seen: set[str] = set()
        asked = 0
        while waiting and asked < _MOST_FUNCTIONS:
            name = waiting.popleft()
            if name in seen:
                continue
            seen.add(name)
            definitions = [
                (cell, functions)
                for cell, functions in self._functions.get(name, ())
                if cell.kind != "solution" or expected.cell_id in marks[cell.id]
            ]
            for cell, functions in definitions[-1:]:  # the last one counts
                for function in functions:
                    yield cell, function
                    asked += 1
                    waiting += sorted(function.outer.keys() & self._functions.keys())

    def _reached(self, expected: Capture) -> frozenset[str]:
        """Return the names that a check's statement reads, itself or by way of the author's own functions.

        Where none of the student's functions is among them (a method, put into its class), those of the task are.
        """
        found: set[str] = set()
        waiting = set(_names(self._statement(expected.name)))
        while waiting:
            found |= waiting
            more = {name for each in waiting for name in self._helpers(expected).get(each, ())}
            waiting = more - found
        if not found & self._functions.keys():
            marks = marked_by(self.reference.notebook.cells)
            found |= {
                name
                for name, places in self._functions.items()
                if any(cell.kind == "solution" and expected.cell_id in marks[cell.id] for cell, _ in places)
            }
        return frozenset(found)

    def _helpers(self, expected: Capture) -> Mapping[str, frozenset[str]]:
        """Return what each of the author's functions reads, of a hidden check also those of its own cell."""
        if not expected.hidden:
            return self._public_helpers
        beside = [one.name for one in self.reference.of_cell(expected.cell_id) if one.hidden]
        return {**self._public_helpers, **_definitions(self._statement(name) for name in beside)}

    @cached_property
    def _public_helpers(self) -> Mapping[str, frozenset[str]]:
        return _definitions(cell.released for cell in self.reference.notebook.cells if cell.kind in ("setup", "check"))

    @cached_property
    def _functions(self) -> Mapping[str, Sequence[tuple[Cell, Sequence[Function]]]]:
        """The student's functions, by the name that others know them by: a function's own, or its class's."""
        found: dict[str, list[tuple[Cell, list[Function]]]] = {}
        for cell in self.submission.cells:
            if cell.is_student_code and cell.source != cell.released:
                own: dict[str, list[Function]] = {}
                for function in functions_of(cell.source):
                    own.setdefault(function.owner, []).append(function)
                for name, functions in own.items():
                    found.setdefault(name, []).append((cell, functions))
        return found

    def _statement(self, name: str) -> str:
        return self.reference.statements[name][1]

    # -- what a function's text shows

    def _signs(
        self, placed: tuple[Cell, Function], expected: Capture, passed: Sequence[str], told: Collection[int]
    ) -> Iterator[Sign]:
        """Yield what a function shows. `told`: the numbers in an exception, sizes that do not fit among them."""
        cell, function = placed
        given = _names(cell.released)
        kept = {(one.name, sign.cause) for one in functions_of(cell.released) for sign in one.signs}
        for sign in function.signs:
            if sign.argument and f"{function.name}.{sign.argument}" in cell.unread:
                continue
            if sign.about not in _bound(cell.released) and (function.name, sign.cause) not in kept:
                yield sign
        captures = self.reference.run.captures
        before = [name for name in passed if function.owner in self._reached(captures[name])]
        for name in sorted(function.outer.keys() & (self._data | self._numbers.keys()) - given):
            if self._is_other_data(name, expected, before, told):
                unread = [argument for argument in function.unused if f"{function.name}.{argument}" not in cell.unread]
                yield Sign("variable of the notebook", self._reads(function, name, unread), _ARGUMENTS)
        if before:
            sizes = dict.fromkeys(told, "a size that does not fit here")
            sizes |= {**self._named_sizes, **self._sizes_in(before, rows=True)}
            here = {*self._sizes_in([expected.name]), *_whole_numbers(self._statement(expected.name))}
            for number in sorted(function.numbers.keys() & sizes.keys() - here - _whole_numbers(cell.released)):
                yield Sign(
                    "size as a number",
                    f"In line {function.numbers[number]} of `{function.name}` stands {number}, {sizes[number]}: with "
                    "other data it is another number. Take it from the shape of what the function is given.",
                    _ARGUMENTS,
                )

    def _reads(self, function: Function, name: str, unread: Sequence[str]) -> str:
        number = self._numbers.get(name)
        value = "a variable of the notebook" if number is None else f"the notebook's {number}"
        begin = f"`{function.name}` reads `{name}` (line {function.outer[name]}), {value}, whatever it is called with."
        if len(unread) == 1:
            return f"{begin} It never looks at its argument `{unread[0]}`: is that the one it should read?"
        if name in self._numbers:
            return f"{begin} Which argument can tell it this size?"
        return f"{begin} What it needs should come from its arguments, or be computed inside."

    # -- what the notebook holds

    def _is_other_data(self, name: str, expected: Capture, before: Sequence[str], told: Collection[int]) -> bool:
        """Tell whether a name is data of the notebook's, and the check's statement calls with other data."""
        statement = self._statement(expected.name)
        if name in self._own_names or name in _names(statement):
            return False
        if name in self._data:
            return True
        number = self._numbers[name]
        if number is None:
            return bool(before)
        sizes = self._sizes_in([expected.name])
        is_size = number in told or any(number in tensor.shape for tensor in self._tensors.values())
        return is_size and bool(before or sizes) and number not in sizes and number not in _whole_numbers(statement)

    @cached_property
    def _own_names(self) -> frozenset[str]:
        """The names that the student's own cells give a value to, outside of functions."""
        own = [cell for cell in self.submission.cells if cell.is_student_code and cell.kind != "solution"]
        return frozenset(name for cell in own for name in names_of(cell.source).bound)

    @cached_property
    def _data(self) -> frozenset[str]:
        """The setup's tensors, masks excepted, and the variables that public checks are about."""
        tensors = {name for name, value in self._tensors.items() if not bool(((value == 0) | (value == 1)).all())}
        checked = {one.name for one in self.reference.run.captures.values() if one.variable and not one.hidden}
        return frozenset(tensors | checked)

    @cached_property
    def _tensors(self) -> Mapping[str, torch.Tensor]:
        """The setup's tensors; a list of numbers is one too."""
        variables = self.reference.variables.items()
        return {name: torch.as_tensor(value) for name, value in variables if isinstance(value, torch.Tensor | list)}

    @cached_property
    def _numbers(self) -> Mapping[str, int | None]:
        """The whole numbers that setup cells define; None: a size, of which the text does not tell the value."""
        known: dict[str, int | None] = {}
        for cell in self.reference.notebook.cells:
            if cell.kind == "setup":
                _take_numbers(cell.released, known)
        return known

    @cached_property
    def _named_sizes(self) -> Mapping[int, str]:
        numbers = {number: name for name, number in self._numbers.items() if number is not None and number >= _FEWEST}
        return {number: f"the notebook's `{name}`" for number, name in numbers.items()}

    def _sizes_in(self, names: Iterable[str], *, rows: bool = False) -> Mapping[int, str]:
        """Return the sizes that checks' statements work on, as a student calls them: {32: "as many as `x` has rows"}.

        `names`: the checks'; a variable that is only cut there (`x[:2]`) has other sizes. `rows`: without small sizes
        of other axes than the first, which stand in many formulas.
        """
        found: dict[int, str] = {}
        for read in (_uncut(self._statement(name)) for name in names):
            for variable in sorted(read & self._numbers.keys()):
                number = self._numbers[variable]
                if number is not None:
                    found.setdefault(number, f"the notebook's `{variable}`")
            for variable in sorted(read & self._tensors.keys()):
                tensor = self._tensors[variable]
                for axis, size in enumerate(tensor.shape):
                    if rows and axis and size < _FEWEST:
                        continue
                    found.setdefault(size, f"as many as `{variable}` has {slices(axis, tensor.dim())}")
                found.setdefault(tensor.numel(), f"as many as `{variable}` has elements")
        return found


@remembered
def _names(code: str) -> frozenset[str]:
    """Return the names that an author's code reads and does not bind itself, anywhere in it."""
    names = [node for node in _nodes(code) if isinstance(node, ast.Name)]
    bound = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    return frozenset(node.id for node in names) - bound


@remembered
def _uncut(code: str) -> frozenset[str]:
    """Return the names that an author's code reads as they are, and not only a part of: `x`, not `x[:2]`."""
    nodes = list(_nodes(code))
    cut = {id(node.value) for node in nodes if isinstance(node, ast.Subscript)}
    whole = {node.id for node in nodes if isinstance(node, ast.Name) and id(node) not in cut}
    return _names(code) & whole


def _definitions(codes: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return {function or class that an author's code defines: the names that it reads}."""
    return {
        node.name: used_names(node)
        for code in codes
        for node in _nodes(code)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }


@remembered
def _bound(code: str) -> frozenset[str]:
    """Return the names that an author's code gives a value to, anywhere in it."""
    return frozenset(node.id for node in _nodes(code) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))


@remembered
def _whole_numbers(code: str) -> frozenset[int]:
    """Return the whole numbers that are written in an author's code."""
    return frozenset(node.value for node in _nodes(code) if isinstance(node, ast.Constant) and type(node.value) is int)


def _nodes(code: str) -> Iterator[ast.AST]:
    try:
        return ast.walk(parse(code))
    except SyntaxError:  # a line of IPython's own
        return iter(())


def _take_numbers(source: str, known: dict[str, int | None]) -> None:
    """Add the whole numbers that a cell's assignments define to those that are known; another value takes one away."""
    try:
        body = parse(source).body
    except SyntaxError:  # a line of IPython's own
        return
    for statement in body:
        if not isinstance(statement, ast.Assign):
            continue
        for target in statement.targets:
            for name, value in _pairs(target, statement.value):
                if _is_number(value, known):
                    known[name] = _number(value, known)
                else:
                    known.pop(name, None)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Yield (name, its value) of an assignment; of `a, b = x.shape` both get the whole."""
    targets = target.elts if isinstance(target, ast.Tuple) else [target]
    same = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(value.elts) == len(targets)
    values = value.elts if same and isinstance(value, ast.Tuple) else [value] * len(targets)
    for one, its in zip(targets, values, strict=True):
        if isinstance(one, ast.Name):
            yield one.id, its


def _is_number(value: ast.expr, known: Mapping[str, int | None]) -> bool:
    """Tell whether an expression is a whole number: one that is written, arithmetic of such, a length, a shape."""
    match value:
        case ast.Constant():
            return type(value.value) is int
        case ast.Name(id=name):
            return name in known
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.FloorDiv(), right=right):
            return _is_number(left, known) and _is_number(right, known)
        case ast.Call(func=ast.Name(id="len")) | ast.Attribute(attr="shape"):
            return True
        case ast.Subscript(value=ast.Attribute(attr="shape")):
            return True
    return False


def _number(value: ast.expr, known: Mapping[str, int | None]) -> int | None:
    """Return a whole number, None where the text does not tell it."""
    match value:
        case ast.Constant(value=int(number)):
            return number
        case ast.Name(id=name):
            return known[name]
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            one, other = _number(left, known), _number(right, known)
            return None if one is None or other is None else one * other
    return None
