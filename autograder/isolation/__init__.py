"""Sandboxing of a graded run: what a child process gives up before a student's code runs in it.

    with ForkServer() as launcher:                 # 2 s: imports and warms the worker module once
        with launcher.spawn(Limits()) as child:    # 20 ms: a confined process
            os.write(child.to_worker, ...)         # its pipes; what goes over them is the runner's matter
            end = child.wait(60)                   # an Exit: how it ended, what it used

    grader (this package's launcher, forkserver, serverprocess, sharing, unisolated, probe, scratch)
     └ fork server (server)                 warm, one thread, no secret, no job
        └ template (server)                 a fork of it for each exercise that forbids kernels: they are gone
           └ supervisor (supervisor, watch) clock and limits; outside the namespaces
              └ worker (workerprocess, lockdown: private_root, privileges, landlock, seccomp)

Levels: strong (all of it), adequate (no namespaces: paths outside can be `stat`ed, not read), none
(refused, unless allowed by name). See docs/security.md.
"""

from __future__ import annotations

from autograder.isolation.launcher import Child, Launcher

try:
    from autograder.isolation.forkserver import ForkServer
    from autograder.isolation.probe import Probe, probe
    from autograder.isolation.serverprocess import ServerProcess
    from autograder.isolation.sharing import SharedCard
    from autograder.isolation.unisolated import UnisolatedLauncher
except ModuleNotFoundError as missing:  # not on Windows; what a student runs there does without
    if missing.name not in ("fcntl", "grp", "pwd", "resource"):
        raise

__all__ = ["Child", "ForkServer", "Launcher", "Probe", "ServerProcess", "SharedCard", "UnisolatedLauncher", "probe"]
