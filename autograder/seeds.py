"""Seeds of random cases: public ones for students, secret ones for graded runs.

In: the course's secret (or None), the assignment, the case's name. Out: an integer for
`torch.Generator.manual_seed`. The same until the secret changes; without the secret nobody can tell
a graded run's data, so a pasted answer is wrong there.
"""

from __future__ import annotations

import hashlib
import hmac

__all__ = ["public_seed", "secret_seed"]


def public_seed(case: str) -> int:
    """Return the seed that every student's session uses for this case."""
    return _number(hashlib.sha256(b"public\0" + case.encode()).digest())


def secret_seed(secret: bytes, assignment: str, case: str) -> int:
    """Return the seed of a graded run's case, in 0 .. 2**53 - 1."""
    return _number(hmac.digest(secret, f"{assignment}\0{case}".encode(), "sha256"))


def _number(digest: bytes) -> int:
    return int.from_bytes(digest[:8], "big") >> 11
