"""Sphinx's settings: `make site` builds the documentation with them. Nothing is fetched when a page is looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.util import logging

import autograder

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
autodoc_typehints = "description"
myst_enable_extensions = ["dollarmath"]
myst_dmath_double_inline = True
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Zero to Hero"
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False
html_static_path = ["static"]
html_css_files = ["site.css"]
html_math_renderer = "mathml"
pygments_style = "friendly"
pygments_dark_style = "github-dark"


def _formula(writer: HTML5Translator, node: nodes.math | nodes.math_block) -> None:
    """Write a formula as MathML, which browsers draw by themselves; one that is not understood is a warning."""
    block = isinstance(node, nodes.math_block)
    source = re.sub(r"\\\\\[\w+\]", r"\\\\", node.astext())  # the converter knows no distance between rows
    formula = convert(source, display="block" if block else "inline").replace(r"\_", "_")
    if "<mi>\\" in formula:  # a command that it does not know comes out as it went in
        logging.getLogger(__name__).warning("formula %r: unknown command", node.astext(), location=node)
    writer.body.append(f'<div class="formula">{formula}</div>' if block else formula)
    raise nodes.SkipNode


def _docstring(_app: Sphinx, what: str, _name: str, _object: object, _options: object, lines: list[str]) -> None:
    """Make of our docstrings what Sphinx reads: |x| is no substitution, an indented block is code."""
    text = re.sub(r"\|(\w+)\|", r"\\|\1\\|", "\n".join(lines))
    if what == "module":
        text = re.sub(r"\n\n(?=    )", "\n\n::\n\n", text)
    lines[:] = text.split("\n")


def setup(app: Sphinx) -> None:
    """Have formulas written as MathML, and docstrings read as they are meant."""
    app.connect("autodoc-process-docstring", _docstring)
    app.add_html_math_renderer("mathml", (_formula, None), (_formula, None))
