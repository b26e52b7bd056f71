"""GitHub: the files of a repository have the form that GitHub takes, and their commands give the score."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from handout import WRONG, HandOut
from notebooks import RIGHT, cell, notebook, write_exercise

from autograder.cli import main
from autograder.isolation import ForkServer
from autograder.send.classroom import ClassroomTest, task_tests, workflow

pytestmark = pytest.mark.runs


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, launcher: ForkServer) -> Path:
    """A course's exercise as a repository; the student has done one task, another one wrong."""
    root = tmp_path_factory.mktemp("course")
    (root / "nbgrader_config.py").touch()
    write_exercise(root)
    HandOut(root / "release", launcher).add("01-scale", solution_mean=WRONG, solution_centred=RIGHT["solution_centred"])
    folder = root.parent / "repository"
    assert main(["--course", str(root), "github", "01-scale", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def job(repository: Path) -> dict[str, Any]:
    raw = yaml.safe_load((repository / ".github/workflows/classroom.yml").read_text("utf-8"))
    assert set(raw) == {"name", "on", "permissions", "jobs"}
    return raw["jobs"]["run-autograding-tests"]  # type: ignore[no-any-return]


def test_the_workflow_has_a_grader_for_each_task_and_a_reporter(job: dict[str, Any]) -> None:
    """The reporter gets the result of each by its id; points are those of the check cells, whole numbers."""
    *_, reporter = job["steps"]
    graders = [step for step in job["steps"] if "command-grader" in step.get("uses", "")]
    assert [step["with"]["max-score"] for step in graders] == [1, 1, 2]
    assert reporter["with"]["runners"].split(",") == [step["id"] for step in graders]
    assert reporter["env"] == {
        f"{step['id'].upper()}_RESULTS": f"${{{{steps.{step['id']}.outputs.result}}}}" for step in graders
    }
    assert len({step["name"] for step in graders}) == 3


def test_the_older_list_says_the_same(repository: Path, job: dict[str, Any]) -> None:
    tests = json.loads((repository / ".github/classroom/autograding.json").read_text("utf-8"))["tests"]
    graders = [step["with"] for step in job["steps"] if "command-grader" in step.get("uses", "")]
    assert [(test["name"], test["run"], test["points"]) for test in tests] == [
        (step["test-name"], step["command"], step["max-score"]) for step in graders
    ]


def test_nothing_hidden_is_in_the_repository(repository: Path) -> None:
    """What students get, the wheel, and the two files of GitHub's."""
    names = {path.relative_to(repository).as_posix() for path in repository.rglob("*") if path.is_file()}
    (wheel,) = (name for name in names if name.endswith(".whl"))
    assert names - {wheel} == {
        "scale.ipynb", "expected.safetensors", "requirements.txt",
        ".github/workflows/classroom.yml", ".github/classroom/autograding.json",
    }  # fmt: skip
    texts = [path.read_bytes() for path in repository.rglob("*") if path.is_file() and path.suffix != ".whl"]
    assert not any(b"secret_input" in text or b"scale, negative" in text for text in texts)


def test_the_commands_give_the_score(
    repository: Path, job: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Right ends with 0, wrong and unanswered with 1; each shows its own task alone."""
    monkeypatch.chdir(repository)
    graders = [step["with"] for step in job["steps"] if "command-grader" in step.get("uses", "")]
    codes = []
    for step in graders:
        program, *arguments = shlex.split(step["command"])
        assert program == "autograder"
        codes.append(main(arguments))
    assert codes == [1, 0, 1]
    shown = capsys.readouterr().out
    assert shown.count("You averaged over the features.") == 1


def test_junit_of_a_check_and_tasks_by_other_names(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A check's name and the id of the cell to fill in name a task, too; what there is not is said."""
    file = tmp_path / "junit.xml"
    path = str(repository / "scale.ipynb")
    assert main(["check", path, "--task", "solution-centred", "--junit", str(file)]) == 0
    assert [case.get("name") for case in ET.fromstring(file.read_text("utf-8")).iter("testcase")] == ["centred"]
    assert main(["check", path, "--task", "nobody"]) == 2
    assert "there is no task, check or cell 'nobody'" in capsys.readouterr().err


def test_titles_are_quoted() -> None:
    """Any heading is a text in the workflow."""
    text = workflow([ClassroomTest('a: "b" # ü\\', "autograder check x.ipynb --task c", 1)], python="3.11")
    (step,) = (
        step for step in yaml.safe_load(text)["jobs"]["run-autograding-tests"]["steps"] if step.get("id") == "task-1"
    )
    assert step["name"] == step["with"]["test-name"] == 'a: "b" # ü\\'


def test_parts_of_points_become_whole(tmp_path: Path) -> None:
    """GitHub's graders would cut them off: four of theirs are one, where there are quarters."""
    raw = notebook(
        cell("solution", "solution-a", "### BEGIN SOLUTION\na = 1\n### END SOLUTION"),
        cell("check", "check-a", 'check("a", a)', 0.5),
        cell("check", "check-b", 'check("b", a)', 1.25),
        cell("check", "check-c", '### BEGIN HIDDEN TESTS\ncheck("c", a)\n### END HIDDEN TESTS', 1),
    )
    tests, factor = task_tests(write_exercise(tmp_path, raw), {"a": "check-a", "b": "check-b"})
    assert ([test.points for test in tests], factor) == ([2, 5], 4)
    assert [test.name for test in tests] == ["check-a", "check-b"]
