"""Processes and descriptors: what is started ends, with its parent or before it, and leaves nothing open."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, cast

import pytest
from runs import Run, finish

from autograder.errors import IsolationError, RunnerError
from autograder.isolation import ForkServer, ServerProcess, UnisolatedLauncher, forkserver, scratch
from autograder.isolation.probe import judge
from autograder.model import Level, Limits

probing = sys.modules["autograder.isolation.probe"]  # the package has a function of this name
HERE = Path(__file__).resolve().parent
LIMITS = Limits()


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _tree(pid: int) -> list[int]:
    return [p for child in _children(pid) for p in (child, *_tree(child))]


def _gone(pids: list[int], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not any(map(_alive, pids)):
            return True
        time.sleep(0.02)
    return False


def test_many_runs_leave_no_descriptor_and_no_process(server: ForkServer, run: Run) -> None:
    """200 runs later the grader and the server are as they were."""
    run("result = 1")
    before, processes = _descriptors(), len(_tree(os.getpid()))
    for _ in range(200):
        child = server.spawn(LIMITS)
        child.close()
    assert _descriptors() == before
    assert _gone(_tree(server._process.process.pid))
    assert len(_tree(os.getpid())) <= processes
    assert run("result = 2").result == 2


def test_runs_can_be_started_from_several_threads(run: Run) -> None:
    """Each thread gets its own child's answers."""
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda n: run(f"result = {n}").result, range(24)))
    assert answers == list(range(24))


def test_random_numbers_are_not_shared_between_runs(run: Run) -> None:
    """Two runs from one server do not draw the same numbers."""
    code = """
        import random, os
        import numpy, torch
        result = [random.random(), float(numpy.random.rand()), float(torch.rand(())), os.urandom(4).hex()]
    """
    first, second = run(code).result, run(code).result
    assert all(a != b for a, b in zip(first, second, strict=True)), (first, second)


def test_a_run_changes_nothing_for_the_next_one(run: Run) -> None:
    """Modules, builtins and the state of the worker are each run's own."""
    run("import builtins, sys, torch; builtins.planted = sys.planted = torch.planted = state['x'] = 1")
    ran = run("import builtins, sys, torch; result = [hasattr(m, 'planted') for m in (builtins, sys, torch)], state")
    assert ran.result == [[False] * 3, {"warm": True}]


_PARENT = """
import os, sys, time
from pathlib import Path
from typing import IO, cast
from autograder.isolation import ForkServer
from autograder.model import Level, Limits
here = Path({here!r})
server = ForkServer(level=Level({level!r}), worker="echo_worker", extra_path=[here], extra_readonly=[here])
child = server.spawn(Limits(wall_s=60))
os.write(child.to_worker, b"import time; print('up', flush=True); time.sleep(60)")
child.close_input()
assert os.read(child.stdout, 10) == b"up\\n"
print(server._process.folder, flush=True)
time.sleep(60)
"""


def test_the_graders_death_ends_every_process(server: ForkServer) -> None:
    """Killed without a chance to clean up, the grader takes server, supervisor and run with it."""
    code = textwrap.dedent(_PARENT.format(here=str(HERE), level=str(server.level)))
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment) as parent:
        folder = Path(cast("IO[bytes]", parent.stdout).readline().decode().strip())
        assert folder.is_dir()
        tree = _tree(parent.pid)
        assert len(tree) == 3, tree
        parent.send_signal(signal.SIGKILL)
    assert _gone(tree), [p for p in tree if _alive(p)]
    assert not folder.exists()


def test_the_servers_death_ends_its_runs_and_is_told(server: ForkServer) -> None:
    """A dead server's runs end; the next spawn says in words what to do."""
    with ForkServer(level=server.level, worker="echo_worker", extra_path=[HERE], extra_readonly=[HERE]) as mortal:
        child = mortal.spawn(LIMITS)
        time.sleep(0.3)
        tree = _tree(mortal._process.process.pid)
        mortal._process.process.kill()
        assert child.wait(5.0).reason == "killed"
        assert "fork server" in child.wait(5.0).detail
        child.close()
        assert _gone(tree)
        before = _descriptors()
        with pytest.raises(RunnerError, match="fork server has ended"):
            mortal.spawn(LIMITS)
        assert _descriptors() == before


def test_closing_a_child_ends_its_run(server: ForkServer) -> None:
    """A child that is closed unread does not go on; closing twice is harmless."""
    child = server.spawn(LIMITS)
    os.write(child.to_worker, b"while True: pass")
    time.sleep(0.2)
    tree = _tree(server._process.process.pid)
    child.close()
    child.close()
    assert _gone(tree)


