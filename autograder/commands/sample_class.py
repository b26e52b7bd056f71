"""A believable class: submissions made of solutions, misconceptions, variants and blanks.

In: a course with its release, a number of students, a seed. Out: files in submitted/, the same for
the same seed. The first student has everything right and the second nothing; the others have
abilities of their own, and each cell of theirs is right, right in another way, a known misconception,
or left blank. To what a person marks they say a line or two, or what the author says.

It never touches the folder of a student that it did not make.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from autograder.commands.course import course_of
from autograder.course import Course
from autograder.errors import CourseError
from autograder.notebook import Alternative, Notebook, answers, without_marks
from course_data import names

__all__ = ["SampleStudent", "made_up_answers", "make_class", "sample_class"]

_MARK = ".sample-class"
_SAID = (
    "I am not sure. I would say that it keeps the numbers in a range in which the next layer can still learn.",
    "Because of the mean.",
    "I tried it: without it the loss went down more slowly and ended higher. So it must help the optimiser.",
)


@dataclass(frozen=True, slots=True)
class SampleStudent:
    """One made-up student, and which alternatives stand in which of their notebooks."""

    name: str
    chosen: dict[str, dict[str, str]]  # assignment -> {solution cell: alternative's name, "solution", "blank"}


def sample_class(options: argparse.Namespace) -> int:
    """Make up the class that the options describe; return the exit code."""
    course = course_of(options)
    students = make_class(course, course.select(options.assignments), students=options.students, seed=options.seed)
    print(f"submitted/: {len(students)} made-up students: {', '.join(student.name for student in students)}")
    return 0


def make_class(course: Course, assignments: list[str], *, students: int, seed: int) -> list[SampleStudent]:
    """Fill submitted/ and return who handed in what.

    Raises:
        CourseError: there is no release to start from, or a student of that name exists.
    """
    rng = random.Random(f"{seed}")
    chosen_names = rng.sample([name for name in names() if 4 <= len(name) <= 8], students)
    notebooks = [notebook for name in assignments for notebook in course.notebooks(name)]
    releases = [_released(course, notebook) for notebook in notebooks]
    for name in chosen_names:
        folder = course.folder("submitted") / name
        if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
            raise CourseError(f"{folder}: a student of this name is there already; choose another --seed")
    sample = []
    for number, name in enumerate(chosen_names):
        folder = course.folder("submitted") / name
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if old.is_dir():  # the mark stays all the time: whoever is stopped here may go on
                shutil.rmtree(old)
        (folder / _MARK).write_text("Made by `autograder sample-class`.\n")
        choose = _chooser(number, rng)
        sample.append(SampleStudent(name, dict(_hand_in(folder, notebooks, releases, choose, rng))))
    return sample


def made_up_answers(notebook: Notebook, *, students: int = 8, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield what each of some made-up students wrote: {solution cell: text}."""
    rng = random.Random(f"{seed}")
    for number in range(students):
        yield answers(notebook, _picked(notebook, _chooser(number, rng)))


def _released(course: Course, notebook: Notebook) -> dict[str, Any]:
    path = course.folder("release") / notebook.assignment / f"{notebook.name}.ipynb"
    try:
        release: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise CourseError(f"{path}: not there; run `autograder build` first") from error
    return release


_Choose = Callable[[list[Alternative], list[Alternative]], Alternative | str]


def _chooser(number: int, rng: random.Random) -> _Choose:
    """Return how this student answers a task: given its misconceptions and variants."""
    if number == 0:
        return lambda _wrong, _right: "solution"
    if number == 1:
        return lambda _wrong, _right: "blank"
    ability = rng.uniform(0.35, 0.95)

    def choose(wrong: list[Alternative], right: list[Alternative]) -> Alternative | str:
        luck = rng.random()
        if luck < ability:
            return rng.choice(right) if right and rng.random() < 0.4 else "solution"
        if wrong and luck < ability + (1 - ability) * 0.8:
            return rng.choice(wrong)
        return "blank"

    return choose


def _hand_in(
    folder: Path,
    notebooks: list[Notebook],
    releases: list[dict[str, Any]],
    choose: _Choose,
    rng: random.Random,
) -> Iterator[tuple[str, dict[str, str]]]:
    for notebook, release in zip(notebooks, releases, strict=True):
        picked = _picked(notebook, choose)
        target = folder / notebook.assignment
        target.mkdir(exist_ok=True)
        filled = json.loads(json.dumps(release))
        texts = answers(notebook, picked) | _said(notebook, folder.name, set(picked.values()))
        for cell in filled["cells"]:
            if cell.get("id") in texts:
                cell["source"] = texts[cell["id"]].splitlines(keepends=True)
        (target / f"{notebook.name}.ipynb").write_text(json.dumps(filled, indent=1), "utf-8")
        handed_in_at = datetime(2026, 3, 2, 9, tzinfo=UTC) + timedelta(minutes=rng.randrange(6 * 24 * 60))
        (target / "timestamp.txt").write_text(handed_in_at.strftime("%Y-%m-%d %H:%M:%S UTC"))
        names = {cell_id: pick if isinstance(pick, str) else pick.name for cell_id, pick in picked.items()}
        yield notebook.assignment, names


def _said(notebook: Notebook, student: str, picked: set[Alternative | str]) -> dict[str, str]:
    """Return what a student answers where a person marks, as well as in what else was picked: {cell: text}."""
    texts = {}
    for cell in notebook.cells if picked != {"blank"} else ():
        if cell.kind == "manual":
            own = _SAID if cell.prose and picked != {"solution"} else ()
            texts[cell.id] = random.Random(f"{student} {cell.id}").choice([without_marks(cell.source), *own])
    return texts


def _picked(notebook: Notebook, choose: _Choose) -> dict[str, Alternative | str]:
    return {cell.id: _pick(notebook, cell.id, choose) for cell in notebook.cells if cell.kind == "solution"}


def _pick(notebook: Notebook, cell_id: str, choose: _Choose) -> Alternative | str:
    alternatives = [alternative for alternative in notebook.alternatives if alternative.cell_id == cell_id]
    misconceptions = [alternative for alternative in alternatives if alternative.kind == "misconception"]
    variants = [alternative for alternative in alternatives if alternative.kind == "variant"]
    return choose(misconceptions, variants)
