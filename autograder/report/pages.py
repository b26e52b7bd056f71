"""A template of templates/ and its values -> HTML: the one place where pages are made.

In: the name of a template, and plain values. Out: a page or a part of one, as text. What a template writes is
cleaned, bounded and escaped, whether or not it asks for that; only what this package marks as HTML stays as it
is. Templates come from this folder alone and have the filters listed here, of which none lets text through as
it is. Importing jinja2 takes a good part of the time that a check cell has, so a student's own session does NOT
import this: the table under a check cell is html.py's.
"""

import re
from collections.abc import Iterable
from functools import lru_cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from autograder.report.clean import clean_text
from autograder.report.markup import POLICY
from autograder.report.rows import WITNESSES, number
from autograder.report.statuses import STATUSES

__all__ = ["Markup", "rendered"]

_NO_BREAK = re.compile("([+−]) ")
_clean = partial(clean_text, max_chars=80, max_lines=1)


def rendered(template: str, **values: object) -> str:
    """Return what a template makes of some values; a value that it misses is an error."""
    return _PAGES.get_template(template).render(values)


def _shown(value: object) -> str:
    """Return what stands in a page for a value, not yet escaped: jinja2 asks for each one that a template writes."""
    return value if isinstance(value, Markup) else _clean(str(value))


def _short(text: str, max_chars: int = 80, max_lines: int = 1) -> Markup:
    """Return a text that may be longer than a name, or have lines."""
    lines = clean_text(text, max_chars=max_chars, max_lines=max_lines).split("\n")
    return Markup("<br>").join(lines)


def _names(texts: Iterable[str]) -> Markup:
    return escape(", ".join(map(_clean, texts)))


def _together(text: str) -> Markup:
    """A sign is not parted from its number where a line is broken."""
    return Markup(_NO_BREAK.sub(r"\1&nbsp;", str(escape(_clean(text)))))  # noqa: S704  escaped


@lru_cache(maxsize=1000)
def _heat(failing: float, strength: int) -> Markup:
    """Return a CSS colour: 0 green, 1/2 yellow, 1 red, as a wash of `strength` % over the page."""
    low, high, part = ("good", "fair", failing * 2) if failing < 0.5 else ("fair", "bad", failing * 2 - 1)
    mix = f"color-mix(in srgb,var(--{high}) {part:.0%},var(--{low}))"
    return Markup(f"color-mix(in srgb,{mix} {strength}%,transparent)")  # noqa: S704  numbers


def _percent(part: float, digits: int = 0) -> str:
    return f"{part:.{digits}%}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


_PAGES = Environment(
    loader=PackageLoader("autograder.report"),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_shown,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
_PAGES.globals = {"POLICY": Markup(POLICY), "looks": STATUSES, "witnesses": WITNESSES}  # noqa: S704  our own
_OF_JINJA = ("abs", "int", "join", "length", "max", "round", "sort", "sum")
_PAGES.filters = {name: _PAGES.filters[name] for name in _OF_JINJA} | {
    "heat": _heat,
    "names": _names,
    "number": number,
    "percent": _percent,
    "plural": _plural,
    "short": _short,
    "together": _together,
}
