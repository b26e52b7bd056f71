"""Fixtures of the gradebook's tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom import FakeGrader, make_course

from autograder.course import Course
from autograder.gradebook import build, preprocessors
from autograder.model import CellRun, Output


@pytest.fixture(scope="session", autouse=True)
def _no_session() -> Iterator[None]:
    """Solutions show one fixed table instead of being run."""
    shown = CellRun("check-double", 0.1, None, (Output("html", "<table>all is well</table>"),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(preprocessors, "session_cells", lambda *_: (shown,))
        yield


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory, _no_session: None) -> Course:
    course = make_course(tmp_path_factory.mktemp("built") / "course")
    build(course, [], FakeGrader())
    return course


@pytest.fixture
def fake() -> FakeGrader:
    """A grader that needs no process."""
    return FakeGrader()


@pytest.fixture
def fresh(tmp_path: Path) -> Course:
    """A course with one assignment and the project's own nbgrader_config.py, nothing built."""
    return make_course(tmp_path / "fresh")


@pytest.fixture
def course(tmp_path: Path, _built: Course) -> Course:
    """The same, built: with release/, solutions/ and a gradebook that knows the assignment."""
    return copy_of(_built, tmp_path / "course")


@pytest.fixture
def other_course(tmp_path: Path, _built: Course) -> Course:
    """A second one, to compare."""
    return copy_of(_built, tmp_path / "other")


def copy_of(course: Course, root: Path) -> Course:
    """Copy a course: nothing in it says where it lies."""
    shutil.copytree(course.root, root)
    return Course(root)
