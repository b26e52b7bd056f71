"""The sandbox as it is for device="cuda", on a machine without a GPU: what it opens, and what stays shut.

The driver itself is not there: what it needs is played with ordinary files and devices.
"""

from __future__ import annotations

import fcntl
import os
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from runs import finish

from autograder.isolation import ForkServer, kernel, landlock, seccomp
from autograder.isolation.mounts import gpu_nodes
from autograder.model import Level, Limits

_RANDOM_BITS = 0x80045200  # /dev/random tells anybody how many it has
_LIMITS = Limits(wall_s=20.0, cpu_s=20.0, memory_mb=300, file_mb=8, scratch_mb=16, threads=24)
_NEEDS_ABI_5 = pytest.mark.skipif(landlock.abi() < 5, reason="this kernel's Landlock knows no commands to devices")


def _in_child(work: Callable[[], Any]) -> str:
    """Return what `work` gave in a fork of this process, or the name of its error."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said = str(work())
        except OSError as error:
            said = os.strerror(error.errno or 0)
        os.write(write, said.encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as stream:
        return stream.read()


# ---------------------------------------------------------------- device nodes and commands to them


def test_only_one_cards_nodes_are_opened(tmp_path: Path) -> None:
    """The driver's control, its memory, and the first card: no tool of profilers, no screen, no second card."""
    for name in ("nvidia10", "nvidia2", "nvidiactl", "nvidia-uvm", "nvidia-uvm-tools", "nvidia-modeset", "null"):
        tmp_path.joinpath(name).touch()
    tmp_path.joinpath("nvidia-caps").mkdir()
    names = [Path(node).name for node in gpu_nodes(str(tmp_path))]
    assert names == ["nvidiactl", "nvidia-uvm", "nvidia2"]


def test_without_a_card_there_is_no_node(tmp_path: Path) -> None:
    """A machine without the driver has none to open."""
    assert gpu_nodes(str(tmp_path)) == ()


@_NEEDS_ABI_5
def test_commands_reach_only_the_devices_of_the_list() -> None:
    """Landlock answers ioctl on another device with EACCES, however it was opened; what is on the list hears it."""

    def ask(commanded: tuple[str, ...]) -> str:
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        landlock.restrict(("/usr/lib",), (), ("/dev/random", "/dev/null"), commanded=commanded)
        bits = fcntl.ioctl(os.open("/dev/random", os.O_RDONLY), _RANDOM_BITS, b"1234")
        return f"{len(bits)} bytes"

    assert _in_child(lambda: ask(("/dev/random",))) == "4 bytes"
    assert _in_child(lambda: ask(("/dev/null",))) == "Permission denied"
    assert _in_child(lambda: ask(())) == "Permission denied"


@_NEEDS_ABI_5
def test_a_terminal_takes_no_commands() -> None:
    """A pseudo-terminal may be read and written as before, but not commanded."""

    def ask(commanded: tuple[str, ...]) -> str:
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        landlock.restrict((), (), ("/dev/ptmx",), commanded=commanded)
        terminal = os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY)
        return f"{len(fcntl.ioctl(terminal, 0x80045430, b'1234'))} bytes"  # TIOCGPTN: which one it is

    assert _in_child(lambda: ask(("/dev/ptmx",))) == "4 bytes"
    assert _in_child(lambda: ask(())) == "Permission denied"


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the numbers of commands")
@pytest.mark.parametrize(
    ("device", "request_number", "said"),
    [
        ("cuda", 0xC020462A, "Inappropriate ioctl for device"),  # the filter lets it through, and no driver is there
        ("cuda", 0x30000001, "Inappropriate ioctl for device"),
        ("cuda", 37, "Inappropriate ioctl for device"),
        ("cpu", 0xC020462A, "Operation not permitted|Function not implemented"),
        ("cuda", 0x5412, "Operation not permitted|Function not implemented"),  # types into a terminal
        ("cuda", 0x8946, "Operation not permitted|Function not implemented"),  # network cards
        ("cuda", 0xAE01, "Operation not permitted|Function not implemented"),  # virtual machines
        ("cuda", 0x4C82, "Operation not permitted|Function not implemented"),  # loop devices
    ],
)
def test_the_filter_knows_the_drivers_commands(device: str, request_number: int, said: str) -> None:
    """Seccomp lets the NVIDIA driver's numbers through and no others; it cannot tell to which device they go."""

    def ask() -> int:
        compiled = seccomp.compile_filter(private_root=False, device=device)
        null = os.open("/dev/null", os.O_RDWR)
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        seccomp.install(compiled)
        return fcntl.ioctl(null, request_number, 0)

    assert _in_child(ask) in said.split("|")


# ---------------------------------------------------------------- what the driver needs besides


def test_threads_can_be_named_as_the_driver_does_it(cuda_run: Any, run: Any) -> None:
    """CUDA's start writes a thread's name into /proc and fails where it cannot; nothing else there can be written."""
    code = """
        import os, threading
        def name(which):
            file = os.open(which, os.O_RDWR)
            os.write(file, b'cuda0')
            os.close(file)
            with open(which, 'w') as file: file.write('cuda1')
            return open(which).read().strip()
        result = []
        def work():
            tid = threading.get_native_id()
            result.append(name(f'/proc/self/task/{tid}/comm'))
            for other in (f'/proc/self/task/{tid}/oom_score_adj', '/proc/self/oom_score_adj', '/proc/self/mem',
                          '/proc/self/comm', '/proc/sys/kernel/hostname', '/proc/self/uid_map'):
                try: name(other)
                except OSError as error: result.append(error.errno)
                else: result.append(other)
        threads = [threading.Thread(target=work) for _ in range(2)]
        for one in threads: one.start()
        for one in threads: one.join()
    """
    ran = cuda_run(code)
    assert len(ran.result) == 14, ran
    assert [one for one in ran.result if isinstance(one, str)] == ["cuda1", "cuda1"], ran
    assert run(code).result == [], "on the CPU there is no /proc to write to"


