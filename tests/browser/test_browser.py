"""In a real browser: pages with a student's outputs run nothing, fetch nothing and keep what is said in its box."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import nbformat
import pytest
from browsing import Pages
from bs4 import BeautifulSoup, Tag
from nbformat.sign import NotebookNotary
from payloads import ACTING

OPENED = ("feedback", "feedback-name", "class", "formgrader")
_HIDING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def reached(text: str) -> bool:
    """Tell whether there is something of the attacker's in a page."""
    return "data-ran" in text


@pytest.mark.parametrize("name", OPENED)
def test_nothing_runs_and_nothing_is_fetched(pages: Pages, name: str) -> None:
    """With the page open for three seconds no payload has run, asked for an address or become markup."""
    soup = BeautifulSoup(pages.dom(name), "html.parser")
    assert pages.canary.asked == []
    assert soup.html is not None
    assert "data-ran" not in soup.html.attrs
    assert reached(soup.get_text())  # as text
    for tag in soup.find_all():
        acting = [
            value for value in map(str, tag.attrs.values()) if "data-ran" in value or pages.canary.address in value
        ]
        assert acting == [], tag.name


def test_the_same_payloads_act_without_a_guard(pages: Pages) -> None:
    """The control: each of them, in a page that lets it, asks the canary, and a script marks its page."""
    pages.dom("unguarded")
    asked = {path.partition("?")[0].strip("/") for path in pages.canary.asked}
    assert asked == set(ACTING)
    assert 'data-ran="script"' in pages.dom("unguarded-script")


@pytest.mark.parametrize("name", ["feedback", "formgrader"])
def test_a_fake_verdict_stands_in_its_box(pages: Pages, name: str) -> None:
    """What a student's code says of a score is text within its own cell, at its place in the page."""
    soup = BeautifulSoup(pages.files[name].read_text("utf-8"), "html.parser")
    said = [text.parent for text in soup.find_all(string=re.compile("all checks passed"))]
    boxes = [tag for tag in said if tag is not None and _boxed(tag)]
    assert boxes
    assert boxes == said
    assert not [tag for tag in soup.body.find_all(style=True) if "position" in tag["style"]]  # type: ignore[union-attr]


def _boxed(tag: Tag) -> bool:
    """In a cell's output, its code, its text as written, or the row of a check."""
    return tag.find_parent(["pre", "td"]) is not None or tag.name in ("pre", "td")


def test_no_formula_is_typeset(pages: Pages) -> None:
    """In the formgrader, where an author's are, a student's LaTeX is only where nothing looks for formulas."""
    soup = BeautifulSoup(pages.files["formgrader"].read_text("utf-8"), "html.parser")
    assert not soup.find_all("math")  # the exercise has none
    found = soup.find_all(string=re.compile(r"\\href"))
    assert found
    for text in found:
        assert text.find_parent(["pre", "code"]) or text.find_parent(class_="mathjax_ignore"), text[:80]


@pytest.mark.parametrize("name", ["feedback", "formgrader"])
def test_pictures_are_drawn_anew(pages: Pages, name: str) -> None:
    """One of the three is a picture; nothing is left in it or behind it but its pixels."""
    soup = BeautifulSoup(pages.files[name].read_text("utf-8"), "html.parser")
    data = [
        base64.b64decode(str(tag["src"]).partition(",")[2]) for tag in soup.find_all("img", src=re.compile("^data:"))
    ]
    assert len(data) == 1
    assert data[0].startswith(b"\x89PNG")
    assert data[0].endswith(b"IEND\xaeB`\x82")
    assert b"tEXt" not in data[0]
    assert soup.get_text().count("a picture was left out") == 2


@pytest.mark.parametrize("name", OPENED)
def test_text_hides_nothing_and_has_an_end(pages: Pages, name: str) -> None:
    """No character turns, hides or commands, whatever was printed or written; ten megabytes are cut."""
    text = pages.files[name].read_text("utf-8")
    assert _HIDING.search(text.partition("<body")[2]) is None
    assert len(text) < 2_000_000


@pytest.mark.parametrize("name", ["feedback", "feedback-name", "class"])
def test_our_pages_forbid_what_they_do_not_need(pages: Pages, name: str) -> None:
    """A policy stands before anything that a student wrote: the second wall."""
    head = pages.files[name].read_text("utf-8").partition("<body")[0]
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in head


def test_jupyterlab_has_nothing_to_trust(pages: Pages) -> None:
    """The notebook that an instructor opens is not trusted, and would not act if it were."""
    path: Path = pages.course.folder("autograded") / "eve" / "01-scale" / "scale.ipynb"
    nb = nbformat.read(path, as_version=4)
    assert not NotebookNotary().check_signature(nb)
    assert "widgets" not in nb.metadata
    kinds = set()
    for cell in nb.cells:
        assert not cell.get("attachments")
        assert "trusted" not in cell.metadata
        check = cell.metadata.get("nbgrader", {}).get("grade", False)
        kinds |= {kind for one in cell.get("outputs", ()) if not check for kind in one.get("data", ())}
    assert kinds == {"text/plain", "image/png"}
