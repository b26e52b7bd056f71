"""A student's live session: what IPython runs, seen cell by cell, and judged as the grader would judge it.

In: IPython's events, and the syntax trees of check cells. Out: tables under check cells, and a `Report` of the
session. What a graded run does by running steps, this does around the cells that a student runs:

- a check cell is cut after each statement that checks something; an exception costs that statement's checks;
- check and setup cells run under the author's settings (default dtype, gradients, ...), a student's under theirs;
- a variable that a check refers to and a student's function changes in place is put back, and named;
- where a variable was wrong, the exercise's later cells get the right value in its place while they run; the
  student's own value comes back after each, so that what they look at is their own.
"""

from __future__ import annotations

import ast
import linecache
import sys
import time
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from autograder.judge import Judging, run_of
from autograder.model import Capture, CheckResult, Evidence, Level, Report, Status, TraceLine, trace_key
from autograder.notebook import (
    Submission,
    assembled,
    calls_check,
    cell_title,
    manual_results,
    marked_by,
    names_of,
)
from autograder.report import CheckFacts
from autograder.student.check import check, describe
from autograder.student.cutting import HERE, cut, hidden_pieces, locations
from autograder.student.following import Following, cell_order, checked_at
from autograder.student.table import Table, facts_of, say
from autograder.student.trace import trace_of
from autograder.worker.arguments import Arguments
from autograder.worker.settings import Sides

if TYPE_CHECKING:
    from autograder.notebook import Cell
    from autograder.student.journal import Entry, Journal
    from autograder.student.selfcheck import SelfCheck

__all__ = ["Live"]

_ABSENT = object()
_SOON = 0.3  # seconds after which a cell's table is shown before its end