@pytest.mark.parametrize("worker", ["no_such_worker", "broken_worker"])
def test_a_worker_that_cannot_be_prepared_is_told(worker: str, tmp_path: Path) -> None:
    """The server's error reaches the grader with its cause, not as a silent end."""
    (tmp_path / "broken_worker.py").write_text("def warm(): raise ValueError('no warmth')\ndef main(*a): pass\n")
    with pytest.raises(RunnerError, match=r"No module named 'no_such_worker'|no warmth"):
        ForkServer(worker=worker, allow_unisolated=True, extra_path=[tmp_path])


def test_a_server_that_was_started_early_is_waited_for_at_the_first_run(tmp_path: Path) -> None:
    """Until then there is something else to do; every run that cannot be made says why."""
    (tmp_path / "broken_worker.py").write_text("def warm(): raise ValueError('no warmth')\ndef main(*a): pass\n")
    early = ServerProcess("broken_worker")
    with ForkServer(allow_unisolated=True, extra_path=[tmp_path], process=early) as server:
        for _ in range(2):
            with pytest.raises(RunnerError, match="no warmth"):
                server.spawn(LIMITS)
    with ForkServer(allow_unisolated=True, extra_path=[HERE], process=ServerProcess("echo_worker")) as server:
        assert finish(server.spawn(LIMITS), "result = 1").result == 1


def test_a_machine_that_seems_to_isolate_nothing_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A trial may fail for a passing reason; what once worked is not tried twice."""
    tried = [dict.fromkeys(("root", "user", "landlock", "seccomp"), "the trial failed: timed out")] + 2 * [
        dict.fromkeys(("root", "user", "landlock", "seccomp"), "")
    ]
    monkeypatch.setattr(probing, "_known", [])
    monkeypatch.setattr(probing, "_try_out", lambda: tried.pop(0))
    assert [probing.probe().level for _ in range(3)] == [Level.NONE, Level.STRONG, Level.STRONG]
    assert len(tried) == 1


def test_large_pages_change_nothing_but_the_page_table() -> None:
    """Memory is what it was, in the process and in its forks, whether the kernel had large pages to give or not."""
    code = """
import os
from autograder.isolation import hugepages
data = [bytes([n % 251]) * 100_000 for n in range(400)]
hugepages.collapse()
if os.fork() == 0:
    data[7] = b"changed"
    os._exit(data[8] != bytes([8]) * 100_000)
assert os.waitstatus_to_exitcode(os.wait()[1]) == 0
assert data == [bytes([n % 251]) * 100_000 for n in range(400)]
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_warm_up_that_leaves_threads_is_refused(tmp_path: Path) -> None:
    """A fork would lose the threads; better to say so than to hang."""
    (tmp_path / "threaded_worker.py").write_text(
        "import threading, time\n"
        "def warm(): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
        "def main(*a): pass\n"
    )
    with pytest.raises(RunnerError, match="2 threads"):
        ForkServer(worker="threaded_worker", allow_unisolated=True, extra_path=[tmp_path])


@pytest.fixture
def fresh(server: ForkServer) -> Iterator[ForkServer]:
    """A server of its own: templates stay as long as it does."""
    with ForkServer(level=server.level, worker="echo_worker", extra_path=[HERE], extra_readonly=[HERE]) as made:
        yield made


def test_prepared_runs(fresh: ForkServer) -> None:
    """What a kind of run is prepared with is done once, and nothing that a run does reaches another."""
    code = "result = list(prepared); prepared.append('a student was here')"
    for _ in range(2):
        for text in ("one", "two", ""):
            assert finish(fresh.spawn(LIMITS, text), code).result == ([text] if text else [])
    end = time.monotonic() + 5
    while len(templates := _tree(fresh._process.process.pid)) > 2 and time.monotonic() < end:
        time.sleep(0.02)  # the last run's supervisor is about to end
    assert len(templates) == 2
    fresh.close()
    assert _gone(templates)


def test_what_cannot_be_prepared_runs_nothing(fresh: ForkServer) -> None:
    """The run's reason is 'setup', and it says why; other runs go on."""
    for _ in range(2):
        with fresh.spawn(LIMITS, "fail") as child:
            end = child.wait(30.0)
            assert os.read(child.stdout, 100) == b""
        assert (end.reason, end.detail) == ("setup", "it could not be prepared (ValueError: fail)")
    assert finish(fresh.spawn(LIMITS), "result = 1").result == 1


def test_a_dead_template_is_made_again(fresh: ForkServer) -> None:
    """If one was killed, its runs end with it, and the next request gets another."""
    child = fresh.spawn(LIMITS, "mortal")
    os.write(child.to_worker, b"print('up', flush=True); import time; time.sleep(60)")
    child.close_input()
    assert os.read(child.stdout, 10) == b"up\n"
    tree = _tree(fresh._process.process.pid)
    os.kill(tree[0], signal.SIGKILL)
    assert child.wait(5.0).reason == "killed"
    child.close()
    assert _gone(tree)
    assert finish(fresh.spawn(LIMITS, "mortal"), "result = prepared").result == ["mortal"]


