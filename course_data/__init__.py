"""Data that the notebooks use, from packages that every student has: no network, no download.

In: nothing. Out: plain Python lists and strings. This package knows nothing of the autograder.

    names()[:3]   -> ['aaron', 'abbey', 'abbie']
    prose()[:20]  -> the beginning of a long English text about Python
    digits()      -> 1,797 pictures of handwritten digits, 8 by 8, and their labels

Its modules hold what the notebooks' pictures and rewards need besides the student's functions: `drawing`, `training`,
`transformer` for several of them, each of the others for one. They import torch and matplotlib, so this one does not
import them.
"""

from __future__ import annotations

import csv
import gzip
from functools import cache
from importlib.util import find_spec
from pathlib import Path

__all__ = ["digits", "names", "prose"]


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


@cache
def _digits() -> tuple[tuple[tuple[int, ...], int], ...]:
    spec = find_spec("sklearn")  # found, not imported: that would take a second
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("course_data.digits() needs scikit-learn, which comes with the student's packages")
    path = Path(spec.origin).parent / "datasets" / "data" / "digits.csv.gz"
    with gzip.open(path, "rt", newline="") as file:
        rows = [[int(float(item)) for item in row] for row in csv.reader(file)]
    return tuple((tuple(row[:64]), row[64]) for row in rows)


def digits() -> tuple[list[list[int]], list[int]]:
    """Handwritten digits of scikit-learn: (1,797 lists of 64 grey levels 0 to 16, row by row; their labels 0 to 9)."""
    found = _digits()
    return [list(pixels) for pixels, _ in found], [label for _, label in found]
