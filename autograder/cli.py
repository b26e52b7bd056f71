"""The command `autograder`: parse, and call what stands in commands/; what each command takes: commands/arguments/.

Exit codes: 0 all is well; 1 the thing looked at is not (a check fails, the audit finds a fault, the
release is stale); 2 the command could not do its work (one line says why and what to do).
"""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from autograder.commands import interrupt
from autograder.commands.arguments import for_authors, for_instructors, for_operators, for_students
from autograder.commands.console import any_encoding, warn
from autograder.errors import GraderError

__all__ = ["main"]

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}  # no fault of ours


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Without arguments it is the command itself: it takes them from the command line, and a Ctrl-C ends it soon.
    """
    if arguments is None:
        return interrupt.interruptible(lambda: _run(sys.argv[1:]))
    return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    any_encoding()
    options = _parser().parse_args(arguments)
    try:
        return _say_errors(options)
    except BaseException as error:
        if not (interrupt.came() or isinstance(error, KeyboardInterrupt)):
            raise
        interrupt.say_stopped()
        return interrupt.EXIT_CODE


def _say_errors(options: argparse.Namespace) -> int:
    """Run the command; what keeps it from its work is one line on stderr, unless a Ctrl-C does."""
    try:
        module, _, function = options.runs.partition(":")
        code: int = getattr(import_module(f"autograder.commands.{module}"), function or module)(options)
    except GraderError as error:
        if interrupt.came():
            raise
        warn(f"autograder: {error}")
        return 2
    except OSError as error:
        if error.errno not in _DISK or interrupt.came():
            raise
        print(
            f"autograder: {error.filename or 'the disk'}: cannot be written ({error.strerror}). Make room and run the "
            "command again: what was graded is kept.",
            file=sys.stderr,
        )
        return 2
    return code


# ---------------------------------------------------------------- what can be said


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="autograder",
        usage="%(prog)s [-h] [--course DIR] COMMAND ...",
        description="Exercises in deep learning that grade themselves.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--course", type=Path, default=Path(), metavar="DIR",
        help="the course's folder, or one inside it (default: the working folder)",
    )  # fmt: skip
    commands = parser.add_subparsers(prog="autograder", required=True, metavar="COMMAND", help=argparse.SUPPRESS)
    groups = [
        (whose, add(commands))
        for whose, add in (
            ("for students", for_students),
            ("for authors", for_authors),
            ("for instructors", for_instructors),
            ("for whoever runs the machine", for_operators),
        )
    ]
    parser.epilog = "\n\n".join(f"{whose}:\n{_listed(of)}" for whose, of in groups)
    return parser


def _listed(commands: Sequence[argparse.ArgumentParser]) -> str:
    """Return one line for each command: its name, and what it does."""
    return "\n".join(f"  {command.prog.split()[-1]:<19}{command.get_default('summary')}" for command in commands)


if __name__ == "__main__":
    raise SystemExit(main())