def test_a_template_that_makes_room_lets_its_runs_end(fresh: ForkServer) -> None:
    """There are four at most; what the one that goes has begun is not hurt, and its kind is made again."""
    code = "print('up', flush=True); import time; time.sleep(4); result = list(prepared)"
    with fresh.spawn(LIMITS, "first") as slow:
        os.write(slow.to_worker, code.encode())
        slow.close_input()
        assert os.read(slow.stdout, 10) == b"up\n"
        (first,) = _children(fresh._process.process.pid)
        for number in range(4):
            assert finish(fresh.spawn(LIMITS, f"{number}"), "result = prepared").result == [f"{number}"]
        with open(slow.from_worker, closefd=False) as answer:
            assert json.load(answer)["result"] == ["first"]
        assert slow.wait(30.0).reason == "exited"
    assert _gone([first])
    assert len(_children(fresh._process.process.pid)) == 4
    assert finish(fresh.spawn(LIMITS, "first"), "result = prepared").result == ["first"]


def test_a_template_with_many_runs(fresh: ForkServer) -> None:
    """It is put into large pages after some; nothing else changes."""
    for number in range(20):
        assert finish(fresh.spawn(LIMITS, "busy"), f"result = [prepared, {number}]").result == [["busy"], number]


def test_how_a_run_ended_is_known_after_its_supervisor_is_gone(fresh: ForkServer) -> None:
    """The supervisor need not read the word to stop; the kernel then reports a reset before what it said."""
    with fresh.spawn(LIMITS) as child:
        os.write(child.to_worker, b"print('up', flush=True); import time; time.sleep(60)")
        child.close_input()
        assert os.read(child.stdout, 10) == b"up\n"
        tree = _tree(fresh._process.process.pid)
        child.kill()
        assert _gone(tree)
        assert child.wait(5.0).reason == "stopped"


def test_what_is_too_long_to_prepare_is_refused(fresh: ForkServer) -> None:
    """A message has a largest size."""
    with pytest.raises(RunnerError, match="too long"):
        fresh.spawn(LIMITS, "x" * 100_000)


def test_a_failed_lock_down_runs_nothing(server: ForkServer, tmp_path: Path) -> None:
    """If a step cannot be done, the run's reason is 'setup', it names the step, and no code has run."""
    (tmp_path / "sabotaged_worker.py").write_text(
        "from autograder.isolation import landlock\n"
        "def restrict(*paths): raise OSError('sabotaged')\n"
        "def warm(): landlock.restrict = restrict\n"
        "def main(state, read, write): print('ran', flush=True)\n"
    )
    with (
        ForkServer(level=server.level, worker="sabotaged_worker", extra_path=[tmp_path]) as sabotaged,
        sabotaged.spawn(LIMITS) as child,
    ):
        end = child.wait(30.0)
        assert os.read(child.stdout, 100) == b""
    assert (end.reason, end.detail) == ("setup", "Landlock: sabotaged")


def test_limits_below_zero_are_refused(server: ForkServer) -> None:
    """The kernel would read a negative limit as none at all."""
    with pytest.raises(RunnerError, match="negative"):
        server.spawn(Limits(file_mb=-1))


