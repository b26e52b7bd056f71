"""Gradescope: its archive, run as its container would run it, and what students and instructors see of that."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from handout import released
from notebooks import RIGHT, answered, exercise, write_exercise
from report_samples import check, of, one_of_everything

from autograder.cli import main
from autograder.errors import IsolationError
from autograder.model import Status
from autograder.notebook import Notebook
from autograder.send.container import main as grade_in
from autograder.send.gradescope import HIDDEN_SHOWN, Settings, last_counted, results

NO_ABS = "def scale(v):\n    return v / v.max()"  # the misconception that the hidden check alone finds


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Notebook:
    return write_exercise(tmp_path_factory.mktemp("source"))


def of_all(notebook: Notebook, **settings: Any) -> dict[str, Any]:
    return results(one_of_everything(), notebook, Settings("03-softmax", **settings))


# ---------------------------------------------------------------- what is shown


def test_scores_add_up(notebook: Notebook) -> None:
    """A test for each check; the sums are the report's score and points, weights included."""
    report = one_of_everything()
    tests = of_all(notebook)["tests"]
    assert [test["name"] for test in tests] == [one.name for cell in report.cells for one in cell.checks]
    assert sum(test["score"] for test in tests) == pytest.approx(report.score)
    assert sum(test["max_score"] for test in tests) == pytest.approx(report.points)
    assert {test["status"] for test in tests} == {"passed", "failed"}


@pytest.mark.parametrize(("hidden", "word"), HIDDEN_SHOWN.items())
def test_hidden_checks_are_shown_when_the_setting_says(notebook: Notebook, hidden: str, word: str) -> None:
    """Public ones at once, hidden ones by Gradescope's own words for it."""
    shown = of_all(notebook, hidden=hidden)["tests"]
    assert {test["visibility"] for test in shown[:5]} == {"visible"}
    assert {test["visibility"] for test in shown[5:8]} == {word}


def test_the_total_is_withheld_too(notebook: Notebook) -> None:
    """It would tell what is hidden: where no test is to be shown later, one without points is."""
    shown = of_all(notebook, hidden="never")["tests"]
    assert (shown[-1]["name"], shown[-1]["max_score"], shown[-1]["visibility"]) == ("Total", 0, "after_published")
    without = results(of("ada", "03-softmax", check()), notebook, Settings("03-softmax", "never"))
    assert [test["name"] for test in without["tests"]] == ["probs"]


def test_nothing_visible_tells_of_hidden_checks(notebook: Notebook) -> None:
    """No visible text names a hidden check, and a hidden one has no numbers whenever it is shown."""
    found = of_all(notebook)
    visible = [found["output"], *(test["output"] for test in found["tests"] if test["visibility"] == "visible")]
    assert "3 checks are hidden" in found["output"]
    assert "one row" not in "\n".join(visible)
    assert "0.279" in "\n".join(visible)  # of the public check that is wrong
    assert "0.279" not in "\n".join(test["output"] for test in found["tests"][5:])


def test_hostile_text_is_harmless(notebook: Notebook) -> None:
    """It is strict JSON, said to be plain text, and nothing in it acts."""
    report = of("ada", "01-scale", check("a\x1b[31m\ud800", Status.RAISED, reason="<script>\x00\u202e"))
    text = json.dumps(results(report, notebook, Settings("01-scale")), allow_nan=False)
    assert "\\ud800" not in text.replace("\\\\ud800", "")
    assert "\\u001b" not in text
    assert "\\u202e" not in text.replace("\\\\u202e", "")
    assert json.loads(text)["test_output_format"] == "text"


def test_the_commands_choices_are_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["gradescope", "--hidden", "sometimes", "01-scale", "x.zip"])
    assert ", ".join(HIDDEN_SHOWN) in capsys.readouterr().err.replace("'", "")


# ---------------------------------------------------------------- which count


def handed_in(*days: int, now: int, counted: bool = True) -> dict[str, Any]:
    previous = [
        {
            "submission_time": f"2026-03-{day:02}T10:00:00.000000-07:00",
            "score": day,
            "results": {"output": f"day {day}", "tests": [{}], "extra_data": {"counted": counted}},
        }
        for day in days
    ]
    return {"created_at": f"2026-03-{now:02}T10:00:00.000000-07:00", "previous_submissions": previous}


