"""Seeds of random cases: public ones for students, secret ones for graded runs.

In: the course's secret (or None), the assignment, the case's name, and whether it is a hidden one. Out: an
integer for `torch.Generator.manual_seed`. The same until the secret changes; without the secret nobody can tell
a graded run's data, so a pasted answer is wrong there. No public case, whatever its name, has a hidden one's seed:
what tells them apart is no part of a name.
"""

from __future__ import annotations

import hashlib
import hmac

__all__ = ["public_seed", "secret_seed"]


def public_seed(case: str, *, hidden: bool = False) -> int:
    """Return the seed of a case without a secret: for a public case, that of every student's session."""
    return _number(
        hashlib.sha256((b"hidden\0" if hidden else b"public\0") + case.encode("utf-8", "surrogatepass")).digest()
    )


def secret_seed(secret: bytes, assignment: str, case: str, *, hidden: bool = False) -> int:
    """Return the seed of a graded run's case, in 0 .. 2**53 - 1."""
    key = hmac.digest(secret, b"hidden", "sha256") if hidden else secret
    return _number(hmac.digest(key, f"{assignment}\0{case}".encode("utf-8", "surrogatepass"), "sha256"))


def _number(digest: bytes) -> int:
    return int.from_bytes(digest[:8], "big") >> 11
