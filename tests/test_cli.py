"""The command: what it prints, how it ends, what it says to mistakes."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from notebooks import exercise, write_exercise
from rich.console import Console

from autograder.cli import main
from autograder.commands import console
from autograder.isolation import Probe, probe
from autograder.model import Level
from autograder.report import from_json

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.runs


@pytest.fixture(scope="module")
def graded_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that went through build, sample-class, grade, feedback once."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    write_exercise(root)
    for command in (
        ["build"],
        ["sample-class", "--students", "5", "--seed", "3"],
        ["grade", "--json", str(root / "report.json"), "--junit", str(root / "junit.xml"), "--jobs", "2"],
        ["feedback"],
    ):
        assert main(["--course", str(root), *command]) == 0
    return root


def _reports(root: Path) -> dict[str, object]:
    return {one["student"]: one for one in json.loads((root / "report.json").read_text())["reports"]}


def test_class_is_graded(graded_course: Path) -> None:
    """The first made-up student has everything, the second nothing, and the rest something between."""
    reports = [from_json(one) for one in json.loads((graded_course / "report.json").read_text())["reports"]]
    by_student = {report.student: report for report in reports}
    assert len(reports) == 5
    students = sorted(by_student.values(), key=lambda report: report.score)
    assert students[0].score == 0
    assert students[-1].score == students[-1].points == 4


def test_junit_has_a_suite_for_each_report(graded_course: Path) -> None:
    """It says of each submission what the JSON report says."""
    suites = ET.fromstring((graded_course / "junit.xml").read_bytes())
    points = [prop.get("value") for prop in suites.iter("property") if prop.get("name") == "score"]
    reports = [from_json(one) for one in json.loads((graded_course / "report.json").read_text())["reports"]]
    assert [suite.get("name") for suite in suites] == [f"{report.student} 01-scale" for report in reports]
    assert [float(score or "nan") for score in points] == pytest.approx([report.score for report in reports], abs=0.01)


def test_gradebook_holds_the_reports_scores(graded_course: Path) -> None:
    """gradebook.db and the JSON report say the same of every cell of every student."""
    from autograder import gradebook
    from autograder.course import Course

    reports = [from_json(one) for one in json.loads((graded_course / "report.json").read_text())["reports"]]
    said = {
        (report.student, report.assignment, cell.cell_id): cell.score for report in reports for cell in report.cells
    }
    assert gradebook.scores(Course(graded_course)) == pytest.approx(said)


def test_files_are_where_nbgrader_has_them(graded_course: Path) -> None:
    """autograded/ and feedback/ hold a notebook and a page for each student."""
    students = {path.name for path in (graded_course / "submitted").iterdir()}
    for student in students:
        assert (graded_course / "autograded" / student / "01-scale" / "scale.ipynb").is_file()
        assert (graded_course / "feedback" / student / "01-scale" / "scale.html").is_file()


def test_release_is_up_to_date_until_the_source_changes(
    graded_course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`build --check` exits 0 after a build and 1, naming the cell, after a change."""
    root = tmp_path / "copy"
    shutil.copytree(graded_course, root, ignore=shutil.ignore_patterns("submitted", "autograded", "feedback"))
    assert main(["--course", str(root), "build", "--check"]) == 0
    raw = exercise()
    raw["cells"][0]["source"] = "# Another title"
    write_exercise(root, raw)
    assert main(["--course", str(root), "build", "--check"]) == 1
    assert "intro" in capsys.readouterr().out


def test_audit_writes_json(graded_course: Path, tmp_path: Path) -> None:
    """`audit` exits 0 on a sound exercise (one of its misconceptions is not, on several secrets) and writes it."""
    path = tmp_path / "audit.json"
    assert main(["--course", str(graded_course), "audit", "--seeds", "1", "--json", str(path)]) == 0
    (found,) = json.loads(path.read_text())["audits"]
    assert found["passed"] is True
    assert len(found["alternatives"]) == 5


def test_sample_class_is_the_same_for_the_same_seed(graded_course: Path) -> None:
    """The class depends on the seed alone."""
    before = {path: path.read_bytes() for path in (graded_course / "submitted").rglob("*.ipynb")}
    assert main(["--course", str(graded_course), "sample-class", "--students", "5", "--seed", "3"]) == 0
    assert {path: path.read_bytes() for path in (graded_course / "submitted").rglob("*.ipynb")} == before


