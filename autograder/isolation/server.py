"""The fork server: a process that has everything imported, and forks one confined child per request.

In: a socket's number in argv; the rest comes over it (see protocol). Out: a `Hello`, then runs. It is
exec'd with an environment of ours alone, has one thread, never opens CUDA, and sees neither a submission nor
a reference. It ends when the grader's end of the socket closes.

A request may name what its run is to be prepared with (what the runs of its exercise have in common), or another
worker module. The first of them makes a template: a fork of the server that prepares itself and then serves all
requests of that kind.
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
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, TypeAlias

from autograder.isolation import hugepages, kernel, scratch, seccomp
from autograder.isolation.kernel import Usage, read_usage
from autograder.isolation.lockdown import CACHES, ENVIRONMENT, Plan
from autograder.isolation.mounts import everyone_may_enter, find_mounts
from autograder.isolation.privileges import NOBODY
from autograder.isolation.protocol import DESCRIPTORS, MAX_MESSAGE, Config, Hello, Request
from autograder.isolation.supervisor import supervise
from autograder.isolation.workerprocess import Worker
from autograder.model import Level

__all__ = ["main"]

# One parallel operation here would leave a pool of threads that no child has: it would wait for them.
_ONE_THREAD = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_TEMPLATES = 4  # at a time; each holds 30 to 200 MB
_BUSY = 16  # runs of a template after which more are to be expected
_Kind: TypeAlias = tuple[str, str]  # of a request: the worker module if not the server's own, and its preparation


def main(descriptor: str, folder: str, worker_module: str) -> None:
    """Prepare, answer hello, serve until the socket closes."""
    control = socket.socket(fileno=int(descriptor))
    _import_early(folder, worker_module)
    message = control.recv(MAX_MESSAGE)
    try:
        if message:
            _work(control, Config.from_json(message))
    finally:
        with contextlib.suppress(OSError):  # the grader does this, unless it has died
            scratch.remove(Path(folder))


def _import_early(folder: str, worker_module: str) -> None:
    """Import what the worker needs before the configuration is there: the longest part of the start."""
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    os.environ.update(ENVIRONMENT, **dict.fromkeys(_ONE_THREAD, "1"), **dict.fromkeys(CACHES, folder))
    os.environ["OMP_WAIT_POLICY"] = "passive"  # where a run has threads: on a busy machine they would spin for seconds
    gc.disable()  # else it looks again and again at what an import leaves for good: a third of the time
    with contextlib.suppress(Exception):  # perhaps it lies where only the configuration says; else it says why then
        importlib.import_module(worker_module)


def _work(control: socket.socket, config: Config) -> None:
    try:
        plan, worker = _prepare(config)
    except BaseException as error:  # whatever the worker module raises  # noqa: BLE001
        text = "".join(traceback.format_exception(error))[-8000:]
        control.send(Hello(error=text).to_json())
        return
    control.send(Hello(scratch_owner=NOBODY if plan.drops_user else None).to_json())
    _serve(control, plan, worker)


def _prepare(config: Config) -> tuple[Plan, Worker]:
    """Import and warm the worker module, and find out what every run will need."""
    sys.path[:0] = config.search
    worker = _warm(config.worker)
    hugepages.collapse()
    return _plan(config), worker


def _plan(config: Config) -> Plan:
    """Find out what every run of this process, which is warm, will need."""
    mounts = find_mounts(config.mounts, config.device)
    strong = config.level is Level.STRONG
    compiled = None
    if config.level is not Level.NONE:
        compiled = seccomp.compile_filter(private_root=strong, device=config.device)
    drops_user = os.geteuid() == 0 and (strong or everyone_may_enter((*mounts.paths, f"{config.folder}/0")))
    return Plan(config, mounts, compiled, _measure(), drops_user)


def _warm(name: str) -> Worker:
    module = importlib.import_module(name)
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
    worker = Worker(module.main, module.warm(), getattr(module, "prepare", lambda _: None))
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
    return worker


def _measure() -> Usage:
    """Return what the warm process uses, as it will be forked; RuntimeError if a fork would lose its threads."""
    gc.collect()
    gc.freeze()
    gc.enable()
    usage = read_usage("self")
    if usage is None:
        raise RuntimeError("/proc/self/status cannot be read")
    if usage.threads != 1:
        raise RuntimeError(f"its preparation left {usage.threads} threads, of which a fork would lose all but one")
    return usage


def _serve(control: socket.socket, plan: Plan, worker: Worker, kind: _Kind = ("", "")) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # no zombies
    templates: dict[_Kind, socket.socket] = {}
    runs = 0
    while True:
        data, descriptors = _receive(control)
        if not data:
            return
        request = Request.unpack(data)
        if request.kind != kind:
            _pass_on(data, descriptors, request.kind, templates, (control, plan, worker))
        else:
            runs += 1
            if any(kind) and runs == _BUSY:
                hugepages.collapse()  # of what was written since the fork: 0.1 to 0.3 s, and 30 to 100 MB
            if os.fork() == 0:
                _child((control, *templates.values()), plan, request, descriptors, worker)
        for descriptor in descriptors:
            os.close(descriptor)


def _pass_on(
    data: bytes,
    descriptors: Sequence[int],
    kind: _Kind,
    templates: dict[_Kind, socket.socket],
    ours: tuple[socket.socket, Plan, Worker],
) -> None:
    """Give a request to the template of its kind; make that if there is none, or it has been killed.

    Of too many templates, the one ends that has had nothing to do for longest.
    """
    rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))]
    if kind in templates:
        try:
            templates[kind].sendmsg([data], rights)
        except OSError:
            templates.pop(kind).close()
        else:
            templates[kind] = templates.pop(kind)
            return
    if len(templates) >= _TEMPLATES:
        templates.pop(next(iter(templates))).close()
    control, plan, worker = ours
    server = os.getpid()
    to_template, from_server = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    if os.fork() == 0:
        for descriptor in descriptors:  # of the run that it will be asked for
            os.close(descriptor)
        for inherited in (control, to_template, *templates.values()):
            inherited.close()
        _be_template(from_server, server, plan, worker, kind)
    from_server.close()
    templates[kind] = to_template
    with contextlib.suppress(OSError):  # it was killed at once: the grader sees the end of this run, and asks again
        to_template.sendmsg([data], rights)


def _be_template(control: socket.socket, server: int, plan: Plan, worker: Worker, kind: _Kind) -> NoReturn:
    """Serve runs that are prepared in one way; when no more are to come, see those to their end that go on."""
    try:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() == server:
            _serve(control, *_prepared(plan, worker, kind), kind)
            with contextlib.suppress(ChildProcessError):  # there is none left; each would end with this process
                os.wait()
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
    finally:
        os._exit(0)


def _prepared(plan: Plan, worker: Worker, kind: _Kind) -> tuple[Plan, Worker]:
    """Prepare this process; where that fails, every run of this kind says so."""
    module, text = kind
    try:
        if module:  # no student's code: it needs no card
            worker = _warm(module)
            plan = _plan(replace(plan.config, device="cpu"))
        worker.prepare(text)
        return replace(plan, warm=_measure()), worker
    except Exception as error:  # whatever the worker module raises  # noqa: BLE001
        return replace(plan, broken=f"it could not be prepared ({type(error).__name__}: {error})"[:2000]), worker


def _receive(control: socket.socket) -> tuple[bytes, Sequence[int]]:
    data, ancillary, _, _ = control.recvmsg(MAX_MESSAGE, socket.CMSG_SPACE(DESCRIPTORS * 4))
    descriptors = array.array("i")
    for _, _, content in ancillary:
        descriptors.frombytes(content)
    return data, descriptors.tolist()


def _child(
    sockets: Sequence[socket.socket], plan: Plan, request: Request, descriptors: Sequence[int], worker: Worker
) -> NoReturn:
    """Never return into the server's loop, whatever happens."""
    try:
        for inherited in sockets:
            inherited.close()
        supervise(plan, request, descriptors, worker)
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
    finally:
        os._exit(1)
