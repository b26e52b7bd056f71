"""The grader graded: proof that the checks of an exercise are right.

In: a source notebook, and a grader. Out: what is wrong with the notebook's checks, and the numbers
that show how sharp they are.

    alternatives.py  every misconception is rejected, every variant accepted
"""

from __future__ import annotations

from autograder.audit.alternatives import AlternativeAudit, Audit, audit

__all__ = ["AlternativeAudit", "Audit", "audit"]
