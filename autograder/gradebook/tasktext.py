"""A task's text, as its author wrote it in Markdown -> HTML, with formulas that are drawn without a script.

In: a text cell. Out: HTML in which a formula that cannot be converted stays as it is written. For feedback pages an
author's own HTML is text, and no text of a student's comes here; in the formgrader an author's HTML stays, and text of
a student's stands in a fence, letter by letter. The dialect is that of notebooks: nbconvert's.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from autograder.report.formulas import mathml

__all__ = ["grader_html", "task_html"]


class _Formulas(IPythonRenderer):
    """Formulas as MathML."""

    def block_math(self, body: str) -> str:
        return mathml(body, block=True) or super().block_math(body)

    def inline_math(self, body: str) -> str:
        return mathml(body, block=False) or super().inline_math(body)

    def latex_environment(self, name: str, body: str) -> str:
        whole = f"\\begin{{{name}}}{body}\\end{{{name}}}"
        return mathml(whole, block=True) or super().latex_environment(name, body)


class _Renderer(_Formulas):
    """HTML without scripts, pictures and anchors."""

    def __init__(self) -> None:
        super().__init__(escape=True, allow_harmful_protocols=False, exclude_anchor_links=True)

    def block_code(self, code: str, info: str | None = None) -> str:
        del info
        return f"<pre><code>{escape(code)}</code></pre>\n"

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        """Put an author's headings below the page's own."""
        return super().heading(text, min(level + 2, 6), **attrs)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Say what a picture shows: a page fetches none."""
        del url, title
        return escape(text)


@lru_cache(maxsize=2048)
def task_html(text: str) -> Markup:
    """Return a text as HTML: made once for a class."""
    renderer: Any = _Renderer()
    return Markup(MarkdownWithMath(renderer=renderer).render(text))  # noqa: S704  an author's, its HTML escaped


@pass_context
def grader_html(context: Context, text: str) -> str:
    """Return a text cell of an autograded notebook as HTML: nbconvert's filter `markdown2html` for the formgrader."""
    renderer: Any = _Formulas(escape=False, attachments=context.get("cell", {}).get("attachments", {}))
    return str(MarkdownWithMath(renderer=renderer).render(text))
