"""Runs of one course: with its secret, on one launcher and one device, each made once.

In: a notebook and the author's or a student's text in its cells. Out: a `Run`, made now or kept from before.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from autograder.grade.retry import cut_short, killed
from autograder.isolation import Launcher
from autograder.judge import GivenVariables, NoFollowThrough
from autograder.model import Numerics, Run
from autograder.notebook import Notebook, Submission, files_beside, steps
from autograder.run import Heard, Job, run_branches, run_steps
from autograder.run.cache import RunCache, key_of
from autograder.run.provenance import basis
from autograder.wire.seeds import public_seed, secret_seed

__all__ = ["Runner"]


@dataclass(frozen=True)
class Runner:
    """Makes runs, or finds them among the kept ones. May be used from several threads at once."""

    launcher: Launcher
    secret: bytes | None  # None: the public seeds that students have
    seed_id: str
    store: RunCache
    device: str
    numerics: Numerics

    def seed(self, assignment: str, case: str, *, hidden: bool = False) -> int:
        """Return the seed of a case in this grader's runs."""
        if self.secret is None:
            return public_seed(case, hidden=hidden)
        return secret_seed(self.secret, assignment, case, hidden=hidden)

    def run(
        self, notebook: Notebook, submission: Submission, follow_through: NoFollowThrough | GivenVariables, kind: str
    ) -> Run:
        """Return the run of one text; `kind` says what for."""
        to_run = steps(submission.cells)
        job = replace(self._job(notebook, follow_through), steps=to_run)
        key = self._key(notebook, job, kind)
        with self.store.one_at_a_time(key):  # a team hands in one notebook under several names
            kept = self._kept(key, kind)
            return kept or self._made(job, key)

    def several(
        self,
        notebook: Notebook,
        submissions: Sequence[Submission],
        follow_through: NoFollowThrough | GivenVariables,
        kind: str,
        enough: Callable[[Heard], bool] | None = None,
    ) -> Iterator[tuple[int, Run]]:
        """Run several of the author's own texts, what they share once; yield number and run of each when it is done.

        With `enough` (see `run_branches`) runs may be cut, and none is kept.
        """
        to_run = [steps(submission.cells) for submission in submissions]
        job = self._job(notebook, follow_through)
        keys = [self._key(notebook, replace(job, steps=one), kind) for one in to_run]
        missing = []
        for number, key in enumerate(keys):
            if (kept := self._kept(key, kind)) is not None:
                yield number, kept
            else:
                missing.append(number)
        for place, run in run_branches(job, [to_run[number] for number in missing], self.launcher, enough=enough):
            number = missing[place]
            if killed(run):
                yield number, self._made(replace(job, steps=to_run[number]), keys[number])
            else:
                if enough is None:
                    self._keep(keys[number], run)
                yield number, run

    def _key(self, notebook: Notebook, job: Job, kind: str) -> str:
        return key_of(
            kind=kind,
            steps=[(step.cell_id, step.source, step.hidden) for step in job.steps],
            reference=None if isinstance(job.follow_through, NoFollowThrough) else notebook.sha256,
            assignment=notebook.assignment,
            numerics=self.numerics,
            limits=notebook.limits,
            rules=notebook.rules,
            **basis(job.files, self.seed_id, self.device),
        )

    def _job(self, notebook: Notebook, follow_through: NoFollowThrough | GivenVariables) -> Job:
        """Return a notebook's job, without steps."""
        return Job(
            steps=(),
            limits=notebook.limits,
            seed=functools.partial(self.seed, notebook.assignment),
            follow_through=follow_through,
            rules=[rule for rule in notebook.rules if not rule.cells],  # a run cannot hold a rule of some cells
            compiler=notebook.uses_compiler,
            files=files_beside(notebook),
            device=self.device,
            numerics=self.numerics,
        )

    def _kept(self, key: str, kind: str) -> Run | None:
        kept = self.store.load(key)
        same_level = kept is not None and kept.level == self.launcher.level
        return kept if same_level or kind in ("reference", "variables") else None

    def _made(self, job: Job, key: str) -> Run:
        run = run_steps(job, self.launcher)
        if killed(run):  # made once more, whatever it was for
            run = run_steps(job, self.launcher)
        self._keep(key, run)
        return run

    def _keep(self, key: str, run: Run) -> None:
        if not cut_short(run):  # else it is tried again next time
            self.store.save(key, run)
