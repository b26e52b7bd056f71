"""The kit: what a student gets is whole, and holds nothing that they should not have."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from notebooks import exercise, write_exercise

from autograder.cli import main
from autograder.grade import Grader
from autograder.gradebook.publicrun import expected_file
from autograder.isolation import Launcher


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, launcher: Launcher) -> Path:
    """A course with one exercise, built as far as a kit looks at it."""
    root = tmp_path_factory.mktemp("course")
    (root / "nbgrader_config.py").touch()
    source = write_exercise(root)
    folder = root / "release" / "01-scale"
    (folder / ".ipynb_checkpoints").mkdir(parents=True)
    (folder / ".ipynb_checkpoints" / "scale-checkpoint.ipynb").write_text("{}")
    cells = {cell.id: cell.released for cell in source.cells}
    raw = exercise()
    raw["cells"] = [{**one, "source": cells[one["id"]]} for one in raw["cells"] if one["id"] in cells]
    (folder / "scale.ipynb").write_text(json.dumps(raw))
    (folder / "expected.safetensors").write_bytes(expected_file(Grader(launcher=launcher, secret=None), source))
    return root


@pytest.fixture(scope="module")
def kit(course: Path) -> dict[str, bytes]:
    """The kit's files."""
    assert main(["--course", str(course), "kit", "--colab", "https://example.org/kit.zip"]) == 0
    with zipfile.ZipFile(course / "kit.zip") as archive:
        return {name.removeprefix("kit/"): archive.read(name) for name in archive.namelist()}


def test_it_holds_what_a_student_needs(kit: dict[str, bytes]) -> None:
    """The exercise's two files, the wheel, the versions, a README that names them; no hidden files."""
    (wheel,) = [name for name in kit if name.endswith(".whl")]
    assert set(kit) == {
        "01-scale/scale.ipynb", "01-scale/expected.safetensors", "colab/01-scale.ipynb", "README.md",
        "requirements.txt", wheel,
    }  # fmt: skip
    readme = kit["README.md"].decode()
    assert "jupyter lab 01-scale/scale.ipynb" in readme
    assert wheel in readme
    assert "{" not in readme


def test_the_readme_says_until_when(course: Path, tmp_path: Path, kit: dict[str, bytes]) -> None:
    """Nothing while no due date is set; then each that the kit's exercises have, in UTC."""
    assert "Until when" not in kit["README.md"].decode()
    assert main(["--course", str(course), "due", "01-scale", "2030-01-31", "23:59", "Europe/Zurich"]) == 0
    assert main(["--course", str(course), "kit", "--to", str(tmp_path / "kit.zip")]) == 0
    assert main(["--course", str(course), "due", "01-scale", "none"]) == 0
    with zipfile.ZipFile(tmp_path / "kit.zip") as archive:
        readme = archive.read("kit/README.md").decode()
    assert readme.endswith("\n\n## Until when\n\n- 01-scale: 2030-01-31 22:59 UTC\n")


def test_the_wheel_has_no_solution_and_no_nbgrader_is_asked_for(kit: dict[str, bytes]) -> None:
    """The package alone: no notebook but the example that `init` writes, no solution; the versions name no nbgrader."""
    (wheel,) = [name for name in kit if name.endswith(".whl")]
    with zipfile.ZipFile(io.BytesIO(kit[wheel])) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"autograder", "course_data"}
    notebooks = [name for name in names if name.endswith(".ipynb")]
    assert notebooks == ["autograder/commands/new_course/exercise.ipynb"]
    assert "autograder/commands/kit_readme.md" in names
    lines = kit["requirements.txt"].decode().splitlines()
    assert lines[1] == f"./{wheel}[student]"
    pinned = {line.partition("==")[0] for line in lines[2:]}
    assert {"torch", "jupyterlab", "pytest", "ipython", "watchfiles"} <= pinned
    assert not {"nbgrader", "sqlalchemy", "distributed", "hypothesis", "ruff"} & pinned
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", line) for line in lines[2:])


def test_nothing_of_a_solution_is_in_the_notebooks(kit: dict[str, bytes]) -> None:
    """Neither a solved line nor a hidden case."""
    for name in ("01-scale/scale.ipynb", "colab/01-scale.ipynb"):
        for word in (b"keepdim", b"secret_input", b"HIDDEN", b"misconception"):
            assert word not in kit[name]


def test_a_notebook_for_colab_fetches_the_rest(kit: dict[str, bytes]) -> None:
    """Its first cell has the address, the install and the exercise's folder; the other cells are the same."""
    made, own = (json.loads(kit[name])["cells"] for name in ("colab/01-scale.ipynb", "01-scale/scale.ipynb"))
    first = "".join(made[0]["source"])
    assert "https://example.org/kit.zip" in first
    assert "%cd kit/01-scale" in first
    assert made[1:] == own


def test_an_exercise_that_is_not_built_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A kit without its values file would be of no use: the command to run is said."""
    write_exercise(tmp_path)
    (tmp_path / "nbgrader_config.py").touch()
    assert main(["--course", str(tmp_path), "kit"]) == 2
    assert "autograder build 01-scale" in capsys.readouterr().err
