"""Grading that is killed, out of disk, locked out or doubled: run again, it is as if nothing had happened."""

from __future__ import annotations

import fcntl
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from victims import ASSIGNMENT, ROOT, Commands, children, files, gradebook, make_class, others, processes, runs

from autograder.course import Course

EVERYTHING = bool(os.environ.get("AUTOGRADER_TEST_ALL"))  # `make test-all`
GRADE = ("grade", "--jobs", "2", "--feedback")
KINDS = ("grader", "server", "supervisor", "worker")
POINTS = (
    "half a run", "tables being made", "half a class's files", "half a folder", "half a notebook",
    "between file and row", "before the commit", "after the commit", "feedback",
)  # fmt: skip


@dataclass(frozen=True)
class Right:
    """What an undisturbed grading leaves, and how long it took."""

    course: Course
    book: dict[str, list[Any]]
    files: dict[str, Any]
    others: list[str]
    seconds: float


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    """A process that forks commands."""
    made = Commands(tmp_path_factory.mktemp("commands"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class that has handed in."""
    return make_class(tmp_path_factory.mktemp("class") / "course")


@pytest.fixture(scope="module")
def right(untouched: Course, commands: Commands, tmp_path_factory: pytest.TempPathFactory) -> Right:
    """The same class, graded without any disturbance."""
    course = _copy(untouched, tmp_path_factory.mktemp("right"))
    assert commands.run(course, "doctor")[0] == 0  # what is slow only the first time
    began = time.monotonic()
    code, said = commands.run(course, *GRADE)
    assert code == 0, said
    return Right(course, gradebook(course), files(course), others(course), time.monotonic() - began)


@pytest.fixture
def course(untouched: Course, tmp_path: Path) -> Course:
    """A class that has not been graded."""
    return _copy(untouched, tmp_path)


def _copy(course: Course, folder: Path) -> Course:
    return Course(shutil.copytree(course.root, folder / "course"))


def _again(commands: Commands, course: Course, right: Right, *, more: AbstractSet[str] = frozenset()) -> None:
    """Grade again: all is there once, no run is made twice, nothing is left."""
    before, mounts = runs(course), Path("/proc/self/mountinfo").read_text()
    code, said = commands.run(course, *GRADE)
    assert code == 0, said
    assert gradebook(course) == right.book
    assert files(course) == right.files
    after = runs(course)
    assert {name: after.get(name) for name in before} == before
    assert set(others(course)) - more == set(right.others)
    assert list(commands.temporary.iterdir()) == []
    assert Path("/proc/self/mountinfo").read_text() == mounts


def _kill(commands: Commands, course: Course, kind: str, after: float) -> str:
    """Start grading; after some seconds, kill one of its processes of that kind, as soon as there is one."""
    began = time.monotonic()
    grader = commands.start(course, *GRADE)
    time.sleep(after)
    victims: list[int] = []
    while not victims and time.monotonic() - began < 60 and Path(f"/proc/{grader}/stat").exists():
        victims = processes(grader)[kind]
        time.sleep(0.005)
    for pid in victims[:1]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    code, said = commands.end()
    assert "Traceback" not in said, said
    if kind in ("supervisor", "worker"):  # one run is made again: the grader goes on
        assert code == 0, said
    elif kind == "server":
        assert code == 0 or "fork server" in said
    return f"{kind} after {after:.2f} s: {code}"


# each kill is followed by a whole run; `make test` lets several kills share one
CHAINS = 48 if EVERYTHING else 1
KILLS = 1 if EVERYTHING else 2


@pytest.mark.parametrize("seed", range(CHAINS))
def test_killed_at_random(seed: int, course: Course, right: Right, commands: Commands) -> None:
    """Whoever is killed whenever: run again, the gradebook is that of an undisturbed run."""
    rng = random.Random(f"{seed}")
    for number in range(KILLS):
        _kill(commands, course, KINDS[(seed + number) % len(KINDS)], rng.uniform(0, right.seconds))
    _again(commands, course, right)


@pytest.mark.parametrize("points", [(point,) for point in POINTS] if EVERYTHING else [POINTS[::4]], ids="+".join)
def test_killed_between_two_steps(points: tuple[str, ...], course: Course, right: Right, commands: Commands) -> None:
    """The same at the points where something is half done."""
    for point in points:
        code, said = commands.run(course, *GRADE, killed_at=point)
        assert code == -signal.SIGKILL, f"{point}: {said}"
    _again(commands, course, right)


@pytest.mark.skipif(not EVERYTHING, reason="part of `make test-all`")
def test_killed_together(course: Course, right: Right, commands: Commands) -> None:
    """Grader and fork server die at once, so that nobody is left to clean up: the next grader does."""
    grader = commands.start(course, *GRADE)
    _await(lambda: processes(grader)["worker"])
    found = processes(grader)
    for pid in (*found["server"], grader):
        os.kill(pid, signal.SIGKILL)
    assert commands.end()[0] == -signal.SIGKILL
    assert list(commands.temporary.iterdir())
    _again(commands, course, right)


LIMIT_S = 6  # 3 s are promised; a machine that does other things besides may need twice that
STOPPED = r"autograder: stopped( \(.*\))?; what was done is kept, and the same command goes on from there\n"


def _await(happened: Callable[[], object]) -> None:
    """Wait until something has happened; it is a failure if it does not."""
    began = time.monotonic()
    while not happened():
        assert time.monotonic() - began < 120
        time.sleep(0.01)


def _press(pid: int) -> float:
    """Press Ctrl-C as in a terminal, whose whole foreground group gets it; return when that was."""
    began = time.monotonic()
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGINT)
    return began


def _stopped(commands: Commands, began: float | None = None, *, code: int = 2) -> str:
    """The command ends in time, says so in one line and leaves no process; return what it said."""
    ended, said = commands.end()
    if began is None:
        (struck,) = re.findall(r"STRUCK (\S+)", said)
        began = float(struck)
    assert commands.ended - began < LIMIT_S, said
    assert ended == code, said
    assert re.fullmatch(STOPPED, commands.errors), said
    assert "Traceback" not in said, said
    return said


def test_interrupted(course: Course, right: Right, commands: Commands) -> None:
    """Ctrl-C, and more of them: it stops at once, says how far it came, keeps that; the same command goes on."""
    grader = commands.start(course, *GRADE)
    _await(lambda: len(runs(course)) >= 4)  # the reference, and three submissions
    began = _press(grader)
    for _ in range(5):
        time.sleep(0.02)
        _press(grader)
    (done,) = re.findall(r"graded: (\d+) of 12", _stopped(commands, began))
    assert 1 <= int(done) < 12
    students = {row[0] for row in gradebook(course)["grades"]}
    assert int(done) <= len(students) < 12
    _again(commands, course, right)


PHASES = (
    "the server's start", "before the first run", *POINTS, "the class page",
)  # fmt: skip


@pytest.mark.parametrize("phases", [(one,) for one in PHASES] if EVERYTHING else [PHASES[:2]], ids="+".join)
def test_interrupted_in_each_phase(phases: tuple[str, ...], course: Course, right: Right, commands: Commands) -> None:
    """The same in the midst of what is done before, between and after the runs."""
    for phase in phases:
        commands.start(course, *GRADE, killed_at=phase, strike="interrupt")
        _stopped(commands)
        if course.root.joinpath("gradebook.db").exists():
            gradebook(course)
    _again(commands, course, right)


@pytest.mark.skipif(not EVERYTHING, reason="part of `make test-all`")
@pytest.mark.parametrize("strike", ["swallow", "finalise"])
def test_interrupted_where_the_exception_is_lost(strike: str, course: Course, right: Right, commands: Commands) -> None:
    """Whatever catches KeyboardInterrupt, or cannot raise it, does not keep the command."""
    commands.start(course, *GRADE, killed_at="tables being made", strike=strike)
    _stopped(commands)
    _again(commands, course, right)


def test_interrupted_where_no_python_runs(course: Course, right: Right, commands: Commands) -> None:
    """A native loop that keeps the interpreter's lock, in the midst of a transaction: the line, and a kill."""
    grader = commands.start(course, *GRADE, killed_at="before the commit", strike="hold")
    _await(lambda: "HELD" in commands.said)
    time.sleep(0.5)
    _stopped(commands, _press(grader), code=-signal.SIGKILL)
    assert gradebook(course)["grades"] == []
    if EVERYTHING:
        _again(commands, course, right)


def test_interrupted_while_the_database_is_locked(course: Course, right: Right, commands: Commands) -> None:
    """SQLite waits for a minute in C, and hears nothing; the command ends all the same."""
    shutil.copy(right.course.root / "gradebook.db", course.root)
    holder = sqlite3.connect(course.root / "gradebook.db")
    holder.execute("BEGIN EXCLUSIVE")
    grader = commands.start(course, *GRADE)
    lock = course.root / ".autograder" / "lock"
    _await(lambda: lock.exists() and lock.read_text())
    time.sleep(2)
    _stopped(commands, _press(grader))
    holder.close()
    assert gradebook(course) == right.book
    if EVERYTHING:
        _again(commands, course, right)


@pytest.fixture(scope="module")
def built(right: Right, commands: Commands, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The graded class, with release/ and solutions/."""
    course = _copy(right.course, tmp_path_factory.mktemp("built"))
    code, said = commands.run(course, "build")
    assert code == 0, said
    return course


OTHERS = (
    ("build", "--force"), ("build", "--check"), ("feedback",), ("audit",), ("calibrate",), ("doctor",),
    ("grade", "--dry-run", "--force"), ("sample-class", "--students", "200"), ("check", "release/01-scale/scale.ipynb"),
)  # fmt: skip


@pytest.mark.skipif(not EVERYTHING, reason="part of `make test-all`")
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("command", OTHERS, ids=" ".join)
def test_interrupted_others(
    command: tuple[str, ...], seed: int, built: Course, commands: Commands, tmp_path: Path
) -> None:
    """Each other command, at a random moment of its work; afterwards it does what it does undisturbed."""
    course = _copy(built, tmp_path)
    arguments = [str(course.root / one) if one.startswith("release/") else one for one in command]
    shutil.rmtree(course.root / ".autograder" / "runs")  # so that there is something to run
    victim = commands.start(course, *arguments)
    time.sleep(random.Random(f"{command}{seed}").uniform(0.05, 2.5 if command[0] in ("audit", "build") else 0.6))
    began = _press(victim)
    _ended(commands, began)
    code, said = commands.run(course, *arguments)
    assert code in ((0, 1) if command[0] in ("audit", "calibrate", "check") else (0,)), said
    assert gradebook(course) == gradebook(built)


def _ended(commands: Commands, began: float) -> None:
    """The command ends in time: interrupted, or else done before that."""
    code, said = commands.end()
    assert commands.ended - began < LIMIT_S, said
    assert "Traceback" not in said, said
    if code == 2:
        assert re.fullmatch(STOPPED, commands.errors), said
    else:
        assert "stopped" not in said, said


_START = """import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job has it ignored
from autograder.cli import main
sys.exit(main())
"""


def _alone(*arguments: str, after: float) -> tuple[int, str]:
    """Start a command with nothing imported, press Ctrl-C some time after it can hear it; return code and stderr."""
    process = subprocess.Popen(
        [sys.executable, "-c", _START, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    while process.poll() is None and not children(process.pid):
        time.sleep(0.005)
    time.sleep(after)
    began = _press(process.pid)
    _, err = process.communicate(timeout=60)
    assert time.monotonic() - began < LIMIT_S, err
    return process.returncode, err


@pytest.mark.skipif(not EVERYTHING, reason="part of `make test-all`")
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("cluster", [False, True], ids=["here", "cluster"])
def test_interrupted_from_the_start(
    seed: int, course: Course, right: Right, commands: Commands, *, cluster: bool
) -> None:
    """At a random moment of the first seconds: imports, the start of the fork server or of a cluster's workers."""
    if cluster:
        pytest.importorskip("distributed", reason="needs the extra 'cluster': Dask's distributed")
    more = ("--cluster", "local") if cluster else ()
    after = random.Random(f"{seed}{cluster}").uniform(0, 10 if cluster else 3)
    code, err = _alone("--course", str(course.root), *GRADE, *more, after=after)
    assert code == 2
    assert re.fullmatch(STOPPED, err), err
    _again(commands, course, right)


def test_the_disk_is_full(course: Course, right: Right, commands: Commands, tmp_path: Path) -> None:
    """One line that says so, exit code 2; with room again, all is as it should be."""
    with _small_disk(tmp_path / "disk", course) as (small, arguments):
        code, said = commands.run(small, *GRADE, **arguments)
        assert code == 2, said
        assert "Traceback" not in said
        assert "NOT GRADED" not in said
        assert any(word in said for word in ("No space left", "disk is full", "File too large", "disk I/O")), said
        shutil.rmtree(course.root)
        shutil.copytree(small.root, course.root)
    (course.root / "filler").unlink(missing_ok=True)
    _again(commands, course, right)


class _small_disk:  # noqa: N801  a context manager
    """A copy of a course where hardly anything can be written: a small tmpfs, or else a limit on files."""

    def __init__(self, folder: Path, course: Course) -> None:
        self._folder, self._course, self._mounted = folder, course, False

    def __enter__(self) -> tuple[Course, dict[str, str]]:
        self._folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(self._folder)]
        self._mounted = (
            bool(shutil.which("mount")) and not subprocess.run(mount, check=False, capture_output=True).returncode
        )
        if not self._mounted:
            return self._course, {"AUTOGRADER_TEST_FILE_LIMIT": "60000"}
        small = _copy(self._course, self._folder)
        room = os.statvfs(self._folder).f_bavail * os.statvfs(self._folder).f_frsize
        (small.root / "filler").write_bytes(bytes(max(0, room - 250_000)))
        return small, {}

    def __exit__(self, *_: object) -> None:
        if self._mounted:
            subprocess.run(["umount", str(self._folder)], check=True)


def test_the_database_is_locked(course: Course, right: Right, commands: Commands) -> None:
    """A gradebook that another program keeps locked for longer than we wait: one line, nothing lost."""
    shutil.copy(right.course.root / "gradebook.db", course.root)
    holder = sqlite3.connect(course.root / "gradebook.db")
    holder.execute("BEGIN EXCLUSIVE")
    url = f"sqlite:///{course.root}/gradebook.db?timeout=0.5"
    code, said = commands.run(course, *GRADE, AUTOGRADER_DB_URL=url)
    holder.close()
    assert code == 2
    assert "database is locked" in said
    assert "Traceback" not in said
    _again(commands, course, right)


def test_two_graders(course: Course, right: Right, commands: Commands) -> None:
    """The second one says at once who grades, since when, and changes nothing."""
    first = commands.start(course, *GRADE)
    lock = course.root / ".autograder" / "lock"
    _await(lambda: lock.exists() and lock.read_text())
    os.kill(first, signal.SIGSTOP)  # however slow the second one starts
    command = [sys.executable, "-m", "autograder.cli", "--course", str(course.root), "grade"]
    second = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, cwd=ROOT)
    os.kill(first, signal.SIGCONT)
    assert second.returncode == 2
    assert f"process {first}" in second.stderr
    assert "since" in second.stderr
    assert len(second.stderr.splitlines()) == 1
    code, said = commands.end()
    assert code == 0, said
    assert (gradebook(course), files(course)) == (right.book, right.files)


def test_a_dead_graders_lock_is_free(course: Course) -> None:
    """What a killed grader wrote into the lock's file keeps nobody out."""
    from autograder.gradebook import only_grader

    lock = course.private / "lock"
    lock.write_text("process 1 on a machine that is gone")
    with only_grader(course), lock.open() as file, pytest.raises(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    assert lock.read_text() == ""


def test_beside_nbgraders_own_command(course: Course, right: Right, commands: Commands) -> None:
    """`nbgrader autograde`, as the formgrader's button runs it, at the same time: no row twice, none lost."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    theirs = subprocess.Popen(
        [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT, "--force", "--create", "--log-level=ERROR"],
        cwd=course.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "TMPDIR": str(commands.temporary), "PATH": path},
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while theirs.poll() is None and time.monotonic() < deadline and not course.folder("autograded").exists():
        time.sleep(0.02)
    assert theirs.poll() is None, theirs.communicate()
    code, said = commands.run(course, "grade", "--jobs", "2")
    their_said, _ = theirs.communicate(timeout=120)
    assert (code, "Traceback" in said) in ((0, False), (2, False)), said
    assert "database is locked" not in said + their_said
    _again(commands, course, right)
