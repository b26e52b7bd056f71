"""A misconception is named only if all of a cell's checks fit it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from autograder.judge import ErrorOutcome, Outcomes, Reference
from autograder.judge.pattern import Patterns, Symptom
from autograder.model import Capture, CheckOptions, Exit, Level, Limits, Run, Status, ValueOutcome
from autograder.notebook import Cell, Notebook
from autograder.wire import values

STUB = "def f(x):\n    ...\n\n\ndef g(x):\n    ..."
SOURCE = {"a": "f(1)", "b": "f(2)", "c": "g(3)", "h": "f(4)"}  # what each check asks
RIGHT = {"a": 1, "b": 2, "c": 3, "h": 4}
PASSED = Symptom(Status.PASSED)


def _reference() -> Reference:
    checks = "\n".join(f'check("{name}", lambda: {source})' for name, source in SOURCE.items())
    cells = (Cell("answer", "solution", STUB, released=STUB), Cell("cell", "check", checks, 4.0, checks))
    notebook = Notebook("01-x", "x", cells, (), (), Limits(), "0" * 64)
    captures = {
        name: Capture(
            name, "cell", f"cell:{number}", hidden=name == "h", variable=False,
            value=values.encode(RIGHT[name]), error=None, options=CheckOptions(),
        )
        for number, name in enumerate(SOURCE)
    }  # fmt: skip
    return Reference(notebook, Run(captures, (), {}, None, Exit("exited", 0), Level.NONE, "cpu", 0.0))


def _cause(wrong: Mapping[str, Mapping[str, object]], answers: Mapping[str, Symptom], at: str) -> str | None:
    """Return the misconception that is named at a check; `wrong`: {misconception: {check: its value, or exception}}."""
    reference = _reference()

    def outcomes(check: str) -> Outcomes:
        given = [(name, gives[check]) for name, gives in wrong.items() if check in gives]
        return Outcomes(
            [ValueOutcome(name, name.upper(), value) for name, value in given if not isinstance(value, Exception)],
            [
                ErrorOutcome(name, name.upper(), f"{type(value).__name__}: {value}", "answer", None)
                for name, value in given
                if isinstance(value, Exception)
            ],
        )

    patterns = Patterns(reference, outcomes, lambda check: answers.get(check.name, PASSED), {})
    diagnosis = patterns.cause(reference.run.captures[at])
    return None if diagnosis is None else diagnosis.cause


def _wrong(value: object) -> Symptom:
    return Symptom(Status.WRONG, value)


def test_the_one_that_fits_every_check() -> None:
    """Two misconceptions give the same at one check; the next check tells them apart, whichever is known first."""
    known = {"first": {"a": 7, "b": 8}, "second": {"a": 7, "b": 9}}
    for at in ("a", "b"):
        assert _cause(known, {"a": _wrong(7), "b": _wrong(9)}, at) == "second"


def test_not_where_the_answer_is_right() -> None:
    """A misconception that goes wrong where the answer is right is not what happened."""
    known = {"both": {"a": 7, "b": 8}}
    assert _cause(known, {"a": _wrong(7)}, "a") is None
    assert _cause(known | {"one": {"a": 7}}, {"a": _wrong(7)}, "a") == "one"


def test_not_where_the_same_function_is_wrong_in_another_way() -> None:
    """What a misconception does not explain speaks against it, unless another one does."""
    known: dict[str, dict[str, object]] = {"one": {"a": 7}}
    answers = {"a": _wrong(7), "b": _wrong(5)}
    assert _cause(known, answers, "a") is None
    assert _cause(known | {"two": {"b": 5}}, answers, "a") == "one"
    assert _cause(known | {"two": {"a": 6, "b": 5}}, answers, "a") is None, "it would show at a, too"


def test_another_function_of_the_cell_has_mistakes_of_its_own() -> None:
    """A second, unknown mistake in g leaves the one in f as it is."""
    assert _cause({"one": {"a": 7}}, {"a": _wrong(7), "c": _wrong(5)}, "a") == "one"


@pytest.mark.parametrize(("hidden", "named"), [(_wrong(8), None), (PASSED, "one")])
def test_hidden_checks_are_asked_only_of_hidden_ones(hidden: Symptom, named: str | None) -> None:
    """A student's session has no hidden check, and must come to the same sentence; the hidden one knows more."""
    answers = {"a": _wrong(7), "h": hidden}
    assert _cause({"one": {"a": 7}}, answers, "a") == "one"
    assert _cause({"one": {"a": 7, "h": 8}}, answers, "h") == ("one" if named is None else None)


def test_exceptions() -> None:
    """At the check itself the whole text counts, beside it the type: the numbers in it may be others."""
    known: dict[str, dict[str, object]] = {
        "one": {"a": IndexError("3"), "b": IndexError("4")},
        "two": {"a": IndexError("3"), "b": 5},
    }
    raised = {"a": Symptom(Status.RAISED, error="IndexError: 3"), "b": Symptom(Status.RAISED, error="IndexError: 9")}
    assert _cause(known, raised, "a") == "one"
    assert _cause(known, raised, "b") is None
    assert _cause(known, raised | {"b": _wrong(5)}, "a") == "two"


def test_what_was_not_reached_says_nothing() -> None:
    """A check that never ran, or a forbidden one, neither speaks for a misconception nor against it."""
    for status in (Status.MISSING, Status.FORBIDDEN):
        assert _cause({"one": {"a": 7, "b": 8}}, {"a": _wrong(7), "b": Symptom(status)}, "a") == "one"
