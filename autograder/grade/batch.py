"""Many submissions, several at a time: one that cannot be graded does not stop the others.

In: a grader, and what should be there. Out: as they are done, a `GradingResult` or a `Failure` for each. What a
student did wrong is in the report; a `Failure` is the author's mistake (a solution that does not run) or
ours, and leaves the student's earlier grade as it was. What no submission can be graded without (a
machine that isolates, a fork server) is raised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice

from autograder.course import Course, Submitted
from autograder.errors import GraderError, IsolationError, RunnerError
from autograder.grade import Grader, GradingResult
from autograder.grade.retry import lost
from autograder.notebook import Notebook

__all__ = ["Failure", "grade_all", "grade_one"]

_AHEAD = 8  # submissions for each worker that are done or waiting, while a batch is written


@dataclass(frozen=True, slots=True)
class Failure:
    """A submission that has no new grade, and why."""

    submitted: Submitted
    message: str


def grade_all(
    grader: Grader,
    course: Course,
    submitted: Sequence[Submitted],
    *,
    jobs: int,
    begins: Callable[[Submitted], None] = lambda _: None,
) -> Iterator[GradingResult | Failure]:
    """Grade them, `jobs` at a time.

    `begins` is called, from any thread, when one's turn comes. A caller that stops before the end waits
    for nothing: what is under way ends when the grader is closed.
    """
    notebooks: dict[str, list[Notebook] | str] = {}
    for name in dict.fromkeys(handed_in.assignment for handed_in in submitted):
        try:
            notebooks[name] = course.notebooks(name)
        except GraderError as error:
            notebooks[name] = str(error)

    def work(handed_in: Submitted) -> GradingResult | Failure:
        begins(handed_in)
        candidates = notebooks[handed_in.assignment]
        if isinstance(candidates, str):
            return Failure(handed_in, candidates)
        try:
            data = handed_in.read()
        except OSError as error:
            return Failure(handed_in, f"{handed_in.path}: cannot be read ({error.strerror})")
        notebook = next(notebook for notebook in candidates if notebook.name == handed_in.notebook)
        return grade_one(grader, notebook, handed_in, data)

    pool = ThreadPoolExecutor(max_workers=jobs)
    waiting, under_way = iter(submitted), set[Future[GradingResult | Failure]]()
    try:
        while True:
            under_way |= {
                pool.submit(work, handed_in) for handed_in in islice(waiting, (1 + _AHEAD) * jobs - len(under_way))
            }
            if not under_way:
                return
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            while done:
                yield done.pop().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def grade_one(grader: Grader, notebook: Notebook, submitted: Submitted, data: bytes | None) -> GradingResult | Failure:
    """Grade one whose file holds `data` (None: there is no such file).

    Only IsolationError and RunnerError, which concern all, are raised.
    """
    try:
        return _graded(grader, notebook, data, submitted)
    except (IsolationError, RunnerError):
        raise
    except GraderError as error:
        return Failure(submitted, str(error))
    except Exception as error:  # noqa: BLE001  a bug of ours with one student's values is no reason to stop
        return Failure(submitted, f"the autograder itself failed ({type(error).__name__}: {error}); please report it")


def _graded(grader: Grader, notebook: Notebook, data: bytes | None, submitted: Submitted) -> GradingResult | Failure:
    """Grade one; a run that is lost, though the grader made it twice, never counts as a zero."""
    graded = grader.grade(notebook, data, student=submitted.student, note=submitted.note)
    if graded.run is not None and lost(graded.run):
        return Failure(submitted, f"its run could not be made, twice ({graded.run.exit.detail}); grade it again")
    return graded
