"""The few Linux calls that Python has no function for, and what /proc tells of a process's memory and threads.

In: plain integers and paths. Out: nothing, or the call's result; a failed call raises OSError.
It does NOT decide anything: what is called, and in which order, stands in the other modules.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from dataclasses import dataclass

__all__ = [
    "Usage",
    "capset_none",
    "close_from",
    "has_capabilities",
    "madvise",
    "map_ids",
    "mount",
    "move_mount",
    "open_tree",
    "pivot_root",
    "prctl",
    "read_usage",
    "set_mount_flags",
    "sethostname",
    "syscall",
    "umount",
    "unshare",
]

CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC = 0x20000, 0x2000000, 0x4000000, 0x8000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REC, MS_PRIVATE, MNT_DETACH = 1, 2, 4, 8, 16384, 1 << 18, 2
ATTR_RDONLY, ATTR_NOSUID, ATTR_NODEV = 1, 2, 4

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_READ, PR_CAPBSET_DROP = 1, 4, 22, 23, 24
PR_SET_SECUREBITS, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT = 28, 36, 38, 47

MADV_COLLAPSE = 25

_OPEN_TREE, _MOVE_MOUNT, _CLOSE_RANGE, _MOUNT_SETATTR = 428, 429, 436, 442  # one number on every architecture
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_AT_FDCWD, _AT_EMPTY_PATH, _AT_RECURSIVE, _CLOEXEC = -100, 0x1000, 0x8000, 0x80000

_CAPABILITY_HEADER = struct.pack("II", 0x20080522, 0)  # version 3, this thread

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


def _checked(result: int, what: str) -> int:
    """Raise the OSError of a call that returned -1."""
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, f"{what}: {os.strerror(error)}")
    return result


def syscall(number: int, *arguments: int | bytes | None, what: str = "system call") -> int:
    """Make a system call by its number; integers are widened, bytes and None go as pointers."""
    widened = [ctypes.c_long(a) if isinstance(a, int) else ctypes.c_char_p(a) for a in arguments]
    return _checked(int(_libc.syscall(ctypes.c_long(number), *widened)), what)


def prctl(option: int, *arguments: int) -> int:
    """Call prctl with up to four integers."""
    padded = [ctypes.c_ulong(a) for a in (*arguments, 0, 0, 0, 0)[:4]]
    return _checked(int(_libc.prctl(ctypes.c_int(option), *padded)), f"prctl({option})")


def madvise(address: int, size: int, advice: int) -> None:
    """Tell the kernel how a range of this process's memory is going to be used."""
    _checked(int(_libc.madvise(ctypes.c_void_p(address), ctypes.c_size_t(size), ctypes.c_int(advice))), "madvise")


def unshare(flags: int) -> None:
    """Leave the given namespaces for new ones."""
    _checked(int(_libc.unshare(ctypes.c_int(flags))), f"unshare({flags:#x})")


def map_ids(uid: int, gid: int, outer_uid: int, outer_gid: int) -> None:
    """Name the one user and group of this process's new user namespace."""
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{uid} {outer_uid} 1\n"),
        ("gid_map", f"{gid} {outer_gid} 1\n"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def sethostname(name: bytes) -> None:
    """Name this UTS namespace's host."""
    _checked(int(_libc.sethostname(name, ctypes.c_size_t(len(name)))), "sethostname")


def capset_none() -> None:
    """Give up every capability: effective, permitted and inheritable."""
    _checked(int(_libc.capset(ctypes.c_char_p(_CAPABILITY_HEADER), ctypes.c_char_p(bytes(24)))), "capset")


def has_capabilities() -> bool:
    """Whether this process has any capability."""
    sets = ctypes.create_string_buffer(24)
    _checked(int(_libc.capget(ctypes.c_char_p(_CAPABILITY_HEADER), sets)), "capget")
    return any(sets.raw)


def close_from(first: int) -> None:
    """Close every file descriptor from `first` on."""
    syscall(_CLOSE_RANGE, first, 0xFFFFFFFF, 0, what="close_range")


def mount(kind: str, target: str, flags: int, options: str | None = None) -> None:
    """Mount a file system that has no source, or change a mount's propagation (kind "none")."""
    _checked(
        int(
            _libc.mount(
                b"none",
                target.encode(),
                kind.encode(),
                ctypes.c_ulong(flags),
                None if options is None else options.encode(),
            )
        ),
        f"mount {kind} on {target}",
    )


def umount(target: str) -> None:
    """Take a mount away as soon as nobody uses it."""
    _checked(int(_libc.umount2(target.encode(), MNT_DETACH)), f"umount {target}")


def open_tree(path: str) -> int:
    """Clone the mounts below `path`, detached from every folder; return a descriptor of the copy."""
    flags = 1 | _CLOEXEC | _AT_RECURSIVE  # 1: OPEN_TREE_CLONE
    return syscall(_OPEN_TREE, _AT_FDCWD, path.encode(), flags, what=f"open_tree {path}")


def set_mount_flags(flags: int, *, descriptor: int | None = None, path: str = "") -> None:
    """Add flags (ATTR_*) to all mounts of a cloned tree, or to the one mount at `path`."""
    attributes = struct.pack("QQQQ", flags, 0, 0, 0)
    at, how = (_AT_FDCWD, 0) if descriptor is None else (descriptor, _AT_EMPTY_PATH | _AT_RECURSIVE)
    syscall(_MOUNT_SETATTR, at, path.encode(), how, attributes, len(attributes), what="mount_setattr")


def move_mount(descriptor: int, target: str) -> None:
    """Attach a cloned tree at `target`."""
    syscall(_MOVE_MOUNT, descriptor, b"", _AT_FDCWD, target.encode(), 4, what=f"move_mount {target}")


def pivot_root() -> None:
    """Make the working folder, a mount, the root; the old root then lies on top of it, unmount it."""
    syscall(_PIVOT_ROOT[platform.machine()], b".", b".", what="pivot_root")


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process uses: sizes in bytes."""

    space: int  # address space
    private: int  # memory of its own that is not of a file on disk: resident, shared with nobody or anonymous, swapped
    threads: int


def read_usage(pid: int | str) -> Usage | None:
    """Return what a process ("self": this one) uses; None if it has ended or /proc does not tell."""
    try:
        with open(f"/proc/{pid}/status") as file:
            fields = dict(line.split(":", 1) for line in file)
        size, *private = (int(fields[name].split()[0]) * 1024 for name in ("VmSize", "RssAnon", "RssShmem", "VmSwap"))
        return Usage(size, sum(private), int(fields["Threads"]))
    except (OSError, KeyError, ValueError):
        return None
