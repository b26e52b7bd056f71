"""Audits -> one stand-alone HTML page: for each notebook a picture of its margins and what else was proved.

One file, no script, nothing fetched; <details> fold the long parts. It shows hidden checks and solutions'
code, so it is NOT for students.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.audit.chart import drawing_of
from autograder.audit.whole import Audit
from autograder.audit.words import factor, facts, least, size, tolerance
from autograder.report.pages import rendered

__all__ = ["audit_html"]


def audit_html(audits: Sequence[Audit]) -> str:
    """Return the page as text. For instructors and authors."""
    return rendered(
        "audit.html.jinja", audits=audits, faults=sum(len(one.faults) for one in audits), drawing_of=drawing_of,
        factor=factor, facts=facts, least=least, size=size, tolerance=tolerance,
    )  # fmt: skip
