"""What docs/instructors.md tells to type can be typed: each command line parses, each command is run by some test."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from autograder.cli import _parser

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGE = (DOCS / "instructors.md").read_text("utf-8")
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)
RUN_BY = {
    "audit": "test_cli.py",
    "build": "test_new_course.py",
    "check": "test_check_command.py",
    "class": "test_class_command.py",
    "collect": "test_collect.py",
    "due": "gradebook/test_due_dates.py",
    "export": "gradebook/test_export.py",
    "feedback": "test_cli.py",
    "github": "test_github.py",
    "grade": "test_grading.py",
    "gradescope": "test_gradescope.py",
    "hand-back": "gradebook/test_handback.py",
    "import": "test_importing.py",
    "init": "test_new_course.py",
    "kit": "test_kit.py",
    "lint": "test_lint.py",
    "new": "test_new_course.py",
    "remove-assignment": "gradebook/test_removal.py",
    "remove-student": "gradebook/test_removal.py",
    "rename-student": "gradebook/test_removal.py",
    "sample-class": "test_cli.py",
    "serve": "test_serve.py",
    "similar": "test_similar.py",
    "submit": "test_submit_command.py",
    "update": "test_update_command.py",
}


def command_lines(page: str) -> list[str]:
    """Return each command line of `autograder` in a page, without its comment.

    All lines of a block are meant to be typed; in running text, `autograder grade` may be a command's name alone.
    """
    in_blocks = [line.split(" #")[0].strip() for block in BLOCK.findall(page) for line in block.splitlines()]
    in_text = [span for span in re.findall(r"`([^`\n]+)`", BLOCK.sub("", page)) if span.count(" ") > 1]
    return [line for line in in_blocks + in_text if line.startswith("autograder ")]


def named(page: str) -> set[str]:
    """Return the names of the commands that a page shows, in whatever way."""
    return set(re.findall(r"(?:`|^)autograder ([a-z-]+)", page, re.MULTILINE))


def parses(line: str) -> bool:
    """Return whether the command's own parser takes a line."""
    try:
        _parser().parse_args(shlex.split(line)[1:])
    except SystemExit:
        return False
    return True


def headings(page: str) -> set[str]:
    """Return the anchors of a page's headings, as GitHub and the documentation site make them."""
    titles = re.findall(r"^#+ (.*)$", BLOCK.sub("", page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("line", sorted(set(command_lines(PAGE))))
def test_a_command_line_can_be_typed(line: str) -> None:
    """The arguments are those that the command takes, the needed ones among them."""
    assert parses(line), line


def test_each_command_is_run_by_a_test() -> None:
    """What the page shows is tried out, as a command, in the file named here."""
    assert named(PAGE) == RUN_BY.keys()
    assert [
        (command, file)
        for command, file in RUN_BY.items()
        if f'"{command}"' not in (ROOT / "tests" / file).read_text("utf-8")
    ] == []


@pytest.mark.parametrize(
    ("page", "lines", "wrong"),
    [
        ("```bash\nautograder collect  # all\n```", ["autograder collect"], ["autograder collect"]),
        ("first `autograder collect`, then", [], []),
        (
            "`autograder collect 01-a submissions.zip` or `autograder due 01-a none`",
            ["autograder collect 01-a submissions.zip", "autograder due 01-a none"],
            ["autograder collect 01-a submissions.zip"],
        ),
    ],
)
def test_a_line_that_cannot_be_typed_is_found(page: str, lines: list[str], wrong: list[str]) -> None:
    """A needed argument that is left out is a mistake of the page; a command's name in a sentence is none."""
    assert command_lines(page) == lines
    assert [line for line in lines if not parses(line)] == wrong


def test_links_to_sections_lead_there() -> None:
    """Each step of the week, and each answer to a wish, has its section, on this page or another."""
    links = re.findall(r"\]\(([\w./-]*)#([^)]+)\)", PAGE)
    assert len(links) > 20
    missing = [
        f"{target}#{anchor}"
        for target, anchor in links
        if anchor not in headings((DOCS / (target or "instructors.md")).read_text("utf-8"))
    ]
    assert missing == []


def test_twenty_five_wishes_have_an_answer() -> None:
    """Each names threads by repository and number, says yes, partly or no, and how or why not."""
    table = PAGE[PAGE.index("## What instructors ask for") :]
    rows = [re.split(r"(?<!\\)\|", line.strip("|")) for line in table.splitlines() if line.startswith("|")][2:]
    assert len(rows) == 25
    for wish, answer, how, threads in rows:
        assert wish
        assert how
        assert answer in ("yes", "partly", "no")
        assert all(re.fullmatch(r"[\w.-]+/[\w.-]+#\d+", thread) for thread in threads.split(", ")), threads
