"""`check`, the one name that a student imports.

In: a name and a value, or a function that gives it. Out: nothing; the session decides what happens.
In a student's own session (`selfcheck.SelfCheck`) the value is compared and shown; in a graded run
(`worker/capturing.py`) it is sent to the grader, and nothing is compared here.
"""

from __future__ import annotations

import contextlib
import math
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from autograder.model import CheckOptions

if TYPE_CHECKING:
    import torch

__all__ = ["Check", "Session", "check", "describe"]


class Session(Protocol):
    """Where the values go."""

    device: str

    def receive(self, name: str, value: object, error: BaseException | None, options: CheckOptions) -> None:
        """Take the value at a check, or the exception that computing it raised."""

    def seed(self, case: str) -> int:
        """Return the seed of a case."""

    def hint(self, name: str) -> None:
        """Show the next hint for a check."""

    def predict(self, question: str, answer: object, key: str) -> None:
        """Say whether an answer is the one of this key."""

    def summary(self) -> None:
        """Show how far the notebook has come."""


class Check:
    """Hand a value over to be checked: `check("loss", loss)` or `check("f(0)", lambda: f(0))`."""

    def __init__(self) -> None:
        """Start without a session; the first use opens the student's own."""
        self._session: Session | None = None

    def __call__(
        self,
        name: str,
        value: object | Callable[[], object],
        *,
        rtol: float | None = None,
        atol: float | None = None,
        weight: float = 1.0,
        at_most: float | None = None,
        at_least: float | None = None,
    ) -> None:
        """Check one value.

        Args:
            name: what is checked; the variable's own name if `value` is a variable.
            value: a tensor, ndarray, number, str, bytes, or a list, tuple, dict, set of these; or a
                function without arguments that returns one (its exception then fails this check only).
            rtol: relative part of the allowed difference, rtol·|expected| + atol; with `atol` or not at all.
            atol: absolute part of it.
            weight: this check's share of its cell's points.
            at_most: an upper bound, for a number that has no single right value.
            at_least: a lower bound.

        Raises:
            AssertionError: in a student's session, if the value is not right.
            TypeError, ValueError: if the call itself is not well formed.
        """
        options = _options(name, rtol, atol, weight, at_most, at_least)
        error: BaseException | None = None
        if _is_function(value):
            try:
                value = value()  # type: ignore[operator]
            except Exception as raised:  # noqa: BLE001  the student's own error, whatever it is
                value, error = None, raised
        self.session.receive(name, value, error, options)

    def generator(self, case: str) -> torch.Generator:
        """Return a CPU generator for the random input of one case.

        The same case gives the same numbers each time in a student's session, and others, that
        nobody has seen, in a graded run.
        """
        import torch

        return torch.Generator(device="cpu").manual_seed(self.session.seed(case))

    def hint(self, name: str) -> None:
        """Show the next hint for a check, from a question to nearly the answer; no grade knows of it."""
        self.session.hint(name)

    def predict(self, question: str, answer: object, key: str) -> None:
        """Say whether a prediction is right: `check.predict("the shape of x @ W", (4, 3), "9f86d081884c")`.

        `answer`: a shape, a number or a word; `...` for none yet. `key`: `check.predict_key(question, answer)`, which
        the author has put there. No points hang on it, and a graded run passes over it.
        """
        self.session.predict(question, answer, key)

    @staticmethod
    def predict_key(question: str, answer: object) -> str:
        """Return the key of a question's right answer: for authors, who write it into `check.predict`."""
        from autograder.student.predictions import key_of

        return key_of(question, answer)

    def summary(self) -> None:
        """Show each task, and what comes next.

        Raises:
            AssertionError: in a student's session, if a check is not right yet: so that a notebook that is run as a
                whole, by Validate or nbconvert, fails where a check does.
        """
        self.session.summary()

    @property
    def device(self) -> torch.device:
        """The device that the notebook computes on."""
        import torch

        return torch.device(self.session.device)

    @property
    def session(self) -> Session:
        """Where the values go; the student's own session unless a graded run has set another."""
        if self._session is None:
            from autograder.student.selfcheck import SelfCheck

            self._session = SelfCheck()
        return self._session

    def watch(self) -> None:
        """Open the student's own session where IPython runs this process: it sees the cells from here on."""
        if self._session is None and "IPython" in sys.modules:
            from autograder.student.table import running_shell

            if running_shell() is not None:
                self.session  # noqa: B018  opens it

    @contextlib.contextmanager
    def using(self, session: Session) -> Any:
        """Send values to this session for a while."""
        before, self._session = self._session, session
        try:
            yield
        finally:
            self._session = before


def describe(error: BaseException) -> str:
    """Return "ValueError: message", whatever the exception does when asked for it."""
    try:
        text = f"{error.msg} (line {error.lineno})" if isinstance(error, SyntaxError) else str(error)
    except BaseException:  # noqa: BLE001  a student's __str__ may do anything
        text = "(no readable message)"
    return f"{type(error).__name__}: {text[:2000]}" if text else type(error).__name__


def _is_function(value: object) -> bool:
    """Tell a function from a value; a tensor, a class instance with data is a value."""
    import functools
    import types

    return isinstance(value, types.FunctionType | types.MethodType | types.BuiltinFunctionType | functools.partial)


def _options(  # noqa: PLR0917
    name: object,
    rtol: float | None,
    atol: float | None,
    weight: float,
    at_most: float | None,
    at_least: float | None,
) -> CheckOptions:
    if not isinstance(name, str) or not name.strip() or len(name) > 200:
        raise TypeError(f"check's first argument is the check's name, a short string; got {type(name).__name__}")
    if (rtol is None) != (atol is None):
        raise ValueError(f"check({name!r}): give both rtol and atol, or neither")
    numbers = {"rtol": rtol, "atol": atol, "weight": weight, "at_most": at_most, "at_least": at_least}
    for key, number in numbers.items():
        if number is not None and not math.isfinite(number):
            raise ValueError(f"check({name!r}): {key} must be a finite number, got {number!r}")
    if weight <= 0 or (rtol or 0) < 0 or (atol or 0) < 0:
        raise ValueError(f"check({name!r}): weight must be positive, rtol and atol not negative")
    return CheckOptions(weight=float(weight), rtol=rtol, atol=atol, at_most=at_most, at_least=at_least)


check = Check()
