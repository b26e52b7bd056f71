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
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nbformat import NotebookNode
from nbgrader.api import Assignment, Gradebook
from nbgrader.api import Notebook as NotebookRow
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from traitlets.config import Config

from autograder.course import Course
from autograder.errors import GraderError
from autograder.files import renew_folder, write_atomically
from autograder.grade.inputs import made_from
from autograder.gradebook.autograded import autograded_path, kept_report
from autograder.gradebook.changes import keep_changes
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import open_gradebook, register
from autograder.gradebook.entries import entries
from autograder.gradebook.exercise import read_exercise
from autograder.gradebook.extensions import read_extensions
from autograder.gradebook.fill import filled
from autograder.gradebook.moved import REMOVED, because_of, differ, keep_removed, move_rows
from autograder.gradebook.penalties import Penalties
from autograder.gradebook.rows import BatchRows, set_rows
from autograder.gradebook.timestamps import handed_in_at, of_exchange
from autograder.gradebook.tries import kept_tries
from autograder.notebook import files_beside
from autograder.report import Change, Entry

if TYPE_CHECKING:
    from autograder.grade import GradingResult

__all__ = ["record", "settle"]

_BATCH = 50
_Key = tuple[str, str]  # student, assignment
_SETTLED = ("points by hand, or another due date, extension or penalty setting",)
_SET_ASIDE = f"points or comments by hand for a cell that is gone are kept in .autograder/{REMOVED}"
_TRIES = 5  # of a transaction: nbgrader's own commands may make the same rows at the same time


def record(
    course: Course,
    graded: Iterable[GradingResult],
    *,
    why: Mapping[_Key, tuple[str, ...]] | None = None,
    made_elsewhere: Mapping[_Key, Mapping[str, str]] | None = None,
    dry: bool = False,
    limit: int | None = None,
    progress: Callable[[GradingResult], None] | None = None,
) -> list[Change]:
    """Write all of them, and return what that changes; `dry`: only return it, and leave everything as it is.

    `why`: {(student, assignment): why it was graded}. `made_elsewhere`: what those were made from that were graded on
    another machine. `limit`: how many tries a student has, 0: any number, None: as it was said before. `progress` is
    called for each one after its batch is safe in the gradebook. If `graded` ends with an error or is interrupted, what
    it gave before is written all the same.
    """
    recorder = _Recorder(course, load_config(course), why or {}, dry, made_elsewhere or {}, limit)
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
    return recorder.all_changes()


def settle(course: Course, keys: Collection[_Key], *, dry: bool = False) -> list[Change]:
    """Set the late penalties of (student, assignment) anew, and return what that changes; nothing is run."""
    if not keys:
        return []
    config = load_config(course)
    recorder = _Recorder(course, config, {}, dry)
    with open_gradebook(recorder.directory) as book:
        before = entries(book, None, {assignment for _, assignment in keys})
        touched = recorder.penalties.set_all(book, keys)
        recorder.end(book, {}, before, dict.fromkeys(touched, _SETTLED))
    return recorder.all_changes()


