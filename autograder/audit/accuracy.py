"""How often the grader is right, and its first sentence true, on answers that others wrote.

In: a grader, a notebook, answers to it. Out: what became of each answer, and the sums. An answer is handed in as a
student's file is: isolated run, confined judge. Its first sentence is that of the first failed check, public ones
before hidden ones, whose diagnosis a student reads. Whether that is true, a person says (`Told`): what was said counts
as long as the same diagnosis comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from autograder.audit.answers import ANY, VERDICTS, Answer, Told, write_told
from autograder.errors import CourseError, RunnerError
from autograder.grade import Grader
from autograder.grade.retry import lost
from autograder.model import CheckResult, Diagnosis, Report, Status
from autograder.notebook import Notebook, as_file
from autograder.report import check_seen_by_student

__all__ = ["NOT_JUDGED", "Accuracy", "Graded", "accuracy", "grade_answers", "judge"]

NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Graded:
    """What became of one answer."""

    answer: Answer
    failed: tuple[CheckResult, ...]  # public ones before hidden ones, in the order of the notebook
    problems: tuple[str, ...]  # of the file

    @property
    def survived(self) -> tuple[str, ...]:
        """Of a wrong answer: the checks that it must fail and passes; (ANY,) if it passes all."""
        failed = {check.name for check in self.failed}
        named = tuple(name for name in self.answer.fails if name not in failed and name != ANY)
        return named or (() if self.answer.right or failed else (ANY,))

    @property
    def correct(self) -> bool:
        """Whether a right answer passed every check, a wrong one none of those that it must fail."""
        return not self.failed if self.answer.right else not self.survived

    @property
    def first(self) -> tuple[CheckResult, Diagnosis] | None:
        """The first failed check with a sentence that a student reads, and its diagnosis; None if there is none."""
        for check in self.failed:
            if check.diagnosis is not None and check_seen_by_student(check).diagnosis is not None:
                return check, check.diagnosis
        return None

    @property
    def verdict(self) -> str:
        """Return what its first sentence is: one of VERDICTS, or NOT_JUDGED; "none" also where nothing failed."""
        if self.first is None:
            return "none"
        diagnosis, told = self.first[1], self.answer.told
        if told is None or (told.source, told.cause) != (diagnosis.source, diagnosis.cause):
            return NOT_JUDGED
        return told.verdict


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The sums over some answers."""

    right: int  # answers
    rejected: int  # of them
    wrong: int
    passed: int  # of them: all checks, or one that they must fail
    verdicts: Mapping[str, int]  # of the wrong ones that some check rejects: how many of VERDICTS, of NOT_JUDGED
    seen_once: int  # mistakes that one wrong answer alone has

    @property
    def unseen(self) -> float:
        """Good and Turing's estimate of the share of the next wrong answers whose mistake is none of these."""
        return self.seen_once / self.wrong if self.wrong else 1.0


def grade_answers(
    grader: Grader,
    notebook: Notebook,
    answers: Sequence[Answer],
    *,
    jobs: int = 1,
    begins: Callable[[Answer], None] = lambda _: None,
    ends: Callable[[Graded], None] = lambda _: None,
) -> list[Graded]:
    """Grade a notebook's answers, `jobs` at a time; they come in their own order.

    `begins` and `ends` are called from any thread. Raises RunnerError if a run was lost, twice.
    """

    def work(answer: Answer) -> Graded:
        begins(answer)
        result = grader.grade(notebook, as_file(notebook, answer.texts(notebook)), student="answer")
        if result.run is None or lost(result.run):
            raise RunnerError(f"{answer.name}: its run could not be made, twice; start again")
        graded = Graded(answer, _failed(result.report), result.report.problems)
        ends(graded)
        return graded

    with ThreadPoolExecutor(max_workers=jobs) as pool:
        return list(pool.map(work, answers))


def accuracy(graded: Iterable[Graded]) -> Accuracy:
    """Return the sums.

    Two wrong answers have the same mistake if a person has found the same diagnosis true of both, in answers to the
    same cells; any other answer counts as a mistake of its own.
    """
    graded = list(graded)
    right = [one for one in graded if one.answer.right]
    wrong = [one for one in graded if not one.answer.right]
    verdicts = Counter(one.verdict for one in wrong if one.failed)
    mistakes = Counter(map(_mistake, wrong))
    return Accuracy(
        right=len(right),
        rejected=sum(not one.correct for one in right),
        wrong=len(wrong),
        passed=sum(not one.correct for one in wrong),
        verdicts={verdict: verdicts[verdict] for verdict in (*VERDICTS, NOT_JUDGED)},
        seen_once=sum(number == 1 for number in mistakes.values()),
    )


def judge(graded: Sequence[Graded], verdicts: Mapping[str, str]) -> list[Graded]:
    """Write verdicts, {answer's name: one of VERDICTS}, into the answers' files; return all of `graded` with them.

    Each is written with the diagnosis that comes first now. Raises CourseError, before anything is written, if a name
    or a verdict is unknown, or does not fit: "none" of an answer with a sentence, another one of an answer without.
    """
    wrong = {one.answer.name: one for one in graded if not one.answer.right}
    told = {}
    for name, verdict in verdicts.items():
        if name not in wrong:
            raise CourseError(f"no wrong answer '{name}' was graded: name it as `--list` does")
        if verdict not in VERDICTS:
            raise CourseError(f"{name}: a verdict is one of {', '.join(VERDICTS)}, not '{verdict}'")
        first = wrong[name].first
        if (first is None) != (verdict == "none"):
            there = "no sentence" if first is None else f"a sentence ({first[1].source} {first[1].cause})"
            raise CourseError(f"{name}: there is {there}, so the verdict cannot be '{verdict}'")
        told[name] = Told(verdict) if first is None else Told(verdict, first[1].source, first[1].cause)
    for name, found in told.items():
        write_told(wrong[name].answer, found)
    return [replace(one, answer=replace(one.answer, told=told.get(one.answer.name, one.answer.told))) for one in graded]


def _failed(report: Report) -> tuple[CheckResult, ...]:
    checks = [check for cell in report.cells for check in cell.checks if check.status is not Status.PASSED]
    return tuple(sorted(checks, key=lambda check: check.hidden))


def _mistake(graded: Graded) -> tuple[str, ...]:
    answer, first = graded.answer, graded.first
    if graded.verdict == "true" and first is not None:
        return answer.assignment, *sorted(answer.cells), first[1].source, first[1].cause
    return (answer.name,)
