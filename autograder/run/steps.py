"""Steps go in, a `Run` comes out."""

from __future__ import annotations

import time
from contextlib import closing, suppress
from dataclasses import replace

from autograder.isolation import Child, Launcher
from autograder.model import Exit, Limits, Run
from autograder.run.conversation import ENDED, GRACE_S, Conversation, Stopped, UnpreparedError
from autograder.run.heard import Heard
from autograder.run.job import Job

__all__ = ["run_of", "run_steps"]


def run_steps(job: Job, launcher: Launcher) -> Run:
    """Run the steps in a fresh child; RunnerError or IsolationError if none can be had."""
    stop: str | None = None
    setup = ""
    speaking = getattr(launcher, "conversation", Conversation)  # another where pipes cannot be waited for
    with launcher.spawn(job.limits, job.prepared) as child, closing(speaking(child, job)) as session:
        began = time.monotonic()
        try:
            session.start()
            for step in job.steps:
                session.run(step)
            session.send({"op": "end"})
        except UnpreparedError as unprepared:
            stop, setup = ENDED, str(unprepared)
        except Stopped as stopped:
            stop = str(stopped)
        ended = _end(child, at_once=stop not in (None, ENDED))
    if setup:
        ended = replace(ended, reason="setup", detail=setup)
    if stop is not None:
        stop = _in_words(stop, ended, job.limits, session.current)
    seconds = time.monotonic() - began
    return run_of(job, launcher, session.heard, session.open_rules, ended, seconds=seconds, stop=stop)


def run_of(
    job: Job,
    launcher: Launcher,
    heard: Heard,
    open_rules: tuple[str, ...],
    ended: Exit,
    *,
    seconds: float,
    stop: str | None = None,
) -> Run:
    """Put together what was heard and how it ended."""
    return Run(
        captures=heard.captures,
        cells=heard.cell_runs(),
        errors=heard.errors,
        stop=stop,
        exit=ended,
        level=launcher.level,
        device=job.device,
        seconds=seconds,
        changed=heard.changed,
        after_given=tuple(dict.fromkeys(heard.after_given)),
        open_rules=open_rules,
        traces=heard.traces,
    )


def _end(child: Child, *, at_once: bool) -> Exit:
    """Wait for the child's end; one that does not end by itself is killed."""
    if not at_once:
        with suppress(TimeoutError):
            return child.wait(GRACE_S)
    child.kill()
    return child.wait(10.0)


def _in_words(stop: str, ended: Exit, limits: Limits, cell: str) -> str:
    """Say to the student why the run did not reach its end."""
    where = f" in cell '{cell}'" if cell else ""
    if ended.reason == "wall":
        return f"The notebook ran for more than {limits.wall_s:g} s and was stopped{where}."
    if ended.reason == "cpu":
        return f"The notebook used more than {limits.cpu_s:g} s of computing time and was stopped{where}."
    if ended.reason == "memory":
        return f"The notebook used more than the {limits.memory_mb} MB of memory it may and was stopped{where}."
    if ended.reason == "disk":
        return f"The notebook wrote more than the {limits.scratch_mb} MB of files it may and was stopped{where}."
    if ended.reason == "setup":
        return f"The run could not be prepared: {ended.detail}"
    if stop != ENDED:
        return stop
    if ended.code is not None and ended.code < 0:
        return f"The Python process crashed{where} (signal {-ended.code})."
    return f"The Python process ended{where}. Does the code call os._exit()?"
