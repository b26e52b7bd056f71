"""What this machine has for isolation, which level that makes, and what would raise it.

In: nothing. Out: a `Probe`. The risky steps are tried in a fresh process (`trial`), never in the
caller's, which may have threads. For `autograder doctor` and for the fork server.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

from autograder.isolation import landlock
from autograder.isolation.protocol import answer_of
from autograder.model import Level

__all__ = ["Probe", "judge", "probe"]

_TRIAL_S = 30.0
_STEPS = ("root", "user", "landlock", "seccomp")

_WHAT = {
    "namespaces": "Namespaces and a private root folder",
    "landlock": "Landlock (files)",
    "seccomp": "seccomp (system calls)",
}
_HELP = {
    "namespaces": (
        "To hide the machine's files altogether, let processes make namespaces: set "
        "kernel.unprivileged_userns_clone=1 (Debian) or kernel.apparmor_restrict_unprivileged_userns=0 "
        "(Ubuntu), see that user.max_user_namespaces is not 0, or start a container with "
        "--cap-add SYS_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined."
    ),
    "landlock": (
        "Landlock needs Linux 5.13 or later, and 'landlock' in the kernel's lsm= list "
        "(/sys/kernel/security/lsm); in a container, a runtime whose seccomp profile knows it, and a kernel that is "
        "Linux: gVisor (runsc) has no Landlock."
    ),
    "seccomp": "Install libseccomp 2.5 or later (Debian and Ubuntu: apt install libseccomp2).",
}


@dataclass(frozen=True, slots=True)
class Probe:
    """The level this machine gives; sentences on what is there, what is missing, what would help."""

    level: Level
    as_root: bool  # namespaces are entered as root, without a user namespace
    available: tuple[str, ...]
    missing: tuple[str, ...]
    advice: tuple[str, ...]


_known: list[Probe] = []  # what was found once in this process; that there is nothing may change


def probe() -> Probe:
    """Try every means of isolation on this machine (0.2 s); where it has some, once in a process."""
    if not _known or _known[0].level is Level.NONE:
        _known[:] = [_probe()]
    return _known[0]


def _probe() -> Probe:
    if not sys.platform.startswith("linux"):
        return Probe(
            Level.NONE,
            as_root=False,
            available=(),
            missing=(f"{sys.platform} has no namespaces, no Landlock and no seccomp.",),
            advice=("Grade in a Linux container or a virtual machine.",),
        )
    return judge(_try_out())


def _try_out() -> dict[str, str]:
    """Return step -> why it failed ("": it worked)."""
    try:
        tried: dict[str, str] = answer_of("autograder.isolation.trial", seconds=_TRIAL_S)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        return dict.fromkeys(_STEPS, f"the trial failed: {error}")
    return tried


def judge(tried: dict[str, str]) -> Probe:
    """Make the verdict: strong is everything, adequate lacks the namespaces, none lacks more."""
    as_root = not tried["root"]
    failures = {
        "namespaces": "" if as_root else tried["user"],
        "landlock": tried["landlock"],
        "seccomp": tried["seccomp"],
    }
    if failures["landlock"] or failures["seccomp"]:
        level = Level.NONE
    else:
        level = Level.ADEQUATE if failures["namespaces"] else Level.STRONG
    return Probe(
        level,
        as_root,
        available=tuple(_works(step) for step, why in failures.items() if not why),
        missing=tuple(f"{_WHAT[step]}: {why}." for step, why in failures.items() if why),
        advice=tuple(_HELP[step] for step, why in failures.items() if why),
    )


def _works(step: str) -> str:
    more = f" ({landlock.described(landlock.abi())})" if step == "landlock" else ""
    return f"{_WHAT[step]}: works{more}."
