"""Text -> HTML: the last step of every renderer here that writes HTML.

`escaped` is for text that rows.py has cleaned, `short` cleans as well. Neither makes a tag but <br>.
POLICY stands in the head of every page: should a text ever be taken for markup, the browser still runs
and fetches nothing.
"""

import html

from autograder.report.clean import clean_text

__all__ = ["POLICY", "escaped", "short"]

POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
)


def escaped(text: str) -> str:
    """Return `text` with nothing left that HTML would read as markup; lines end in <br>."""
    return html.escape(text, quote=True).replace("\n", "<br>")


def short(text: str, max_chars: int = 80, max_lines: int = 1) -> str:
    """Return `text` cleaned, bounded and escaped; by default one line: names and titles."""
    return escaped(clean_text(text, max_chars=max_chars, max_lines=max_lines))
