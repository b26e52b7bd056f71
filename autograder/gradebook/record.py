"""Graded submissions -> gradebook and autograded/, without nbgrader's converters: our own fast path.

In: what the Grader gave, in any order. Out: the rows and files that `nbgrader autograde` makes of the
same submissions, one transaction for each batch; and what they change, kept in .autograder/changes.jsonl. A
dry run takes each transaction back and writes nothing. Rows and notebooks are filled by the same code as
there (rows.py, fill.py, penalties.py). It does NOT grade.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from traitlets.config import Config

from autograder.course import Course
from autograder.errors import GraderError
from autograder.files import renew_folder, write_atomically
from autograder.grade import GradingResult
from autograder.grade.inputs import made_from
from autograder.gradebook.autograded import kept_report
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import open_gradebook, register
from autograder.gradebook.entries import entries
from autograder.gradebook.exercise import read_exercise
from autograder.gradebook.fill import filled
from autograder.gradebook.penalties import Penalties
from autograder.gradebook.rows import BatchRows, set_rows
from autograder.gradebook.timestamps import handed_in_at, of_exchange
from autograder.notebook import files_beside
from autograder.report import Change, Entry, change_json

__all__ = ["CHANGES", "record", "settle"]

CHANGES = "changes.jsonl"  # in the grader's own folder: one line for each grade that a grading changed
_BATCH = 50
_Key = tuple[str, str]  # student, assignment
_SETTLED = ("another due date, extension or penalty setting",)
_TRIES = 5  # of a transaction: nbgrader's own commands may make the same rows at the same time


def record(
    course: Course,
    graded: Iterable[GradingResult],
    *,
    why: Mapping[_Key, tuple[str, ...]] | None = None,
    made_elsewhere: Mapping[_Key, Mapping[str, str]] | None = None,
    dry: bool = False,
    progress: Callable[[GradingResult], None] | None = None,
) -> list[Change]:
    """Write all of them, and return what that changes; `dry`: only return it, and leave everything as it is.

    `why`: {(student, assignment): why it was graded}. `made_elsewhere`: what those were made from that were graded on
    another machine. `progress` is called for each one after its batch is safe in the gradebook. If `graded` ends with
    an error or is interrupted, what it gave before is written all the same.
    """
    recorder = _Recorder(course, load_config(course), why or {}, dry, made_elsewhere or {})
    waiting: list[GradingResult] = []

    def write() -> None:
        try:
            recorder.write(waiting)
        except Exception:
            waiting.clear()  # not tried once more below; after a Ctrl-C it is
            raise
        for result in waiting if progress is not None else ():
            progress(result)  # type: ignore[misc]  # not None: the line above
        waiting.clear()

    try:
        for result in graded:
            waiting.append(result)
            if len(waiting) == _BATCH:
                write()
    finally:
        if waiting:
            write()
    return recorder.changes


def settle(course: Course, keys: Collection[_Key], *, dry: bool = False) -> list[Change]:
    """Set the late penalties of (student, assignment) anew, and return what that changes; nothing is run."""
    if not keys:
        return []
    config = load_config(course)
    recorder = _Recorder(course, config, dict.fromkeys(keys, _SETTLED), dry)
    with open_gradebook(recorder.directory) as book:
        before = entries(book, None, {assignment for _, assignment in keys})
        touched = set(recorder.penalties.set_all(book, keys))
        recorder.end(book, touched, before)
    return recorder.changes


def _keep(course: Course, changes: Collection[Change]) -> None:
    """Add changes to the list that stays, one line each."""
    time = datetime.now(UTC).isoformat(timespec="seconds")
    if changes:
        with course.private.joinpath(CHANGES).open("a", encoding="utf-8") as file:
            file.writelines(json.dumps({"at": time, **change_json(change)}) + "\n" for change in changes)


@dataclass(slots=True)
class _Recorder:
    """One call of `record`: the settings, and what it has seen so far."""

    course: Course
    config: Config
    why: Mapping[_Key, tuple[str, ...]]
    dry: bool
    made_elsewhere: Mapping[_Key, Mapping[str, str]] = field(default_factory=dict)
    directory: CourseDirectory = field(init=False)
    permissions: int = field(init=False)
    penalties: Penalties = field(init=False)
    changes: list[Change] = field(default_factory=list)
    exercises: dict[tuple[str, str], NotebookNode] = field(default_factory=dict)
    registered: set[str] = field(default_factory=set)
    renewed: set[tuple[str, str]] = field(default_factory=set)
    files: dict[str, dict[str, bytes]] = field(default_factory=dict)  # of each source, before anything is graded

    def __post_init__(self) -> None:
        self.directory = course_directory(self.config)
        self.permissions = int(str(Autograde(coursedir=self.directory, config=self.config).permissions), 8)
        self.penalties = Penalties(self.config)
        for name in self.course.assignments():
            with suppress(GraderError):  # nothing of it will be graded
                self.files[name] = files_beside(self.course.notebooks(name)[0])

    def write(self, batch: list[GradingResult]) -> None:
        """Write the rows of a batch in one transaction, then its files, each in one step.

        In this order: a notebook that is there says that its submission need not be graded again.
        """
        self._write_all_rows(batch)
        for result in () if self.dry else batch:
            self._write_notebook(result)

    def _write_all_rows(self, batch: list[GradingResult]) -> None:
        for tries_left in reversed(range(_TRIES)):
            try:
                if not self.dry:
                    self._register({result.report.assignment for result in batch} - self.registered)
                self._write_rows(batch)
            except (IntegrityError, StaleDataError):
                if not tries_left:
                    raise
            else:
                return

    def _register(self, new: set[str]) -> None:
        if new:
            register(self.course, self.directory, new)
            self.registered |= new

    def _write_rows(self, batch: list[GradingResult]) -> None:
        keys = {(result.report.student, result.report.assignment) for result in batch}
        with open_gradebook(self.directory) as book, book.db.no_autoflush:
            before = entries(book, *map(set, zip(*keys, strict=True)))
            rows = BatchRows(
                book, {result.report.assignment for result in batch}, {result.report.student for result in batch}
            )
            for result in batch:
                notebook = rows.notebook(result.report.student, result.report.assignment, result.report.notebook)
                submitted = self._folder("submitted", result.report.student, result.report.assignment)
                notebook.assignment.timestamp = handed_in_at(submitted).at or notebook.assignment.timestamp
                set_rows(notebook, result, seen=self._seen(result))
                if result.run is not None:
                    self.penalties.set(book, notebook)
            self.end(book, keys, before)

    def _seen(self, graded: GradingResult) -> set[str]:
        """Return the manual cells whose answer is as it was graded last: as a person may have marked it."""
        report = graded.report
        path = self._folder("autograded", report.student, report.assignment) / f"{report.notebook}.ipynb"
        kept = kept_report(path) if report.manual else None
        answers = {answer.cell_id: answer.sha256 for answer in kept.report.manual} if kept is not None else {}
        return {answer.cell_id for answer in report.manual if answers.get(answer.cell_id) == answer.sha256}

    def end(self, book: Gradebook, keys: Collection[_Key], before: Mapping[_Key, Entry]) -> None:
        """End a transaction; what it changes is kept first, so that no kill loses it. A dry one is taken back."""
        book.db.flush()
        after = entries(book, {student for student, _ in keys}, {assignment for _, assignment in keys})
        changes = [Change(before.get(key), after[key], self.why.get(key, ())) for key in sorted(keys)]
        if self.dry:
            book.db.rollback()
        else:
            _keep(self.course, [change for change in changes if change.matters])
            book.db.commit()
        self.changes += changes

    # -- files

    def _write_notebook(self, graded: GradingResult) -> None:
        report = graded.report
        target = self._folder("autograded", report.student, report.assignment)
        submitted = self._folder("submitted", report.student, report.assignment)
        if (report.student, report.assignment) not in self.renewed:
            self.renewed.add((report.student, report.assignment))
            names = [f"{report.notebook}.ipynb"]
            beside = self.files.get(report.assignment, {})
            renew_folder(target, {**of_exchange(submitted), **beside}, keep=names)
            for path in target.rglob("*"):
                if path.is_file():
                    path.chmod(self.permissions)
        path = target / f"{report.notebook}.ipynb"
        nb = filled(self._exercise(report.assignment, report.notebook), graded)
        files = self.files.get(report.assignment, {})
        inputs = self.made_elsewhere.get((report.student, report.assignment))
        if inputs is None:
            inputs = made_from(report.evidence, files, submitted, graded.run)
        nb.metadata["autograder"]["made_from"] = dict(inputs)
        text = json.dumps(nb, ensure_ascii=False)  # with nbformat's indents it takes ten times as long
        write_atomically(path, f"{text}\n".encode(), mode=self.permissions)

    def _folder(self, kind: str, student: str, assignment: str) -> Path:
        return Path(self.directory.format_path(kind, student, assignment))

    def _exercise(self, assignment: str, notebook: str) -> NotebookNode:
        key = (assignment, notebook)
        if key not in self.exercises:
            path = self.course.folder("source") / assignment / f"{notebook}.ipynb"
            self.exercises[key] = read_exercise(path)
        return self.exercises[key]
