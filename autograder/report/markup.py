"""Text -> HTML: the last step of every renderer here that writes HTML.

`escaped` is for text that rows.py has cleaned, `short` cleans as well. Neither makes a tag but <br>.
"""

import html

from autograder.report.clean import clean_text

__all__ = ["escaped", "short"]


def escaped(text: str) -> str:
    """Return `text` with nothing left that HTML would read as markup; lines end in <br>."""
    return html.escape(text, quote=True).replace("\n", "<br>")


def short(text: str, max_chars: int = 80, max_lines: int = 1) -> str:
    """Return `text` cleaned, bounded and escaped; by default one line: names and titles."""
    return escaped(clean_text(text, max_chars=max_chars, max_lines=max_lines))
