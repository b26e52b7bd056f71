"""Data that the notebooks use, from packages that every student has: no network, no download.

In: nothing. Out: plain Python lists and strings. This package knows nothing of the autograder.

    names()[:3]   -> ['aaron', 'abbey', 'abbie']
    prose()[:20]  -> the beginning of a long English text about Python
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["names", "prose"]


@cache
def _names() -> tuple[str, ...]:
    import names as package  # US census first names, PyPI `names`, MIT

    found: set[str] = set()
    for gender in ("male", "female"):
        for line in Path(package.FILES[f"first:{gender}"]).read_text("ascii").splitlines():
            if line.strip():
                found.add(line.split()[0].lower())
    return tuple(sorted(found))


def names() -> list[str]:
    """All first names of the US census of 1990, lower case a-z, without duplicates, sorted (5,163)."""
    return list(_names())


@cache
def prose() -> str:
    """The topics of Python's `help()`, one after another: about 465,000 characters of English and code.

    The text is that of the running Python and changes a little with each release: good for pictures
    and rewards, not for what is checked, because a student's Python may be another one.
    """
    from pydoc_data.topics import topics

    return "\n".join(topics[name] for name in sorted(topics))
