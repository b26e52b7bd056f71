"""Which user a run has, its namespaces, its capabilities, its resource limits.

In: numbers. Out: nothing; the calling process is changed, and `verify_nobody` says whether it
worked. Two ways lead into the namespaces: real root unshares them directly and drops to NOBODY
later; anyone else makes a user namespace first, in which NOBODY is the caller. It does NOT touch
mounts (private_root) or paths (landlock).
"""

from __future__ import annotations

import errno
import math
import os
import resource

from autograder.isolation import kernel
from autograder.model import Limits

__all__ = [
    "NOBODY",
    "become_nobody",
    "drop_capabilities",
    "limit_resources",
    "new_namespaces",
    "new_user_namespace",
    "own_user_count",
    "verify_nobody",
]

NOBODY = 65534
_OTHERS = kernel.CLONE_NEWPID | kernel.CLONE_NEWNET | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS | kernel.CLONE_NEWCGROUP
_DESCRIPTORS = 128
_SECURE_BITS = 0x2F | 0xC0  # no root, no setuid fixup, keep-caps off, ambient off; all locked


def new_user_namespace() -> None:
    """Enter a user namespace in which the caller is NOBODY, with every capability over it."""
    uid, gid = os.geteuid(), os.getegid()
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # else /proc/self/uid_map belongs to root
    kernel.unshare(kernel.CLONE_NEWUSER)
    kernel.map_ids(NOBODY, NOBODY, uid, gid)


def new_namespaces() -> None:
    """Leave the pid (for the next child), network, ipc, host name and cgroup namespaces."""
    kernel.unshare(_OTHERS)
    kernel.sethostname(b"sandbox")


def become_nobody() -> None:
    """Drop to NOBODY for good: real, effective and saved user and group, no further groups."""
    _drop_bounding_set()  # while it is still allowed
    if os.geteuid() == 0:
        os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


def own_user_count() -> bool:
    """Enter an unmapped user namespace, whose threads are counted by themselves; False if refused.

    NOBODY's processes are otherwise counted over all runs, so that RLIMIT_NPROC means nothing.
    """
    try:
        kernel.unshare(kernel.CLONE_NEWUSER)
    except OSError:
        return False
    return True


def _drop_bounding_set() -> None:
    for capability in range(64):
        try:
            kernel.prctl(kernel.PR_CAPBSET_DROP, capability)
        except OSError as error:
            if error.errno == errno.EINVAL:  # beyond the last one
                return
            if error.errno != errno.EPERM:  # no right to: then there is nothing to gain from the set
                raise


def drop_capabilities() -> None:
    """Give up every capability, the ways to get one back, and the effect of setuid programs."""
    _drop_bounding_set()
    try:
        kernel.prctl(kernel.PR_CAP_AMBIENT, 4)  # clear all
        kernel.prctl(kernel.PR_SET_SECUREBITS, _SECURE_BITS)
    except OSError as error:
        if error.errno != errno.EPERM:
            raise
    kernel.capset_none()
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)


def verify_nobody(*, root_allowed: bool = False) -> None:
    """Raise OSError if this process is root, can become it, or has any capability left."""
    if kernel.has_capabilities():
        raise OSError(errno.EPERM, "capabilities are left")
    if root_allowed:
        return
    if 0 in (*os.getresuid(), *os.getresgid()):
        raise OSError(errno.EPERM, "the process is still root")
    try:
        os.setresuid(0, 0, 0)
    except OSError:
        return
    raise OSError(errno.EPERM, "the process could become root again")


def limit_resources(limits: Limits, warm_bytes: int | None, threads: int | None) -> None:
    """Set the rlimits; `warm_bytes` is the address space that the process starts with (None: no limit).

    `threads` is None where the user's processes are not counted by run; the supervisor then counts.
    """
    cpu = max(1, math.ceil(limits.cpu_s))
    mib = 2**20
    wanted = [
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_CPU, cpu, cpu + 1),
        (resource.RLIMIT_FSIZE, limits.file_mb * mib, limits.file_mb * mib),
        (resource.RLIMIT_NOFILE, _DESCRIPTORS, _DESCRIPTORS),
        (resource.RLIMIT_MEMLOCK, 0, 0),
        (resource.RLIMIT_MSGQUEUE, 0, 0),
        (resource.RLIMIT_RTPRIO, 0, 0),
        (resource.RLIMIT_NICE, 0, 0),
        (resource.RLIMIT_SIGPENDING, 256, 256),
    ]
    if warm_bytes is not None:
        space = warm_bytes + limits.memory_mb * mib
        wanted.append((resource.RLIMIT_AS, space, space))
    if threads is not None:
        wanted.append((resource.RLIMIT_NPROC, threads, threads))
    for which, soft, hard in wanted:
        _, ceiling = resource.getrlimit(which)
        if ceiling == resource.RLIM_INFINITY:
            resource.setrlimit(which, (soft, hard))
        else:
            resource.setrlimit(which, (min(soft, ceiling), min(hard, ceiling)))
