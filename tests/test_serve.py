"""`autograder serve`: what arrives is graded, whatever else goes on, and whenever it ends."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, answered, write_exercise
from sampling import EVERYTHING

from autograder.commands.arrivals import Arrivals
from autograder.course import Course
from autograder.course.lock import only_grader
from autograder.gradebook import class_grades

ROOT = Path(__file__).resolve().parents[1]
LONGEST_S = 120.0  # for anything, on a machine with much else to do
WRONG = {**RIGHT, "solution_mean": "mean = x.mean(1, keepdim=True)"}
TUTOR = "You averaged over the features."
READY = "grading what arrives in"


class Server:
    """`autograder serve` in a process of its own, and what it has said so far."""

    def __init__(self, course: Course, *arguments: str) -> None:
        self.said = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "autograder.cli", "--course", str(course.root), "serve", "--jobs", "2", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line.decode("utf-8")

    def await_text(self, text: str) -> None:
        deadline = time.monotonic() + LONGEST_S
        while text not in self.said:
            assert time.monotonic() < deadline, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.05)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal; return the exit code."""
        self.process.send_signal(number)
        code = self.process.wait(20)
        self._reader.join(5)
        return code

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._reader.join(5)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with one exercise; nobody has handed in."""
    root = tmp_path / "course"
    root.mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", root)
    write_exercise(root)
    return Course(root)


@pytest.fixture
def serve(course: Course) -> Iterator[Callable[..., Server]]:
    """Start servers of the course; they end with the test."""
    servers: list[Server] = []

    def start(*arguments: str) -> Server:
        servers.append(Server(course, *arguments))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def _hand_in(course: Course, student: str, text: str | None = None, **answers: str) -> Path:
    path = course.folder("submitted") / student / "01-scale" / "scale.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(answered(**(answers or RIGHT))) if text is None else text, "utf-8")
    return path


def _has_score(course: Course, student: str) -> bool:
    return student in _scores(course)


def _scores(course: Course) -> dict[str, float]:
    return {student: entry.score for (student, _), entry in class_grades(course).entries.items()}


def _grade(course: Course) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "autograder.cli", "--course", str(course.root), "grade"],
        capture_output=True, text=True, check=False, timeout=LONGEST_S,
    )  # fmt: skip


# ---------------------------------------------------------------- what has arrived


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def arrivals(course: Course, clock: Clock) -> Arrivals:
    return Arrivals(course.folder("submitted"), ["01-scale"], clock=clock)


def _at(seconds: float, clock: Clock, arrivals: Arrivals) -> list[str]:
    clock.now = seconds
    return [student for student, _ in arrivals.rested()]


def test_what_rests_is_taken_once(course: Course, clock: Clock, arrivals: Arrivals) -> None:
    """Nothing in its first two seconds; then until it is taken; then no more until it changes."""
    assert _at(0, clock, arrivals) == []
    path = _hand_in(course, "ada")
    assert _at(1, clock, arrivals) == []
    assert _at(2.9, clock, arrivals) == []
    assert _at(3, clock, arrivals) == _at(4, clock, arrivals) == ["ada"]
    arrivals.take([("ada", "01-scale")])
    assert _at(5, clock, arrivals) == []
    path.with_name("timestamp.txt").write_text("2030-01-31 23:59:00 UTC", "utf-8")
    assert _at(6, clock, arrivals) == []
    assert _at(8, clock, arrivals) == ["ada"]


def test_what_is_being_written_is_left(course: Course, clock: Clock, arrivals: Arrivals) -> None:
    """Each write begins the two seconds anew, also one that leaves an old time of modification, as rsync does."""
    path = _hand_in(course, "ada", "{")
    status = path.stat()
    for second in range(5):
        with path.open("a", encoding="utf-8") as file:
            file.write(" ")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert _at(second, clock, arrivals) == []
    assert _at(6, clock, arrivals) == ["ada"]


def test_only_files_of_assignments_are_waited_for(course: Course, clock: Clock, arrivals: Arrivals) -> None:
    """A folder without files is not there yet; what has another name never is; what goes away is forgotten."""
    (course.folder("submitted") / "ada" / "01-scale").mkdir(parents=True)
    _hand_in(course, "bob").parent.rename(course.folder("submitted") / "bob" / "02-other")
    gone = _hand_in(course, "eve")
    gone.with_name("link").symlink_to("/nowhere")
    assert _at(0, clock, arrivals) == []
    assert _at(2, clock, arrivals) == ["eve"]
    arrivals.take([("eve", "01-scale")])
    shutil.rmtree(gone.parent)
    assert _at(3, clock, arrivals) == []
    _hand_in(course, "eve")
    assert _at(4, clock, arrivals) == []
    assert _at(6, clock, arrivals) == ["eve"]


def test_what_has_rested_longest_comes_first(course: Course, clock: Clock, arrivals: Arrivals) -> None:
    """The order is that of arrival, not of names."""
    _hand_in(course, "zoe")
    _at(0, clock, arrivals)
    _hand_in(course, "ada")
    _at(1, clock, arrivals)
    assert _at(5, clock, arrivals) == ["zoe", "ada"]


# ---------------------------------------------------------------- the command


@pytest.mark.runs
@pytest.mark.slow
def test_what_arrives_is_graded(course: Course, serve: Callable[..., Server]) -> None:
    """One line for each; what is being written waits; what cannot be read, or is one too many, is named."""
    server = serve("--feedback", "--tries", "2")
    server.await_text(READY)
    _hand_in(course, "ada", **WRONG)
    server.await_text("ada 01-scale: 3 of 4\n")
    assert _scores(course) == {"ada": 3}
    page = course.folder("feedback") / "ada" / "01-scale" / "scale.html"
    _until(lambda: TUTOR in _text(page), server)

    whole = json.dumps(answered(**RIGHT))
    for part in range(1, 6):  # longer than a file rests
        _hand_in(course, "bob", whole[: part * len(whole) // 6])
        time.sleep(0.8)
    _hand_in(course, "bob", whole)
    server.await_text("bob 01-scale: 4 of 4\n")
    assert server.said.count("bob") == 1

    _hand_in(course, "ada")
    server.await_text("ada 01-scale: 4 of 4, before 3\n")
    _until(lambda: "Try 2 of 2, none left" in _text(page) and TUTOR not in _text(page), server)

    _hand_in(course, "eve", "no notebook")
    _hand_in(course, "dan").parent.rename(course.folder("submitted") / "dan" / "01-scales")
    server.await_text("eve 01-scale: 0 of 4\n  ")
    server.await_text("NOT LOOKED AT: " + str(course.folder("submitted") / "dan" / "01-scales"))

    beside = _grade(course)
    assert beside.returncode == 0, beside.stderr
    assert "3 of 3 are as they were when they were graded" in beside.stdout
    _hand_in(course, "ada", **{**WRONG, "solution_scale": "def scale(v):\n    return v"})
    server.await_text("ONE TOO MANY: ada 01-scale: not graded")
    assert server.stop(signal.SIGINT) == 0
    assert "ONE TOO MANY: 1 submission, not graded: ada 01-scale\n" in server.said
    assert server.said.endswith("is graded at the next start\n")
    assert "Traceback" not in server.said
    assert _scores(course) == {"ada": 4, "bob": 4, "eve": 0}


def _text(page: Path) -> str:
    """Return what is on a page; "" while there is none: it is replaced by another one."""
    try:
        return page.read_text("utf-8")
    except FileNotFoundError:
        return ""


def _until(done: Callable[[], bool], server: Server) -> None:
    deadline = time.monotonic() + LONGEST_S
    while not done():
        assert time.monotonic() < deadline, server.said
        time.sleep(0.1)


@pytest.mark.runs
@pytest.mark.slow
def test_it_waits_for_its_turn(course: Course, serve: Callable[..., Server]) -> None:
    """While another command grades, or the exercise cannot be read, arrivals wait; why is said once."""
    with only_grader(course):
        server = serve()
        _hand_in(course, "ada")
        server.await_text("WAITING: ")
        time.sleep(2.5)
        assert server.said.count("WAITING") == 1
        assert f"process {os.getpid()} on" in server.said
        assert "ada" not in server.said
    server.await_text("ada 01-scale: 4 of 4\n")
    source = course.source("01-scale")
    text = source.read_text("utf-8")
    source.write_text("{", "utf-8")
    _hand_in(course, "bob")
    server.await_text(str(source))
    source.write_text(text, "utf-8")
    server.await_text("bob 01-scale: 4 of 4\n")
    assert server.said.count("WAITING") == 2
    assert server.stop() == 0


@pytest.mark.runs
@pytest.mark.slow
@pytest.mark.parametrize(
    "number",
    [signal.SIGTERM, signal.SIGINT, signal.SIGKILL] if EVERYTHING else [signal.SIGTERM, signal.SIGKILL],
    ids=lambda number: number.name,
)
def test_an_end_in_the_midst_loses_nothing(course: Course, serve: Callable[..., Server], number: int) -> None:
    """Stopped or killed while it grades: the next start grades what is not graded, and writes the pages that lack."""
    slow: dict[str, Any] = {**RIGHT, "solution_mean": f"import time\ntime.sleep(2)\n{RIGHT['solution_mean']}"}
    _hand_in(course, "ada")
    first = serve("--feedback")
    first.await_text("ada 01-scale: 4 of 4\n")
    for student in ("bob", "eve", "zoe"):
        _hand_in(course, student, **slow)
    time.sleep(4)  # two seconds of rest, then six of runs, two at a time
    code = first.stop(number)
    assert code == (-signal.SIGKILL if number == signal.SIGKILL else 0), first.said
    assert "Traceback" not in first.said
    if number != signal.SIGKILL:
        assert first.said.endswith("is graded at the next start\n"), first.said

    shutil.rmtree(course.folder("feedback"))  # as if it had ended before it wrote them
    second = serve("--feedback")
    for student in ("bob", "eve", "zoe"):
        _until(partial(_has_score, course, student), second)
        _until((course.folder("feedback") / student / "01-scale" / "scale.html").is_file, second)
    _until((course.folder("feedback") / "ada" / "01-scale" / "scale.html").is_file, second)
    assert "ada" not in second.said
    assert second.stop() == 0
    assert set(_scores(course).values()) == {4}
