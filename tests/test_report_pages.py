"""Templates: whatever a value holds, a page shows it as text; a page cannot be made in a way that does not."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import TemplateAssertionError, TemplateNotFound, UndefinedError

from autograder.report import pages

TEMPLATES = sorted((Path(pages.__file__).parent / "templates").iterdir())
HOSTILE = "<b onclick='x'>\x1b[31m\u202e" + "x" * 5000


def made(source: str, **values: object) -> str:
    return pages._PAGES.from_string(source).render(values)


def test_a_value_is_cleaned_bounded_and_escaped_unasked() -> None:
    shown = made("{{ value }}", value=HOSTILE)
    assert shown.startswith("&lt;b onclick=&#39;x&#39;&gt;\\u202e")
    assert len(shown) < 120


@pytest.mark.parametrize("filtered", ["short(400)", "short(400, 3)", "together", "plural('x')", "join", "join(', ')"])
def test_no_filter_lets_markup_through(filtered: str) -> None:
    shown = made("{{ value|" + filtered + " }}", value=[HOSTILE] if "join" in filtered else HOSTILE)
    assert not set("<\x1b\u202e") & set(shown)


def test_escaping_cannot_be_switched_off() -> None:
    assert "<" not in made("{% autoescape false %}{{ value|short }}{% endautoescape %}", value=HOSTILE)


@pytest.mark.parametrize("name", ["safe", "e", "escape", "forceescape", "xmlattr", "urlize", "tojson", "format"])
def test_filters_that_would_let_markup_through_are_not_there(name: str) -> None:
    with pytest.raises(TemplateAssertionError):
        made("{{ value|" + name + " }}", value="x")


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        made("{{ value }}")


def test_templates_come_from_the_package_alone() -> None:
    for name in ("/etc/passwd", "../pages.py", "templates/../../pages.py"):
        with pytest.raises(TemplateNotFound):
            pages.rendered(name)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_quote_attributes_and_join_no_strings(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not re.search(r"=\{\{", source)
    assert not re.search(r"\{[{%][^}]*(~|autoescape)", source)


def test_a_check_cell_needs_no_jinja() -> None:
    code = "import sys; from autograder.report import checks_html; checks_html([]); print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
