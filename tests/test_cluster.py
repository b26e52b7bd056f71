"""More than one machine: workers on the loopback get lost, and the grades are those of one machine."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, answered, exercise, write_exercise

from autograder.cli import main
from autograder.cluster import ClusterError, open_cluster
from autograder.course import Course, Submitted
from autograder.grade import Grader, GradingResult
from autograder.grade.batch import Failure, grade_all
from autograder.isolation import ForkServer

distributed = pytest.importorskip("distributed", reason="needs the extra 'cluster': Dask's distributed")
pytestmark = pytest.mark.slow

SLOW = {**RIGHT, "solution_centred": "import time; time.sleep(0.1)\ncentred = x - mean"}
ANSWERS = (
    SLOW,
    {**SLOW, "solution_mean": "mean = x.mean(1, keepdim=True)"},  # a misconception
    {**SLOW, "solution_scale": "def scale(v):\n    return v / v.max()"},  # another
    {**SLOW, "solution_mean": "mean = (", "solution_scale": "def scale(v):\n    return v"},
)


@contextmanager
def workers(number: int, **settings: Any) -> Iterator[Any]:
    """Start a scheduler and workers, each a process with its nanny, on the loopback."""
    import dask

    with (
        dask.config.set(settings),
        distributed.LocalCluster(
            n_workers=number, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as cluster,
    ):  # fmt: skip
        yield cluster


@pytest.fixture(scope="module")
def two() -> Iterator[Any]:
    """Two workers for all tests."""
    with workers(2) as cluster:
        yield cluster


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Two assignments, the second of them with a solution that fails, and twelve students."""
    write_exercise(tmp_path, exercise(files=["data.txt"]), name="01-scale")
    (tmp_path / "source/01-scale/data.txt").write_text("the author's data")
    broken = exercise()
    broken["cells"][2]["source"] = "### BEGIN SOLUTION\nmean = nothing\n### END SOLUTION"
    write_exercise(tmp_path, broken, "02-broken")
    for number in range(12):
        folder = tmp_path / f"submitted/student-{number:02}/01-scale"
        folder.mkdir(parents=True)
        (folder / "scale.ipynb").write_text(json.dumps(answered(**ANSWERS[number % len(ANSWERS)])))
    return Course(tmp_path)


def _submitted(course: Course, assignment: str = "01-scale") -> list[Submitted]:
    return list(course.submitted(assignment))


def _shown(found: list[GradingResult | Failure]) -> dict[str, Any]:
    """Return what goes into gradebook and feedback, by student, without times."""
    assert all(isinstance(one, GradingResult) for one in found), found
    results: list[Any] = [*found]
    return {
        one.report.student: (
            one.report.cells,
            one.report.problems,
            [(cell.cell_id, cell.outputs) for cell in one.run.cells],
        )
        for one in results
    }


def _processes(dask_worker: Any) -> int:
    return os.getpid()


def _runs_made(name: str, dask_worker: Any) -> int:
    """How many runs a worker's fork server has made; asked once, for asking counts."""
    return int(next(dask_worker.plugins[name].grader().launcher._numbers))


def test_a_worker_killed_midway_changes_no_grade(two: Any, course: Course, launcher: ForkServer) -> None:
    """SIGKILL takes a worker with what it grades: all is graded, as on one machine; an author's mistake fails."""
    grader = Grader(launcher=launcher, secret=course.secret(), seed_id=course.seed_id())
    alone = _shown(list(grade_all(grader, course, _submitted(course), jobs=2)))
    folder = course.folder("submitted") / "ada/02-broken"
    folder.mkdir(parents=True)
    (folder / "scale.ipynb").write_text(json.dumps(answered()))
    with open_cluster(two.scheduler_address, course, device="cpu") as cluster:
        assert len(cluster.levels) == 2
        results = cluster.grade_all(course, _submitted(course) + _submitted(course, "02-broken"))
        found = [next(results)]
        victim = next(iter(cluster.client.run(_processes).values()))
        os.kill(victim, signal.SIGKILL)
        found += results
        assert victim not in cluster.client.run(_processes).values()
    failed = [one for one in found if isinstance(one, Failure)]
    assert [one.submitted.assignment for one in failed] == ["02-broken"]
    assert "NameError" in failed[0].message
    assert _shown([one for one in found if one not in failed]) == alone
    assert len({sum(cell.score for cell in cells) for cells, _, _ in alone.values()}) > 2


