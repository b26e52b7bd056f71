"""Sphinx's settings: `make site` builds the documentation with them. Nothing is fetched when a page is looked at."""

from __future__ import annotations

import html
import inspect
import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

import autograder
from autograder.report.formulas import mathml

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

project = "Zero to Hero"
release = autograder.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
root_doc = "index"
nitpicky = False  # names of the standard library and of torch are no pages of ours
suppress_warnings = ["myst.header"]  # a task may be a level below its part's heading
default_role = "code"  # docstrings are Markdown's cousins: `name`
autodoc_member_order = "bysource"
smartquotes = False  # what a notebook says is shown as it is written
maximum_signature_line_length = 80
highlight_language = "none"
myst_enable_extensions = ["dollarmath"]
myst_dmath_double_inline = True
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Zero to Hero"
html_show_copyright = False
html_show_sphinx = False
html_use_index = False
html_domain_indices = False
html_copy_source = False
html_static_path = ["static"]
html_css_files = ["site.css"]
html_math_renderer = "mathml"
pygments_style = "friendly"
pygments_dark_style = "github-dark"


def _formula(writer: HTML5Translator, node: nodes.math | nodes.math_block) -> None:
    """Write a formula as MathML, which browsers draw by themselves; one that is not understood is a warning."""
    block = isinstance(node, nodes.math_block)
    formula = mathml(node.astext(), block=block)
    if formula is None:
        logging.getLogger(__name__).warning("formula %r cannot be converted", node.astext(), location=node)
        formula = html.escape(node.astext())
    writer.body.append(f'<div class="formula">{formula}</div>' if block else formula)
    raise nodes.SkipNode


def _docstring(_app: Sphinx, what: str, name: str, found: type, _options: object, lines: list[str]) -> None:
    """Make of our docstrings what Sphinx reads: |x| is no substitution, an indented block is code.

    A class of data is shown as it stands in the file: what a field means is said beside it.
    """
    text = re.sub(r"\|(\w+)\|", r"\\|\1\\|", "\n".join(lines))
    if what == "module":
        text = re.sub(r"\n\n(?=    )", "\n\n::\n\n", text)
    lines[:] = text.split("\n")
    if what == "class" and name.startswith("autograder.model."):
        source = inspect.getsource(found).replace(f'    """{found.__doc__}"""\n', "").replace(":\n\n", ":\n", 1)
        lines += ["", ".. code-block:: python", "", *(f"   {line}" for line in source.split("\n"))]


def _without_signature(_app: Sphinx, what: str, name: str, *_: object) -> tuple[str, None] | None:
    """Leave out of a class of data what its source says below."""
    return ("", None) if what == "class" and name.startswith("autograder.model.") else None


def _shown_already(_app: Sphinx, what: str, _name: str, found: object, *_: object) -> bool | None:
    """Leave out what a class of data computes of its fields: its source says that too."""
    return (
        True
        if what == "class" and getattr(getattr(found, "fget", found), "__module__", "") == "autograder.model"
        else None
    )


def setup(app: Sphinx) -> None:
    """Have formulas written as MathML, and docstrings read as they are meant."""
    app.connect("autodoc-process-docstring", _docstring)
    app.connect("autodoc-process-signature", _without_signature)
    app.connect("autodoc-skip-member", _shown_already)
    app.add_html_math_renderer("mathml", (_formula, None), (_formula, None))