def test_what_is_over_the_limit_keeps_the_last_counted_result() -> None:
    """It says so, and does not count itself."""
    settings = Settings("01-scale", tries=2)
    assert last_counted(handed_in(1, now=2), settings) is None
    kept = last_counted(handed_in(2, 1, now=3), settings)
    assert kept is not None
    assert kept["output"].startswith("This submission was not graded: only 2 submissions count.")
    assert kept["output"].endswith("day 2")
    assert kept["extra_data"] == {"counted": False}
    assert last_counted(handed_in(1, 2, 3, now=4), settings)["output"].endswith("day 2")  # type: ignore[index]
    assert last_counted(handed_in(1, 2, 3, now=4), Settings("01-scale")) is None


def test_what_does_not_use_up_a_try() -> None:
    """One that was not graded, one that did not count, and later ones when an earlier one is graded again."""
    settings = Settings("01-scale", tries=1)
    assert last_counted(handed_in(2, 3, now=1), settings) is None
    assert last_counted(handed_in(1, now=2, counted=False), settings) is None
    failed = handed_in(1, now=2)
    failed["previous_submissions"][0]["results"] = None
    assert last_counted(failed, settings) is None
    assert last_counted({}, settings) is None


# ---------------------------------------------------------------- the archive, and the container


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("course")
    (root / "nbgrader_config.py").touch()
    raw = exercise(files=["numbers.txt"])
    write_exercise(root, raw)
    (root / "source" / "01-scale" / "numbers.txt").write_text("1 2 3")
    return root


def unpacked(course: Path, folder: Path, *options: str) -> Path:
    """Make the archive and unpack it where Gradescope does; return the folder that is /autograder there."""
    file = folder / "autograder.zip"
    assert main(["--course", str(course), "gradescope", "01-scale", str(file), *options]) == 0
    subprocess.run(["unzip", "-q", file, "-d", folder / "source"], check=True)
    shutil.copy(folder / "source" / "run_autograder", folder)
    return folder


