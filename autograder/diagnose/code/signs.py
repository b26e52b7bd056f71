"""Signs of a mistake that a function's text shows, whatever it computes.

In: a function's `Body`. Out: `Sign`s: what is written there, in a sentence, and what of a check it explains. Each is
true of the text; that it is the mistake is only said where a check fails that shows it.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator
from typing import Final

from autograder.diagnose.code.arguments import argument_changed, argument_never_used, kept_default
from autograder.diagnose.code.body import Body, Sign
from autograder.diagnose.code.raising import (
    graph_lost,
    hidden_name,
    local_name,
    none_from_call,
    not_called,
    self_missing,
)
from autograder.diagnose.code.returns import first_round, no_return, thrown_away
from autograder.diagnose.code.steps import (
    axes_not_moved,
    begun_anew,
    classes_from_data,
    compared_with_nan,
    kept_outside,
    overwritten_each_round,
    value_never_used,
)

__all__ = ["CAUSES", "rank", "signs_of"]

_LARGEST = 3000  # parts of a function that is looked at: the longest of a solution has some 700
_MOST = 100  # signs of one function

# The causes that code shows, the surest first. The two about the notebook are found by autograder/judge/code.py.
CAUSES: Final = (
    "no return",
    "return in the first round",
    "result thrown away",
    "variable of the notebook",
    "argument never used",
    "size as a number",
    "default that is kept",
    "kept between calls",
    "classes from the data",
    "overwritten in each round",
    "begun anew in each round",
    "axes not moved",
    "compared with NaN",
    "graph lost",
    "None from a call",
    "hidden name",
    "local name",
    "self missing",
    "method not called",
    "value never used",
    "argument changed in place",
)


def signs_of(body: Body) -> tuple[Sign, ...]:
    """Return what a function's text shows; nothing of one that is not filled in."""
    if body.size > _LARGEST or any(_is_stub(node) for node in body.own):
        return ()
    return tuple(itertools.islice((sign for look in _LOOKS for sign in look(body)), _MOST))


def rank(cause: str) -> int:
    """Return how sure a cause is: of several that fit, the one of the lowest rank is told."""
    return CAUSES.index(cause)


def _is_stub(node: ast.AST) -> bool:
    match node:
        case ast.Raise(exc=ast.Name(id="NotImplementedError") | ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
    return False


_LOOKS: Final[tuple[Callable[[Body], Iterator[Sign]], ...]] = (
    no_return,
    first_round,
    thrown_away,
    argument_never_used,
    kept_default,
    kept_outside,
    classes_from_data,
    overwritten_each_round,
    begun_anew,
    axes_not_moved,
    compared_with_nan,
    graph_lost,
    none_from_call,
    hidden_name,
    local_name,
    self_missing,
    not_called,
    value_never_used,
    argument_changed,
)
