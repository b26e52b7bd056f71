"""What a result was made from: the one definition of "the same" for kept runs and for graded submissions.

In: the files that travel with a notebook, the course's secret by its name, a device. Out: a `basis`, {what:
hash or name}. A kept run is used again, and a submission is left as it was graded, only where the basis is
the same; each adds what else it depends on (the steps of a run; the bytes of a submission). It does NOT
decide anything: run/cache.py and gradebook/unchanged.py do.
"""

from __future__ import annotations

import functools
import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import autograder
import course_data

__all__ = ["basis", "digest", "own_code", "versions"]


def basis(files: Mapping[str, bytes], seed_id: str, device: str, of: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what every run depends on, besides what is run: {"files", "secret", "device", "versions", "code"}.

    `files`: what lies beside the notebook, {relative path: bytes}; `of`: the versions of another machine.
    """
    return {
        "files": digest({name: hashlib.sha256(data).hexdigest() for name, data in files.items()}),
        "secret": seed_id,
        "device": device,
        "versions": json.dumps(dict(versions() if of is None else of), sort_keys=True),
        "code": own_code(),
    }


def digest(parts: object) -> str:
    """Return the SHA-256 of JSON values; what JSON does not know is written as `str` gives it."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


@functools.cache
def versions() -> dict[str, str]:
    """Return the versions that a run's values depend on."""
    names = {"autograder": "zero-to-hero-autograder", "torch": "torch", "numpy": "numpy"}
    return {"python": platform.python_version()} | {key: _version(name) for key, name in names.items()}


def _version(name: str) -> str:
    """Return a package's version; a checkout on the path, which nobody installed, has none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


@functools.cache
def own_code() -> str:
    """Return a hash of the packages that grade: a version number says nothing of a checkout that is worked on."""
    hashed = hashlib.sha256()
    for package in (autograder, course_data):
        folder = Path(package.__path__[0])
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                hashed.update(f"{path.relative_to(folder).as_posix()}\0".encode())
                hashed.update(path.read_bytes())
    return hashed.hexdigest()