def test_sample_class_spares_real_students(
    graded_course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that the command did not make is not touched."""
    root = tmp_path / "copy"
    shutil.copytree(graded_course, root, ignore=shutil.ignore_patterns("autograded", "feedback"))
    for path in (root / "submitted").glob("*/.sample-class"):
        path.unlink()
    assert main(["--course", str(root), "sample-class", "--students", "5", "--seed", "3"]) == 2
    assert "there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["grade", "99-nothing"], "no assignment '99-nothing'"),
        (["grade", "--student", "nobody"], "nobody"),
        (["grade", "--device", "cuda"], "no CUDA"),
    ],
)
def test_mistakes_get_one_line(
    graded_course: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], word: str
) -> None:
    """A wrong name gives one line with the remedy, exit code 2, no traceback."""
    import torch

    if "cuda" in arguments and torch.cuda.is_available():
        pytest.skip("there is a CUDA device here")
    assert main(["--course", str(graded_course), *arguments]) == 2
    error = capsys.readouterr().err
    assert word in error
    assert len(error.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("generator=check.generator('setup')", "dtype=torch.float64"), "depends on torch's global random numbers"),
        (('"torch.mean"', '"torch.maen"'), "torch has no such name"),
    ],
)
def test_a_notebook_that_is_not_sound_is_not_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: tuple[str, str], said: str
) -> None:
    """One line says which check depends on what, or which rule forbids nothing; nothing is released."""
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    raw = exercise(rules=[{"name": "torch.mean", "reason": "Sum it yourself."}])
    raw = json.loads(json.dumps(raw).replace(*change))
    write_exercise(tmp_path, raw)
    assert main(["--course", str(tmp_path), "build"]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "release").exists()


def test_outside_a_course(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a course the command says what a course is."""
    assert main(["--course", str(tmp_path), "grade"]) == 2
    assert "nbgrader_config.py" in capsys.readouterr().err


@pytest.mark.parametrize(("level", "code"), [(Level.STRONG, 0), (Level.ADEQUATE, 0), (Level.NONE, 1)])
def test_doctor(level: Level, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`doctor` names the isolation level, the device and the versions; it fails where nothing can be graded."""
    found = Probe(level, as_root=True, available=("a means",), missing=("another",), advice=("do this",))
    monkeypatch.setattr("autograder.commands.doctor.probe", lambda: found)
    assert main(["doctor"]) == code
    shown = capsys.readouterr().out
    for word in (f"level: {level}", "has: a means", "lacks: another", "advice: do this", "Device", "torch"):
        assert word in shown


def test_doctor_says_what_this_machine_gives(capsys: pytest.CaptureFixture[str]) -> None:
    """Without any stand-in, the level is the one that graded runs get here."""
    level = probe().level
    assert main(["doctor"]) == (1 if level is Level.NONE else 0)
    assert f"level: {level}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command", ["build", "check", "grade", "feedback", "hand-back", "audit", "sample-class", "doctor"]
)
def test_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command explains itself."""
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert "usage: autograder" in capsys.readouterr().out


def test_a_students_text_acts_on_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names and messages on the way: no markup of rich's, no terminal command, plain ASCII in the JSON."""
    hostile = "eve[/bold][link=file:x]y[/link]\x1b]0;title\x07\x1b[2J\u202e"
    shown = io.StringIO()
    monkeypatch.setattr(console, "terminal", lambda: Console(file=shown, force_terminal=True, width=200))
    with console.progress_bar("grade", 1) as progress:
        progress.begins(hostile)
        progress.ends(hostile)
    console.warn(hostile)
    console.write_json(tmp_path / "report.json", {"reason": hostile})
    assert "eve[/bold][link=file:x]y[/link]" in shown.getvalue()
    for text in (shown.getvalue(), capsys.readouterr().err):
        assert not [command for command in ("\x1b]", "\x07", "\x1b[2J", "\u202e") if command in text]
    assert (tmp_path / "report.json").read_bytes().isascii()
