"""`autograder init` and `autograder new`: what they write works as it stands, for any course."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.preprocessors import CheckCellMetadata
from nbgrader.validator import Validator

from autograder import gradebook
from autograder.audit import Effort, audit
from autograder.cli import main
from autograder.commands.new import _TEMPLATES
from autograder.course import Course, find_course
from autograder.grade import Grader
from autograder.isolation import ForkServer
from autograder.report import from_json
from autograder.rules import require_names

ROOT = Path(__file__).resolve().parents[1]
EXERCISE = "01-example"
RIGHT = 'def unit_rows(x):\n    """x (n, D) -> (n, D)."""\n    return x / x.norm(dim=1, keepdim=True)'
COLUMNS = RIGHT.replace("dim=1", "dim=0")
FORBIDDEN = "def unit_rows(x):\n    return torch.nn.functional.normalize(x, dim=1)"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that was made in an empty folder, and built."""
    root = tmp_path_factory.mktemp("made") / "deep learning, 2027"
    assert main(["init", str(root)]) == 0
    assert main(["--course", str(root), "build"]) == 0
    return root


def _answered(released: Path, answer: str) -> str:
    raw = json.loads(released.read_text("utf-8"))
    for cell in raw["cells"]:
        cell["source"] = answer if cell["id"] == "solution-unit-rows" else cell["source"]
    return json.dumps(raw)


@pytest.mark.runs
def test_from_an_empty_folder_to_scores(built: Path) -> None:
    """Init, build, a class's answers, grade: the gradebook has the scores, a known mistake its sentence."""
    released = built / "release" / EXERCISE / "example.ipynb"
    for student, answer in {"ada": RIGHT, "ben": COLUMNS, "cleo": FORBIDDEN}.items():
        folder = built / "submitted" / student / EXERCISE
        folder.mkdir(parents=True)
        folder.joinpath("example.ipynb").write_text(_answered(released, answer), "utf-8")
    shutil.copytree(released.parent, built / "submitted" / "dan" / EXERCISE)  # as it was handed out
    out = built / "report.json"
    assert main(["--course", str(built), "grade", "--json", str(out), "--feedback"]) == 0
    scores = {student: score for (student, _, _), score in gradebook.scores(Course(built)).items()}
    assert scores == {"ada": 2, "ben": 0, "cleo": 0, "dan": 0}
    reports = {one["student"]: from_json(one) for one in json.loads(out.read_text("utf-8"))["reports"]}
    (ben,) = reports["ben"].cells
    assert "Which axis runs over the numbers of one example?" in str(ben.checks[0].diagnosis)
    assert {str(check.status) for check in reports["cleo"].cells[0].checks} == {"forbidden"}
    assert "deep learning" not in (built / "nbgrader_config.py").read_text("utf-8")  # an id has no spaces


FORMS = {  # what nbgrader's Create Assignment panel shows of a cell: (grade, solution, locked, task)
    (False, False, True, False): "Read-only",
    (False, True, False, False): "Autograded answer",
    (True, False, True, False): "Autograder tests",
}


@pytest.mark.runs
def test_nbgrader_takes_it(built: Path) -> None:
    """Nbgrader's own commands know the course, by an id of its own, and its panel knows the kind of every cell."""
    with Gradebook(f"sqlite:///{built / 'gradebook.db'}", "deep-learning-2027") as book:
        assert [one.name for one in book.assignments] == [EXERCISE]
    for folder in ("source", "release", "solutions"):
        nb = nbformat.read(built / folder / EXERCISE / "example.ipynb", as_version=4)
        nbformat.validate(nb)
        CheckCellMetadata().preprocess(nb, {})
        about = [one.metadata.nbgrader for one in nb.cells if one.cell_type != "raw"]
        forms = [FORMS[one.grade, one.solution, one.locked, one.task] for one in about]
        assert (forms.count("Autograded answer"), forms.count("Autograder tests")) == (1, 1)


@pytest.mark.slow
@pytest.mark.runs
def test_nbgrader_validates_it(built: Path, tmp_path: Path) -> None:
    """`nbgrader validate`, as the button does it: the solution passes, an empty or wrong answer fails at its check."""
    released = built / "release" / EXERCISE
    shutil.copytree(released, tmp_path / "answered")
    path = tmp_path / "answered" / "example.ipynb"
    for answer in (RIGHT, COLUMNS):
        path.write_text(_answered(released / "example.ipynb", answer), "utf-8")
        done = Validator().validate(str(path))
        failed = [one["source"].strip() for one in done.get("failed", [])]
        assert ('check("unit_rows", lambda: unit_rows(x))' in failed) == (answer is COLUMNS), done
        assert not {"changed", "type_changed"} & done.keys()  # no check cell differs from what was handed out
    assert "failed" in Validator().validate(str(released / "example.ipynb"))
    assert "failed" not in Validator().validate(str(built / "source" / EXERCISE / "example.ipynb"))


