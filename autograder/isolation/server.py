"""The fork server: a process that has everything imported, and forks one confined child per request.

In: a socket's number in argv; the rest comes over it (see protocol). Out: a `Hello`, then runs. It is
exec'd with an empty environment, has one thread, never opens CUDA, and sees neither a submission nor
a reference. It ends when the grader's end of the socket closes.
"""

from __future__ import annotations

import array
import contextlib
import gc
import importlib
import os
import signal
import socket
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from autograder.isolation import kernel, scratch, seccomp
from autograder.isolation.lockdown import ENVIRONMENT, Plan
from autograder.isolation.privileges import NOBODY
from autograder.isolation.protocol import DESCRIPTORS, MAX_MESSAGE, Config, Hello, Request
from autograder.isolation.supervisor import supervise
from autograder.isolation.usage import Usage, read_usage
from autograder.isolation.visible import everyone_may_enter, find_visible
from autograder.isolation.workerprocess import Worker
from autograder.model import Level

__all__ = ["main"]

# One parallel operation here would leave a pool of threads that no child has: it would wait for them.
_ONE_THREAD = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_CACHES = ("HOME", "TMPDIR", "MPLCONFIGDIR", "IPYTHONDIR", "TORCHINDUCTOR_CACHE_DIR", "XDG_CACHE_HOME")


def main(descriptor: str) -> None:
    """Prepare, answer hello, serve until the socket closes."""
    control = socket.socket(fileno=int(descriptor))
    config = Config.from_json(control.recv(MAX_MESSAGE))
    try:
        plan, worker = _prepare(config)
    except BaseException as error:  # whatever the worker module raises  # noqa: BLE001
        text = "".join(traceback.format_exception(error))[-8000:]
        control.send(Hello(error=text).to_json())
        return
    control.send(Hello(scratch_owner=NOBODY if plan.drops_user else None).to_json())
    _serve(control, plan, worker)
    with contextlib.suppress(OSError):  # the grader does this, unless it has died
        scratch.remove(Path(config.folder))


def _prepare(config: Config) -> tuple[Plan, Worker]:
    """Import and warm the worker module, and find out what every run will need."""
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    os.environ.update(ENVIRONMENT, **dict.fromkeys(_ONE_THREAD, "1"), **dict.fromkeys(_CACHES, config.folder))
    sys.path[:0] = config.search
    visible = find_visible(config.visible, config.device)
    strong = config.level is Level.STRONG
    compiled = None
    if config.level is not Level.NONE:
        compiled = seccomp.compile_filter(private_root=strong, device=config.device)
    drops_user = os.geteuid() == 0 and (strong or everyone_may_enter((*visible.paths, f"{config.folder}/0")))
    worker = _warm(config.worker)
    return Plan(config, visible, compiled, _measure(), drops_user), worker


def _warm(name: str) -> Worker:
    module = importlib.import_module(name)
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
    worker = Worker(module.main, module.warm())
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
    return worker


def _measure() -> Usage:
    """Take the warm process as it will be forked; refuse one that has threads."""
    gc.collect()
    gc.freeze()
    usage = read_usage("self")
    if usage is None:
        msg = "/proc/self/status cannot be read"
        raise RuntimeError(msg)
    if usage.threads != 1:
        msg = f"the worker's warm() left {usage.threads} threads, of which a fork would lose all but one"
        raise RuntimeError(msg)
    return usage


def _serve(control: socket.socket, plan: Plan, worker: Worker) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # no zombies
    while True:
        data, descriptors = _receive(control)
        if not data:
            return
        if os.fork() == 0:
            _child(control, plan, Request.unpack(data), descriptors, worker)
        for descriptor in descriptors:
            os.close(descriptor)


def _receive(control: socket.socket) -> tuple[bytes, Sequence[int]]:
    data, ancillary, _, _ = control.recvmsg(MAX_MESSAGE, socket.CMSG_SPACE(DESCRIPTORS * 4))
    descriptors = array.array("i")
    for _, _, content in ancillary:
        descriptors.frombytes(content)
    return data, descriptors.tolist()


def _child(
    control: socket.socket, plan: Plan, request: Request, descriptors: Sequence[int], worker: Worker
) -> NoReturn:
    """Never return into the server's loop, whatever happens."""
    try:
        control.close()
        supervise(plan, request, descriptors, worker)
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
    finally:
        os._exit(1)
