"""The documentation site: built without a warning, with nothing hidden in it and nothing to fetch."""

from __future__ import annotations

import html
import importlib.util
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import nbformat
import pytest
from test_course import ASSIGNMENTS, COURSE, _hidden_lines, _marking

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.slow  # Sphinx takes a quarter of a minute
TAG = re.compile(r"<[^>]+>")
FETCHED = re.compile(
    r"""<(?:script|img|link|iframe)\b[^>]*\b(?:src|href)=["'](?:https?:)?//|@import|url\(["']?(?:https?:)?//"""
)

_spec = importlib.util.spec_from_file_location("site_pages", ROOT / "tools" / "site" / "pages.py")
assert _spec is not None
assert _spec.loader is not None
pages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(pages)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make site` does it."""
    folder = tmp_path_factory.mktemp("site")
    pages.lay_out(folder / "pages")
    sphinx = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "-c", str(ROOT / "tools" / "site")]
    built = subprocess.run([*sphinx, folder / "pages", folder / "site"], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return folder / "site"


def squeezed(text: str) -> str:
    """Return a text without blanks: highlighting and tags leave them elsewhere."""
    return "".join(text.split())


def words(page: str) -> str:
    """Return what a page's reader, or a search in it, can find: all text outside of tags."""
    return squeezed(html.unescape(TAG.sub("", page)))


@cache
def handed_out() -> str:
    """Return all code of all released notebooks: a later one has what an earlier one asks for."""
    paths = sorted((ROOT / "release").glob("*/*.ipynb"))
    return squeezed("\n".join(cell.source for path in paths for cell in nbformat.read(path, as_version=4).cells))


def answers(assignment: str) -> set[str]:
    """Return the lines that only an author's answers have."""
    cells = [cell for notebook in COURSE.notebooks(assignment) for cell in notebook.cells if cell.is_answer]
    lines = {line.strip() for cell in cells for line in cell.source.split("\n")}
    return {line for line in lines if len(line) > 20 and "###" not in line and squeezed(line) not in handed_out()}


def released(assignment: str, name: str) -> list[nbformat.NotebookNode]:
    """Return the cells of a notebook as students get it."""
    path = ROOT / "release" / assignment / f"{name}.ipynb"
    return list(nbformat.read(path, as_version=4).cells)


def hidden(assignment: str) -> set[str]:
    """Return hidden lines of an exercise, what a tutor says to its misconceptions, and how a person marks it."""
    found: set[str] = set()
    for notebook in COURSE.notebooks(assignment):
        secrets = _hidden_lines(notebook.cells) | _marking(notebook)
        for other in notebook.alternatives:
            code = [line.strip() for part in other.codes for line in part.split("\n")]
            secrets |= {text for text in (other.says, other.name, *code) if len(text) > 20}
        found |= {one for one in secrets if squeezed(one) not in handed_out()}
    return found


@pytest.fixture(scope="module")
def texts(site: Path) -> dict[str, str]:
    """The words of each page, by its path."""
    return {str(path.relative_to(site)): words(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def leaks(text: str, secrets: set[str]) -> list[str]:
    """Return which of these stand in a page's words."""
    return sorted(one for one in secrets if squeezed(one) in text)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_nothing_hidden_is_in_the_site(texts: dict[str, str], assignment: str) -> None:
    """No page has an answer, a hidden case, a misconception or a variant of an exercise."""
    secrets = answers(assignment) | hidden(assignment)
    assert len(secrets) > 10
    assert {name: found for name, text in texts.items() if (found := leaks(text, secrets))} == {}


def test_what_is_hidden_would_be_found(site: Path) -> None:
    """Each secret, written into the page as the generator writes code, is found."""
    page = (site / "course" / "07-batchnorm.html").read_text("utf-8")
    secrets = answers("07-batchnorm") | hidden("07-batchnorm")
    coloured = "".join(f"<p><span>{'</span> <span>'.join(map(html.escape, one.split()))}</span></p>" for one in secrets)
    assert leaks(words(page.replace("</article>", f"{coloured}</article>")), secrets) == sorted(secrets)


def test_each_exercise_has_a_page_with_its_text(site: Path) -> None:
    """A page for each notebook, with what its cells say: all code, and no formula left as it was typed."""
    for assignment in ASSIGNMENTS:
        page = (site / "course" / f"{assignment}.html").read_text("utf-8")
        for notebook in COURSE.notebooks(assignment):
            for cell in released(assignment, notebook.name):
                if cell.cell_type == "code":
                    assert squeezed(cell.source) in words(page), cell.id
        assert not re.search(r"\$\$|\\frac|\\sum", words(re.sub(r"(?s)<pre>.*?</pre>", "", page)))
    assert "<math" in (site / "course" / "08-backprop-ninja.html").read_text("utf-8")


def test_no_page_fetches_anything(site: Path) -> None:
    """Scripts, styles, fonts and pictures are the site's own."""
    assert FETCHED.search('<script src="https://cdn.example/x.js">')
    assert FETCHED.search("@font-face { src: url(//fonts.example/a.woff) }")
    files = [path for kind in ("html", "css") for path in site.rglob(f"*.{kind}")]
    assert len(files) > 50
    assert [path.name for path in files if FETCHED.search(path.read_text("utf-8"))] == []


def cell(name: str, source: str, *, solution: bool = False) -> nbformat.NotebookNode:
    """Return a cell that has drawn a picture."""
    picture = nbformat.v4.new_output("display_data", {"image/png": "aGVsbG8="})
    marks = {"nbgrader": {"solution": solution, "grade": False}}
    made: nbformat.NotebookNode = nbformat.v4.new_code_cell(source, id=name, metadata=marks, outputs=[picture])
    return made


def test_no_picture_hangs_on_an_answer() -> None:
    """Not the answer's own, not one of a name that it binds or changes, not one of what was made of such a name."""
    cells = [
        cell("before", "w = make(3)\nplot(w)"),
        cell("answer", "def f(x): return x\nw[0] = 1\nplot(f(1))", solution=True),
        cell("uses", "y = f(2)\nplot(y)"),
        cell("inside", "def draw():\n    plot(f(3))"),
        cell("made", "plot(y)"),
        cell("changed", "plot(w)"),
        cell("drawn", "draw()"),
        cell("free", "plot(5)"),
    ]
    assert {name for name, drawn in pages.open_pictures(cells).items() if drawn} == {"before", "free"}
