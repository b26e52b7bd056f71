"""Grading where nbgrader is not, and entering its reports where it is: the same gradebook as grading there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, answered, exercise, write_exercise

from autograder import gradebook
from autograder.cli import main
from autograder.course import Course

ROOT = Path(__file__).resolve().parents[1]
WRONG = RIGHT | {"solution_scale": "def scale(v):\n    return v"}
# as on a machine with torch and little else: what is installed here is not found there
WITHOUT = """
import sys
from importlib.abc import MetaPathFinder
GONE = ("nbgrader", "jupyter", "notebook", "nbconvert", "nbclient", "sqlalchemy", "alembic", "ipykernel")
class Hide(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0].startswith(GONE):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Hide())
from autograder.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def _handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of one assignment: one right, one wrong, one late with a file beside, one without a notebook."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    write_exercise(root, exercise(), "01-scale")
    assert main(["--course", str(root), "build"]) == 0
    for student, answers in {"ada": RIGHT, "ben": WRONG, "cleo": RIGHT, "dora": None}.items():
        folder = root / "submitted" / student / "01-scale"
        folder.mkdir(parents=True)
        folder.joinpath("timestamp.txt").write_text("2030-01-02 12:00:00 UTC")
        if answers is not None:
            folder.joinpath("scale.ipynb").write_text(json.dumps(answered(**answers)))
    Course(root).secret()
    return root


