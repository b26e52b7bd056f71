"""What several test files need: the course's folder, and the names that a solution defines."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
import torch

from autograder.grade import Grader
from autograder.isolation import ForkServer
from autograder.judge.confined import Judges
from autograder.run.cache import RunCache

ROOT = Path(__file__).resolve().parents[1]


class _SilentCheck:
    """Stands in for `autograder.check` where a test only wants the notebook's functions."""

    device = torch.device("cpu")

    def __call__(self, name: str, value: object, **options: object) -> None:
        """Look at nothing."""

    def generator(self, case: str) -> torch.Generator:
        """Return a seeded generator of its own for each case."""
        seed = int.from_bytes(hashlib.sha256(case.encode()).digest()[:7], "big")
        return torch.Generator().manual_seed(seed)

    def summary(self) -> None:
        """Sum nothing up."""

    def predict(self, question: str, answer: object, key: str) -> None:
        """Compare nothing."""


def pytest_configure() -> None:
    """Hear Ctrl-C, and let commands that tests start hear it, also where a shell started us in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts a student's process."""
    for item in items:
        if "launcher" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.runs)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Let a worker take a whole file, for its tests share fixtures; of the course and its answers all of one exercise.

    (`--dist loadgroup` would do it with marks, but of pytest 9.2's tests xdist 3.8 sees no group.)
    """
    from xdist.scheduler import LoadScopeScheduling

    class ByFile(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
        def _split_scope(self, nodeid: str) -> str:
            path, _, test = nodeid.partition("::")
            return path + (test.partition("[")[2] if path.endswith(("test_course.py", "test_answers.py")) else "")

    return ByFile(config, log)


@pytest.fixture(scope="session")
def course_root() -> Path:
    """The folder that holds source/, release/ and solutions/."""
    return ROOT


@pytest.fixture(autouse=True)
def _figures_closed() -> Iterator[None]:
    """Close what a test has drawn: pyplot keeps every figure, and warns from the twenty-first on."""
    yield
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")


@pytest.fixture(scope="session")
def run_solution() -> Callable[[str], dict[str, Any]]:
    """Return a function: assignment -> the names that its source notebook defines, all code cells run."""
    import matplotlib as mpl

    mpl.use("Agg")
    done: dict[str, dict[str, Any]] = {}

    def run(assignment: str) -> dict[str, Any]:
        if assignment not in done:
            (path,) = (ROOT / "source" / assignment).glob("*.ipynb")
            stand_in = types.ModuleType("autograder")
            stand_in.check = _SilentCheck()  # type: ignore[attr-defined]
            before = sys.modules.get("autograder")
            sys.modules["autograder"] = stand_in
            try:
                namespace: dict[str, Any] = {"__name__": "__main__"}
                for cell in nbformat.read(path, as_version=4).cells:
                    if cell.cell_type == "code":
                        exec(compile(cell.source, f"{path.name}:{cell.id}", "exec"), namespace)
            finally:
                if before is None:
                    del sys.modules["autograder"]
                else:
                    sys.modules["autograder"] = before
            done[assignment] = namespace
        return done[assignment]

    return run


@pytest.fixture(scope="session")
def launcher() -> Iterator[ForkServer]:
    """One warm fork server for all tests, at the best level that the machine gives."""
    with ForkServer() as server:
        yield server


@pytest.fixture(scope="session")
def judges(launcher: ForkServer) -> Iterator[Judges]:
    """The judges of all tests."""
    pool = Judges(launcher)
    yield pool
    pool.close()


@pytest.fixture
def grader(launcher: ForkServer, judges: Judges) -> Grader:
    """A grader on secret seeds, without a cache."""
    return Grader(launcher=launcher, secret=b"s" * 32, seed_id="test", judges=judges)


@pytest.fixture(scope="session")
def kept_runs(tmp_path_factory: pytest.TempPathFactory) -> RunCache:
    """Runs of the course's own notebooks: what one test, or another of xdist's workers, has run is run once."""
    folder = tmp_path_factory.getbasetemp()
    return RunCache((folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "kept-runs")
