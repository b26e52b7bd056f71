"""What pages tell a reader to type is there: targets of the Makefile, commands and options of `autograder`."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from autograder.cli import _parser

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
CODE = re.compile(r"^```\w*\n(.*?)^```|`([^`\n]+)`", re.DOTALL | re.MULTILINE)
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each of `autograder`'s commands."""
    (found,) = (one for one in _parser()._actions if isinstance(one, argparse._SubParsersAction))
    return found.choices


def typed(page: str) -> list[list[str]]:
    """Return the words of each `make ...` and `autograder ...` in a page's code."""
    code = "\n".join(block or span for block, span in CODE.findall(page))
    lines = [part.strip() for line in code.splitlines() for part in re.split(r"&&|;|\|", line.split(" #")[0])]
    return [shlex.split(line) for line in lines if re.match(r"(make|autograder) [a-z-]", line)]


def unknown(page: str) -> list[str]:
    """Return what a page tells to type and is not there."""
    found = []
    for program, *words in typed(page):
        if program == "make":
            found += [f"make {word}" for word in words if re.fullmatch(r"[a-z][a-z-]*", word) and word not in TARGETS]
            continue
        name = next(word for word in words if not word.startswith("-"))
        if name not in commands():
            found.append(f"autograder {name}")
            continue
        options = {word.split("=")[0] for word in words if word.startswith("--")}
        found += [f"autograder {name} {one}" for one in options - set(commands()[name]._option_string_actions)]
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_a_page_tells_to_type_is_there(path: Path) -> None:
    """No target, command or option is named that was renamed or taken away."""
    assert unknown(path.read_text("utf-8")) == []


def test_the_readme_tells_to_type_something() -> None:
    """The commands are found where they stand: in blocks and in lines."""
    found = typed((ROOT / "README.md").read_text("utf-8"))
    assert ["make", "demo"] in found
    assert ["autograder", "grade", "--dry-run"] in found


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("run `make test-some`", ["make test-some"]),
        ("```bash\nmake setup && make everything  # all\n```", ["make everything"]),
        ("run `autograder mark`", ["autograder mark"]),
        ("```bash\nautograder grade --softly\n```\n", ["autograder grade --softly"]),
        ("make everything of it; run `make test`, `autograder grade --json report.json`", []),
    ],
)
def test_what_is_not_there_is_found(page: str, wrong: list[str]) -> None:
    """A page that names what is not there fails."""
    assert unknown(page) == wrong


NAMED = re.compile(r"`(?:autograder/)?([a-z_]+/(?:[a-z_]+/)*[a-z_]+\.py)")


@pytest.mark.parametrize("name", ["architecture.md", "glossary.md"])
def test_the_modules_that_a_page_names_are_there(name: str) -> None:
    """Whoever looks for a word, or for where something is done, finds the file."""
    page = (ROOT / "docs" / name).read_text("utf-8")
    table = page[page.index("Where things are") : page.index("What a student did wrong")] if "arch" in name else ""
    named = set(NAMED.findall(page)) | set(re.findall(r"(?<![\w/])([a-z]+/(?:[a-z]+/)*[a-z_]+\.py)\b", table))
    assert len(named) > 10
    missing = [
        path for path in sorted(named) if not (ROOT / path).exists() and not (ROOT / "autograder" / path).exists()
    ]
    assert missing == []


def test_a_word_stands_once_in_the_glossary() -> None:
    """One word, one line; the words are in order."""
    words = re.findall(r"^\|([^|]+)\|", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE)[2:]
    assert len(words) > 80
    assert words == sorted(set(words), key=str.lower)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pictures_and_pages_that_a_page_shows_are_there(path: Path) -> None:
    """No link within the project leads nowhere."""
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in inside if not (path.parent / link).exists()] == []
