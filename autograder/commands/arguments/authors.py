"""The commands of authors of exercises."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from autograder.commands.arguments.common import (
    add_assignments,
    add_command,
    add_jobs,
    add_seeds,
    count,
    positive,
)

__all__ = ["for_authors"]


def for_authors(commands: Any) -> list[argparse.ArgumentParser]:
    """Add the commands of authors."""
    init = add_command(commands, "init", "new:init", "make a course of your own, with one exercise in it")
    init.add_argument("folder", type=Path, metavar="DIR", help="where; made if it is not there")

    new = add_command(commands, "new", "new", "begin an exercise: a source notebook with every part in it")
    new.add_argument(
        "assignment", metavar="NN-unit", help="its name, e.g. 07-batchnorm: source/07-batchnorm/batchnorm.ipynb"
    )

    build = add_command(commands, "build", "build", "make release/ and solutions/ from source/")
    add_assignments(build)
    build.add_argument("--check", action="store_true", help="change nothing; exit 1 if they are not up to date")
    build.add_argument("--force", action="store_true", help="build also what has not changed since the last time")

    lint = add_command(commands, "lint", "lint", "name what an author overlooks: hints, points, texts, random numbers")
    add_assignments(lint)
    lint.add_argument("--fix", action="store_true", help="mend what has one right mend: ids, the summary, off limits")

    audit = add_command(commands, "audit", "audit", "grade the grader: run every misconception and every variant")
    add_assignments(audit)
    add_jobs(audit)
    add_seeds(audit)
    audit.add_argument(
        "--mutants", type=count, default=None, metavar="N",
        help="try at most N machine-made mutants of each notebook's solutions (default: all)",
    )  # fmt: skip
    audit.add_argument(
        "--secrets", type=count, default=0, metavar="N",
        help="grade all known answers on N secrets: misconceptions, tests/answers, a made-up class (default: the "
        "misconceptions alone, on those of --seeds)",
    )  # fmt: skip
    audit.add_argument("--json", type=Path, metavar="FILE", help="write the audit as JSON (docs/grading.md)")
    audit.add_argument(
        "--html", type=Path, metavar="FILE", help="where the page goes (default: audit.html in the course's folder)"
    )
    kept = audit.add_argument_group("how often it is right, on answers that others wrote (docs/grading.md)")
    kept.add_argument("--answers", action="store_true", help="grade the answers that are kept for that, and no more")
    kept.add_argument(
        "--folder", type=Path, metavar="DIR", help="where they are (default: tests/answers in the course's folder)"
    )
    kept.add_argument("--list", action="store_true", help="say of each what it failed, and in which words")
    kept.add_argument(
        "--judge", type=Path, metavar="FILE",
        help="write verdicts into the answers' files: lines of NN-unit/wrong-NAME.py, a tab, and true, vague, false "
        "or none",
    )  # fmt: skip

    calibrate = add_command(
        commands, "calibrate", "audit:calibrate", "propose each check's tolerance from right and wrong runs"
    )
    add_assignments(calibrate)
    add_jobs(calibrate)
    add_seeds(calibrate)

    sample = add_command(commands, "sample-class", "sample_class", "fill submitted/ with a made-up class")
    add_assignments(sample)
    sample.add_argument("--students", type=positive, default=8, metavar="N", help="how many (default: 8)")
    sample.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, another class (default: 1)")
    return [init, new, lint, build, audit, calibrate, sample]
