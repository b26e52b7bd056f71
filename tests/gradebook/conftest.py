"""Fixtures of the gradebook's tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom import FakeGrader, database_of, make_course, put_into
from postgres import Postgres, missing

from autograder.course import Course
from autograder.gradebook import build, publicrun
from autograder.model import CellRun, Output


@pytest.fixture(scope="session", autouse=True)
def _no_session() -> Iterator[None]:
    """Solutions show one fixed table instead of being run."""
    shown = CellRun("check-double", 0.1, None, (Output("html", "<table>all is well</table>"),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publicrun, "session_cells", lambda *_: (shown,))
        yield


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest) -> Iterator[Postgres | None]:
    """Where the gradebooks are: None, files in the courses, or a PostgreSQL server of our own."""
    if request.param == "sqlite":
        yield None
        return
    if reason := missing():
        pytest.skip(reason)
    with Postgres() as running:
        yield running


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory, _no_session: None, server: Postgres | None) -> Course:
    course = _made(tmp_path_factory.mktemp("built") / "course", server)
    build(course, [], FakeGrader())
    return course


@pytest.fixture
def fake() -> FakeGrader:
    """A grader that needs no process."""
    return FakeGrader()


@pytest.fixture
def fresh(tmp_path: Path, server: Postgres | None) -> Course:
    """A course with one assignment and the project's own nbgrader_config.py, nothing built."""
    return _made(tmp_path / "fresh", server)


@pytest.fixture
def course(tmp_path: Path, _built: Course, server: Postgres | None) -> Course:
    """The same, built: with release/, solutions/ and a gradebook that knows the assignment."""
    return copy_of(_built, tmp_path / "course", server)


@pytest.fixture
def other_course(tmp_path: Path, _built: Course, server: Postgres | None) -> Course:
    """A second one, to compare."""
    return copy_of(_built, tmp_path / "other", server)


def _made(root: Path, server: Postgres | None) -> Course:
    course = make_course(root)
    if server is not None:
        put_into(course, server.create())
    return course


def copy_of(course: Course, root: Path, server: Postgres | None) -> Course:
    """Copy a course and its gradebook: nothing in it says where it lies, but for the address of a database."""
    copy = Course(shutil.copytree(course.root, root))
    if server is not None:
        put_into(copy, server.create(template=database_of(course)))
    return copy