def test_of_proc_only_the_own_process_and_the_drivers_entries(cuda_run: Any, strong: bool) -> None:
    """It can count processors and read its own map; it sees neither other processes nor the kernel's other files."""
    ran = cuda_run(f"""
        import os
        result = []
        for path in ('/proc/cpuinfo', '/proc/meminfo', '/proc/devices', '/proc/self/maps', '/proc/self/status'):
            result.append(len(open(path).read()) > 0)
        for path in ('/proc/{os.getpid()}/cmdline', '/proc/{os.getppid()}/environ', '/proc/version', '/proc/mounts/..',
                     '/proc/kallsyms', '/proc/sys/kernel/random/boot_id', '/proc/modules'):
            try: open(path).read(1)
            except OSError: result.append('shut')
            else: result.append(path)
        result.append(len(open('/proc/net/tcp').readlines()))
    """)
    *seen, connections = ran.result
    assert seen == [True] * 5 + ["shut"] * 7, ran
    if strong:  # else the machine's are listed there: docs/security.md says so
        assert connections == 1, "the line of headings"


def test_a_socket_that_listens_and_that_nobody_reaches(cuda_run: Any) -> None:
    """CUDA's start needs one, with a name in no folder; connecting and accepting stay refused, and so do others."""
    ran = cuda_run("""
        import socket
        def tried(call, *arguments):
            try: call(*arguments)
            except OSError as error: return error.errno
            return 'done'
        name = '\\0cuda-uvmfd-1-1'
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        result = [tried(listening.bind, name), tried(listening.listen), tried(listening.accept)]
        other = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        result += [tried(other.connect, name), tried(other.bind, 'file')]
        for family in (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):
            for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
                if (family, kind) != (socket.AF_UNIX, socket.SOCK_SEQPACKET):
                    result.append(tried(socket.socket, family, kind))
    """)
    bound, listened, *others = ran.result
    assert (bound, listened) == ("done", "done"), ran
    assert "done" not in others, ran
    assert len(others) == 18


# ---------------------------------------------------------------- memory, without a limit on address space


def test_much_address_space_is_no_matter(cuda_run: Any, run: Any) -> None:
    """CUDA reserves terabytes that it never touches: there is no limit on that, where on the CPU there is one."""
    code = "import mmap; result = len(mmap.mmap(-1, 2**40, flags=mmap.MAP_PRIVATE | 0x4000))"
    assert cuda_run(code).result == 2**40
    assert run(code).error == "OSError"


@pytest.mark.parametrize(
    "take",
    [
        "kept = bytearray(700 * 2**20)",
        "import mmap; kept = mmap.mmap(-1, 700 * 2**20); kept.write(b'1' * len(kept))",
        (
            "import mmap, os\nkept = []\nfor n in range(100):\n"
            "    file = os.memfd_create('x'); os.ftruncate(file, 7 * 2**20)\n"
            "    kept.append(mmap.mmap(file, 7 * 2**20)); kept[-1].write(b'1' * 7 * 2**20); os.close(file)"
        ),
    ],
    ids=["own", "shared", "files in memory"],
)
def test_memory_that_is_used_ends_the_run(cuda_run: Any, take: str) -> None:
    """The supervisor looks at what is in use, of whatever kind, and says what it was."""
    ran = cuda_run(take + "\nimport time; time.sleep(10)", _LIMITS)
    assert ran.exit.reason == "memory", ran
    assert "300 MiB" in ran.exit.detail
    assert ran.exit.wall_s < 8


def test_memory_below_the_limit_is_left_alone(cuda_run: Any) -> None:
    """The same, less of it."""
    ran = cuda_run("kept = bytearray(200 * 2**20)\nimport time; time.sleep(1); result = 1", _LIMITS)
    assert (ran.result, ran.exit.reason) == (1, "exited")


# ---------------------------------------------------------------- a sandbox that cannot be made


def test_a_run_that_fails_while_it_is_still_root_says_why(tmp_path: Path) -> None:
    """The supervisor is nobody by then, and cannot signal a process of root's, not even a dead one."""
    (tmp_path / "rootless_worker.py").write_text(
        "from autograder.isolation import private_root\n"
        "def enter(*_, **__): raise OSError('sabotaged')\n"
        "def warm(): private_root.enter = enter\n"
        "def main(state, read, write): print('ran', flush=True)\n"
    )
    with (
        ForkServer(level=Level.STRONG, worker="rootless_worker", extra_path=[tmp_path]) as sabotaged,
        sabotaged.spawn(_LIMITS) as child,
    ):
        end = child.wait(10.0)
    assert (end.reason, end.detail) == ("setup", "private root: sabotaged")


def test_another_worker_module_gets_no_card(cuda_server: ForkServer) -> None:
    """A judge runs no student's code on a card, and so its sandbox opens none: it is that of a CPU."""
    code = "import os; result = os.path.isdir('/proc/self')"
    with_card = finish(cuda_server.spawn(_LIMITS), code)
    without = finish(cuda_server.spawn(_LIMITS, worker="echo_worker_again"), code)
    assert without.error is None
    if cuda_server.level is Level.STRONG:
        assert (with_card.result, without.result) == (True, False)
    over = finish(cuda_server.spawn(_LIMITS, worker="echo_worker_again"), "bytearray(2**30)")
    assert over.error is not None
