"""Random numbers that nobody seeds: they are other ones in a student's session than in a graded run.

A build runs the solution again with other seeds and says which check depends on them; here they are found by their
text, in every cell that a graded run has, whether a check depends on them or not.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.lint.problem import Problem
from autograder.notebook import Notebook
from autograder.notebook.syntax import parse_cell

__all__ = ["randomness_problems"]

_FUNCTIONS = {"rand", "randn", "randint", "randperm", "normal", "bernoulli", "multinomial", "rand_like", "randn_like"}
_METHODS = {"normal_", "uniform_", "bernoulli_", "random_", "exponential_", "log_normal_", "geometric_"}
_SEEDED = {"default_rng", "Generator", "RandomState", "SeedSequence"}  # of numpy.random: they take a seed


def randomness_problems(notebook: Notebook) -> Iterator[Problem]:
    """Yield what draws numbers without a generator, and generators without a name."""
    for cell in notebook.cells:
        tree = parse_cell(cell.source) if cell.kind in ("setup", "solution", "check") else None
        for node in ast.walk(tree) if tree is not None else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield from _of_call(cell.id, node, node.func)


def _of_call(cell_id: str, call: ast.Call, function: ast.Attribute) -> Iterator[Problem]:
    owner = ast.unparse(function.value)
    shown = f"line {call.lineno}: `{owner}.{function.attr}(..)`"
    if owner == "check" and function.attr == "generator":
        name = call.args[0] if call.args else None
        if not call.keywords and (name is None or (isinstance(name, ast.Constant) and not name.value)):
            yield Problem(cell_id, f"{shown} has no name.", 'Name the case: check.generator("one row").')
    elif owner in ("np.random", "numpy.random"):
        if function.attr not in _SEEDED:
            yield Problem(
                cell_id,
                f"{shown} draws numpy's global random numbers.",
                'Draw from np.random.default_rng(check.generator("a case").initial_seed()).',
            )
    elif (owner == "torch" and function.attr in _FUNCTIONS) or function.attr in _METHODS:
        if function.attr.endswith("_like"):
            yield Problem(
                cell_id,
                f"{shown} takes no generator.",
                f"Draw {function.attr.removesuffix('_like')}(x.shape, generator=..).",
            )
        elif not any(keyword.arg in ("generator", None) for keyword in call.keywords):
            yield Problem(
                cell_id, f"{shown} draws torch's global random numbers.", 'Add generator=check.generator("a case").'
            )