@pytest.mark.runs
def test_what_new_writes_is_proven(built: Path, launcher: ForkServer) -> None:
    """The audit finds no fault and no mutant that survives."""
    (notebook,) = Course(built).notebooks(EXERCISE)
    require_names(notebook.rules)
    assert {one.kind for one in notebook.alternatives} == {"misconception", "variant"}
    assert notebook.hints
    assert notebook.points == 2
    audited = audit(notebook, Grader(launcher=launcher, secret=b"n" * 32, seed_id="n"), effort=Effort(seeds=1))
    assert audited.faults == ()
    assert audited.mutants.survivors == ()
    assert all(one.right for one in audited.diagnosed.misconceptions)


@pytest.mark.runs
def test_pytest_sees_its_checks(built: Path, tmp_path: Path) -> None:
    """In what students get, the public check is skipped until it is filled in; no hidden one is seen."""
    folder = tmp_path / EXERCISE
    shutil.copytree(built / "release" / EXERCISE, folder)
    for answer, word in ((None, "1 skipped"), (RIGHT, "1 passed"), (COLUMNS, "1 failed")):
        if answer is not None:
            folder.joinpath("example.ipynb").write_text(_answered(folder / "example.ipynb", answer), "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert word in done.stdout, done.stdout + done.stderr
        assert "two examples" not in done.stdout
    text = folder.joinpath("example.ipynb").read_text("utf-8")
    assert [word for word in ("raw", "note", "squared length", "hidden_x") if f'"{word}' in text] == []
    assert "*Off limits here:* `F.normalize`." in text


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with a README, a course, an exercise of that name stay as they are; the line names what is there."""
    tmp_path.joinpath("README.md").write_text("mine")
    assert main(["init", str(tmp_path)]) == 2
    assert "README.md is there already" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    root = tmp_path / "course"
    root.joinpath(".git").mkdir(parents=True)  # a repository that was just made is no hindrance
    assert main(["init", str(root)]) == 0
    path = root / "source" / EXERCISE / "example.ipynb"
    path.write_text("mine")
    assert main(["--course", str(root), "new", EXERCISE]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["init", str(root)]) == 2
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "file", "title"),
    [
        ("07-batch_norm", "batch_norm.ipynb", "# 07 · Batch norm"),
        ("project", "project.ipynb", "# Project"),
        ("2027-01-exam", "01-exam.ipynb", "# 2027 · 01 exam"),
    ],
)
def test_names(tmp_path: Path, name: str, file: str, title: str) -> None:
    """The notebook is called after the unit, and so is its title; the course has the exercise at once."""
    assert main(["init", str(tmp_path / "c")]) == 0
    assert main(["--course", str(tmp_path / "c" / "source"), "new", name]) == 0
    (notebook,) = find_course(tmp_path / "c").notebooks(name)
    assert f"{notebook.name}.ipynb" == file
    assert notebook.cells[0].source.split("\n")[0] == title


@pytest.mark.parametrize("name", ["", "../x", "07-", "-x", "a b", "a/b", "ü"])
def test_what_is_no_name_is_refused(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that would leave source/, or that nbgrader does not take, is refused in a sentence."""
    assert main(["init", str(tmp_path / "c")]) == 0
    assert main(["--course", str(tmp_path / "c"), "new", "--", name]) == 2
    assert "letters, digits" in capsys.readouterr().err
    assert len(list((tmp_path / "c" / "source").iterdir())) == 1


def test_outside_a_course_the_line_says_how_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`autograder new` in no course, and a course without exercises, name the command that helps."""
    assert main(["--course", str(tmp_path), "new", "01-x"]) == 2
    assert "autograder init" in capsys.readouterr().err
    assert main(["init", str(tmp_path / "c")]) == 0
    shutil.rmtree(tmp_path / "c" / "source" / EXERCISE)
    assert main(["--course", str(tmp_path / "c"), "build"]) == 2
    assert "autograder new" in capsys.readouterr().err


def test_a_new_course_has_the_settings_of_ours() -> None:
    """The template differs from this course's own settings by the course's id alone."""
    text = _TEMPLATES.joinpath("nbgrader_config.txt").read_text("utf-8")
    assert text.replace("{course_id}", "zero-to-hero") == (ROOT / "nbgrader_config.py").read_text("utf-8")


def test_students_work_is_not_committed(tmp_path: Path) -> None:
    """Git passes over the gradebook, submissions, feedback and the secret, and takes source/ and the settings."""
    assert main(["init", str(tmp_path / "c")]) == 0
    root = tmp_path / "c"
    private = ("submitted/ada/x.ipynb", "autograded/a", "feedback/a", "gradebook.db", "gradebook.db-wal",
               ".autograder/secret", "class.html", "class-ada.html", "similar-01-example.html",
               "roster.csv", "extensions.csv", "report.json", "grades.csv", "downloaded/a")  # fmt: skip
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    done = subprocess.run(
        ["git", "-C", str(root), "check-ignore", *private, "nbgrader_config.py", f"source/{EXERCISE}/example.ipynb"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert set(done.stdout.split()) == set(private)
