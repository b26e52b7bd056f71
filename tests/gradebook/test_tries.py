"""`autograder serve --tries`: which submissions of a student are graded as they arrive, and what is said of it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from functools import partial
from importlib import import_module

import pytest
from classroom import ASSIGNMENT, RIGHT, WRONG, FakeGrader, submission
from classroom import hand_in as hand_in_first

from autograder.commands.arrivals import Arrivals
from autograder.commands.serve import _Server
from autograder.course import Course, Submitted
from autograder.grade.batch import Failure, grade_all
from autograder.gradebook import Conditions, class_grades, record, rename_student
from autograder.gradebook.autograded import autograded_path
from autograder.gradebook.tries import kept_tries, stored_tries
from autograder.model import Level
from autograder.report import tries_text

HALF = submission("def double(x):\n    return 2 * x", "total = 4")
NOTHING = submission("def double(x):\n    return 3 * x", "total = 4")


in_a_file = pytest.mark.parametrize("server", ["sqlite"], indirect=True)  # no row of a gradebook counts tries


def hand_in(course: Course, student: str, data: bytes | None, *, timestamp: str = "") -> None:
    """Put a submission in the place of the one that there is."""
    shutil.rmtree(course.folder("submitted") / student / ASSIGNMENT, ignore_errors=True)
    hand_in_first(course, student, data, timestamp=timestamp)


class Serving:
    """A server that looks when it is told to, and a grader that reads."""

    def __init__(self, course: Course, fake: FakeGrader) -> None:
        self.course, self.fake, self.now = course, fake, 0.0
        self.restart(None)

    def restart(
        self, tries: int | None, *, feedback: bool = False, graded: Callable[..., object] | None = None
    ) -> None:
        """Begin anew, as after a kill: only what is on disk is known."""
        self.one_too_many: Counter[str] = Counter()
        self.server = _Server(
            self.course,
            Arrivals(self.course.folder("submitted"), [ASSIGNMENT], clock=lambda: self.now),
            graded or partial(grade_all, self.fake, self.course, jobs=1),
            Conditions("seed", "cpu", Level.STRONG),
            strict=False,
            feedback=feedback,
            tries=tries,
            one_too_many=self.one_too_many,
        )

    def look(self) -> list[str]:
        """Let what lies there rest, and return whose submissions were run."""
        self.fake.asked.clear()
        for _ in range(2):
            self.server.look()
            self.now += 3
        return list(self.fake.asked)

    def arrives(self, data: bytes | None, student: str = "ada") -> bool:
        """Hand in; tell whether it was run."""
        hand_in(self.course, student, data)
        return student in self.look()

    def score(self, student: str = "ada") -> float:
        return class_grades(self.course).entries[student, ASSIGNMENT].score


@pytest.fixture
def serving(course: Course, fake: FakeGrader) -> Serving:
    return Serving(course, fake)


@in_a_file
def test_no_more_than_so_many_are_graded(serving: Serving, capsys: pytest.CaptureFixture[str]) -> None:
    """A further one leaves the grade as it was and is named, once; others' are graded; each has tries of their own."""
    serving.restart(2)
    assert serving.arrives(NOTHING)
    assert serving.arrives(WRONG)
    assert serving.score() == 1
    assert not capsys.readouterr().err
    assert not serving.arrives(RIGHT)
    assert serving.look() == []
    assert serving.arrives(RIGHT, "ben")
    assert (serving.score(), serving.score("ben")) == (1, 3)
    said = capsys.readouterr().err
    assert said == (
        f"ONE TOO MANY: ada {ASSIGNMENT}: not graded, only 2 submissions count; `autograder grade` has no limit\n"
    )
    assert not serving.arrives(HALF)
    assert serving.one_too_many == {f"ada {ASSIGNMENT}": 2}


@in_a_file
def test_the_same_bytes_are_one_try(serving: Serving) -> None:
    """Handed in again, now or later, beside a new time or after a try that came between: graded, and no further try."""
    serving.restart(2)
    assert serving.arrives(WRONG)
    hand_in(serving.course, "ada", WRONG, timestamp="2030-01-31 23:59:00 UTC")
    assert serving.look() == ["ada"]
    assert serving.arrives(RIGHT)
    assert serving.arrives(WRONG)
    assert serving.score() == 1
    assert not serving.arrives(HALF)
    assert serving.arrives(RIGHT)
    assert serving.score() == 3


@in_a_file
def test_what_was_graded_is_known_after_a_restart(serving: Serving) -> None:
    """The limit may be another then; what lies there and is within it is graded."""
    serving.restart(1)
    assert serving.arrives(WRONG)
    serving.restart(1)
    assert serving.look() == []
    assert not serving.arrives(HALF)
    serving.restart(2)
    assert serving.look() == ["ada"]
    assert not serving.arrives(RIGHT)
    serving.restart(None)
    assert serving.look() == ["ada"]
    assert serving.score() == 3


