"""Try each means of isolation in a throwaway fork, and print what came of it as JSON.

Run in a process of its own, so that a half-made namespace never becomes anybody's. Out, on stdout:
{step: "" if it worked, else why not} for the steps root, user, landlock, seccomp. It does NOT judge.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable

from autograder.isolation import kernel, landlock, private_root, privileges, seccomp
from autograder.isolation.mounts import WRITABLE_DEVICES, Mounts, find_mounts

__all__ = ["main"]

_LIMIT_S = 10
_SECRET = "/etc/passwd"  # a file that exists everywhere and that no run may read  # noqa: S105


def main() -> None:
    """Print the results."""
    mounts = find_mounts()  # before any right is dropped
    steps: dict[str, Callable[[], None]] = {
        "root": lambda: _as_root(mounts),
        "user": lambda: _as_user(mounts),
        "landlock": _landlock,
        "seccomp": _seccomp,
    }
    json.dump({name: _attempt(step) for name, step in steps.items()}, sys.stdout)


def _attempt(step: Callable[[], None]) -> str:
    """Run a step in a fork; return why it failed, or nothing."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        signal.alarm(_LIMIT_S)
        try:
            step()
            os.write(write, b"ok")
        except Exception as error:  # noqa: BLE001
            os.write(write, str(error).encode()[:500])
            os._exit(1)
        finally:
            os._exit(0)
    os.close(write)
    with open(read) as file:
        outcome = file.read()
    os.waitpid(pid, 0)
    return "" if outcome == "ok" else outcome or "it did not end"


def _as_root(mounts: Mounts) -> None:
    if os.geteuid() != 0:
        raise OSError("not root")
    _private_root(mounts)


def _as_user(mounts: Mounts) -> None:
    if os.geteuid() == 0:
        privileges.become_nobody()
    privileges.new_user_namespace()
    _private_root(mounts)


def _private_root(mounts: Mounts) -> None:
    """Go into the namespaces; see in the first process there that the machine's files are gone."""
    privileges.new_namespaces()
    pid = os.fork()
    if pid:
        _, status = os.waitpid(pid, 0)
        if status:
            os._exit(1)  # it has written why
        return
    private_root.enter(mounts, 1, 10, privileges.NOBODY)
    privileges.become_nobody()
    privileges.drop_capabilities()
    privileges.verify_nobody()
    with open(f"{private_root.SCRATCH}/file", "w") as file:
        file.write("x")
    if os.path.exists(_SECRET) or os.getpid() != 1:
        raise OSError("the new namespaces do not hide the machine")
    os._exit(0)


def _landlock() -> None:
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    landlock.restrict(("/usr/lib",), (), WRITABLE_DEVICES)
    try:
        os.close(os.open(_SECRET, os.O_RDONLY))
    except PermissionError:
        return
    raise OSError("the kernel does not keep the rule")


def _seccomp() -> None:
    compiled = seccomp.compile_filter(private_root=False)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    seccomp.install(compiled)
    try:
        pid = os.fork()
    except OSError:
        return
    if pid == 0:
        os._exit(0)
    raise OSError("the kernel does not keep the filter")
