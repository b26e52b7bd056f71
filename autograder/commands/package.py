"""The package as others install it: a wheel of this checkout, and the versions of what it needs.

In: the checkout that this runs in, and the versions that are installed here. Out: bytes and lines for kit, Gradescope
and GitHub, which each put them where they want them. It does NOT write a file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import autograder
from autograder.errors import CourseError

__all__ = ["LEFT_OUT", "python", "requirements", "wheel"]

LEFT_OUT = ("__pycache__", ".ipynb_checkpoints")
_PACKAGE = "zero-to-hero-autograder"
_ROOT = Path(autograder.__file__).resolve().parents[1]
_OF_THE_WHEEL = ("pyproject.toml", "README.md", "LICENSE", "autograder", "course_data")


def wheel() -> tuple[str, bytes]:
    """Return the package as a wheel, made of this checkout: its name and its bytes.

    Raises:
        CourseError: this is no checkout, or the wheel cannot be built.
    """
    if not (_ROOT / "pyproject.toml").is_file():
        raise CourseError(f"{_ROOT}: no pyproject.toml here. This is done in a checkout of the autograder.")
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / "copy"  # what an earlier build has left in the checkout must not get in
        copied.mkdir()
        for name in _OF_THE_WHEEL:
            if (_ROOT / name).is_dir():
                shutil.copytree(_ROOT / name, copied / name, ignore=shutil.ignore_patterns(*LEFT_OUT))
            else:
                shutil.copy2(_ROOT / name, copied / name)
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps",
                   "--no-build-isolation", "--wheel-dir", folder, str(copied)]  # fmt: skip
        process = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        wheels = list(Path(folder).glob("*.whl"))
        if process.returncode or not wheels:
            raise CourseError(f"{_ROOT}: the wheel cannot be built: {process.stderr.strip().splitlines()[-1:]}")
        return wheels[0].name, wheels[0].read_bytes()


def python() -> str:
    """Return the oldest version of Python that the package takes: "3.11"."""
    return str(distribution(_PACKAGE).metadata["Requires-Python"]).removeprefix(">=")


def requirements(wheel_name: str, *, extra: str = "") -> str:
    """Return the lines of a requirements.txt: the wheel beside it, and what it needs at the versions installed here.

    `extra`: one of the package's extras, "student"; what that needs is listed, too.
    """
    wanted = f"[{extra}]" if extra else ""
    lines = [
        f"# pip install -r requirements.txt, in this folder; it needs Python {python()} or later",
        f"./{wheel_name}{wanted}",
    ]
    return "\n".join([*lines, *sorted(_pins(wanted))]) + "\n"


def _pins(wanted: str) -> Iterator[str]:
    """Give `name==version` of all that the package and its extra need, directly or not.

    What is only needed on some systems keeps its condition, so that others leave it out.
    """
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    waiting: list[tuple[Requirement, str]] = [(Requirement(f"{_PACKAGE}{wanted}"), "")]
    conditions: dict[str, set[str]] = {}
    visited: set[tuple[str, str, str]] = set()
    while waiting:
        requirement, condition = waiting.pop()
        name = canonicalize_name(requirement.name)
        key = (name, ",".join(sorted(requirement.extras)), condition)
        if key in visited:
            continue
        visited.add(key)
        try:
            needs = distribution(requirement.name).requires or []
        except PackageNotFoundError:  # not on this system
            continue
        conditions.setdefault(name, set()).add(condition)
        for text in needs:
            inner = Requirement(text)
            marker = str(inner.marker or "")
            extras = ["", *requirement.extras]
            if "extra ==" in marker:
                if not any(inner.marker and inner.marker.evaluate({"extra": extra}) for extra in extras[1:]):
                    continue
                marker = ""
            waiting.append((inner, marker or condition))
    for package, markers in conditions.items():
        if package != _PACKAGE:
            version = distribution(package).version.partition("+")[0]
            yield f"{package}=={version}" + (
                "" if "" in markers else f" ; {' or '.join(f'({marker})' for marker in sorted(markers))}"
            )
