"""What a graded run may see of the disk: the Python installation, system libraries, this package.

In: the running interpreter, folders named by the caller. Out: real paths (mounted or allowed,
read-only), and symbolic links between them. Never a home folder, /etc/passwd, or the course's
folder: of the folder that holds this package only `autograder/` and `course_data/` are seen.
It does NOT mount or allow anything itself.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["DEVICES", "WRITABLE_DEVICES", "Mounts", "everyone_may_enter", "find_mounts", "gpu_nodes"]

_PACKAGES = ("autograder", "course_data")
_SYSTEM = (
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/mime.types",  # IPython.display.Video and Audio
    "/usr/share/zoneinfo",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
)
WRITABLE_DEVICES = ("/dev/null", "/dev/zero", "/dev/full")
DEVICES = (*WRITABLE_DEVICES, "/dev/urandom", "/dev/random")
# What the CUDA driver reads, for device="cuda": see docs/gpu.md. Not run on a machine with a GPU yet.
_CUDA = (
    "/proc/driver/nvidia",
    "/proc/devices",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/stat",
    "/proc/filesystems",
    "/proc/sys/vm/mmap_min_addr",
    "/proc/sys/vm/overcommit_memory",
    "/sys/devices/system/cpu",
    "/sys/devices/system/memory",
    "/sys/devices/system/node",
)
_CARDS = "/proc/driver/nvidia/gpus"  # one folder for each card, named by its place on the PCI bus
_CONTROL = ("nvidiactl", "nvidia-uvm")  # not -uvm-tools (profilers), -modeset (screens), -caps (parts of a card)


@dataclass(frozen=True, slots=True)
class Mounts:
    """Real paths without symbolic links in them, links (name, target), device nodes, and those of a GPU."""

    paths: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    devices: tuple[str, ...]
    gpu: tuple[str, ...] = ()


def find_mounts(extra: Iterable[str] = (), device: str = "cpu") -> Mounts:
    """Look up everything that a worker of this interpreter needs, and `extra`."""
    wanted = [*_SYSTEM, *_interpreter(), *_packages(), *extra]
    gpu: tuple[str, ...] = ()
    if device == "cuda":
        wanted += [*_CUDA, *_cards()]
        gpu = gpu_nodes()
    paths: set[str] = set()
    links: dict[str, str] = {}
    for path in wanted:
        real, met = _resolve(path)
        if os.path.exists(real):
            paths.add(real)
            links.update(met)
    top = tuple(path for path in sorted(paths) if not _below(path, paths))
    outside = sorted(item for item in links.items() if not _below(item[0], top))
    return Mounts(top, tuple(outside), tuple(d for d in DEVICES if os.path.exists(d)), gpu)


def everyone_may_enter(paths: Iterable[str]) -> bool:
    """Whether any user may walk to each of these paths: no folder on the way is private."""
    folders = {parent for path in paths for parent in _ancestors(path)}
    return all(os.stat(folder).st_mode & 0o001 for folder in folders)


def _interpreter() -> list[str]:
    """Return the library folders of the environment, and of the Python that it is based on."""
    folders = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    # never a whole prefix: an environment may have been made in the course's folder itself
    return folders + [f"{p}/{lib}" for p in (sys.prefix, sys.base_prefix) for lib in ("lib", "lib64")]


def _packages() -> list[str]:
    specs = (importlib.util.find_spec(name) for name in _PACKAGES)
    return [folder for spec in specs if spec for folder in spec.submodule_search_locations or ()]


def gpu_nodes(folder: str = "/dev") -> tuple[str, ...]:
    """Return the device nodes of one card, that of the lowest number: the driver's control, its memory, the card."""
    names = os.listdir(folder)
    numbers = sorted(int(name.removeprefix("nvidia")) for name in names if re.fullmatch(r"nvidia\d+", name))
    wanted = [*(name for name in _CONTROL if name in names), *(f"nvidia{number}" for number in numbers[:1])]
    return tuple(f"{folder}/{name}" for name in wanted)


def _cards() -> list[str]:
    """Return what /sys tells of the cards."""
    return [f"/sys/bus/pci/devices/{name}" for name in os.listdir(_CARDS)] if os.path.isdir(_CARDS) else []


def _resolve(path: str) -> tuple[str, dict[str, str]]:
    """Return the real path, and {link: real target} for each symbolic link met on the way."""
    links = {}
    for _ in range(40):  # the kernel's own bound
        name = next((p for p in (*_ancestors(path), path) if os.path.islink(p)), None)
        if name is None:
            break
        links[name] = os.path.realpath(name)
        path = links[name] + path[len(name) :]
    return os.path.normpath(path), links


def _ancestors(path: str) -> list[str]:
    """Return the folders above a path, outermost first, without "/"."""
    parts = path.strip("/").split("/")
    return ["/" + "/".join(parts[:n]) for n in range(1, len(parts))]


def _below(path: str, others: Iterable[str]) -> bool:
    """Whether the path lies inside one of the others."""
    return not set(_ancestors(path)).isdisjoint(others)
