"""A check in a student's own session: compare with expected.safetensors, show it, raise if it is wrong.

In: values at checks. Out: one table per cell, HTML in Jupyter and plain text elsewhere, and an
AssertionError at the end of the cell's last check if one of them failed (so that Validate and pytest
see it). Nothing of this exists in a graded run.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import ExpectedValuesError
from autograder.model import CheckOptions, CheckResult, Diagnosis, Status
from autograder.seeds import public_seed

if TYPE_CHECKING:
    from autograder.expected import ExpectedCheck, ExpectedValues
    from autograder.report import CheckFacts

__all__ = ["CheckFailed", "SelfCheck"]


class CheckFailed(AssertionError):  # noqa: N818  the student reads this name
    """At least one check of the cell is not right; the table above says what and where."""

    def _render_traceback_(self) -> list[str]:
        """Show one line: the table says the rest, and the lines of `check` would help nobody."""
        return [f"CheckFailed: {self}"]


class SelfCheck:
    """The session of a student at work."""

    device = "cpu"

    def __init__(self, folder: Path | None = None) -> None:
        """Compare with the expected values of the notebook in `folder` (the working folder)."""
        self._folder = folder or Path.cwd()
        self._expected: ExpectedValues | None = None
        self._shown = _Table()

    def seed(self, case: str) -> int:
        """Return the public seed of a case."""
        return public_seed(case)

    def receive(self, name: str, value: object, error: BaseException | None, options: CheckOptions) -> None:
        """Compare one value and show the result."""
        if self._expected is None:
            self._expected = _read(self._folder)
        check = self._expected.checks.get(name)
        if check is None:
            result, facts = _unknown(name), None
        else:
            result, facts = judge(check, value, error, self._expected.others(name))
        del options  # the reference's own count
        self._shown.add(result, facts)


def _read(folder: Path) -> ExpectedValues:
    from autograder.expected import find_expected, read_expected

    try:
        return read_expected(find_expected(folder))
    except ExpectedValuesError as error:
        raise CheckFailed(str(error)) from None


def _unknown(name: str) -> CheckResult:
    reason = "No expected value has this name, so nothing was compared. Graded checks are the ones you were given."
    return CheckResult(name, Status.MISSING, reason=reason)


def judge(
    check: ExpectedCheck, value: object, error: BaseException | None, others: Mapping[str, object]
) -> tuple[CheckResult, CheckFacts | None]:
    """Compare one value with what is expected: the result, and what to show beside it."""
    from autograder import values
    from autograder.compare import compare, within_bound
    from autograder.errors import ValueCodecError
    from autograder.report import CheckFacts

    options = check.options
    base = CheckResult(check.name, Status.PASSED, weight=options.weight)
    if error is None:
        try:
            value = values.decode(values.encode(value))
        except ValueCodecError as reason:
            return replace(base, status=Status.RAISED, reason=str(reason)), None
    if error is not None:
        return _raised(base, check, error), None
    shape, dtype = _shape(value)
    if options.bounded:
        mismatch = within_bound(value, at_most=options.at_most, at_least=options.at_least)
        diagnosis = None
    else:
        mismatch = compare(value, check.value, rtol=options.rtol, atol=options.atol)
        diagnosis = _diagnose(check, value, others) if mismatch is not None else None
    if mismatch is None:
        return base, CheckFacts(shape, dtype)
    result = replace(base, status=Status.WRONG, mismatch=mismatch, diagnosis=diagnosis)
    return result, CheckFacts(shape, dtype, _picture(check, value))


def _raised(base: CheckResult, check: ExpectedCheck, error: BaseException) -> CheckResult:
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if isinstance(error, NotImplementedError) and not str(error):
        return replace(base, status=Status.MISSING, reason="Not filled in yet.")
    known = next((one for one in check.wrong if one.error == text), None)
    diagnosis = Diagnosis(known.says, "author", known.name) if known else None
    return replace(base, status=Status.RAISED, reason=text, diagnosis=diagnosis)


def _diagnose(check: ExpectedCheck, value: object, others: Mapping[str, object]) -> Diagnosis | None:
    from autograder.diagnose import diagnose
    from autograder.expected import recognise

    return recognise(value, check) or diagnose(
        value, check.value, others=others, rtol=check.options.rtol, atol=check.options.atol
    )


def _shape(value: object) -> tuple[str, str]:
    import torch

    if isinstance(value, torch.Tensor):
        return str(tuple(value.shape)), str(value.dtype).removeprefix("torch.")
    size = f"{len(value)} items" if isinstance(value, list | tuple | dict | set | str | bytes) else ""
    return size, type(value).__name__


def _picture(check: ExpectedCheck, value: object) -> bytes | None:
    """Return a picture of |difference| for a matrix; None where none would help."""
    import torch

    from autograder.compare import allowance
    from autograder.report import difference_png

    expected = check.value
    if not (isinstance(value, torch.Tensor) and isinstance(expected, torch.Tensor)) or not _in_notebook():
        return None
    if value.shape != expected.shape or value.dim() < 2 or value.numel() < 4 or not expected.is_floating_point():
        return None
    allowed = allowance(expected, rtol=check.options.rtol, atol=check.options.atol)
    return difference_png(value, expected, allowed)


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def _in_notebook() -> bool:
    """Tell whether a browser shows the output: Jupyter's kernels, not a terminal's IPython."""
    shell = _shell()
    return shell is not None and "text/html" in shell.display_formatter.active_types and not hasattr(shell, "pt_app")


class _Table:
    """The results of the cell that runs now; one table that grows with each check."""

    def __init__(self) -> None:
        self._results: list[CheckResult] = []
        self._facts: dict[str, CheckFacts] = {}
        self._handle: Any = None
        self._last_line = 0
        shell = _shell()
        self._shell = shell
        if shell is not None:
            shell.events.register("pre_run_cell", self._new_cell)
            self._last_line = -1  # the cell that runs now began before us: raise at once

    def _new_cell(self, info: Any) -> None:
        self._results, self._facts, self._handle = [], {}, None
        self._last_line = _last_check(getattr(info, "raw_cell", "") or "")

    def add(self, result: CheckResult, facts: CheckFacts | None) -> None:
        """Show one more result; raise CheckFailed after the cell's last check if one has failed."""
        if self._shell is None:
            self._results, self._facts = [], {}
        self._results = [one for one in self._results if one.name != result.name] + [result]
        if facts is not None:
            self._facts[result.name] = facts
        self._show()
        failed = [one for one in self._results if one.status is not Status.PASSED]
        if failed and (self._shell is None or self._line() >= self._last_line):
            names = ", ".join(one.name for one in failed)
            message = f"not right yet: {names}"
            raise CheckFailed(message)

    def _show(self) -> None:
        from autograder.report import checks_html, checks_text

        if not _in_notebook():
            print(checks_text(self._results[-1:], facts=self._facts))  # noqa: T201  the student's screen
            return
        from IPython.display import HTML, display

        page = HTML(checks_html(self._results, facts=self._facts, student=True))  # type: ignore[no-untyped-call]
        if self._handle is None:
            self._handle = display(page, display_id=True)  # type: ignore[no-untyped-call]
        else:
            self._handle.update(page)

    def _line(self) -> int:
        """Return the line of the cell that calls the check."""
        frame = sys._getframe()  # noqa: SLF001
        while frame is not None and frame.f_globals is not self._shell.user_ns:
            if frame.f_back is None:
                return sys.maxsize
            frame = frame.f_back
        while frame.f_back is not None and frame.f_back.f_globals is self._shell.user_ns:
            frame = frame.f_back
        return frame.f_lineno


def _last_check(source: str) -> int:
    """Return the line where the cell's last top-level statement with a check begins; 0 if unknown."""
    try:
        body: Sequence[ast.stmt] = ast.parse(source).body
    except SyntaxError:
        return 0
    lines = [
        statement.lineno
        for statement in body
        if isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and getattr(statement.value.func, "id", "") == "check"
    ]
    return max(lines, default=0)
