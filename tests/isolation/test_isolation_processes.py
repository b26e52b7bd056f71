"""A run is one process: it starts no other, signals no other, looks into no other, gains no right."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from runs import Run

from autograder.isolation import ForkServer, kernel
from autograder.model import Level

X86 = platform.machine() == "x86_64"


@pytest.mark.parametrize(
    "code",
    [
        "import os\npid = os.fork()\nif pid == 0: os._exit(0)\nos.waitpid(pid, 0); result = 'made'",
        "import os\nresult = 'made' if os.system('true') == 0 else 1/0",
        "import subprocess\nsubprocess.run(['/bin/true'], check=True); result = 'made'",
        "import os\nos.posix_spawn('/bin/true', ['true'], {}); result = 'made'",
        "from multiprocessing import Process\np = Process(); p.start(); p.join(); result = 'made'",
        "import pty\npid, fd = pty.fork()\nif pid == 0:\n    import os; os._exit(0)\nresult = 'made'",
    ],
    ids=["fork", "system", "subprocess", "posix_spawn", "multiprocessing", "pty"],
)
def test_no_process_can_be_started(run: Run, control: Run, code: str) -> None:
    """Every way to a second process ends in an error."""
    assert control(code).result == "made"
    ran = run(code)
    assert ran.result is None, ran
    assert ran.error in {
        "PermissionError",
        "OSError",
        "ZeroDivisionError",
        "FileNotFoundError",
        "BlockingIOError",
    }
    assert ran.exit.reason == "exited"


def test_exec_is_refused(run: Run) -> None:
    """The process cannot become another program, which would lose the message of what happened."""
    assert run("import os; os.execv('/bin/true', ['true'])").error in {"PermissionError", "FileNotFoundError"}


def test_threads_work_up_to_their_limit(run: Run, strong: bool) -> None:
    """Some threads are fine; a bomb of them is an error inside, or the run's end."""
    few = run("""
        import threading
        done = []
        threads = [threading.Thread(target=done.append, args=(n,)) for n in range(8)]
        for t in threads: t.start()
        for t in threads: t.join()
        result = sorted(done)
    """)
    assert few.result == list(range(8)), few
    bomb = run("""
        import threading, time
        threading.stack_size(65536)
        result, stop = 0, threading.Event()
        try:
            for _ in range(2000):
                threading.Thread(target=stop.wait, daemon=True).start(); result += 1
            time.sleep(2)
        except RuntimeError as e:
            assert 'start new thread' in str(e)
        stop.set()
    """)
    if strong:
        assert 8 < bomb.result <= 24, bomb
    else:
        assert bomb.exit.reason == "killed", bomb
        assert "24 threads" in bomb.exit.detail


def test_no_other_process_can_be_signalled(run: Run, control: Run) -> None:
    """A signal reaches neither the grader, nor the supervisor, nor everybody (-1), nor a group."""
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as victim:
        # at the strong level the number means nothing inside; it must not mean anything outside either
        for target in (f"{victim.pid}", f"{os.getpid()}", "os.getppid() or -1", "-1", "0"):
            for call in ("os.kill", "os.killpg"):
                ran = run(f"import os\n{call}({target}, 0)")
                assert ran.error in {"PermissionError", "OSError", "ProcessLookupError"}, (call, target, ran)
                assert ran.exit.reason == "exited"
        assert victim.poll() is None
        assert control(f"import os; os.kill({victim.pid}, 0); result = 1").result in {1, None}
        control(f"import os; os.kill({victim.pid}, 9)")
        victim.kill()


