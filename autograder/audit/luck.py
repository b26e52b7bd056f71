"""Verdicts and sentences that depend on the secret: on other random numbers the same answer fares otherwise.

In: answers that are known (misconceptions, and any others), and graders with one secret each. Out: each check that an
answer passes under some secrets only, and each misconception that gets its sentence under some only. Both are faults:
two students with the same answer must read the same, and so must one student in two courses.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from autograder.grade import Grader, affected
from autograder.judge import Judging
from autograder.model import CheckResult, Status
from autograder.notebook import Alternative, Notebook, Submission, with_alternative

__all__ = ["Luck", "LuckyPass", "LuckySentence", "Secrets"]


@dataclass(frozen=True, slots=True)
class LuckyPass:
    """A check that an answer passes under some secrets and fails under others."""

    answer: str  # "misconception 'other axis'", or what the caller names it
    check: str
    passed: int  # under how many secrets


@dataclass(frozen=True, slots=True)
class LuckySentence:
    """A misconception that some check rejects under all these secrets, its own sentence shown under some only."""

    misconception: str
    found: int  # under how many secrets
    rejected: int


@dataclass(frozen=True, slots=True)
class Luck:
    """What depends on the secret, of one notebook's known answers."""

    secrets: int
    answers: int  # how many were looked at
    passes: tuple[LuckyPass, ...]
    sentences: tuple[LuckySentence, ...]

    def faults(self) -> Iterator[str]:
        """Say what depends on luck."""
        for one in self.passes:
            yield f"{one.answer} passes '{one.check}' under {one.passed} of {self.secrets} secrets"
        for sentence in self.sentences:
            yield (
                f"misconception '{sentence.misconception}' gets its sentence under {sentence.found} of the "
                f"{sentence.rejected} secrets under which it is rejected"
            )


class Secrets:
    """Collects how known answers fare under one secret after the other."""

    def __init__(
        self,
        notebook: Notebook,
        others: Mapping[str, Submission],
        *,
        jobs: int = 1,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        """Look at the notebook's misconceptions, and at `others`, {what faults call it: submission}."""
        self._notebook, self._others = notebook, others
        self._misconceptions = [other for other in notebook.alternatives if other.kind == "misconception"]
        self._jobs, self._progress = jobs, progress or (lambda _: None)
        self._count = 0
        self._passed: Counter[tuple[str, str]] = Counter()  # answer, check -> under how many secrets
        self._rejected: Counter[str] = Counter()  # misconception -> under how many secrets
        self._found: Counter[str] = Counter()  # misconception -> under how many of them its sentence is shown

    def look(self, grader: Grader) -> None:
        """Grade all under this grader's secret."""
        self._count += 1
        misconception = functools.partial(_misconception, self._notebook, grader)
        submission = functools.partial(_submission, self._notebook, grader)
        with ThreadPoolExecutor(max_workers=self._jobs) as pool:
            for other, results in zip(self._misconceptions, pool.map(misconception, self._misconceptions), strict=True):
                self._add(f"misconception '{other.name}'", results)
                failed = [result for result in results if result.status is not Status.PASSED]
                shown = {result.diagnosis.text for result in failed if result.diagnosis is not None}
                self._rejected[other.name] += bool(failed)
                self._found[other.name] += other.says in shown
            for name, results in zip(self._others, pool.map(submission, self._others.values()), strict=True):
                self._add(name, results)

    def luck(self) -> Luck:
        """Return what depended on the secrets so far."""
        return Luck(
            secrets=self._count,
            answers=len(self._misconceptions) + len(self._others),
            passes=tuple(
                LuckyPass(answer, check, passed)
                for (answer, check), passed in self._passed.items()
                if 0 < passed < self._count
            ),
            sentences=tuple(
                LuckySentence(name, found, self._rejected[name])
                for name, found in self._found.items()
                if 0 < found < self._rejected[name]
            ),
        )

    def _add(self, answer: str, results: Iterable[CheckResult]) -> None:
        for result in results:
            self._passed[answer, result.name] += result.status is Status.PASSED
        self._progress(f"{self._notebook.assignment} {answer}")


def _misconception(notebook: Notebook, grader: Grader, other: Alternative) -> list[CheckResult]:
    """Judge the run of a misconception that the grader makes anyway, at the checks where it may show."""
    reference = grader.reference(notebook)
    judging = Judging(
        reference,
        with_alternative(notebook, other),
        grader.misconception_run(notebook, other),
        functools.partial(grader.wrong, notebook),
    )
    touched = affected(notebook, reference, other)
    captures = sorted(reference.run.captures.values(), key=lambda capture: capture.hidden)
    return [judging.check(capture) for capture in captures if capture.name in touched]


def _submission(notebook: Notebook, grader: Grader, submission: Submission) -> list[CheckResult]:
    graded = grader.grade_submission(notebook, submission, student="answer", diagnosed=False)
    return [check for cell in graded.report.cells for check in cell.checks]
