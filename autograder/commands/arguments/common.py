"""What several commands take on the command line, in the same words."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

__all__ = [
    "add_assignment",
    "add_assignments",
    "add_command",
    "add_device",
    "add_feedback",
    "add_jobs",
    "add_junit",
    "add_roster",
    "add_seeds",
    "add_strict_rules",
    "add_unisolated",
    "count",
    "for_operators",
    "positive",
]


def add_command(commands: Any, name: str, runs: str, summary: str) -> argparse.ArgumentParser:
    """Add a command; `runs`: the module in commands/, with ":FUNCTION" where that has another name."""
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=summary[0].upper() + summary[1:] + "."
    )
    command.set_defaults(runs=runs, summary=summary)
    return command


def add_assignments(command: argparse.ArgumentParser) -> None:
    """Let a command take assignments; none: all."""
    command.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="e.g. 07-batchnorm (default: all)")


def add_assignment(command: argparse.ArgumentParser) -> None:
    """Let a command take one assignment."""
    command.add_argument("assignment", metavar="ASSIGNMENT", help="e.g. 07-batchnorm")


def add_roster(command: argparse.ArgumentParser) -> None:
    """Let a command be told where the roster is."""
    command.add_argument(
        "--roster", type=Path, metavar="FILE", help="who takes the course (default: roster.csv in it, if it is there)"
    )


def add_junit(command: argparse.ArgumentParser) -> None:
    """Let a command write its results as JUnit XML."""
    command.add_argument(
        "--junit", type=Path, metavar="FILE", help="write the results as JUnit XML, a test case for each check"
    )


def add_jobs(command: argparse.ArgumentParser) -> None:
    """Let a command be told how many runs go side by side."""
    command.add_argument(
        "--jobs",
        type=positive,
        default=None,
        metavar="N",
        help="runs at the same time (default: one per core)",
    )


def add_device(command: argparse.ArgumentParser) -> None:
    """Let a command be told where to compute."""
    command.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default=None, help="where to compute (default: auto)"
    )


def add_strict_rules(command: argparse.ArgumentParser) -> None:
    """Let a command refuse rules that hold in name only."""
    command.add_argument(
        "--strict-rules",
        action="store_true",
        help="refuse a grade where this torch does not let a rule be kept below Python (docs/security.md)",
    )


def add_feedback(command: argparse.ArgumentParser) -> None:
    """Let a command write feedback pages as well."""
    command.add_argument("--feedback", action="store_true", help="write the students' feedback pages as well")


def add_unisolated(command: argparse.ArgumentParser) -> None:
    """Let a command grade where nothing can be isolated."""
    command.add_argument(
        "--allow-unisolated", action="store_true",
        help="grade even where this machine cannot isolate students' code; every report says so",
    )  # fmt: skip


def add_seeds(command: argparse.ArgumentParser) -> None:
    """Let a command be told on how many secrets it measures."""
    command.add_argument(
        "--seeds", type=positive, default=3, metavar="N", help="measure on N secrets: N times other data (default: 3)"
    )


def positive(text: str) -> int:
    """Read a number of at least 1."""
    return count(text, least=1)


def count(text: str, *, least: int = 0) -> int:
    """Read a number of at least `least`; argparse says what is wrong with another."""
    number = int(text)
    if number < least:
        raise argparse.ArgumentTypeError(f"must be at least {least}")
    return number


def for_operators(commands: Any) -> list[argparse.ArgumentParser]:
    """Add the commands of whoever runs the machine."""
    return [add_command(commands, "doctor", "doctor", "show what this machine has: isolation, device, versions")]
