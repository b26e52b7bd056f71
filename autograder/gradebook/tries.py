"""How many different submissions of a student have been graded for an assignment, and how many are as they arrive.

In: an autograded notebook. Out: its `Tries`. They lie in the notebook beside its report, written in the same step, so
that a submission counts if and only if its result is there to be seen, whenever a grading was killed. What is graded
again (the same bytes) is no further try; what was not graded, since its run was lost, or there was no file, is none.
It does NOT grade, and stops nobody: commands/serve.py does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course import Course, Submitted
from autograder.gradebook.autograded import autograded_path
from autograder.report import tries_text

__all__ = ["Tries", "is_one_too_many", "kept_tries", "stored_tries"]


@dataclass(frozen=True, slots=True)
class Tries:
    """The submissions of a student that were graded for an assignment, and how many may be as they arrive."""

    graded: tuple[str, ...] = ()  # a hash of each one's bytes, in the order in which they were first graded
    limit: int = 0  # 0: all

    def with_one(self, sha256: str, limit: int | None) -> Tries:
        """Return them after one was graded ("": there was no file), with another limit (None: with the same)."""
        new = () if sha256 in ("", *self.graded) else (sha256,)
        return Tries((*self.graded, *new), self.limit if limit is None else limit)

    def has_room_for(self, sha256: str, limit: int) -> bool:
        """Tell whether one may be graded under a limit: it was graded before, it is no file, or there is a try left."""
        return sha256 in ("", *self.graded) or len(self.graded) < limit

    def said_of(self, sha256: str) -> str:
        """Return in words which try one is and how many are left; "" where all are graded."""
        number = self.graded.index(sha256) + 1 if sha256 in self.graded else 0
        return tries_text(number, used=len(self.graded), limit=self.limit) if self.limit else ""

    def as_json(self) -> dict[str, object]:
        """Return them as `stored_tries` reads them."""
        return {"graded": list(self.graded), "limit": self.limit}


def kept_tries(path: Path) -> Tries:
    """Return what an autograded notebook holds; none where there is no such file, or a damaged one."""
    try:
        return stored_tries(json.loads(path.read_text("utf-8"))["metadata"]["autograder"])
    except (OSError, ValueError, RecursionError, LookupError, TypeError):
        return Tries()


def stored_tries(metadata: Mapping[str, Any]) -> Tries:
    """Return what the metadata of an autograded notebook hold; of one that counts none, the one that it was made of."""
    try:
        stored = metadata.get("tries") or {"graded": [metadata["report"]["evidence"]["submission_sha256"]], "limit": 0}
        return Tries(tuple(filter(None, map(str, stored["graded"]))), int(stored["limit"]))
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return Tries()


def is_one_too_many(course: Course, submitted: Submitted, limit: int, *, sha256: str | None = None) -> bool:
    """Tell whether grading this would be one try too many; `sha256`: of its bytes, else those that lie there now."""
    if sha256 is None:
        try:
            data = submitted.read()
        except OSError:  # the grading says what is amiss
            return False
        sha256 = "" if data is None else hashlib.sha256(data).hexdigest()
    tries = kept_tries(autograded_path(course, submitted.student, submitted.assignment, submitted.notebook))
    return not tries.has_room_for(sha256, limit)
