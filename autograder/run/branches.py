"""Many lists of steps that begin alike: what they share is run once, and a fork of that process runs the rest of each.

In: a job, and lists of steps for it. Out: a `Run` of each, as `run_steps` gives it. For the author's own code only
(misconceptions, variants, mutants): such a process may fork, which no student's may, and its forks share a scratch
folder. Where that could be seen in a run, or one ends in any way but by itself, it is run by `run_steps` instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import TypeVar

from autograder.isolation import Launcher
from autograder.model import Exit, Run, Step
from autograder.run.conversation import Conversation, Stopped
from autograder.run.heard import Heard
from autograder.run.job import Job
from autograder.run.steps import run_of, run_steps

__all__ = ["run_branches", "shares"]

_SHARE = 48  # runs of one tree: what they share costs less than two of them, and no core waits long for another
T = TypeVar("T")


def shares(of: Sequence[T], jobs: int) -> list[Sequence[T]]:
    """Cut into parts for several `run_branches` at a time: neighbours begin alike."""
    size = max(1, min(_SHARE, -(-len(of) // jobs)))
    return [of[first : first + size] for first in range(0, len(of), size)]


def run_branches(
    job: Job, several: Sequence[Sequence[Step]], launcher: Launcher, *, enough: Callable[[Heard], bool] | None = None
) -> Iterator[tuple[int, Run]]:
    """Run each of several lists of steps instead of the job's own; yield its number and run when it is done.

    `enough`: asked after each step of a branch; if it says so, the rest of that branch may be left out.
    """
    left = set(range(len(several)))
    can_branch = launcher.branches and job.mode == "capture" and job.device == "cpu" and job.numerics.threads == 1
    while can_branch and len(left) > 1:
        tree = _Tree(job, several, launcher, enough or (lambda _: False))
        for number, run in tree.runs(sorted(left)):
            left.remove(number)
            yield number, run
        if not tree.over:
            break
        for number in left.intersection(tree.failed):
            left.remove(number)
            yield number, run_steps(replace(job, steps=several[number]), launcher)
    for number in sorted(left):
        yield number, run_steps(replace(job, steps=several[number]), launcher)


class _Over(Exception):  # noqa: N818  not an error: this process has seen enough
    """No further branch may start from this process."""


class _Tree:
    """One process and its forks."""

    def __init__(
        self, job: Job, several: Sequence[Sequence[Step]], launcher: Launcher, enough: Callable[[Heard], bool]
    ) -> None:
        self._job, self._several, self._launcher, self._enough = job, several, launcher, enough
        self._conversation: Conversation
        self.over = False  # before all was run
        self.failed: list[int] = []  # what ran when it was over

    def runs(self, numbers: Sequence[int]) -> Iterator[tuple[int, Run]]:
        """Yield the runs, as far as they come."""
        limits = replace(self._job.limits, wall_s=self._job.limits.wall_s * len(numbers))
        with (
            self._launcher.spawn(limits, self._job.prepared, may_fork=True) as child,
            closing(Conversation(child, self._job)) as self._conversation,
        ):
            try:
                self._conversation.start()
                yield from self._from(numbers, 0)
            except (Stopped, _Over):
                self.over = True

    def _from(self, numbers: Sequence[int], depth: int) -> Iterator[tuple[int, Run]]:
        """Go on from the first `depth` steps, which these lists share and which have been run."""
        while True:
            if self._enough(self._conversation.heard):
                yield from ((number, self._run()) for number in numbers)
                return
            followers: dict[Step | None, list[int]] = {}
            for number in numbers:
                steps = self._several[number]
                followers.setdefault(steps[depth] if depth < len(steps) else None, []).append(number)
            for number in followers.pop(None, ()):
                yield number, self._run()
            if not followers:
                return
            # the largest part goes on in this process: forks of forks are for what branches twice
            *aside, (step, numbers) = sorted(followers.items(), key=lambda follower: len(follower[1]))
            for first, branch in aside:
                yield from self._branch(first, branch, depth)
            self._step(step, numbers)
            depth += 1

    def _branch(self, first: Step | None, numbers: Sequence[int], depth: int) -> Iterator[tuple[int, Run]]:
        conversation = self._conversation
        heard = conversation.heard
        conversation.heard = heard.copy()
        conversation.branch()
        self._step(first, numbers)
        yield from self._from(numbers, depth + 1)
        if not conversation.join():
            raise _Over
        conversation.heard = heard

    def _step(self, step: Step | None, numbers: Sequence[int]) -> None:
        assert step is not None
        self.failed = list(numbers)
        self._conversation.run(step)
        self.failed = []

    def _run(self) -> Run:
        heard = self._conversation.heard.copy()
        seconds = sum(cell.seconds for cell in heard.cells.values())
        ended = Exit("exited", 0, wall_s=seconds)
        return run_of(self._job, self._launcher, heard, self._conversation.open_rules, ended, seconds=seconds)
