"""Text -> HTML, where no template does it: in the table under a check cell.

`escaped` is for text that rows.py has cleaned; it makes no tag but <br>. POLICY stands in the head of every
page: should a text ever be taken for markup, the browser still runs and fetches nothing.
"""

import html

__all__ = ["POLICY", "escaped"]

POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
)


def escaped(text: str, *, breaks: bool = True) -> str:
    """Return `text` with nothing left that HTML would read as markup; lines end in <br>, or as they are."""
    safe = html.escape(text, quote=True)
    return safe.replace("\n", "<br>") if breaks else safe
