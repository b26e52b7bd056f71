"""Runs of code at each level, and the same without isolation as the positive control."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from runs import Ran, Run, finish

from autograder.errors import IsolationError
from autograder.isolation import ForkServer
from autograder.model import Level, Limits

HERE = Path(__file__).resolve().parent
LIMITS = Limits(wall_s=20.0, cpu_s=20.0, memory_mb=1024, file_mb=8, scratch_mb=16, threads=24)


def _start(level: Level, device: str = "cpu") -> ForkServer:
    try:
        return ForkServer(
            level=level,
            allow_unisolated=level is Level.NONE,
            worker="echo_worker",
            extra_readonly=[HERE],
            extra_path=[HERE],
            device=device,
        )
    except IsolationError as error:
        if os.environ.get("AUTOGRADER_EXPECT_ISOLATION"):  # where a skip would hide a broken sandbox
            raise
        pytest.skip(str(error))


def _runner(server: ForkServer) -> Run:
    def run(code: str, limits: Limits = LIMITS) -> Ran:
        return finish(server.spawn(limits), code)

    return run


@pytest.fixture(scope="session", params=[Level.STRONG, Level.ADEQUATE], ids=str)
def server(request: pytest.FixtureRequest) -> Iterator[ForkServer]:
    """A fork server at each level that isolates."""
    with _start(request.param) as launcher:
        yield launcher


@pytest.fixture(scope="session")
def cuda_server(server: ForkServer) -> Iterator[ForkServer]:
    """A fork server for device "cuda", at the same level."""
    with _start(server.level, "cuda") as launcher:
        yield launcher


@pytest.fixture(scope="session")
def open_server() -> Iterator[ForkServer]:
    """A fork server that isolates nothing."""
    with _start(Level.NONE) as launcher:
        yield launcher


@pytest.fixture
def run(server: ForkServer) -> Run:
    """Run code isolated."""
    return _runner(server)


@pytest.fixture
def cuda_run(cuda_server: ForkServer) -> Run:
    """Run code in the sandbox that CUDA gets."""
    return _runner(cuda_server)


@pytest.fixture
def control(open_server: ForkServer) -> Run:
    """Run code without isolation: what the sandbox forbids must work here, else its test shows nothing."""
    return _runner(open_server)


@pytest.fixture
def strong(server: ForkServer) -> bool:
    """Whether this run of the test is at the strong level."""
    return server.level is Level.STRONG


@pytest.fixture
def start() -> Callable[[Level], Any]:
    """Give a function that starts a fresh server: a context manager that gives its `run`."""

    @contextmanager
    def fresh(level: Level) -> Iterator[Run]:
        with _start(level) as launcher:
            yield _runner(launcher)

    return fresh
