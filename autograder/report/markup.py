"""Text -> HTML, where no template does it: in the table under a check cell.

`escaped` is for text that rows.py has cleaned; it makes no tag but <br>. `sentence` also sets `code`, *emphasis* and
**strong emphasis**, as authors write them. POLICY stands in the head of every page: should a text ever be taken for
markup, the browser still runs and fetches nothing.
"""

import html
import re

__all__ = ["POLICY", "escaped", "sentence"]

POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
)
_CODE = re.compile(r"(`[^`\n]+`)")
_STRONG = re.compile(r"(?<![\w*])\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_MONO = "font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"
_INLINE = (
    f'style="{_MONO};font-size:.92em;background:rgba(128,128,128,.16);border-radius:3px;padding:0 3px;color:inherit"'
)


def escaped(text: str, *, breaks: bool = True) -> str:
    """Return `text` with nothing left that HTML would read as markup; lines end in <br>, or as they are."""
    safe = html.escape(text, quote=True)
    return safe.replace("\n", "<br>") if breaks else safe


def sentence(text: str) -> str:
    """Return a sentence as HTML: what stands between backticks is code, between asterisks emphasised."""
    parts = _CODE.split(text)
    return "".join(
        f"<code {_INLINE}>{escaped(part[1:-1])}</code>" if number % 2 else _emphasised(escaped(part))
        for number, part in enumerate(parts)
    )


def _emphasised(safe: str) -> str:
    return _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", safe))