def test_a_missing_scratch_folder_fails_closed(server: ForkServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the grader makes the scratch folder, a run without one does not start."""
    if server.level is Level.STRONG:
        pytest.skip("a private root brings its own")
    monkeypatch.setattr(scratch, "make", lambda *_: None)
    with server.spawn(LIMITS) as child:
        end = child.wait(5.0)
    assert (end.reason, end.detail.split(":")[0]) == ("setup", "environment")


# ---------------------------------------------------------------- which level


def test_the_level_follows_from_what_works() -> None:
    """Strong needs everything, adequate Landlock and seccomp; each gap comes with a remedy."""
    works = dict.fromkeys(("root", "user", "landlock", "seccomp"), "")
    assert judge(works).level is Level.STRONG
    assert judge(works).as_root
    assert judge({**works, "root": "not root"}).level is Level.STRONG
    assert not judge({**works, "root": "not root"}).as_root
    bare = judge({**works, "root": "not root", "user": "Operation not permitted"})
    assert bare.level is Level.ADEQUATE
    assert "Operation not permitted" in bare.missing[0]
    assert "userns" in bare.advice[0]
    for step, remedy in (("landlock", "5.13"), ("seccomp", "libseccomp2")):
        found = judge({**works, step: "no"})
        assert found.level is Level.NONE
        assert remedy in found.advice[0]


def test_a_level_that_the_machine_lacks_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never a lower level in silence: asking for more than there is fails, with the remedy."""
    weak = judge({"root": "not root", "user": "no", "landlock": "", "seccomp": ""})
    monkeypatch.setattr(forkserver, "probe", lambda: weak)
    with pytest.raises(IsolationError, match=r"level adequate, not strong.*userns"):
        ForkServer(level=Level.STRONG, worker="echo_worker", extra_path=[HERE])


@pytest.mark.parametrize("asked", [None, Level.NONE])
def test_no_isolation_is_refused_unless_allowed_by_name(monkeypatch: pytest.MonkeyPatch, asked: Level | None) -> None:
    """A machine without isolation does not grade by accident."""
    bare = judge({"root": "not root", "user": "no", "landlock": "no", "seccomp": "no"})
    monkeypatch.setattr(forkserver, "probe", lambda: bare)
    with pytest.raises(IsolationError, match="libseccomp2"):
        ForkServer(level=asked, worker="echo_worker", extra_path=[HERE])
    with ForkServer(level=asked, allow_unisolated=True, worker="echo_worker", extra_path=[HERE]) as server:
        assert (server.level, server.overridden) == (Level.NONE, True)


def test_the_probe_can_be_asked_from_a_process_with_threads() -> None:
    """The doctor and the grader have torch's threads; the probe tries nothing in their process."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    before = (os.getuid(), Path("/proc/self/ns/mnt").readlink(), Path("/proc/self/root").readlink())
    found = probing._probe()
    stop.set()
    thread.join()
    assert found.level in set(Level)
    assert len(found.available) + len(found.missing) == 3
    assert (os.getuid(), Path("/proc/self/ns/mnt").readlink(), Path("/proc/self/root").readlink()) == before


# ---------------------------------------------------------------- without isolation


def test_the_plain_launcher_speaks_as_the_fork_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Own code runs in the caller's folder and environment, with the same pipes and the same Exit."""
    monkeypatch.setenv("MINE", "yes")
    monkeypatch.chdir(tmp_path)
    with UnisolatedLauncher(worker="echo_worker", extra_path=[HERE]) as launcher:
        assert (launcher.level, launcher.overridden) == (Level.NONE, False)
        with launcher.spawn(LIMITS) as child:
            os.write(child.to_worker, b"import os; print('hi'); result = [os.getcwd(), os.environ['MINE'], state]")
            child.close_input()
            with open(child.from_worker, closefd=False) as answer:
                said = json.load(answer)
            assert said["result"] == [str(tmp_path), "yes", {"warm": True}]
            assert os.read(child.stdout, 10) == b"hi\n"
            assert child.wait(60.0).reason == "exited"


@pytest.mark.parametrize(
    ("code", "wall_s", "reason"),
    [
        ("import time; time.sleep(300)", 1.0, "wall"),
        ("import os; os._exit(3)", 120.0, "exited"),
        ("import os; os.abort()", 120.0, "killed"),
    ],
    ids=["wall", "exited", "killed"],
)
def test_the_plain_launcher_tells_how_a_run_ended(code: str, wall_s: float, reason: str) -> None:
    """The wall limit, an exit and a crash are told apart here too."""
    before = _descriptors()
    with UnisolatedLauncher(worker="echo_worker", extra_path=[HERE]).spawn(Limits(wall_s=wall_s)) as child:
        os.write(child.to_worker, code.encode())
        child.close_input()
        assert child.wait(120.0).reason == reason
    assert _descriptors() == before


def test_the_plain_launcher_can_be_stopped() -> None:
    """Calling kill ends a plain run as it does a confined one."""
    with UnisolatedLauncher(worker="echo_worker", extra_path=[HERE]).spawn(LIMITS) as child:
        child.kill()
        assert child.wait(5.0).reason == "stopped"


# ---------------------------------------------------------------- the scratch folder


def test_removing_a_scratch_folder_copes_with_anything(tmp_path: Path) -> None:
    """Any depth, any name, closed folders, links out of it: gone, and nothing followed."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("x")
    folder = tmp_path / "scratch"
    folder.mkdir()
    descriptor = os.open(folder, os.O_RDONLY)
    for depth in range(5000):
        os.mkdir("d", dir_fd=descriptor)
        if depth % 100 == 0:
            os.mkdir(b"\xff\xfe", 0, dir_fd=descriptor)
            os.symlink(outside, "link", dir_fd=descriptor)
        deeper = os.open("d", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = deeper
    os.close(descriptor)
    scratch.remove(folder)
    scratch.remove(folder)
    assert not folder.exists()
    assert (outside / "kept").read_text() == "x"
