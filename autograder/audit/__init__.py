"""The grader graded: proof that the checks of an exercise are right, and the numbers that show how sharp.

In: a source notebook, and a grader. Out: an `Audit`, and the faces that show it.

    whole.py         audit: all of it in one go
    alternatives.py  every misconception is rejected with its sentence, every variant accepted
    given.py         checks of functions that ask for what the grader has given away
    margins.py       how far right answers stay below the tolerance, and wrong ones above it
    measuring.py     the runs that margins are measured on: other data, float64, threads, devices
    calibrate.py     the tolerance that such margins propose
    mutants.py       small edits of the solution, made through the syntax tree
    operators.py     what such an edit may be
    killing.py       which of them a check rejects
    withheld.py      what numbers alone say of a misconception, its author's sentence withheld
    luck.py          verdicts and sentences that depend on the secret
    clashes.py       misconceptions that no check tells apart
    answers.py       answers that others wrote, read from files
    accuracy.py      how often the grader is right on them, and its first sentence true
    accuracy_shown.py  .. as a table, lists, JSON
    noise.py         wrong values without a cause
    chart.py         errors on a logarithmic axis, as a picture
    shown.py         audits -> tables on a terminal, one HTML page, JSON
"""

from __future__ import annotations

from autograder.audit.alternatives import AlternativeAudit
from autograder.audit.calibrate import Proposal, propose
from autograder.audit.margins import Margin, Margins, Size
from autograder.audit.measuring import measure, runs_of
from autograder.audit.shown import audit_html, to_json
from autograder.audit.whole import Audit, Effort, audit, steps_of

__all__ = [
    "AlternativeAudit",
    "Audit",
    "Effort",
    "Margin",
    "Margins",
    "Proposal",
    "Size",
    "audit",
    "audit_html",
    "measure",
    "propose",
    "runs_of",
    "steps_of",
    "to_json",
]
