"""A machine of its own for a hub, as far as the kernel gives one: accounts, homes, /srv and processes are private.

What deploy/jupyterhub_config.py says is run as it stands: it makes Unix users, and starts servers as them. Nothing of
that is seen outside, and all processes end with the first. It takes root, for that is what a hub's machine needs.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.prefix) / "bin"
PRIVATE = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private"]
GRADER = 1000  # the image's user of this name
NOBODY = 65534
MOUNTS = """
set -e
mount --bind {etc} /etc
mount --bind {home} /home
mount -t tmpfs -o mode=755 private /srv
mkdir /srv/course
mkdir --mode=700 /srv/jupyterhub
mount --bind {course} /srv/course
mount -t tmpfs -o mode=755 private /usr/local/share
mkdir -p /usr/local/share/nbgrader/exchange
chmod 1777 /usr/local/share/nbgrader/exchange
useradd --uid {grader} --create-home --key HOME_MODE=0700 grader
cd /srv/jupyterhub
"""


def why_not() -> str:
    """Return what this machine lacks for a hub; "" if nothing."""
    if os.geteuid() != 0:
        return "a hub starts servers as other users, which takes root"
    missing = [name for name in ("unshare", "nsenter", "setpriv", "useradd") if shutil.which(name) is None]
    missing += [name for name in ("jupyterhub", "configurable-http-proxy") if not (BIN / name).exists()]
    if missing:
        return f"no {', '.join(missing)} here: make hub"
    tried = subprocess.run([*PRIVATE, "mount", "-t", "tmpfs", "t", "/srv"], capture_output=True, text=True, check=False)
    return f"no namespaces here: {tried.stderr.strip()}" if tried.returncode else ""


class Machine:
    """The machine with the hub on it; `folder` is empty, `course` is the course's folder, which becomes grader's."""

    def __init__(self, folder: Path, course: Path, command: list[str], **environment: str) -> None:
        self.log = folder / "hub.log"
        shutil.copytree("/etc", folder / "etc", symlinks=True, ignore_dangling_symlinks=True)
        for name in ("passwd", "group"):
            lines = (folder / "etc" / name).read_text("utf-8").splitlines()
            kept = [line for line in lines if not GRADER <= int(line.split(":")[2]) < NOBODY]
            (folder / "etc" / name).write_text("".join(f"{line}\n" for line in kept), "utf-8")
        (folder / "home").mkdir(mode=0o755)
        script = MOUNTS.format(etc=folder / "etc", home=folder / "home", course=course, grader=GRADER)
        script = enterable(folder) + script + f"exec {shlex.join(command)}\n"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*PRIVATE, "bash", "-c", script], stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                env={"PATH": f"{BIN}:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", **environment},
            )  # fmt: skip

    def run(self, user: str, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command on the machine as one of its users, in the home, or in the course's folder."""
        (first,) = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("ascii").split()
        folder = "/srv/course" if user == "grader" else f"/home/{user}"
        script = f'cd {folder} && exec setpriv --reuid={user} --regid={user} --init-groups -- "$@"'
        return subprocess.run(
            ["nsenter", "--target", first, "--mount", "--pid", "bash", "-c", script, "bash", *command],
            capture_output=True, text=True, check=False, timeout=600,
            env={"PATH": f"{BIN}:/usr/bin:/bin", "HOME": f"/home/{user}", "LANG": "C.UTF-8"},
        )  # fmt: skip

    def said(self) -> str:
        """Return what the hub and the servers have written."""
        return self.log.read_text("utf-8", "replace")

    def end(self) -> None:
        """End every process of the machine."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)  # unshare then kills the first process, and the kernel the others
        self.process.wait(30)


def enterable(folder: Path) -> str:
    """Return commands that let every user reach this Python and this project where root's home holds them."""
    lines = []
    inside = [path for path in (Path(sys.base_prefix), Path(sys.prefix), ROOT) if path.is_relative_to("/root")]
    for number, path in enumerate(inside):
        (folder / f"root-{number}").mkdir()
        lines.append(f"mount --bind {path} {folder / f'root-{number}'}")
    if inside:
        lines.append("mount -t tmpfs -o mode=755 private /root")
    for number, path in enumerate(inside):
        lines += [f"mkdir -p {path}", f"mount --bind {folder / f'root-{number}'} {path}"]
    return "".join(f"{line}\n" for line in ["set -e", *lines])


def wait_for(what: Callable[[], bool], machine: Machine, seconds: float = 300.0) -> None:
    """Wait until `what()` is true; fail when the machine ends before."""
    end = time.monotonic() + seconds
    while not what():
        assert machine.process.poll() is None, machine.said()[-5000:]
        assert time.monotonic() < end, machine.said()[-5000:]
        time.sleep(0.2)
