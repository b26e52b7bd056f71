"""What this machine has for grading: isolation, device, versions.

In: nothing. Out: an `Examination`, sentences under headings. For `autograder doctor`.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from autograder.isolation import probe
from autograder.isolation.protocol import command
from autograder.model import Level

__all__ = ["Examination", "examine"]

_MEANING = {
    Level.STRONG: "students' code sees nothing of this machine but Python and its own scratch folder",
    Level.ADEQUATE: "students' code can't read or write outside its scratch folder, but can see which paths exist",
    Level.NONE: "students' code can't be isolated: grading is refused unless you name --allow-unisolated",
}
_IN_NAME_ONLY = (
    "advice: exercises with these rules are graded, and their reports say so; "
    "`autograder grade --strict-rules` refuses them (docs/security.md)"
)
_PACKAGES = (
    "torch",
    "numpy",
    "ipython",
    "safetensors",
    "nbgrader",
    "jupyterlab",
    "nbformat",
    "nbconvert",
    "sqlalchemy",
)


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found."""

    sections: tuple[tuple[str, tuple[str, ...]], ...]
    can_grade: bool


def examine() -> Examination:
    """Try this machine's isolation (in throw-away processes) and look at what is installed."""
    found = probe()
    isolation = [f"level: {found.level} ({_MEANING[found.level]})"]
    isolation += [f"has: {line}" for line in found.available]
    isolation += [f"lacks: {line}" for line in found.missing]
    isolation += [f"advice: {line}" for line in found.advice]
    return Examination(
        (
            ("Isolation", tuple(isolation)),
            ("Device", _device()),
            ("Rules below Python", _rules()),
            ("Machine", _machine()),
            ("Versions", tuple(_versions())),
        ),
        can_grade=found.level is not Level.NONE,
    )


def _device() -> tuple[str, ...]:
    import torch

    if torch.cuda.is_available():
        names = [torch.cuda.get_device_name(number) for number in range(torch.cuda.device_count())]
        return tuple(f"cuda: {name}" for name in names)
    return ("cpu (no CUDA device)",)


def _rules() -> tuple[str, ...]:
    """Say which rules this torch does not let be kept below Python, tried in a process of its own."""
    found = subprocess.run(  # noqa: S603  our own command
        command("autograder.student.dispatcher"), capture_output=True, text=True, check=False, timeout=120
    )
    try:
        left = [str(one) for one in json.loads(found.stdout)]
    except (ValueError, TypeError):
        left = [f"could not be tried: {found.stderr.strip().splitlines()[-1:]}"]
    lines = tuple(f"lacks: {one}" for one in left)
    return (*lines, _IN_NAME_ONLY) if lines else ("all of them can be kept",)


def _machine() -> tuple[str, ...]:
    free = shutil.disk_usage(".").free // 2**30
    kernel = f"{platform.system()} {platform.release()} {platform.machine()}"
    return (f"{os.cpu_count()} cores, {free} GiB free here", kernel)


def _versions() -> list[str]:
    lines = [f"python {platform.python_version()}"]
    for name in ("zero-to-hero-autograder", *_PACKAGES):
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            lines.append(f"{name}: not installed")
    return lines
