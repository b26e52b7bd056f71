"""What a student sees of a cell's checks: one table, HTML in a browser, plain text elsewhere.

In: CheckResults, how the values look, sentences about the notebook. Out: a display in the running session that
is replaced as the cell goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from autograder.model import Capture, CheckResult

if TYPE_CHECKING:
    from autograder.model import Report
    from autograder.notebook import Notebook
    from autograder.report import CheckFacts, Comparison

_IN_ASCII = {ord(mark): word for mark, word in (
    ("✓", "ok"), ("✗", "X"), ("–", "-"), ("⊘", "#"), ("→", ">"), ("·", "-"), ("×", "x"), ("…", "..."), ("≤", "<="),
    ("≥", ">="), ("−", "-"), ("█", "#"), ("░", "."),
)}  # fmt: skip

__all__ = ["Table", "facts_of", "running_shell", "say"]


def running_shell() -> Any:
    """Return the IPython shell of this process, None if there is none."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None and hasattr(ipython, "get_ipython") else None


def in_browser() -> bool:
    """Tell whether a browser shows the output: Jupyter's kernels, not a terminal's IPython."""
    shell = running_shell()
    return shell is not None and "text/html" in shell.display_formatter.active_types and not hasattr(shell, "pt_app")


class Table:
    """The table of one cell."""

    def __init__(self) -> None:
        """Show nothing yet."""
        self._handle: Any = None

    def show(
        self,
        results: Sequence[CheckResult],
        facts: Mapping[str, CheckFacts],
        problems: Sequence[str] = (),
        line: str = "",
    ) -> None:
        """Show these results in the place of what was shown before; as text, below it.

        `line`: how far the student has come. In Jupyter a text goes with the table, for viewers without HTML.
        """
        from autograder.report import checks_html, checks_text, clean_text, problems_html, problems_text, standing_html

        paragraphs = [problems_text(problems)] if problems else []
        text = "\n".join([*paragraphs, checks_text(results, facts=facts), *([clean_text(line)] if line else [])])
        self._display(problems_html(problems) + checks_html(results, facts=facts) + standing_html(line), text)

    def show_summary(self, report: Report, notebook: Notebook) -> None:
        """Show each task of the notebook, and how far it has come."""
        from autograder.report import clean_text, standing, standing_html, standing_line, summary_html, summary_text

        line = standing_line(standing(report, notebook))
        text = f"{summary_text(report, notebook)}\n{clean_text(line)}"
        self._display(summary_html(report, notebook) + standing_html(line), text)

    def _display(self, page: str, text: str) -> None:
        if not in_browser():
            print(_encodable(text))  # noqa: T201  the student's screen
            return
        from IPython.display import display

        bundle = {"text/html": f'<div role="status" aria-live="polite">{page}</div>', "text/plain": text}
        if self._handle is None:
            self._handle = display(bundle, raw=True, display_id=True)
        else:
            self._handle.update(bundle, raw=True)


def say(text: str) -> None:
    """Show a sentence or two: code and emphasis set as such where a browser shows them."""
    from autograder.report import sentence_html

    table = Table()
    table._display(sentence_html(text), text)  # noqa: SLF001  a table of one sentence


def _encodable(text: str) -> str:
    """Return the text with marks that the screen's encoding has (a console of Windows may have few)."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_IN_ASCII).encode(encoding, "replace").decode(encoding)
    return text


def facts_of(capture: Capture, expected: object, value: object, *, picture: bool) -> CheckFacts:
    """Return how a value looks; `picture`: and for a matrix where it differs, if a browser can show that."""
    import torch

    from autograder.report import CheckFacts

    if isinstance(value, torch.Tensor):
        dtype = str(value.dtype).removeprefix("torch.")
        return CheckFacts(str(tuple(value.shape)), dtype, _picture(capture, expected, value) if picture else None)
    size = f"{len(value)} items" if isinstance(value, list | tuple | dict | set | str | bytes) else ""
    return CheckFacts(size, type(value).__name__)


def _picture(capture: Capture, expected: object, value: object) -> Comparison | None:
    import torch

    from autograder.compare import allowed_difference
    from autograder.report import comparison

    if not (isinstance(value, torch.Tensor) and isinstance(expected, torch.Tensor)) or not in_browser():
        return None
    if value.shape != expected.shape or value.dim() < 1 or not expected.is_floating_point() or value.is_complex():
        return None
    options = capture.options
    return comparison(value, expected, allowed_difference(expected, rtol=options.rtol, atol=options.atol))