def test_solutions_are_run_once_and_nothing_stays(two: Any, course: Course) -> None:
    """All workers make one run for each submission and two for the solution; who stops early leaves nothing there."""
    for folder in course.folder("submitted").iterdir():
        (folder / "01-scale/scale.ipynb").write_text(json.dumps(answered(**SLOW)))
    with open_cluster(two.scheduler_address, course, device="cpu") as cluster:
        found = list(cluster.grade_all(course, _submitted(course)))
        made = cluster.client.run(_runs_made, cluster.settings.name)
        assert [one.report.score for one in found if isinstance(one, GradingResult)] == [4] * 12
        assert sum(made.values()) == 12 + 2 + len(made), "and a judge for each worker"
        assert min(made.values()) > 3, "one worker did it all"
        stopped: Any = cluster.grade_all(course, _submitted(course))
        next(stopped)
        stopped.close()
        name = cluster.settings.name
    with distributed.Client(two.scheduler_address, set_as_default=False) as client:
        left = client.run_on_scheduler(lambda dask_scheduler: [str(key) for key in dask_scheduler.tasks])
        assert not [key for key in left if "01-scale" in key]
        assert not any(client.run(lambda dask_worker: name in dask_worker.plugins).values())


def test_other_versions_are_refused(two: Any, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker with another torch than the client's is named, before anything is graded."""
    from autograder.cluster import keeper
    from autograder.run.provenance import versions

    ours = versions()
    monkeypatch.setattr(keeper, "versions", lambda: {**ours, "torch": "1.0.0"})
    with (
        pytest.raises(ClusterError, match=r"worker tcp://.* has torch .*\(here: 1\.0\.0\)"),
        open_cluster(two.scheduler_address, course),
    ):
        pass


def test_another_code_of_ours_is_refused(two: Any, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker with the same version, but another checkout, would grade otherwise than the client says."""
    from autograder.cluster import keeper

    monkeypatch.setattr(keeper, "own_code", lambda: "0123456789abcdef")
    with (
        pytest.raises(ClusterError, match=r"has the autograder's code \w{12} \(here: 0123456789ab\)"),
        open_cluster(two.scheduler_address, course),
    ):
        pass


def test_a_gpu_must_be_declared(two: Any, course: Course) -> None:
    """Without a worker that has the resource GPU, nothing would ever be run."""
    with (
        pytest.raises(ClusterError, match="--resources 'GPU=1'"),
        open_cluster(two.scheduler_address, course, device="cuda"),
    ):
        pass


def test_when_all_die_there_is_a_sentence(course: Course) -> None:
    """What is lost with its worker too often, and what nobody is left for, is a failure that says so."""
    with (
        workers(1, **{"distributed.scheduler.allowed-failures": 0}) as local,
        open_cluster(local.scheduler_address, course, device="cpu") as cluster,
    ):
        results = cluster.grade_all(course, _submitted(course), patience=1)
        assert isinstance(next(results), GradingResult)
        for process in cluster.client.run(_processes).values():
            os.kill(process, signal.SIGKILL)
        killed = next(one for one in results if isinstance(one, Failure))
        local.scale(0)
        left = [one for one in results if isinstance(one, Failure)]
    assert "its worker was lost" in killed.message
    assert "no worker has been left" in left[-1].message


def test_nobody_there(course: Course, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An address without a scheduler: one sentence and exit code 2, after a bounded wait."""
    monkeypatch.setattr("autograder.cluster.connecting._WAIT_S", 1)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
    (course.root / "nbgrader_config.py").write_text("c = get_config()\n")
    assert main(["--course", str(course.root), "grade", "--cluster", address]) == 2
    assert f"no Dask scheduler at {address}" in capsys.readouterr().err


def test_a_result_of_another_submission_is_nobodys_grade() -> None:
    """What a worker sends counts for the submission that it was sent for, or for none."""
    from report_samples import check, of

    from autograder.cluster.grading import _of, _Sent, _Work
    from autograder.cluster.parcels import HandedIn
    from autograder.notebook import Submission

    one = Submitted("ada", "one", "notebook", Path("notebook.ipynb"))
    right = GradingResult(of("ada", "one", check()), Submission((), ""))
    assert _of(one, right) is right
    failed = Failure(one, "it failed")
    assert _of(one, failed) is failed
    for other in (
        GradingResult(of("ben", "one", check()), Submission((), "")),
        GradingResult(of("ada", "two", check()), Submission((), "")),
        Failure(Submitted("ben", "one", "notebook", Path("notebook.ipynb")), "it failed"),
        None,
        {"student": "ada", "score": 10},
    ):
        found = _of(one, other)
        assert isinstance(found, Failure)
        assert found.submitted == one
        work = _Work(None, None, 0.0)  # type: ignore[arg-type]  # nothing is sent
        work._sent["key"] = _Sent(HandedIn(one, b""), None)  # type: ignore[arg-type]
        work._done.put(("key", other, None))
        assert work._next() == found
