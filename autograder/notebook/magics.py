"""IPython's own syntax in a cell, made plain Python for those who only look at it.

In: a cell's text. Out: a text that can be parsed, with as many lines: of `%time x = f()` the statement is left, other
magics, shell commands and questions (`x?`) become empty lines, `here = !pwd` binds its name. It does NOT run anything,
and knows a line in a string or in brackets from one that begins a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["without_magics"]

_TIMED = re.compile(r"%(?:time|timeit|prun)\b(?P<options>(?:\s+-\w+(?:\s?\d+)?)*)[ \t]*")
_ASSIGNED = re.compile(r"(?P<targets>[^\W\d][\w.\[\]'\", ]*=(?!=)\s*)(?P<rest>[%!].*)")
_ASKED = re.compile(r"\?{1,2}\s*(?:\S+\s*)?|[^\s#'\"]+\?{1,2}\s*")
_SIGN = re.compile(r"'''|\"\"\"|'(?:\\.|[^'\\])*'?|\"(?:\\.|[^\"\\])*\"?|#.*|[()\[\]{}]|\\$")
_END = {quote: re.compile(rf"\\.|{quote}", re.DOTALL) for quote in ("'''", '"""')}


def without_magics(source: str) -> str:
    """Return the text with plain Python in the place of IPython's own syntax."""
    return "\n".join(_lines(source.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    depth, quote, continued = 0, "", False
    for line in lines:
        plain = line if depth or quote or continued else _plain(line)
        depth, quote, continued = _state(plain, depth, quote)
        yield plain


def _plain(line: str) -> str:
    code = line.lstrip()
    indent = line[: len(line) - len(code)]
    if code[:1] in ("%", "!"):
        return f"{indent}{_statement(code)}"
    if code.rstrip()[-1:] == "?" or code[:1] == "?":
        return indent if _ASKED.fullmatch(code) else line
    assigned = _ASSIGNED.fullmatch(code)
    if assigned:
        return f"{indent}{assigned['targets']}{_statement(assigned['rest']) or 'None'}"
    return line


def _statement(code: str) -> str:
    """Return the statement that a magic runs, "" if it runs none."""
    timed = _TIMED.match(code)
    return code[timed.end() :] if timed else ""


def _state(line: str, depth: int, quote: str) -> tuple[int, str, bool]:
    """Return (open brackets, the open string's quotes, whether the line goes on) after a line."""
    at, continued = 0, False
    while at < len(line):
        match = (_END[quote] if quote else _SIGN).search(line, at)
        if match is None:
            break
        at, sign = match.end(), match[0]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in _END:
            quote = sign
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth = max(depth - 1, 0)
        else:
            continued = sign == "\\"
    return depth, quote, continued
