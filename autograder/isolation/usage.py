"""How much memory a process has, and how many threads: read from /proc/<pid>/status.

In: a process id. Out: a `Usage`, or None if the process has ended or /proc does not tell.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Usage", "read_usage"]


@dataclass(frozen=True, slots=True)
class Usage:
    """Bytes and a count."""

    space: int  # address space
    private: int  # memory of its own that is not of a file on disk: resident, shared with nobody or anonymous, swapped
    threads: int


def read_usage(pid: int | str) -> Usage | None:
    """Look at a process ("self": this one)."""
    try:
        with open(f"/proc/{pid}/status") as file:
            fields = dict(line.split(":", 1) for line in file)
        size, *private = (int(fields[name].split()[0]) * 1024 for name in ("VmSize", "RssAnon", "RssShmem", "VmSwap"))
        return Usage(size, sum(private), int(fields["Threads"]))
    except (OSError, KeyError, ValueError):
        return None