@pytest.fixture(scope="module")
def written(_handed_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of a machine without nbgrader, which has source/, submitted/ and the secret."""
    there = tmp_path_factory.mktemp("there") / "course"
    shutil.copytree(_handed_in, there, ignore=shutil.ignore_patterns("gradebook.db", "release", "solutions", "runs"))
    there.joinpath("nbgrader_config.py").write_text("raise SystemExit('this is nbgrader alone to read')\n")
    path = there / "report.json"
    done = _without_nbgrader("--course", str(there), "grade", "--json", str(path))
    assert done.returncode == 0, done.stderr
    assert "No gradebook was written" in done.stdout
    assert "autograder import report.json" in done.stdout
    left = {one.name for one in there.iterdir()}
    assert left == {"source", "submitted", "nbgrader_config.py", ".autograder", "report.json"}
    return path


@pytest.fixture
def here(_handed_in: Path, tmp_path: Path) -> Path:
    """The machine with the gradebook."""
    return Path(shutil.copytree(_handed_in, tmp_path / "here"))


def _without_nbgrader(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def _import(root: Path, path: Path, *more: str) -> int:
    return main(["--course", str(root), "import", str(path), *more])


def _changed(path: Path, into: Path, change: Callable[[Any], None]) -> Path:
    data = json.loads(path.read_text())
    change(data)
    into.write_text(json.dumps(data))
    return into


def test_an_import_is_the_gradebook_of_a_grading(here: Path, written: Path, tmp_path: Path) -> None:
    """The same scores, penalties, statuses and notebooks; but for what cells showed, which the notebook says."""
    graded = Path(shutil.copytree(here, tmp_path / "graded"))
    assert main(["--course", str(graded), "grade"]) == 0
    assert _import(here, written) == 0
    assert gradebook.class_grades(Course(here)) == gradebook.class_grades(Course(graded))
    assert gradebook.scores(Course(here)) == gradebook.scores(Course(graded))
    names = [(student, "01-scale") for student in ("ada", "ben", "cleo", "dora")]
    ours, theirs = (list(gradebook.kept_reports(Course(root), names)) for root in (here, graded))
    assert [one.cells for one in ours] == [one.cells for one in theirs]
    assert [len(one.problems) for one in ours] == [1 + len(one.problems) for one in theirs[:3]] + [1]
    cells = [
        [cell["source"] for cell in json.loads((root / "autograded/ben/01-scale/scale.ipynb").read_text())["cells"]]
        for root in (here, graded)
    ]
    assert "another machine" in cells[0][0]
    assert cells[0][1:] == cells[1]
    assert "50%" in (here / "class.html").read_text("utf-8")


def test_what_was_entered_stands(here: Path, written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A grading here leaves it alone, as it does its own; what changed since is graded here."""
    other = json.loads(written.read_text())
    for one in (*other["made_from"], *(report["evidence"] for report in other["reports"])):
        one["device"] = "cuda"
    for one in other["made_from"]:
        one["versions"], one["code"] = '{"torch": "2.11.0"}', "another"
    path = written.with_name("cuda.json")
    path.write_text(json.dumps(other))
    assert _import(here, path) == 0
    assert "on cuda" in capsys.readouterr().out
    assert main(["--course", str(here), "grade"]) == 0
    assert "4 of 4 are as they were" in capsys.readouterr().out
    (here / "submitted/ben/01-scale/scale.ipynb").write_text(json.dumps(answered(**RIGHT)))
    assert main(["--course", str(here), "grade"]) == 0
    out = capsys.readouterr().out
    assert "3 of 4 are as they were" in out
    assert "ben 01-scale: 2 → 4: the submission changed" in out


def test_scores_follow_from_the_checks(here: Path, written: Path, tmp_path: Path) -> None:
    """The sums that a file has are nobody's."""

    def generous(data: Any) -> None:
        for one in data["reports"]:
            one["score"] = 1000.0
            for cell in one["cells"]:
                cell["score"] = 1000.0

    assert _import(here, _changed(written, tmp_path / "generous.json", generous)) == 0
    entries = gradebook.class_grades(Course(here)).entries
    assert {student: one.score for (student, _), one in entries.items()} == {"ada": 4, "ben": 2, "cleo": 4, "dora": 0}


def _other(field: str, value: str) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        data["reports"][1]["evidence"][field] = value

    return change


def _other_points(data: Any) -> None:
    data["reports"][1]["cells"][0]["points"] = 100.0


def _other_files(data: Any) -> None:
    data["made_from"][1]["files"] = "0" * 64


def _unknown_student(data: Any) -> None:
    data["reports"][1]["student"] = "../ben"


def _unknown_assignment(data: Any) -> None:
    data["reports"][1]["assignment"] = "99-none"


def _no_status(data: Any) -> None:
    del data["reports"][1]["cells"][0]["checks"][0]["status"]


def _twice(data: Any) -> None:
    data["reports"][1], data["made_from"][1] = data["reports"][0], data["made_from"][0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_other("submission_sha256", "0" * 64), "ben 01-scale: the submission changed"),
        (_other("source_sha256", "0" * 64), "ben 01-scale: source/ changed"),
        (_other("seed_id", "0" * 12), "ben 01-scale: the course's secret changed"),
        (_other("device", "\x1b[31mtpu"), "ben 01-scale: it was graded on a device that there is not"),
        (_other_files, "ben 01-scale: source/ changed"),
        (_other_points, "ben 01-scale: its check cells, or their points"),
        (_unknown_student, "../ben 01-scale: no scale.ipynb was handed in here"),
        (_unknown_assignment, "ben 99-none: there is no assignment of this name here"),
        (_no_status, "report 2 of 4: report.cells[0].checks[0].status: expected a value"),
        (_twice, "ada 01-scale: it is there twice"),
    ],
)
def test_a_report_that_does_not_fit_is_refused_by_name(  # noqa: PLR0917
    here: Path,
    written: Path,
    tmp_path: Path,
    change: Callable[[Any], None],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The reason is said, and all others are entered."""
    assert _import(here, _changed(written, tmp_path / "changed.json", change)) == 2
    assert f"NOT ENTERED: {said}" in capsys.readouterr().err
    assert {student for student, _ in gradebook.class_grades(Course(here)).entries} == {"ada", "cleo", "dora"}


def test_what_changed_here_since_is_refused(here: Path, written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A submission that was handed in again is not given the old one's grade."""
    (here / "submitted/ada/01-scale/scale.ipynb").write_text(json.dumps(answered(**WRONG)))
    (here / "submitted/cleo/01-scale/more.ipynb").write_text(json.dumps(answered(**WRONG)))
    assert _import(here, written) == 2
    said = capsys.readouterr().err
    assert "NOT ENTERED: ada 01-scale: the submission changed" in said
    assert "NOT ENTERED: cleo 01-scale: the submission changed" in said


def test_another_secret_refuses_all(here: Path, written: Path) -> None:
    """Its hidden data were others."""
    (here / ".autograder/secret").unlink()
    assert _import(here, written) == 2
    assert gradebook.class_grades(Course(here)).entries == {}


def test_a_dry_run_and_a_student(here: Path, written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They mean what they mean to `grade`."""
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file() and path.name != "lock"}
    assert _import(here, written, "--dry-run", "--student", "ben") == 0
    assert "1 would be graded for the first time" in capsys.readouterr().out
    after = {path: path.read_bytes() for path in here.rglob("*") if path.is_file() and path.name != "lock"}
    assert after == before
    out = here / "again.json"
    assert _import(here, written, "--student", "ben", "--json", str(out)) == 0
    data = json.loads(out.read_text())
    assert [(one["student"], one["score"]) for one in data["gradebook"]] == [("ben", 2)]
    assert {student for student, _ in gradebook.class_grades(Course(here)).entries} == {"ben"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not a JSON file"),
        ("[" * 100_000, "not a JSON file"),
        ("[]", "not the reports that"),
        ('{"format": 2, "reports": []}', "not the reports that"),
        ('{"format": 1, "reports": [], "gradebook": []}', "does not say what its reports were made from"),
        ('{"format": 1, "reports": [], "made_from": []}', "no report of what was asked for"),
    ],
)
def test_a_file_that_is_none(
    here: Path, tmp_path: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says so."""
    path = tmp_path / "some.json"
    path.write_text(text)
    assert _import(here, path) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("grade",), "`autograder grade --json report.json` grades and writes the reports"),
        (("grade", "--json", "report.json", "--dry-run"), "--dry-run needs the gradebook"),
        (("grade", "--json", "report.json", "--feedback"), "--feedback needs the gradebook"),
        (("import", "report.json"), "this command needs nbgrader (nbgrader is missing)"),
        (("feedback",), "this command needs nbgrader (nbgrader is missing)"),
        (("build",), "this command needs nbgrader (nbgrader is missing)"),
    ],
)
def test_what_needs_nbgrader_says_so(here: Path, arguments: tuple[str, ...], said: str) -> None:
    """One line, no traceback."""
    done = _without_nbgrader("--course", str(here), *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