@dataclass(slots=True)
class _Recorder:
    """One call of `record`: the settings, and what it has seen so far."""

    course: Course
    config: Config
    why: Mapping[_Key, tuple[str, ...]]
    dry: bool
    made_elsewhere: Mapping[_Key, Mapping[str, str]] = field(default_factory=dict)
    limit: int | None = None  # of tries
    directory: CourseDirectory = field(init=False)
    permissions: int = field(init=False)
    penalties: Penalties = field(init=False)
    changes: list[Change] = field(default_factory=list)
    moved: dict[_Key, Change] = field(default_factory=dict)  # what a mended exercise did to those not graded with it
    exercises: dict[tuple[str, str], NotebookNode] = field(default_factory=dict)
    registered: set[str] = field(default_factory=set)
    followed: set[str] = field(default_factory=set)  # assignments whose rows are those of source/
    set_aside: set[_Key] = field(default_factory=set)  # whose points or comments by hand were of a cell that is gone
    renewed: set[tuple[str, str]] = field(default_factory=set)
    files: dict[str, dict[str, bytes]] = field(default_factory=dict)  # of each source, before anything is graded

    def __post_init__(self) -> None:
        self.directory = course_directory(self.config)
        self.permissions = int(str(Autograde(coursedir=self.directory, config=self.config).permissions), 8)
        with open_gradebook(self.directory) as book:
            self.penalties = Penalties(self.config, read_extensions(self.course, book))
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
        by_key = {(result.report.student, result.report.assignment): result for result in batch}
        students, assignments = map(set, zip(*by_key, strict=True))
        with open_gradebook(self.directory) as book, book.db.no_autoflush:
            mended = self._mended(book, batch)
            before = entries(book, None if mended else students, assignments)
            words = {name: self._move(book, row) for name, row in mended.items()}
            rows = BatchRows(book, assignments, students)
            for result in batch:
                notebook = rows.notebook(result.report.student, result.report.assignment, result.report.notebook)
                submitted = self._folder("submitted", result.report.student, result.report.assignment)
                stamp = handed_in_at(submitted).at
                if stamp is not None or self._replaced(result):  # the time of an earlier notebook is not this one's
                    notebook.assignment.timestamp = stamp
                set_rows(notebook, result, seen=self._seen(result))
                if result.run is not None:
                    self.penalties.set(book, notebook)
            others = {key: (f"source/ changed: {words[key[1]]}",) for key in before if key[1] in words}
            self.end(book, by_key, before, others)
        if not self.dry:
            self.followed |= assignments

    def _replaced(self, graded: GradingResult) -> bool:
        """Tell whether another notebook lies in submitted/ than the one that was graded last."""
        report = graded.report
        if not self._folder("submitted", report.student, report.assignment).is_dir():
            return False
        kept = kept_report(autograded_path(self.course, report.student, report.assignment, report.notebook))
        return kept is not None and kept.report.evidence.submission_sha256 != report.evidence.submission_sha256

    def _seen(self, graded: GradingResult) -> set[str]:
        """Return the manual cells whose answer is as it was graded last: as a person may have marked it.

        Of a cell that had another id then, the answer stands under that id.
        """
        report = graded.report
        path = self._folder("autograded", report.student, report.assignment) / f"{report.notebook}.ipynb"
        kept = kept_report(path) if report.manual else None
        answers = {answer.cell_id: answer.sha256 for answer in kept.report.manual} if kept is not None else {}
        (source,) = self.course.notebooks(report.assignment)
        for cell_id, earlier in source.was.items():
            answers.setdefault(cell_id, answers.get(earlier, ""))
        return {answer.cell_id for answer in report.manual if answers.get(answer.cell_id) == answer.sha256}

    def _mended(self, book: Gradebook, batch: list[GradingResult]) -> dict[str, NotebookRow]:
        """Return the rows of the notebooks whose cells are not those of source/ any more, by assignment."""
        names = {(result.report.assignment, result.report.notebook) for result in batch}
        new = {name for name, _ in names} - self.followed
        rows = (
            book.db.query(Assignment.name, NotebookRow)
            .join(NotebookRow, NotebookRow.assignment_id == Assignment.id)
            .filter(Assignment.name.in_(new))
        )
        return {
            name: row for name, row in rows
            if (name, row.name) in names and differ(row, self._exercise(name, row.name))
        }  # fmt: skip

    def _move(self, book: Gradebook, row: NotebookRow) -> str:
        """Let a notebook's rows be those of source/; return what that did, in words."""
        assignment = row.assignment.name
        (source,) = self.course.notebooks(assignment)
        moved = move_rows(book, row, self._exercise(assignment, row.name), source.was)
        self.set_aside |= {(str(entry["student"]), assignment) for entry in moved.removed}
        if not self.dry:
            keep_removed(self.course, moved.removed)
        return moved.words

    def _because(self, result: GradingResult) -> tuple[str, ...]:
        """Return why a submission was graded; where only the score is new, also the checks that make it so."""
        report = result.report
        why = self.why.get((report.student, report.assignment), ())
        stored = kept_report(autograded_path(self.course, report.student, report.assignment, report.notebook))
        if stored is None or stored.report.score == report.score:
            return why
        if stored.report.evidence.submission_sha256 != report.evidence.submission_sha256:
            return why
        checks = because_of(stored.report, report)
        return (*why, checks) if checks else why

    def end(
        self,
        book: Gradebook,
        graded: Mapping[_Key, GradingResult],
        before: Mapping[_Key, Entry],
        others: Mapping[_Key, tuple[str, ...]],
    ) -> None:
        """End a transaction; what it changes is kept first, so that no kill loses it. A dry one is taken back.

        `others`: whose rows were changed without being graded, and why.
        """
        book.db.flush()
        keys = {*graded, *others}
        after = entries(book, {student for student, _ in keys}, {assignment for _, assignment in keys})
        changes = []
        for key in sorted(graded):
            change = Change(before.get(key), after[key], self.why.get(key, ()))
            if change.before is not None and change.before.score != change.after.score:
                change = replace(change, why=self._because(graded[key]))
            changes.append(change)
        moved = [Change(before[key], after[key], others[key]) for key in sorted(others.keys() - graded.keys())]
        changes, moved = ([self._with_what_is_kept(change) for change in listed] for listed in (changes, moved))
        if self.dry:
            book.db.rollback()
        else:
            keep_changes(self.course, [change for change in (*changes, *moved) if change.matters])
            book.db.commit()
        self.changes += changes
        for change in moved:
            self.moved.setdefault((change.after.student, change.after.assignment), change)

    def _with_what_is_kept(self, change: Change) -> Change:
        """Say where the points and comments are that a person gave for a cell that is gone."""
        lost = (change.after.student, change.after.assignment) in self.set_aside
        return replace(change, why=(*change.why, _SET_ASIDE)) if lost else change

    def all_changes(self) -> list[Change]:
        """Return one change for each that was graded, and for each other whose score a mended exercise moved."""
        changes = {(change.after.student, change.after.assignment): change for change in self.changes}
        for key, change in self.moved.items():
            if key in changes:
                changes[key] = replace(changes[key], before=change.before)
            elif change.matters:
                changes[key] = change
        return list(changes.values())

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
        tries = kept_tries(path).with_one(report.evidence.submission_sha256, self.limit)
        nb.metadata["autograder"] |= {"made_from": dict(inputs), "tries": tries.as_json()}
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
