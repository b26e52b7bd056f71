"""The commands of students."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from autograder.commands.arguments.common import (
    add_command,
    add_jobs,
    add_junit,
)

__all__ = ["for_students"]


def for_students(commands: Any) -> list[argparse.ArgumentParser]:
    """Add the commands of students."""
    check = add_command(commands, "check", "check", "check your own notebooks: public checks, no isolation")
    check.add_argument(
        "notebooks", nargs="*", type=Path, metavar="FILE|FOLDER",
        help="a notebook, or a folder of exercises (default: the working folder, or the one that --course names)",
    )  # fmt: skip
    check.add_argument("--all", action="store_true", help="of a folder, show all that is wrong, not the first alone")
    check.add_argument(
        "--task",
        metavar="TASK",
        help="of one notebook, a task alone: its number or title, a check's name, or a cell's id",
    )
    add_junit(check)
    add_jobs(check)

    watch = add_command(commands, "watch", "watch", "check a notebook each time it is saved, and show the next step")
    watch.add_argument(
        "place", nargs="?", type=Path, metavar="FILE|FOLDER",
        help="a notebook, or a folder of exercises (default: the working folder, or the one that --course names)",
    )  # fmt: skip

    reset = add_command(commands, "reset", "reset", "put one answer's cell back to what was handed out; yours is kept")
    reset.add_argument("file", type=Path, metavar="FILE", help="your notebook")
    reset.add_argument("task", metavar="TASK", help="a task's number or title, a check's name, or a cell's id")
    reset.add_argument("--undo", action="store_true", help="put back what was replaced last")

    update = add_command(commands, "update", "update", "carry your answers over into the corrected exercise")
    update.add_argument("file", type=Path, metavar="FILE", help="your notebook")
    update.add_argument("new", type=Path, metavar="NEW", help="the corrected exercise: its folder, or the kit's")

    submit = add_command(commands, "submit", "submit", "say what the grader will see, and write a copy to hand in")
    submit.add_argument("files", nargs="*", type=Path, metavar="FILE", help="your notebook (default: that of the "
                        "working folder)")  # fmt: skip
    destination = submit.add_mutually_exclusive_group()
    destination.add_argument(
        "--to", type=Path, metavar="FOLDER|ZIP",
        help="where the copy goes (default: submission-NN-unit-TIME.zip beside the notebook)",
    )  # fmt: skip
    destination.add_argument("--exchange", action="store_true", help="hand it in by nbgrader's exchange")
    return [check, watch, reset, update, submit]