@pytest.mark.skipif(not X86, reason="the numbers of these system calls")
@pytest.mark.parametrize(
    ("name", "number", "arguments"),
    [
        ("ptrace", 101, (16, "PARENT", 0, 0)),
        ("process_vm_readv", 310, ("PARENT", 0, 0, 0, 0, 0)),
        ("pidfd_open", 434, ("PARENT", 0)),
        ("pidfd_getfd", 438, (0, 0, 0)),
        ("io_uring_setup", 425, (8, 0)),
        ("keyctl", 250, (0, -3, 0)),
        ("add_key", 248, (0, 0, 0, 0, 0)),
        ("unshare(user)", 272, (kernel.CLONE_NEWUSER,)),
        ("unshare(mount)", 272, (kernel.CLONE_NEWNS,)),
        ("setns", 308, (0, 0)),
        ("bpf", 321, (0, 0, 0)),
        ("perf_event_open", 298, (0, 0, -1, -1, 0)),
        ("userfaultfd", 323, (0,)),
        ("memfd_create", 319, (0, 0)),
        ("shmget", 29, (0, 4096, 0o1600)),
        ("mount", 165, (0, 0, 0, 0, 0)),
        ("setuid", 105, (0,)),
        ("capset", 126, (0, 0)),
        ("setsid", 112, ()),
        ("personality", 135, (0xFFFFFFFF,)),
        ("prctl(dumpable)", 157, (4, 1, 0, 0, 0)),
        ("seccomp", 317, (0, 0, 0)),
        ("clone(fork)", 56, (signal.SIGCHLD, 0, 0, 0, 0)),
        ("clone(user)", 56, (kernel.CLONE_NEWUSER | signal.SIGCHLD, 0, 0, 0, 0)),
        ("clone3", 435, (0, 0)),
        ("ioctl(TIOCSTI)", 16, (0, 0x5412, 0)),
        ("fcntl(SETOWN)", 72, (0, 8, 1)),
        ("sched_setaffinity", 203, (0, 0, 0)),
        ("setpriority", 141, (0, 0, 0)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_dangerous_system_calls_are_refused(run: Run, name: str, number: int, arguments: tuple[int | str, ...]) -> None:
    """Each is answered with EPERM or ENOSYS by the filter, before the kernel looks at its arguments."""
    passed = ", ".join("os.getppid()" if a == "PARENT" else str(int(a)) for a in arguments)
    ran = run(f"""
        import ctypes, errno, os
        libc = ctypes.CDLL(None, use_errno=True)
        libc.syscall.restype = ctypes.c_long
        got = libc.syscall(*map(ctypes.c_long, ({number}, {passed})))
        result = [got, errno.errorcode[ctypes.get_errno()] if got == -1 else None]
    """)
    assert ran.result in ([-1, "EPERM"], [-1, "ENOSYS"]), (name, ran)


@pytest.mark.skipif(not X86, reason="i386 calls exist on x86_64 only")
def test_calls_of_another_architecture_kill(run: Run) -> None:
    """The i386 entry, whose numbers mean other calls, ends the run."""
    ran = run("""
        import ctypes, mmap
        code = bytes([0xB8, 20, 0, 0, 0, 0xCD, 0x80, 0xC3])   # mov eax, 20 (getpid); int 0x80; ret
        page = mmap.mmap(-1, 4096, prot=7)
        page.write(code)
        call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
        result = call()
    """)
    assert ran.result is None
    assert ran.exit.reason == "killed"
    assert ran.exit.code == -signal.SIGSYS


def test_a_run_has_no_rights(run: Run, strong: bool) -> None:
    """No capability, no way to get one, no other process's memory, and not root where that is possible."""
    ran = run("""
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        sets = ctypes.create_string_buffer(24)
        header = (ctypes.c_uint * 2)(0x20080522, 0)
        libc.capget(header, sets)
        result = dict(caps=any(sets.raw), nnp=libc.prctl(39, 0, 0, 0, 0), dump=libc.prctl(3, 0, 0, 0, 0),
                      uid=os.getresuid(), groups=os.getgroups(), pid=os.getpid(), host=os.uname().nodename)
    """).result
    assert (ran["caps"], ran["nnp"], ran["dump"]) == (False, 1, 0)
    if strong:
        assert ran["uid"] == [65534] * 3
        assert (ran["pid"], ran["host"]) == (1, "sandbox")


def test_only_five_descriptors_are_open(run: Run) -> None:
    """stdin, stdout, stderr and the two channels: nothing of the grader's or the server's is inherited."""
    ran = run("""
        import os
        def is_open(fd):
            try: os.fstat(fd)
            except OSError: return False
            return True
        result = [fd for fd in range(2000) if is_open(fd)]
    """)
    assert ran.result == [0, 1, 2, 3, 4]


def test_the_environment_holds_nothing_of_the_graders(
    server: ForkServer, start: Callable[[Level], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither os.environ nor the memory that the process started with knows the caller's variables."""
    monkeypatch.setenv("SECRET_TOKEN", "xyzzy-in-the-environment")
    with start(server.level) as fresh:
        ran = fresh("""
            import ctypes, os, sys
            libc = ctypes.CDLL(None)
            environ = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, 'environ')
            raw, n = [], 0
            while environ[n]:
                raw.append(environ[n].decode()); n += 1
            result = [dict(os.environ), raw, sys.argv, getattr(sys, 'orig_argv', [])]
        """)
    assert "xyzzy" not in str(ran.result)
    assert {"HOME", "PATH"} <= set(ran.result[0])


def test_other_processes_are_invisible(run: Run, control: Run) -> None:
    """/proc tells nothing about the grader."""
    code = f"result = open('/proc/{os.getpid()}/cmdline').read()"
    assert control(code).result
    assert run(code).error in {"PermissionError", "FileNotFoundError"}