@pytest.fixture(scope="module")
def container(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(course, tmp_path_factory.mktemp("autograder"), "--tries", "2")


def hand_in(container: Path, metadata: dict[str, Any] | None = None, **files: bytes) -> None:
    """Put a submission, {name of a notebook: bytes}, where Gradescope puts it."""
    for name in ("submission", "results"):
        shutil.rmtree(container / name, ignore_errors=True)
        (container / name).mkdir()
    for name, data in files.items():
        (container / "submission" / f"{name}.ipynb").write_bytes(data)
    (container / "submission_metadata.json").write_text(json.dumps(metadata or {"users": [{"email": "ada@x"}]}))


def graded(container: Path, metadata: dict[str, Any] | None = None, **files: bytes) -> str:
    """Grade a submission in this process; return what instructors read."""
    hand_in(container, metadata, **files)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        assert grade_in(container) == 0
    return printed.getvalue()


def found(container: Path) -> dict[str, Any]:
    return json.loads((container / "results" / "results.json").read_text("utf-8"))  # type: ignore[no-any-return]


def submission(**sources: str) -> bytes:
    return json.dumps(answered(**sources)).encode()


def score(container: Path) -> float:
    return round(float(sum(test["score"] for test in found(container)["tests"])), 6)


def test_the_archive_holds_what_gradescope_asks_for(course: Path, container: Path) -> None:
    """Two scripts at its root, one of which can be executed; the notebook with its files; not the course's secret."""
    with zipfile.ZipFile(container / "autograder.zip") as archive:
        names = set(archive.namelist())
    folder = "course/source/01-scale"
    wanted = {"setup.sh", "run_autograder", "settings.json", "requirements.txt", "course/.autograder/secret"}
    assert names - {name for name in names if name.endswith(".whl")} == wanted | {
        f"{folder}/scale.ipynb", f"{folder}/numbers.txt",
    }  # fmt: skip
    assert os.access(container / "source" / "run_autograder", os.X_OK)
    subprocess.run(["bash", "-n", container / "source" / "setup.sh"], check=True)
    assert (container / "source" / "course/.autograder/secret").read_bytes() != (
        course / ".autograder/secret"
    ).read_bytes()
    requirements = (container / "source" / "requirements.txt").read_text()
    assert "torch==" in requirements
    assert "nbgrader" not in requirements


@pytest.mark.runs
def test_the_container_runs_it(container: Path) -> None:
    """The script alone: all points, and the level of isolation for instructors."""
    hand_in(container, scale=submission(**RIGHT))
    environment = {"AUTOGRADER_ROOT": str(container), "AUTOGRADER_PYTHON": sys.executable}
    done = subprocess.run(
        [container / "run_autograder"],
        capture_output=True, text=True, check=False, cwd=container, env=os.environ | environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert score(container) == 4
    assert "Isolation: " in done.stdout
    assert "isolation none" not in done.stdout


@pytest.mark.runs
def test_wrong_broken_and_unanswered(container: Path, notebook: Notebook) -> None:
    """Each gets what it earned, in the words of every face; instructors see hidden checks in full."""
    wrong = {"solution_mean": "mean = x.mean(1, keepdim=True)", "solution_scale": NO_ABS}
    printed = graded(container, scale=submission(**RIGHT | wrong))
    tests = {test["name"].split(": ")[-1]: test for test in found(container)["tests"]}
    assert (tests["mean"]["score"], tests["centred"]["score"], tests["scale, negative"]["score"]) == (0, 1, 0)
    assert "You averaged over the features." in tests["mean"]["output"]
    assert tests["scale, negative"]["visibility"] == "after_published"
    assert "What if all values are negative?" in tests["scale, negative"]["output"]
    assert "ada@x" in printed
    assert "elements differ" in printed[printed.index("scale, negative") :]

    graded(container, scale=b"{ not a notebook")
    assert score(container) == 0
    assert "could not be read as JSON" in found(container)["output"]

    graded(container, scale=json.dumps(released(notebook)).encode())
    assert {test["status"] for test in found(container)["tests"]} == {"failed"}
    assert "not filled in" in found(container)["tests"][0]["output"].lower()


@pytest.mark.runs
def test_names_of_files(container: Path) -> None:
    """The only notebook is taken whatever its name; where there is none, that is said."""
    graded(container, homework=submission(**RIGHT))
    assert score(container) == 4
    assert "'homework.ipynb' was graded in its place" in found(container)["output"]
    graded(container)
    assert score(container) == 0
    assert "No file scale.ipynb was handed in." in found(container)["output"]


def test_one_too_many_is_not_graded(container: Path) -> None:
    """What the last one that counted got is what stands."""
    graded(container, handed_in(1, 2, now=3), scale=b"")
    assert found(container)["output"].endswith("day 2")


@pytest.mark.runs
def test_what_cannot_be_graded_is_no_zero(container: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No results: Gradescope says that the autograder failed; the reason is for the instructor."""
    source = container / "source/course/source/01-scale/scale.ipynb"
    kept = source.read_bytes()
    source.write_bytes(kept.replace(b"centred = x - mean", b"centred = nobody"))
    hand_in(container, scale=submission(**RIGHT))
    try:
        assert grade_in(container) == 1
    finally:
        source.write_bytes(kept)
    assert "NOT GRADED: the solution of 01-scale/scale fails" in capsys.readouterr().out
    assert not (container / "results/results.json").exists()


def test_without_isolation_nothing_is_graded(
    container: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The instructor reads why; there are no results."""

    def refuse(*_: object, **__: object) -> None:
        raise IsolationError("this machine cannot isolate")

    monkeypatch.setattr("autograder.send.container.open_grader", refuse)
    hand_in(container)
    (container / "submission_metadata.json").unlink()
    assert grade_in(container) == 1
    assert "NOT GRADED: this machine cannot isolate" in capsys.readouterr().out
    assert not (container / "results/results.json").exists()


def test_hidden_results_at_once_need_a_limit(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Otherwise each submission asks what is hidden."""
    arguments = ["--course", str(course), "gradescope", "01-scale", str(tmp_path / "x.zip"), "--hidden", "now"]
    assert main(arguments) == 2
    assert "--tries N" in capsys.readouterr().err
