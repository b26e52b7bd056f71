"""Landlock: from now on this process may read some paths, write one folder, and nothing else.

In: lists of paths. Out: nothing; the restriction holds for this process for good. It also stops TCP
(ABI 4), commands to devices (ioctl, ABI 5) but those of a GPU, signals to and abstract sockets of
processes outside (ABI 6), newer kinds of sockets (9, 10).
It does NOT hide that a path exists: `stat` stays possible, that takes a private root.

https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterable

from autograder.isolation.kernel import syscall

__all__ = ["abi", "described", "restrict"]

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # one number on every architecture
_RULE_PATH_BENEATH = 1

_WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_DIR, _REMOVE_FILE = 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5
_MAKE_DIR, _MAKE_REG, _REFER, _TRUNCATE, _IOCTL_DEV = 1 << 7, 1 << 8, 1 << 13, 1 << 14, 1 << 15

_READ = _READ_FILE | _READ_DIR  # never EXECUTE
_WRITE = _READ | _WRITE_FILE | _TRUNCATE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER
_DEVICE = _READ_FILE | _WRITE_FILE
_COMMANDED = _DEVICE | _IOCTL_DEV
_OVERWRITE = _READ | _WRITE_FILE | _TRUNCATE
_FOR_FILES = _READ_FILE | _WRITE_FILE | _TRUNCATE | _IOCTL_DEV

# ABI -> how many file rights it knows; the restriction denies all of them but those that a rule gives
_FS_RIGHTS = ((1, 13), (2, 14), (3, 15), (5, 16), (9, 17))


def abi() -> int:
    """Return the version of Landlock in this kernel; 0: none."""
    try:
        return syscall(_CREATE_RULESET, None, 0, 1)
    except OSError:
        return 0


def described(version: int) -> str:
    """Say what this version limits, and what it cannot."""
    since = ((1, "paths"), (3, "truncation"), (4, "TCP"), (5, "commands to devices"), (6, "signals, abstract sockets"))
    has = ", ".join(what for first, what in since if first <= version)
    lacks = ", ".join(what for first, what in since if first > version)
    return f"Landlock ABI {version}: limits {has or 'nothing'}" + (f"; not {lacks}" if lacks else "")


def _ruleset(version: int) -> tuple[int, int]:
    """Return (descriptor of an empty ruleset that denies all that this ABI can deny, its file rights)."""
    rights = (1 << max(bits for since, bits in _FS_RIGHTS if version >= since)) - 1
    network = 0b1111 if version >= 10 else 0b11 if version >= 4 else 0  # TCP bind, connect; UDP
    scoped = 0b11 if version >= 6 else 0  # abstract sockets, signals
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    attributes = struct.pack("QQQ", rights, network, scoped)
    return syscall(_CREATE_RULESET, attributes, size, 0, what="landlock_create_ruleset"), rights


def restrict(
    readable: Iterable[str],
    writable: Iterable[str],
    devices: Iterable[str],
    *,
    commanded: Iterable[str] = (),
    overwritable: Iterable[str] = (),
) -> None:
    """Deny this process (one thread, no_new_privs set) all paths but these; raise OSError if impossible.

    `commanded`: devices that take ioctl as well; `overwritable`: folders whose files, as they are, may be written.
    """
    ruleset, known = _ruleset(abi())
    granted = (
        (readable, _READ),
        (writable, _WRITE),
        (devices, _DEVICE),
        (commanded, _COMMANDED),
        (overwritable, _OVERWRITE),
    )
    try:
        for paths, rights in granted:
            for path in paths:
                _allow(ruleset, path, rights & known)
        syscall(_RESTRICT_SELF, ruleset, 0, what="landlock_restrict_self")
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    """Add one rule; a path that does not exist needs none."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= _FOR_FILES
        rule = struct.pack("=Qi", rights, descriptor)
        syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0, what=f"landlock_add_rule {path}")
    finally:
        os.close(descriptor)
