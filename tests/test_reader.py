"""One reader for a student's file: the same submission with the source and with the frame beside a release."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, SETUP, answered, cell, exercise, write_exercise

from autograder.cli import main
from autograder.grade import Grader
from autograder.gradebook.publicrun import expected_file
from autograder.isolation import ForkServer
from autograder.judge.expected import FILE_NAME
from autograder.notebook import Notebook, from_frame, read_submission, to_frame

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def source(tmp_path: Path) -> Notebook:
    return write_exercise(tmp_path)


def _handed_in(source: Notebook, raw: dict[str, Any], **names: str) -> bytes:
    raw["metadata"]["autograder"] = {"assignment": source.assignment, "build": source.build, **names}
    return json.dumps(raw).encode()


def test_the_frame_reads_as_the_source_does(source: Notebook) -> None:
    """Whatever the file, both give the same cells, problems and blanks; a frame has no solution, no hidden case."""
    frame = from_frame(json.loads(json.dumps(to_frame(source))))
    assert "x.mean" not in json.dumps(to_frame(source))
    assert "secret_input" not in json.dumps(to_frame(source))
    assert (frame.points, frame.build, frame.rules) == (source.points, source.build, source.rules)
    for raw in (answered(**RIGHT), answered(setup=f"{SETUP}\nimport math"), answered(check_mean="1")):
        data = json.dumps(raw).encode()
        one, other = read_submission(data, source), read_submission(data, frame)
        assert (one.problems, one.unanswered, one.sha256) == (other.problems, other.unanswered, other.sha256)
        assert [each.id for each in one.cells] == [each.id for each in other.cells]


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ({"setup": f"{SETUP}\nimport torch.nn.functional as F"}, ["import torch.nn.functional as F"]),
        ({"setup": SETUP.replace("torch.randn", "torch.rand")}, ["x = torch.rand(4, 3"]),
        ({"check_mean": 'check("mean", mean + 0)'}, ['check("mean", mean + 0)']),
        ({"check_mean": '# mine\n\ncheck("mean", mean)  # the first one'}, []),
        ({"setup": SETUP.replace("\n", "\n\n")}, []),
        ({"setup": SETUP.replace("'", '"')}, []),
        ({"setup": "import torch"}, []),
    ],
)
def test_lines_that_are_not_run_are_shown(source: Notebook, cells: dict[str, str], lines: list[str]) -> None:
    """What a student added to the author's cells is shown to them, and nothing that makes no difference."""
    found = read_submission(json.dumps(answered(**{**RIGHT, **cells})).encode(), source)
    assert len(found.problems) == len(lines)
    for problem, line in zip(found.problems, lines, strict=True):
        assert line in problem
        assert "not run" in problem
        assert "cell of your own" in problem


def test_many_lines_are_counted(source: Notebook) -> None:
    """A long addition is shown by its first lines."""
    more = "\n".join(f"y{number} = {number}" for number in range(9))
    (problem,) = read_submission(json.dumps(answered(**RIGHT, setup=f"{SETUP}\n{more}")).encode(), source).problems
    assert "y4 = 4" in problem
    assert "y5 = 5" not in problem
    assert "4 more" in problem


def test_an_older_build_is_named_with_what_changed(source: Notebook) -> None:
    """A skeleton of another build says so, and which cells are not as they are now."""
    raw = answered(**RIGHT, check_mean='check("mean", mean)\ncheck("mean, again", mean)')
    found = read_submission(_handed_in(source, raw, build="0123456789ab"), source)
    assert "earlier build of the exercise (0123456789ab" in found.problems[0]
    assert "the check cell of 'Centre and scale' that begins with `check(" in found.problems[0]
    assert "setup" not in found.problems[0]


def test_the_build_changes_with_what_students_get(tmp_path: Path) -> None:
    """Text, points, rules and limits are part of a build; solutions and misconceptions are not."""
    first = write_exercise(tmp_path / "a").build
    changed = exercise()
    changed["cells"][2]["source"] = changed["cells"][2]["source"].replace("x.mean(0", "x.mean( 0")
    assert write_exercise(tmp_path / "b", changed).build == first
    assert write_exercise(tmp_path / "c", exercise(limits={"cell_s": 3})).build != first
    changed["cells"][5]["metadata"]["nbgrader"]["points"] = 2
    assert write_exercise(tmp_path / "d", changed).build != first


def test_another_exercise_is_named(source: Notebook) -> None:
    """A notebook in the wrong exercise's folder is told where it belongs, by its metadata or by its title."""
    (path,) = (ROOT / "release/07-batchnorm").glob("*.ipynb")
    found = read_submission(path.read_bytes(), source)
    assert found.foreign == "07-batchnorm"
    assert found.problems == ("This looks like 07-batchnorm; it was handed in as 01-scale. Is it in the wrong folder?",)
    raw = json.loads(path.read_text())
    del raw["metadata"]["autograder"]
    title = next(line for line in "".join(raw["cells"][0]["source"]).splitlines() if line.startswith("#")).lstrip("# ")
    assert read_submission(json.dumps(raw).encode(), source).foreign.split()[0] == title.split()[0]


def test_a_renamed_assignment_is_the_same_exercise(source: Notebook) -> None:
    """Who copied the exercise's folder under another name has the same build."""
    raw = answered(**RIGHT)
    assert not read_submission(_handed_in(source, raw, assignment="02-scale"), source).problems


def test_the_command_names_a_notebook_beside_another_exercises_file(
    tmp_path: Path, launcher: ForkServer, source: Notebook, capsys: pytest.CaptureFixture[str]
) -> None:
    """`autograder check` on a notebook that lies beside another exercise's file says what is what."""
    folder = tmp_path / "student"
    folder.mkdir()
    (path,) = (ROOT / "release/07-batchnorm").glob("*.ipynb")
    shutil.copy(path, folder)
    (folder / FILE_NAME).write_bytes(expected_file(Grader(launcher=launcher, secret=None), source))
    assert main(["check", str(folder / path.name)]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "this looks like 07-batchnorm, but the file beside it is of 01-scale" in said


def test_a_deleted_check_cell_keeps_its_points(tmp_path: Path, launcher: ForkServer, source: Notebook) -> None:
    """The file check counts the exercise's points, not those of the cells that are left."""
    from autograder.grade.filecheck import check_notebook

    raw = answered(**RIGHT)
    raw["cells"] = [one for one in raw["cells"] if one["id"] != "check-mean"]
    raw["cells"].append(cell("extra", "mine", "1 + 1"))
    path = tmp_path / "scale.ipynb"
    path.write_text(json.dumps(raw))
    (tmp_path / FILE_NAME).write_bytes(expected_file(Grader(launcher=launcher, secret=None), source))
    report = check_notebook(path)
    assert (report.score, report.points) == (4, 4)
    assert report.problems == ("Check cells that were missing were put back: check-mean.",)
