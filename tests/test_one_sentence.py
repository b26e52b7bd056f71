"""One mistake gets one sentence, on every face: n where the solution has n - 1."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from sampling import sampled

from autograder.cli import main
from autograder.course import Course
from autograder.grade import Grader
from autograder.model import Status
from autograder.notebook import Notebook, answers, read_source, solved

ROOT = Path(__file__).resolve().parents[1]
N_MINUS_1 = re.compile(r"^[^#\n]*?(?<!\* )\bn - 1\b", re.MULTILINE)  # not in a comment


def _places() -> list[tuple[str, str, int]]:
    """Return every n - 1 of every solution: assignment, cell, where."""
    found = []
    for path in sorted(ROOT.glob("source/*/*.ipynb")):
        notebook = read_source(path)
        for cell in notebook.cells:
            if cell.kind == "solution":
                inside = cell.source.index("BEGIN SOLUTION")
                matches = N_MINUS_1.finditer(cell.source)
                found += [(notebook.assignment, cell.id, m.end()) for m in matches if m.start() > inside]
    return found


def _read(assignment: str) -> Notebook:
    (path,) = (ROOT / "source" / assignment).glob("*.ipynb")
    return read_source(path)


@pytest.mark.parametrize(("assignment", "cell_id", "end"), sampled(_places(), name=str))
def test_n_for_n_minus_1_gets_the_bessel_sentence(assignment: str, cell_id: str, end: int, grader: Grader) -> None:
    """Wherever a student writes it, the first check that fails says by what is divided."""
    notebook = _read(assignment)
    submission = solved(notebook)
    source = notebook.cell(cell_id).source
    wrong = source[: end - len("n - 1")] + "n" + source[end:]
    cells = tuple(replace(cell, source=wrong) if cell.id == cell_id else cell for cell in notebook.cells)
    report = grader.grade_submission(notebook, replace(submission, cells=cells, sha256=""), student="s").report
    failed = [check for cell in report.cells for check in cell.checks if check.status is not Status.PASSED]
    assert failed
    for check in failed:
        assert check.diagnosis is not None, check.name
        assert check.diagnosis.source == "author", check
        assert re.search(r"Bessel|divi(des?|sor)\b", check.diagnosis.text), check.diagnosis.text


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course of one exercise with one submission: the solution, but for a variance that divides by n."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    for name in ("source", "release", "solutions"):
        shutil.copytree(ROOT / name / "07-batchnorm", root / name / "07-batchnorm")
    notebook = read_source(root / "source" / "07-batchnorm" / "batchnorm.ipynb")
    texts = answers(notebook, {cell.id: "solution" for cell in notebook.cells if cell.kind == "solution"})
    raw = json.loads((root / "release" / "07-batchnorm" / "batchnorm.ipynb").read_text("utf-8"))
    for cell in raw["cells"]:
        if cell["id"] in texts:
            cell["source"] = texts[cell["id"]]
        if cell["id"] == "solution-statistics":
            assert "/ (n - 1)" in cell["source"]
            cell["source"] = cell["source"].replace("/ (n - 1)", "/ n")
    folder = root / "submitted" / "ada" / "07-batchnorm"
    folder.mkdir(parents=True)
    (folder / "batchnorm.ipynb").write_text(json.dumps(raw), "utf-8")
    shutil.copy(root / "release" / "07-batchnorm" / "expected.safetensors", folder)
    assert main(["--course", str(root), "build"]) == 0
    assert main(["--course", str(root), "grade", "--feedback", "--json", str(root / "report.json")]) == 0
    return Course(root)


@pytest.fixture(scope="module")
def sentence() -> str:
    """What the author wrote."""
    (found,) = [one.says for one in _read("07-batchnorm").alternatives if one.name == "n for n-1"]
    return found


def _flat(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def test_in_the_report(course: Course, sentence: str) -> None:
    """JSON has it at the one check that fails; follow-through spares all later ones."""
    (report,) = json.loads((course.root / "report.json").read_text("utf-8"))["reports"]
    failed = [check for cell in report["cells"] for check in cell["checks"] if check["status"] != "passed"]
    assert [(check["name"], check["diagnosis"]["text"]) for check in failed] == [("var", sentence)]


def test_in_the_feedback(course: Course, sentence: str) -> None:
    """The page that the student gets shows it once."""
    page = (course.root / "feedback" / "ada" / "07-batchnorm" / "batchnorm.html").read_text("utf-8")
    assert _flat(page).count(sentence) == 1


def test_under_pytest(course: Course, sentence: str) -> None:
    """The student's own pytest prints it."""
    folder = course.root / "submitted" / "ada" / "07-batchnorm"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)],
        capture_output=True, text=True, check=False, cwd=folder,
    )  # fmt: skip
    assert sentence in _flat(done.stdout), done.stdout + done.stderr


def test_in_the_notebook(course: Course, sentence: str) -> None:
    """A kernel of the student's shows it below the check cell."""
    from nbclient import NotebookClient

    folder = course.root / "submitted" / "ada" / "07-batchnorm"
    notebook = nbformat.read(folder / "batchnorm.ipynb", as_version=4)
    wanted = next(i for i, cell in enumerate(notebook.cells) if "check('var'" in cell.source.replace('"', "'"))
    notebook.cells = notebook.cells[: wanted + 1]
    client = NotebookClient(notebook, allow_errors=True, resources={"metadata": {"path": str(folder)}})
    client.execute()
    shown = [output.data.get("text/html", "") for output in notebook.cells[wanted].outputs if "data" in output]
    assert sentence in _flat(" ".join(shown))
