"""The course's late penalty: so much of the score, or so many points, for each day or hour that has begun.

In: a score, and by how many seconds it is late, extension included. Out: what is to be taken off. nbgrader's
AssignLatePenalties asks this plugin, and so does penalties.py: both commands take off the same. It does NOT know
due dates.
"""

from __future__ import annotations

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Enum, Float

__all__ = ["LatePenalty"]

_SECONDS = {"per day": 86400, "per hour": 3600}


class LatePenalty(LateSubmissionPlugin):
    """nbgrader's plugin, which knows 'none' and 'zero', with two methods more."""

    penalty_method = Enum(
        ("none", "zero", *_SECONDS),
        "none",
        help="none: nothing is taken off. zero: everything. per day, per hour: `fraction` and `points` for each day or "
        "hour that has begun since the due date.",
    ).tag(config=True)
    fraction = Float(0.0, min=0.0, max=1.0, help="This part of the score, for each day or hour begun.").tag(config=True)
    points = Float(0.0, min=0.0, help="So many points besides, for each day or hour begun.").tag(config=True)
    cap = Float(1.0, min=0.0, max=1.0, help="At most this part of the score is taken off by both.").tag(config=True)
    grace_minutes = Float(
        0.0, min=0.0, help="Who is late by no more than this is on time; who is later is late since the due date."
    ).tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        """Return how many points are taken off; None: nothing."""
        del student_id
        if self.penalty_method == "none" or total_seconds_late <= 60 * self.grace_minutes:
            return None
        if self.penalty_method == "zero":
            return score
        begun = math.ceil(total_seconds_late / _SECONDS[self.penalty_method])
        return min(begun * (self.fraction * score + self.points), self.cap * score)
