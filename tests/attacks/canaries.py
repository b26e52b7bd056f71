"""What an attack must not touch, and who tells when it did.

In: names of attacks. Out: files, sockets and a folder outside of every run; afterwards, for each attack,
what it touched. All addresses are on loopback.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import selectors
import socket
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import Any, Self

__all__ = ["Canaries", "adopting", "at_rest", "strays"]


class Canaries:
    """The traps of one batch; each attack has its own, so that what is touched has a name."""

    def __init__(self, folder: Path, secret: str) -> None:
        """Make the file and the folder: everybody may read the one and write into the other."""
        self._folder = folder
        folder.mkdir(mode=0o755)
        self.file = folder / "canary.txt"
        self.content = f"{secret}\n".encode()
        self.file.write_bytes(self.content)
        self.file.chmod(0o666)
        for name in ("written", "sockets"):
            (folder / name).mkdir()
            (folder / name).chmod(0o777)
        self._selector = selectors.DefaultSelector()
        self._lock = threading.Lock()
        self._contacted: dict[str, list[str]] = defaultdict(list)
        self._open: list[socket.socket] = []
        self._ending = False
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        """Start listening."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening, and close the sockets."""
        self._ending = True
        for one in self._open:
            one.close()
        self._selector.close()

    def settle(self) -> None:
        """Look once more at every trap, then stop listening."""
        self._ending = True
        self._thread.join()
        self._look()

    def values(self, student: str, code: str) -> dict[str, object]:
        """Return this attack's placeholders; sockets only if the code names them."""
        made: dict[str, object] = {
            "CANARY_FILE": str(self.file),
            "CANARY_WRITE": str(self._folder / "written" / student),
        }
        for name, family, kind, address in (
            ("CANARY_PORT", socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            ("CANARY_UDP", socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            ("CANARY_SOCKET", socket.AF_UNIX, socket.SOCK_STREAM, str(self._folder / "sockets" / str(len(self._open)))),
        ):
            if name in code:
                made[name] = self._trap(student, name, socket.socket(family, kind), address)
        return made

    def _trap(self, student: str, name: str, one: socket.socket, address: Any) -> object:
        one.bind(address)
        if one.family == socket.AF_UNIX:
            Path(address).chmod(0o777)
        if one.type == socket.SOCK_STREAM:
            one.listen()
        one.setblocking(False)
        self._open.append(one)
        with self._lock:
            self._selector.register(one, selectors.EVENT_READ, (student, name))
        return address if one.family == socket.AF_UNIX else one.getsockname()[1]

    def _listen(self) -> None:
        while not self._ending:
            self._look()
            time.sleep(0.05)

    def _look(self) -> None:
        with self._lock:
            ready = self._selector.select(0) if self._open else []
        for key, _ in ready:
            student, name = key.data
            self._contacted[student].append(name)
            with contextlib.suppress(OSError):
                if key.fileobj.type == socket.SOCK_STREAM:  # type: ignore[union-attr]
                    key.fileobj.accept()[0].close()  # type: ignore[union-attr]
                else:
                    key.fileobj.recv(1 << 16)  # type: ignore[union-attr]

    def touched(self, student: str) -> list[str]:
        """Return what one attack contacted or wrote."""
        found = [f"contacted: {name}" for name in dict.fromkeys(self._contacted[student])]
        written = [path.name for path in (self._folder / "written").iterdir() if path.name.startswith(student)]
        return found + [f"wrote: {name}" for name in written]

    def harmed(self) -> list[str]:
        """Return what happened to the things that all attacks share."""
        kept = self.file.is_file() and self.file.read_bytes() == self.content
        found = [] if kept else ["wrote: the canary's file was changed, or is gone"]
        if {path.name for path in self._folder.iterdir()} != {"canary.txt", "written", "sockets"}:
            found.append("wrote: there is something new in the canaries' folder")
        return found


@contextlib.contextmanager
def adopting() -> Any:
    """Make this process the parent of every orphan below it, so that none gets out of sight."""
    prctl = ctypes.CDLL(None).prctl
    prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
    try:
        yield
    finally:
        prctl(36, 0, 0, 0, 0)


def at_rest() -> set[int]:
    """Return the descendants of this process once they stay the same for a while: fork server and templates."""
    found = set(_descendants(os.getpid()))
    for _ in range(20):
        time.sleep(0.5)
        before, found = found, set(_descendants(os.getpid()))
        if found == before:
            break
    return found


def strays(known: set[int], server: int, patience: float = 3.0) -> list[str]:
    """Return the living descendants of this process that are not in `known`, by their command lines.

    Templates come and go: they are the fork server's children in its own session, which no run has a process in.
    """
    until = time.monotonic() + patience
    while found := [pid for pid in _descendants(os.getpid()) if pid not in known and not _is_template(pid, server)]:
        if time.monotonic() >= until:
            break
        time.sleep(0.1)
    said = []
    for pid in found:
        with contextlib.suppress(OSError):
            said.append(f"{pid} {Path(f'/proc/{pid}/cmdline').read_bytes()[:100]!r}")
    return said


def _is_template(pid: int, server: int) -> bool:
    with contextlib.suppress(OSError):
        parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        return parent == server and os.getsid(pid) == server
    return False


def _descendants(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            for child in (task / "children").read_text().split():
                if Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
                    found.append(int(child))
                with contextlib.suppress(OSError):
                    found += _descendants(int(child))
    return found
