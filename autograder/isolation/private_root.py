"""A root folder of its own: what is visible, read-only, and one writable folder with a quota.

In: the visible paths and a size. Out: the calling process sees /scratch and those paths, nothing
else of the machine's disk. Needs CAP_SYS_ADMIN in its user namespace. The mounts are made before
that is given up, so what is visible may lie below a folder that the later user could not enter.
It does NOT drop any right.
"""

from __future__ import annotations

import os
import stat

from autograder.isolation import kernel
from autograder.isolation.kernel import ATTR_NODEV, ATTR_NOSUID, ATTR_RDONLY, MS_NODEV, MS_NOEXEC, MS_NOSUID
from autograder.isolation.mounts import Mounts

__all__ = ["SCRATCH", "enter"]

SCRATCH = "/scratch"
_NEW_ROOT = "/tmp"  # any existing folder: the new root covers it until it becomes the root  # noqa: S108


def enter(mounts: Mounts, scratch_mb: int, files: int, owner: int, *, proc: bool = False) -> None:
    """Leave the machine's mounts for a private root whose /scratch belongs to user and group `owner`.

    `proc`: with the /proc of this process's own world, whole and writable: what of it may be opened, Landlock says.
    """
    kernel.unshare(kernel.CLONE_NEWNS)
    kernel.mount("none", "/", kernel.MS_REC | kernel.MS_PRIVATE)
    # Clone first, while nothing is covered: a visible path may lie below the mount point.
    trees = [(path, _clone(path, ATTR_NODEV)) for path in mounts.paths if not path.startswith("/proc/")]
    trees += [(path, _clone(path, 0)) for path in (*mounts.devices, *mounts.gpu)]
    kernel.mount("tmpfs", _NEW_ROOT, MS_NOSUID | MS_NODEV, "size=1m,nr_inodes=4000,mode=755")
    for path, tree in trees:
        _attach(tree, path)
    for name, target in mounts.links:
        os.makedirs(os.path.dirname(_NEW_ROOT + name), exist_ok=True)
        os.symlink(target, _NEW_ROOT + name)
    _make_scratch(scratch_mb, files, owner)
    if proc:
        os.mkdir(f"{_NEW_ROOT}/proc")
        kernel.mount("proc", f"{_NEW_ROOT}/proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    _become_root()


def _clone(path: str, flags: int) -> int:
    tree = kernel.open_tree(path)
    kernel.set_mount_flags(ATTR_RDONLY | ATTR_NOSUID | flags, descriptor=tree)
    return tree


def _attach(tree: int, path: str) -> None:
    """Mount a cloned tree at its own path below the new root."""
    target = _NEW_ROOT + path
    if stat.S_ISDIR(os.fstat(tree).st_mode):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_CLOEXEC, 0o644))
    kernel.move_mount(tree, target)
    os.close(tree)


def _make_scratch(size_mb: int, files: int, owner: int) -> None:
    folder = _NEW_ROOT + SCRATCH
    os.mkdir(folder)
    options = f"size={size_mb}m,nr_inodes={files},mode=700,uid={owner},gid={owner}"
    kernel.mount("tmpfs", folder, MS_NOSUID | MS_NODEV | MS_NOEXEC, options)


def _become_root() -> None:
    os.chdir(_NEW_ROOT)
    kernel.pivot_root()
    kernel.umount(".")
    os.chdir("/")
    kernel.set_mount_flags(ATTR_RDONLY | ATTR_NOSUID | ATTR_NODEV, path="/")
