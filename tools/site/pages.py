"""Lays out the pages that `make site` gives to Sphinx: README and docs/, each released notebook, the API.

In: README.md and its like, docs/, release/, of solutions/ pictures only. Out: a folder of Markdown. A picture is taken
only from a cell that would draw it in the untouched notebook as well: no name that it uses hangs on an answer. Whatever
shows an answer stays out: tests/test_site.py looks for them.
"""

from __future__ import annotations

import ast
import base64
import re
import shutil
import sys
from os.path import relpath
from pathlib import Path
from typing import Any

import nbformat

ROOT = Path(__file__).resolve().parents[2]
TOP = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)#:\s]+)(#[^)\s]*)?\)")
HEADING = re.compile(r"^(#+ )", re.MULTILINE)
LEFT_OUT = re.compile(  # a graph that only a script could draw; what shows an answer, in docs/grading.md
    r"^```mermaid\n.*?^```\n|^## An example, worked\n.*?(?=^## )", re.MULTILINE | re.DOTALL
)
CODE = re.compile(r"(^```.*?^```)", re.MULTILINE | re.DOTALL)


def relinked(text: str, page: Path) -> str:
    """Return a page of the repository with links that lead to pages of the site; others become plain text."""

    def link(match: re.Match[str]) -> str:
        picture, shown, target, part = match.groups("")
        path = Path(relpath((page.parent / target).resolve(), ROOT))
        if path.parts[0] in ("source", "release"):
            path = Path("course", f"{path.parts[1]}.md")
        elif str(path) == "README.md":
            path = Path("index.md")
        elif not (str(path) in TOP or path.parts[0] == "docs"):
            return shown
        return f"{picture}[{shown}]({relpath(ROOT / path, page.parent)}{part})"

    return LINK.sub(link, text)


def names(source: str) -> tuple[set[str], set[str]]:
    """Return the names that code uses, and those that it binds or changes, inner ones included."""
    used, bound = set(), set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.add(node.name)
        elif isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
            bound |= {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    return used, bound


def open_pictures(cells: list[Any]) -> dict[str, list[bytes]]:
    """Return, by the cell's id, the PNG pictures of a solved notebook that no answer had a part in."""
    found: dict[str, list[bytes]] = {}
    answered: set[str] = set()
    for cell in cells:
        if cell.cell_type != "code":
            continue
        marks = cell.metadata.get("nbgrader", {})
        used, bound = names(cell.source)
        if marks.get("solution") or used & answered:
            answered |= bound
        elif not marks.get("grade"):
            pictures = [out.data["image/png"] for out in cell.outputs if "image/png" in out.get("data", {})]
            found[cell.id] = [base64.b64decode(picture) for picture in pictures]
    return found


def exercise(path: Path, folder: Path) -> str:
    """Return a released notebook as a page; its pictures are written into the folder."""
    name = path.parent.name
    solved = nbformat.read(ROOT / "solutions" / name / path.name, as_version=4)
    pictures = open_pictures(solved.cells)
    cells = nbformat.read(path, as_version=4).cells
    parts = []
    for cell in cells:
        if cell.cell_type == "markdown":
            text = cell.source.removeprefix("---\n")
            parts.append(HEADING.sub(r"#\1", text) if parts else text)  # a page has one title
            continue
        code = f"````python\n{cell.source}\n````"
        if cell.metadata.get("jupyter", {}).get("source_hidden"):
            code = f"<details><summary>Code</summary>\n\n{code}\n\n</details>"
        parts.append(code)
        for number, picture in enumerate(pictures.get(cell.id, [])):
            file = folder / f"{name}-{cell.id}-{number}.png"
            file.write_bytes(picture)
            parts.append(f"![{cell.id.replace('-', ' ')}]({file.name})")
    return "\n\n".join(parts)


def lay_out(folder: Path) -> None:
    """Write all pages into a folder, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("*.md"))
    shutil.copytree(Path(__file__).parent / "api", folder / "api")
    for page in [*(ROOT / name for name in TOP), *sorted((ROOT / "docs").glob("*.md"))]:
        target = folder / page.relative_to(ROOT)
        parts = CODE.split(LEFT_OUT.sub("", page.read_text("utf-8")))
        text = "".join(part if part.startswith("```") else relinked(part, page) for part in parts)
        if page.name == "README.md":
            target = folder / "index.md"
            text += (Path(__file__).parent / "contents.md").read_text("utf-8")
        target.write_text(text, "utf-8")
    course = folder / "course"
    course.mkdir()
    for path in sorted((ROOT / "release").glob("*/*.ipynb")):
        (course / f"{path.parent.name}.md").write_text(exercise(path, course), "utf-8")


if __name__ == "__main__":
    lay_out(Path(sys.argv[1]))
