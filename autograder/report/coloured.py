"""Code -> HTML: ordinary code coloured, any other as it is; lines that matter are marked.

In: a program's text, cleaned already. Out: lines for a <pre>, each token in a span of one letter: k a keyword, s a
text, c a comment, m a number, n a name that is defined. A lexer may take time that grows faster than a long line does,
so there is an end to what is coloured: of a cell, of a line, of a page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from markupsafe import Markup, escape
from pygments.lexers.python import PythonLexer
from pygments.token import Token

__all__ = ["Coloured"]

_PAGE, _CELL, _LINE = 200_000, 20_000, 400  # characters of a page's, a cell's, a line's code
_CLASSES = (
    (Token.Keyword, "k"), (Token.Operator.Word, "k"), (Token.Literal.String, "s"), (Token.Comment, "c"),
    (Token.Literal.Number, "m"), (Token.Name.Function, "n"), (Token.Name.Class, "n"), (Token.Name.Decorator, "n"),
)  # fmt: skip


class Coloured:
    """The code of one page."""

    def __init__(self) -> None:
        self._left = _PAGE
        self._lexer = PythonLexer(stripnl=False, ensurenl=False)

    def html(self, source: str, marked: Collection[int] = ()) -> Markup:
        """Return a cell's code; lines of the numbers in `marked`, counted from 1, stand in a <mark>."""
        lines = self._lines(source)
        return Markup("\n").join(
            Markup("<mark>{}</mark>").format(line) if number in marked else line
            for number, line in enumerate(lines, start=1)
        )

    def _lines(self, source: str) -> list[Markup]:
        long = len(source) > min(_CELL, self._left) or max(map(len, source.split("\n"))) > _LINE
        if long or source.lstrip().startswith("%%"):  # a cell magic: another language
            return [escape(line) for line in source.split("\n")]
        self._left -= len(source)
        lines = [Markup("")]
        for letter, tokens in groupby(self._lexer.get_tokens(source), key=lambda token: _letter(token[0])):
            first, *others = _spans(letter, "".join(text for _, text in tokens))
            lines[-1] += first
            lines += others
        return lines


def _letter(kind: object) -> str:
    return next((letter for known, letter in _CLASSES if kind in known), "")


def _spans(letter: str, text: str) -> Iterator[Markup]:
    """Yield a token's lines: no span reaches over the end of one."""
    for line in text.split("\n"):
        yield Markup('<span class="{}">{}</span>').format(letter, line) if letter and line else escape(line)
