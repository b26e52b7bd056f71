"""What in a feedback page could act, fetch, or tell: what a student's outputs must never become.

In: a page's HTML. Out: sentences, none if the page is harmless. The page's own furniture (nbconvert's styles,
MathJax) is known by not holding the token ATTACK_ACTIVE, which every payload holds.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

__all__ = ["complaints"]

_TOKEN = "ATTACK_ACTIVE"  # noqa: S105
_LEAKED = "LEAKED: "  # put together at run time only, so no source holds it
_LEAKED_NUMBER = re.compile(r"7[,._ ]?317[,._ ]?317")  # likewise: how a number begins that is made of hidden data
_MACHINERY = "/autograder/worker/worker.py:"
_RAW = ("script", "style", "iframe", "noscript", "template", "title", "textarea", "object", "embed", "svg", "math")
_COMMANDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_MOST_BYTES = 6 * 2**20


class _Page(HTMLParser):
    """Collects tags whose attributes hold the token, and elements around it that are not shown as text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _RAW:
            self._open.append(tag)
        if any(_TOKEN in f"{name}{value}" for name, value in attributes):
            self.found.append(f"active: an attribute of <{tag}>")

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if any(_TOKEN in f"{name}{value}" for name, value in attributes):
            self.found.append(f"active: an attribute of <{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open and _TOKEN in data:
            self.found.append(f"active: the inside of <{self._open[-1]}>")

    def handle_comment(self, data: str) -> None:
        if _TOKEN in data:
            self.found.append("active: a comment")

    handle_decl = handle_pi = unknown_decl = handle_comment  # type: ignore[assignment]  # its argument is named otherwise


def complaints(html: str) -> list[str]:
    """Return what is wrong with a feedback page; each kind once."""
    page = _Page()
    page.feed(html)
    page.close()
    found = list(dict.fromkeys(page.found))
    body = html.partition("<body")[2] or html
    if (command := _COMMANDS.search(body)) is not None:
        found.append(f"active: the character {command.group()!r}")
    if _LEAKED in body or _LEAKED_NUMBER.search(body):
        found.append("leaked: what the student's code saw in a hidden case")
    if _MACHINERY in body:
        found.append("leaked: the worker's source")
    if len(html) > _MOST_BYTES:
        found.append(f"huge: the page has {len(html)} characters")
    return found
