"""One class with an attacker in it, graded as `autograder grade --feedback` does, and its pages in a browser."""

from __future__ import annotations

import base64
import json
import shutil
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import notebooks
import pytest
from browsing import Canary, Pages, browser
from nbconvert import HTMLExporter
from payloads import ACTING, BANNER, NAME, PASSIVE, filled

from autograder import gradebook
from autograder.course import Course
from autograder.grade import Grader, GradingResult
from autograder.grade.batch import grade_all
from autograder.gradebook.configuration import load_config
from autograder.isolation import ForkServer
from autograder.report import class_html

ROOT = Path(__file__).resolve().parents[2]
_SHOW = """import os, sys
from IPython.display import HTML, SVG, Javascript, Latex, Markdown, display
print(P); print(P, file=sys.stderr); os.write(1, b"\\xff\\xfe\\xc0\\xaf" + P.encode() + b"\\n")
for kind in (HTML, Javascript, Latex, Markdown):
    display(kind(P))
kinds = "text/html image/svg+xml application/javascript text/markdown text/latex application/vnd.custom+json".split()
display(dict.fromkeys([*kinds, "text/plain"], P), raw=True)
display(SVG("<svg xmlns='http://www.w3.org/2000/svg'><script>" + P.replace("<", "") + "</script></svg>"))
class Shown:
    def __repr__(self): return P
    def _repr_html_(self): return P
    def _repr_mimebundle_(self, *a, **k): return dict.fromkeys(kinds, P)
Shown()
"""
_TEXT = r"""print("\x1b[2J\x1b]8;;file:///etc\x07link\x1b]0;title\x07 [bold red]rich[/] \x9b31m")
print("\u202edessap\u2066 \u200bhidden")
print("A" * 10_000_000)"""


def _png(width: int, height: int, behind: bytes = b"") -> str:
    """A PNG of white pixels, 1 bit each, with a text inside, and something behind its end; as base64."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * ((width + 7) // 8)) * height, 9)
    body = chunk(b"IHDR", head) + chunk(b"tEXt", b"Comment\0" + behind) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + body + behind).decode()


def _attack(canary: str) -> dict[str, Any]:
    """Return what the attacker hands in: right at two tasks, hostile in all that is shown."""
    markup = [filled(one, canary, name) for name, one in (ACTING | PASSIVE).items()]
    everything = "\n".join([*markup, BANNER])
    pictures = [_png(40, 30, everything.encode()), _png(9_000, 9_000), base64.b64encode(everything.encode()).decode()]
    cells = [
        f"# </pre>{BANNER}\n# " + everything.replace("\n", "\n# "),
        f"P = {everything!r}\n{_SHOW}",
        _TEXT,
        "\n".join(f'display({{"image/png": {one!r}}}, raw=True)' for one in pictures),
        f"raise ValueError({everything!r})",
        f"raise type({markup[0]!r}, (Exception,), {{}})({markup[2]!r})",
    ]
    own = [notebooks.cell("extra", f"own{number}", source) for number, source in enumerate(cells)]
    notes = [
        {"cell_type": "markdown", "id": f"note{number}", "metadata": {}, "source": text,
         "attachments": {"a.svg": {"image/svg+xml": text}}}
        for number, text in enumerate([*markup, everything, f"```\n{everything}\n```\n{everything}"])
    ]  # fmt: skip
    raised = f"def scale(v):\n    raise ValueError({markup[0] + markup[2] + BANNER!r})"
    made = notebooks.answered(**notebooks.RIGHT | {"solution_scale": raised})
    made["cells"][1:1] = [*own, *notes]
    made["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}, "x": everything}}
    return made


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, launcher: ForkServer) -> Iterator[Pages]:
    """Grade the class once. Needs a browser: without one, all of this is skipped."""
    if browser() is None:
        pytest.skip("there is no browser: `make browser` installs chromium (Debian, as root)")
    folder = tmp_path_factory.mktemp("browser")
    course = Course(folder / "course")
    notebooks.write_exercise(course.root)
    shutil.copy(ROOT / "nbgrader_config.py", course.root)
    with Canary() as canary:
        for student, raw in (("eve", _attack(canary.address)), (NAME, notebooks.answered(**notebooks.RIGHT))):
            path = course.folder("submitted") / student / "01-scale" / "scale.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps(raw), "utf-8")
        gradebook.enter(course, ["01-scale"])
        grader = Grader(launcher=launcher, secret=b"s" * 32, seed_id="test")
        found = list(grade_all(grader, course, list(course.submitted("01-scale")), jobs=1))
        graded = [one for one in found if isinstance(one, GradingResult)]
        assert len(graded) == 2, found
        gradebook.record(course, graded)
        gradebook.feedback(course, ["01-scale"])
        yield Pages(course, canary, folder, _files(course, graded, folder, canary.address))


def _files(course: Course, graded: list[GradingResult], folder: Path, canary: str) -> dict[str, Path]:
    exporter = HTMLExporter(template_name="formgrade", config=load_config(course))
    autograded = nbformat.read(course.folder("autograded") / "eve" / "01-scale" / "scale.ipynb", as_version=4)
    place = {"base_url": "", "submission_id": "1", "index": 0, "total": 1}
    frames = "".join(
        f'<iframe srcdoc="{filled(one, canary, name).replace("&", "&amp;").replace(chr(34), "&quot;")}"></iframe>'
        for name, one in ACTING.items()
    )
    grades = gradebook.class_grades(course)
    made = {
        "formgrader": exporter.from_notebook_node(autograded, resources=place)[0],
        "class": class_html(grades, gradebook.kept_reports(course, grades.entries)),
        "unguarded": f"<!DOCTYPE html><html><body>{frames}</body></html>",
        "unguarded-script": f"<!DOCTYPE html><html><body>{filled(ACTING['script'], canary, 'script')}</body></html>",
    }
    files = {}
    for name, text in made.items():
        files[name] = folder / f"{name}.html"
        files[name].write_text(text, "utf-8")
    for name, student in (("feedback", "eve"), ("feedback-name", NAME)):
        files[name] = course.folder("feedback") / student / "01-scale" / "scale.html"
    return files