@in_a_file
def test_a_kill_before_the_result_can_be_seen_costs_no_try(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the gradebook's rows and the graded notebook: it is graded again, or another one in its place."""
    serving.restart(1)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    hand_in(serving.course, "ada", WRONG)
    hand_in(serving.course, "ben", WRONG)
    with monkeypatch.context() as patch:
        patch.setattr(import_module("autograder.gradebook.record"), "write_atomically", killed)
        with pytest.raises(KeyboardInterrupt):
            serving.look()
    assert serving.score() == 1
    hand_in(serving.course, "ben", RIGHT)
    serving.restart(1)
    assert sorted(serving.look()) == ["ada", "ben"]
    assert (serving.score(), serving.score("ben")) == (1, 3)
    assert not serving.arrives(RIGHT)
    assert not serving.arrives(HALF, "ben")


@in_a_file
def test_what_is_not_graded_costs_no_try(serving: Serving) -> None:
    """A run that was lost gives no grade; a folder without a notebook has nothing that could be tried."""

    def lost(submitted: list[Submitted], **_: object) -> object:
        yield from [Failure(one, "its run could not be made, twice") for one in submitted]

    serving.restart(1, graded=lost)
    assert not serving.arrives(WRONG)
    serving.restart(1)
    shutil.rmtree(serving.course.folder("submitted") / "ada" / ASSIGNMENT)
    path = serving.course.folder("submitted") / "ada" / ASSIGNMENT / "note.txt"
    path.parent.mkdir(parents=True)
    path.write_text("not yet", "utf-8")
    assert serving.look() == ["ada"]
    assert serving.arrives(RIGHT)
    assert serving.score() == 3


@in_a_file
def test_a_mended_exercise_costs_no_try(serving: Serving) -> None:
    """What lies there is graded anew by another source, and is the try that it was."""
    serving.restart(1)
    assert serving.arrives(RIGHT)
    serving.server.conditions = Conditions("seed", "cuda", Level.STRONG)  # as good a reason to grade again
    serving.server.arrivals = Arrivals(serving.course.folder("submitted"), [ASSIGNMENT], clock=lambda: serving.now)
    assert serving.look() == ["ada"]
    assert serving.one_too_many == {}
    assert not serving.arrives(HALF)


@in_a_file
def test_grade_has_no_limit_and_what_it_graded_counts(serving: Serving) -> None:
    """The instructor's own grading takes in what was stopped; its result can be seen, so it is a try like any other."""
    serving.restart(2)
    assert serving.arrives(NOTHING)
    hand_in(serving.course, "ada", WRONG)
    _grade(serving)
    assert not serving.arrives(HALF)
    _grade(serving)
    assert serving.score() == 2
    tries = kept_tries(autograded_path(serving.course, "ada", ASSIGNMENT, "double"))
    assert (len(tries.graded), tries.limit) == (3, 2)
    rename_student(serving.course, "ada", "amy")
    assert not serving.arrives(RIGHT, "amy")
    shutil.rmtree(serving.course.folder("autograded") / "amy")  # she begins anew
    serving.restart(2)
    assert serving.look() == ["amy"]


def _grade(serving: Serving) -> None:
    (exercise,) = serving.course.notebooks(ASSIGNMENT)
    found = serving.course.submitted(ASSIGNMENT)
    record(serving.course, [serving.fake.grade(exercise, one.read(), student=one.student) for one in found])


@in_a_file
def test_what_comes_between_look_and_run_is_not_entered(serving: Serving, capsys: pytest.CaptureFixture[str]) -> None:
    """A submission that was graded before makes no room for another one that is put in its place meanwhile."""
    serving.restart(1)
    assert serving.arrives(WRONG)

    def swapped(submitted: list[Submitted], **options: object) -> object:
        for one in submitted:
            one.path.write_bytes(RIGHT)
        yield from grade_all(serving.fake, serving.course, submitted, jobs=1)

    serving.restart(1, graded=swapped)
    hand_in(serving.course, "ada", WRONG, timestamp="2030-01-31 23:59:00 UTC")
    serving.look()
    assert serving.score() == 1
    assert "it was replaced before its turn came" in capsys.readouterr().err
    serving.look()
    assert serving.one_too_many == {f"ada {ASSIGNMENT}": 1}
    assert serving.score() == 1


@in_a_file
def test_the_page_says_which_try_it_was(serving: Serving) -> None:
    """Of the last that was graded, under the limit that held then; without a limit nothing."""
    page = serving.course.folder("feedback") / "ada" / ASSIGNMENT / "double.html"
    serving.restart(2, feedback=True)
    for data, said in (
        (WRONG, "Try 1 of 2, 1 left."),
        (RIGHT, tries_text(2, used=2, limit=2)),  # whole: pages shorten what is long
        (HALF, "Try 2 of 2, none left"),
    ):
        serving.arrives(data)
        assert said in page.read_text("utf-8")
    serving.restart(None, feedback=True)
    serving.arrives(HALF)
    assert "none left" not in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("number", "used", "limit", "said"),
    [
        (1, 1, 3, "Try 1 of 3, 2 left."),
        (3, 3, 3, "Try 3 of 3, none left: "),
        (4, 4, 3, "Of 3 tries, none left: "),
        (2, 2, 1, "Of 1 try, none left: "),
        (0, 0, 3, "Of 3 tries, 3 left."),
    ],
)
def test_the_words(number: int, used: int, limit: int, said: str) -> None:
    """Also where `autograder grade` graded more than the limit, and where no file was there."""
    assert tries_text(number, used=used, limit=limit).startswith(said)


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"tries": None},
        {"tries": {"graded": 3, "limit": 1}},
        {"tries": [3]},
        {"report": None},
        {"tries": {"graded": []}},
    ],
)
def test_damaged_counts_stop_nothing(stored: dict[str, object]) -> None:
    """What cannot be read counts nothing."""
    assert stored_tries(stored).graded == ()


def test_notebooks_of_before_count_as_one() -> None:
    """An autograded notebook that has no count, of an earlier version or nbgrader's, was one try."""
    assert stored_tries({"report": {"evidence": {"submission_sha256": "ab"}}}).graded == ("ab",)
