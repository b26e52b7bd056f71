"""What this machine has for grading: isolation, device, versions.

In: nothing. Out: an `Examination`, sentences under headings; the command `autograder doctor` prints it.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from autograder.commands.console import terminal
from autograder.grade.devices import STEPS, look_for_cuda, try_device
from autograder.isolation import probe
from autograder.isolation.protocol import answer_of
from autograder.model import Level

__all__ = ["Examination", "doctor", "examine"]

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


def doctor(_options: argparse.Namespace) -> int:
    """Print what was found; return the exit code: 1 if this machine cannot grade."""
    examination = examine()
    for title, lines in examination.sections:
        terminal().print(f"[bold]{title}[/bold]")
        for line in lines:
            terminal().print(f"  {line}", highlight=False, soft_wrap=True)
    return 0 if examination.can_grade else 1


def examine() -> Examination:
    """Try this machine's isolation (in throw-away processes) and look at what is installed."""
    machine = probe()
    isolation = [f"level: {machine.level} ({_MEANING[machine.level]})"]
    isolation += [f"has: {line}" for line in machine.available]
    isolation += [f"lacks: {line}" for line in machine.missing]
    isolation += [f"advice: {line}" for line in machine.advice]
    return Examination(
        (
            ("Isolation", tuple(isolation)),
            ("Device", _device()),
            ("Rules below Python", _rules()),
            ("Machine", _machine()),
            ("Versions", tuple(_versions())),
        ),
        can_grade=machine.level is not Level.NONE,
    )


def _device() -> tuple[str, ...]:
    """Try the GPU as each command that grades does: in a run in the sandbox."""
    cuda = look_for_cuda()
    if not cuda.names:
        return (f"cpu (no CUDA: {cuda.why})",)
    trial = try_device("cuda")
    cards = f"cards: {', '.join(cuda.names)}"
    if trial.failed:
        return (f"cpu (no CUDA: {trial.why_not})", cards)
    result = f"a run at level {trial.level} did all of its trial ({', '.join(STEPS)}) in {trial.seconds:.1f} s"
    return (f"cuda: {trial.name}, {trial.memory_mb} MiB: {result}", cards)


def _rules() -> tuple[str, ...]:
    """Say which rules this torch does not let be kept below Python, tried in a process of its own."""
    try:
        open_rules = [str(rule) for rule in answer_of("autograder.worker.dispatcher", seconds=120)]
    except subprocess.CalledProcessError as error:
        open_rules = [f"could not be tried: {error.stderr.decode(errors='replace').strip().splitlines()[-1:]}"]
    except (OSError, subprocess.SubprocessError, ValueError, TypeError) as error:
        open_rules = [f"could not be tried: {error}"]
    lines = tuple(f"lacks: {rule}" for rule in open_rules)
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
