"""A cell's code -> its runs of tokens: what stays when variables are renamed, lines moved apart, comments written anew.

In: a text that may be no Python at all. Out: each run of LENGTH tokens, as a number, and the lines that it spans. The
names of variables, functions and arguments are all one token, and so are strings; attributes, which a student cannot
rename, keywords, numbers and signs stay. It does NOT compare anything.
"""

from __future__ import annotations

import io
import keyword
import tokenize
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["LENGTH", "runs"]

LENGTH = 12  # tokens of a run: two statements or so; a shorter one is common by chance
_NO_TEXT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


@lru_cache(maxsize=10_000)  # many students have the same text in a cell
def runs(code: str) -> tuple[tuple[int, int, int], ...]:
    """Return (run, its first line, its last line), lines from 1, for each place where a run begins."""
    tokens = list(_tokens(code))
    all_runs = []
    for start in range(len(tokens) - LENGTH + 1):
        part = tokens[start : start + LENGTH]
        all_runs.append((hash(tuple(text for text, _ in part)), part[0][1], part[-1][1]))
    return tuple(all_runs)


def _tokens(code: str) -> Iterator[tuple[str, int]]:
    """Yield each token, normalised, and its line; of what cannot be read to its end, what could be read."""
    flat = "\n".join(line.lstrip() for line in code.splitlines())  # what is indented wrongly is read all the same
    previous = ""
    try:
        for token in tokenize.generate_tokens(io.StringIO(flat).readline):
            if token.type not in _NO_TEXT and token.string.strip():
                yield _normalised(token, previous), token.start[0]
                previous = token.string
    except (tokenize.TokenError, SyntaxError):
        return


def _normalised(token: tokenize.TokenInfo, previous: str) -> str:
    if token.type == tokenize.STRING:
        return "string"
    if token.type == tokenize.NAME and previous != "." and not keyword.iskeyword(token.string):
        return "name"
    return token.string
