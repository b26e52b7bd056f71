"""Many submissions: what cannot be graded does not stop the others."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from notebooks import RIGHT, answered, exercise, write_exercise

from autograder.course import Course, Submitted
from autograder.errors import RunnerError
from autograder.grade import Grader, GradingResult
from autograder.grade import running as grading
from autograder.grade.batch import Failure, grade_all
from autograder.isolation import Launcher
from autograder.judge.confined import Judges
from autograder.model import Exit, Run
from autograder.notebook import Notebook
from autograder.run import Job, run_steps
from autograder.run.cache import RunCache


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Two assignments, the first of them with a solution that fails, and one student."""
    broken = exercise()
    broken["cells"][2]["source"] = "### BEGIN SOLUTION\nmean = nothing\n### END SOLUTION"
    write_exercise(tmp_path, broken, "01-broken")
    write_exercise(tmp_path, name="02-sound")
    (tmp_path / "source/03-nonsense").mkdir()
    (tmp_path / "source/03-nonsense/scale.ipynb").write_text("{")
    for name in ("01-broken", "02-sound", "03-nonsense"):
        folder = tmp_path / "submitted/ada" / name
        folder.mkdir(parents=True)
        (folder / "scale.ipynb").write_text(json.dumps(answered()))
    return Course(tmp_path)


def _all(course: Course, grader: Grader) -> list[GradingResult | Failure]:
    submitted = [one for name in course.assignments() for one in course.submitted(name)]
    found = grade_all(grader, course, submitted, jobs=2)
    return sorted(
        found, key=lambda one: one.submitted.assignment if isinstance(one, Failure) else one.report.assignment
    )


def test_authors_mistake_stops_its_own_assignment_only(course: Course, grader: Grader) -> None:
    """A broken solution, or a broken source file, is a failure with its reason; the rest is graded."""
    broken, sound, nonsense = _all(course, grader)
    assert isinstance(broken, Failure)
    assert "NameError" in broken.message
    assert isinstance(sound, GradingResult)
    assert sound.report.score == 4
    assert isinstance(nonsense, Failure)
    assert "not a readable notebook" in nonsense.message


def test_our_own_mistake_stops_one_submission(course: Course, grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug that one student's values hit leaves that student ungraded, and says so."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("hit")

    monkeypatch.setattr(grader, "_report", fail)
    assert {type(one) for one in _all(course, grader)} == {Failure}
    assert any("please report it" in one.message for one in _all(course, grader) if isinstance(one, Failure))


def test_a_file_that_cannot_be_read_stops_one_submission(
    course: Course, grader: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails leaves the student ungraded, and says which file it was."""

    def fail(_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Submitted, "read", fail)
    _, sound, _ = _all(course, grader)
    assert isinstance(sound, Failure)
    assert sound.message.endswith("scale.ipynb: cannot be read (Input/output error)")


def test_a_machine_that_cannot_run_stops_all(course: Course, grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a worker there is nothing to go on with: the error is raised."""

    def fail(*_: object, **__: object) -> None:
        raise RunnerError("no fork server")

    monkeypatch.setattr(grader, "grade", fail)
    with pytest.raises(RunnerError):
        _all(course, grader)


@pytest.mark.parametrize(("times", "kind"), [(1, GradingResult), (2, Failure)])
def test_a_run_that_we_lost_is_no_zero(
    times: int, kind: type, course: Course, grader: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A supervisor that is killed: the run is made once more; if that is lost too, there is no grade."""
    made, lost = run_steps, [Exit("killed", detail="its supervisor has ended")] * times
    grader.reference(course.notebooks("02-sound")[0])

    def losing(job: Job, launcher: Launcher) -> Run:
        found = made(job, launcher)
        return replace(found, stop="ended", exit=lost.pop()) if lost else found

    monkeypatch.setattr(grading, "run_steps", losing)
    (one,) = grade_all(grader, course, list(course.submitted("02-sound")), jobs=1)
    assert isinstance(one, kind)
    assert isinstance(one, Failure) or one.report.score == 4
    assert not lost


def test_what_several_hand_in_is_run_once(
    course: Course, launcher: Launcher, judges: Judges, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A team of three, graded at the same time, is one run and three reports; another notebook is another run."""
    made, entered = run_steps, threading.Barrier(4)
    runs = list[Job]()

    def counting(job: Job, launcher: Launcher) -> Run:
        runs.append(job)
        return made(job, launcher)

    def together(one: Submitted) -> bytes | None:
        entered.wait(60)
        return read(one)

    grader = Grader(launcher=launcher, secret=b"s" * 32, judges=judges, store=RunCache(tmp_path / "runs"))
    grader.reference(course.notebooks("02-sound")[0])
    (one,) = course.submitted("02-sound")
    other = tmp_path / "submitted/eve/02-sound"
    other.mkdir(parents=True)
    (other / "scale.ipynb").write_text(json.dumps(answered(**RIGHT)))
    team = [replace(one, student=name) for name in ("ada", "ben", "zoe")]
    read = Submitted.read
    monkeypatch.setattr(Submitted, "read", together)
    monkeypatch.setattr(grading, "run_steps", counting)
    everybody = [*team, replace(one, student="eve", path=other / "scale.ipynb")]
    found = [result for result in grade_all(grader, course, everybody, jobs=4) if isinstance(result, GradingResult)]
    scores = {result.report.student: result.report.score for result in found}
    assert scores == {"ada": 4, "ben": 4, "eve": 4, "zoe": 4}
    assert len(runs) == 2


def test_a_run_that_reached_its_end_counts(course: Course, grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the supervisor dies after the last answer, nothing is lost."""
    grade = grader.grade

    def late(*arguments: Any, **named: Any) -> GradingResult:
        found = grade(*arguments, **named)
        return replace(found, run=replace(cast("Run", found.run), exit=Exit("killed")))

    monkeypatch.setattr(grader, "grade", late)
    (one,) = grade_all(grader, course, list(course.submitted("02-sound")), jobs=1)
    assert isinstance(one, GradingResult)
    assert one.report.score == 4


def test_who_stops_waits_for_nothing(course: Course, grader: Grader, monkeypatch: pytest.MonkeyPatch) -> None:
    """One slow run does not keep back the others' results, nor a caller who has had enough."""
    release, begun = threading.Event(), list[str]()

    def slow(notebook: Notebook, data: bytes | None, *, student: str, note: str = "") -> GradingResult:
        if student == "slow":
            release.wait(60)
        return grade(notebook, data, student=student, note=note)

    grade = grader.grade
    monkeypatch.setattr(grader, "grade", slow)
    (one,) = course.submitted("02-sound")
    submitted = [replace(one, student=name) for name in ("slow", *"abcdefghijklmnopqrstuvwxyz")]
    found: Any = grade_all(grader, course, submitted, jobs=2, begins=lambda one: begun.append(one.student))
    assert [next(found).report.student for _ in range(3)] == ["a", "b", "c"]
    assert begun[0] == "slow"
    found.close()
    release.set()
    assert len(begun) < 20  # the others were given up