class Live:
    """What happens in one kernel."""

    exception = Exception  # for the cut cell: a student may have called something else by this name

    def __init__(self, session: SelfCheck, shell: Any) -> None:
        """Watch the shell's cells from here on; the one that runs now is known when it ends."""
        self._session, self._shell = session, shell
        self._sides = Sides()
        self._journal: Journal | None = None
        self._alone = False  # whether the student has been told that the exercise's file is not there
        self._entry: Entry | None = None  # of the cell that runs
        self._cell: _CheckCell | None = None  # the cut cell that runs
        self._captures: dict[str, Capture] = {}
        self._errors: dict[str, str] = {}
        self._changed: dict[str, tuple[str, ...]] = {}
        self._traces: dict[str, tuple[TraceLine, ...]] = {}  # as `Run.traces`, but for those of whole cells
        self._after_given: set[str] = set()  # places of statements that ran when something was given
        self._following = Following(session, shell)
        self._before: dict[str, Any] = {}  # what the variables of the cell that runs were before it
        # variable as an earlier run of its cell made it -> that cell, which has failed since
        self._stale: dict[str, str] = {}
        self._shown: dict[str, str] = {}  # check -> the misconception that it has shown
        self._values: dict[str, Any] = {}  # of the checks of the cell that runs: what their rows show the shape of
        shell.events.register("pre_run_cell", self._begins)
        shell.events.register("post_run_cell", self._ended)
        shell.ast_transformers.append(self)

    # -- IPython's events

    def _begins(self, info: Any) -> None:
        self._cell = None
        self._entry = self._note(info)
        if self._entry is None:
            return
        cell = self._entry.cell
        self._sides.begin(student=cell is None or cell.is_student_code)
        if cell is not None:
            self._following.give(cell.id)
        if cell is not None and cell.kind == "solution":
            bound = names_of(self._entry.text).bound
            self._before = {name: self._shell.user_ns.get(name, _ABSENT) for name in self._variables(cell) & bound}
        if cell is not None and cell.kind == "check":
            self._shell.user_ns["check"] = check  # whatever the student has called by this name

    def _ended(self, result: Any) -> None:
        entry, self._entry = self._entry, None
        if entry is None:  # it began before us
            entry = self._note(result.info)
        if entry is None:
            return
        self._following.take_back()
        self._shell.user_ns.pop(HERE, None)
        self._cell = None
        error = result.error_before_exec or result.error_in_exec
        entry.error = describe(error) if error is not None else None
        entry.trace = self._trace(error, entry) if error is not None else ()
        self._sides.end(student=entry.cell is None or entry.cell.is_student_code)
        if entry.cell is not None and entry.cell.kind == "solution":
            self._note_stale(entry.cell, failed=error is not None)

    def _variables(self, cell: Cell) -> set[str]:
        """Return the variables that the checks of a solution cell are about."""
        reference = self._session.reference
        marks = marked_by(reference.notebook.cells)[cell.id]
        captures = reference.run.captures.values()
        return {capture.name for capture in captures if capture.variable and capture.cell_id in marks}

    def _note_stale(self, cell: Cell, *, failed: bool) -> None:
        """Remember the variables that a cell which failed has left as an earlier run of it had made them."""
        for name, before in self._before.items():
            if failed and before is not _ABSENT and self._shell.user_ns.get(name, _ABSENT) is before:
                self._stale[name] = cell.id
            else:
                self._stale.pop(name, None)
        self._before = {}

    def _note(self, info: Any) -> Entry | None:
        text = getattr(info, "raw_cell", None)
        if not isinstance(text, str):
            return None
        if self._journal is None:
            from autograder.student.journal import Journal
            from autograder.student.selfcheck import CheckFailed

            try:
                reference = self._session.reference
            except CheckFailed as failed:  # a notebook that lies alone, as in Colab: said once, and again at a check
                if not self._alone:
                    self._alone = True
                    say(str(failed))
                return None
            captures = reference.run.captures.values()
            variables = {capture.name: capture.cell_id for capture in captures if capture.variable}
            self._journal = Journal(reference.notebook, variables)
        return self._journal.add(getattr(info, "cell_id", None), text)

    def visit(self, tree: ast.Module) -> ast.Module:
        """Cut the cell that is to run, if it checks something: IPython asks its syntax-tree transformers."""
        if self._entry is None or not any(map(calls_check, tree.body)):
            return tree
        cell = self._entry.cell if self._entry.cell is not None and self._entry.cell.kind == "check" else None
        places = locations(cell, tree, self._session.reference.run.captures)
        self._cell = _CheckCell(cell, places, hidden_pieces(tree, self._entry.text))
        self._shell.user_ns[HERE] = self
        return cut(tree, whole=cell is not None)

    def exercise_changed(self) -> None:
        """Forget what was seen: another exercise's file, or another version of it, has been found."""
        self._journal = None
        for record in (self._captures, self._errors, self._changed, self._traces, self._shown):
            record.clear()
        self._following.forget()

    # -- what the cut cell calls

    def begin(self, number: int) -> None:
        """Begin a statement."""
        cell = self._running()
        cell.begin(number)
        if cell.cell is None:
            return
        self._after_given.discard(cell.location)
        if self._following.is_given_at(cell.cell.id):
            self._after_given.add(cell.location)
        self._errors.pop(cell.location, None)
        self._traces.pop(cell.location, None)
        self._changed.pop(cell.location, None)
        for expected in self._session.reference.by_location.get(cell.location, []):
            self._captures.pop(expected.name, None)
            self._traces.pop(trace_key(expected.name), None)
            self._values.pop(expected.name, None)
        may_change = self._session.reference.run.changed.get(cell.location, ())
        cell.arguments = Arguments((name for name in cell.names if name not in may_change), self._shell.user_ns)

    def guard(self) -> None:
        """Come to the statement that checks: its data is made."""
        arguments = self._running().arguments
        if arguments is not None:
            arguments.more()

    def raised(self, error: BaseException) -> None:
        """Take an exception of a statement's; it costs only that statement's checks."""
        from autograder.student.selfcheck import CheckFailed

        if isinstance(error, CheckFailed) or self._running().cell is None or self._running().is_hidden:
            raise error
        self._errors[self._running().location] = describe(error)
        self._traces[self._running().location] = self._trace(error, self._entry)

    def _trace(self, error: BaseException, entry: Entry | None) -> tuple[TraceLine, ...]:
        """Return the lines of this notebook's cells that an exception passed through."""
        journal = self._journal
        if journal is None:
            return ()
        cell_id: str | None = None
        if entry is not None:
            cell_id = entry.cell.id if entry.cell is not None else journal.cell_of(entry.text)
        return trace_of(error, lambda file: journal.cell_of("".join(linecache.getlines(file))), cell_id or "")

    def end(self) -> None:
        """End a statement."""
        cell = self._running()
        if cell.cell is None:
            return
        changed = cell.arguments.changed(undo=True) if cell.arguments is not None else []
        if changed:
            self._changed[cell.location] = tuple(changed)
        self._following.make_exact()
        stopped = sys.exc_info()[1]
        if stopped is not None:  # interrupted: what was not checked is not missing
            self._errors[cell.location] = describe(stopped)
            return
        for expected in self._session.reference.by_location.get(cell.location, []):
            if expected.variable and expected.name not in cell.seen:
                self._following.give_now(expected.name)
        if time.monotonic() - cell.began > _SOON:
            self._show(cell, done=False)

    def close(self) -> None:
        """End the cell: show its table; CheckFailed if one of its checks is not right."""
        cell = self._running()
        if cell.hidden:
            cell.problems.append(f"Hidden, so compared in graded runs alone: {'; '.join(cell.hidden)}.")
        results = self._show(cell, done=True)
        failed = [result.name for result in results if result.status is not Status.PASSED]
        if failed:
            from autograder.student.selfcheck import CheckFailed

            raise CheckFailed(f"not right yet: {'; '.join(failed)}")

    def receive(self, name: str, value: object, error: BaseException | None) -> bool:
        """Take a value at a check; False if no cell that was cut is running."""
        cell = self._cell
        if cell is None:
            return False
        if error is None and name in self._stale:
            value, error = None, NameError(f"name '{name}' is not defined")  # as in a run from the top
        capture = self._session.capture(name, value, error)
        if capture is None and cell.is_hidden:
            cell.hidden.append(name if error is None else f"{name} (raised {describe(error)})")
            return True
        if capture is None or cell.cell is None or capture.cell_id != cell.cell.id:
            cell.others[name], facts = self._session.judged(name, value, error)
            if facts is not None:
                cell.facts[name] = facts
            return True
        if name in cell.seen:
            return True  # the first one stands
        cell.seen.add(name)
        self._captures[name] = capture
        self._values[name] = value
        if error is not None:
            self._traces[trace_key(name)] = self._trace(error, self._entry)
        self._following.take(capture)
        return True

    # -- the judge, and what is shown

    def report(self, *, diagnose: bool = True) -> Report:
        """Return the report of the whole session; without `diagnose` it names no causes."""
        notebook = self._session.reference.notebook
        submission = self._submission()
        cells = self._judging(submission, diagnose=diagnose).cells()
        evidence = Evidence(
            "", notebook.sha256, {}, "cpu", Level.NONE, overridden=False, seed_id="public", graded_at="", seconds=0.0
        )
        manual = manual_results(submission)  # prose is never run: it counts as not answered here
        return Report("", notebook.assignment, notebook.name, cells, evidence, submission.problems, manual)

    def _submission(self) -> Submission:
        notebook = self._session.reference.notebook
        return assembled(notebook, {}) if self._journal is None else self._journal.submission()

    def _judging(self, submission: Submission, likely: Collection[str] = (), *, diagnose: bool = True) -> Judging:
        runs = () if self._journal is None else self._journal.cell_runs()
        traces = self._traces | ({} if self._journal is None else self._journal.traces())
        run = run_of(self._captures, runs, self._errors, self._changed, tuple(self._after_given), traces=traces)
        return self._session.judging(submission, run, likely, diagnose=diagnose)

    def _show(self, cell: _CheckCell, *, done: bool) -> list[CheckResult]:
        results = [*self._judged(cell, done=done), *cell.others.values()]
        cell.problems += [] if self._journal is None else self._journal.new_problems()
        if results or cell.problems:
            cell.table.show(results, cell.facts, cell.problems, self._line() if done else "")
        return results

    def _line(self) -> str:
        """Return how far the student has come, without looking for causes."""
        from autograder.report import standing, standing_line

        notebook = self._session.reference.notebook
        return standing_line(standing(self.report(diagnose=False), notebook))

    def _judged(self, cell: _CheckCell, *, done: bool) -> list[CheckResult]:
        """Judge the checks of an exercise's check cell: those that have run, at its end all."""
        if cell.cell is None:
            return []
        reference = self._session.reference
        order = cell_order(reference, cell.cell.id)
        above = [name for name in self._shown if checked_at(reference, name) < order or name in cell.results]
        judging = self._judging(
            self._submission(),
            [self._shown[name] for name in above],
            diagnose=done,  # a cause is found in all that the cell's checks have shown
        )
        for expected in reference.of_cell(cell.cell.id):
            name = expected.name
            if name in cell.final or not (done or expected.location in cell.passed):
                continue
            result = judging.check(expected)
            self._shown.pop(name, None)
            if result.diagnosis is not None and result.diagnosis.source == "author":
                self._shown[name] = result.diagnosis.cause
            if name in self._stale:
                result = replace(result, remark=f"`{name}` is from an earlier run: its cell has failed since.")
            cell.results[name] = self._in_session(cell.cell, result)
            if done or result.status is Status.PASSED:
                cell.final.add(name)
            capture = self._captures.get(name)
            if capture is not None and capture.value is not None:
                wrong = result.status is Status.WRONG
                cell.facts[name] = facts_of(capture, reference.expected[name], self._values.get(name), picture=wrong)
            if name not in cell.final:
                continue
            self._session.taken.note(result, capture)
            offer = self._session.taken.offer(result, self._session.hints(name))
            if offer:
                cell.facts[name] = replace(cell.facts.get(name) or CheckFacts(), offer=offer)
        names = [expected.name for expected in reference.of_cell(cell.cell.id)]
        return [cell.results[name] for name in names if name in cell.results]

    def _in_session(self, cell: Cell, result: CheckResult) -> CheckResult:
        """Say of an answer that is not there whether its cell has been run at all."""
        notebook = self._session.reference.notebook
        marks = marked_by(notebook.cells)
        answers = [other.id for other in notebook.cells if other.kind == "solution"]
        solutions = tuple(name for name in answers if cell.id in marks[name])
        if result.status is not Status.MISSING or not solutions or self._journal is None:
            return result
        if self._journal.was_run(solutions):
            return result
        title = cell_title(notebook.cells, solutions[0])
        return replace(result, reason=f"Not run yet: fill in {title}, and run it first.")

    def _running(self) -> _CheckCell:
        assert self._cell is not None
        return self._cell


class _CheckCell:
    """A cell with checks while it runs."""

    def __init__(
        self, cell: Cell | None, locations: list[tuple[str, tuple[str, ...]]], hidden_pieces: frozenset[int]
    ) -> None:
        self.cell = cell  # of the exercise; None: the student's own
        self.table = Table()
        self.began = time.monotonic()
        self.results: dict[str, CheckResult] = {}  # of its checks, as far as they were judged
        self.final: set[str] = set()  # those whose result stands: the others are judged again when all have run
        self.others: dict[str, CheckResult] = {}  # of checks that are not this cell's
        self.facts: dict[str, CheckFacts] = {}
        self.seen: set[str] = set()
        self.passed: set[str] = set()  # places that have begun
        self.problems: list[str] = []
        self.arguments: Arguments | None = None
        self.hidden: list[str] = []  # the checks of an author's hidden cases
        self.is_hidden = False  # of the piece that runs
        self._hidden_pieces = hidden_pieces
        self._locations = locations
        self.location = ""
        self.names: tuple[str, ...] = ()

    def begin(self, number: int) -> None:
        self.location, self.names = self._locations[number]
        self.is_hidden = number in self._hidden_pieces
        self.passed.add(self.location)
        self.seen = set()
