"""What docs/commands.md shows: the help of `autograder` and of each of its commands.

In: the parser of `autograder`. Out: Markdown. It does NOT write the page: cog asks for it there (`make pages`).
"""

from __future__ import annotations

import argparse
import os

from autograder.cli import _parser

WIDTH = "100"  # characters; without it, the terminal's


def commands_page() -> str:
    """Return a section for each command, as Python 3.11 words it; later ones differ a little."""
    os.environ["COLUMNS"] = WIDTH
    parser = _parser()
    (commands,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))  # noqa: SLF001
    return "\n\n".join(_section(one) for one in (parser, *commands.choices.values()))


def _section(command: argparse.ArgumentParser) -> str:
    return f"## {command.prog}\n\n```text\n{command.format_help().strip()}\n```"
