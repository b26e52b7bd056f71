"""What a run has said so far: the values at its checks, what its cells have shown and raised.

In: what the grader's side of the channel has let pass. Out: the parts of a `Run`. Where a run branches, each branch
goes on with a copy.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from autograder.model import Capture, CellRun, Step, TraceLine
from autograder.run.shown import ShownCell, ShownTotal
from autograder.wire.traces import trace_from_json

__all__ = ["Heard"]


@dataclass(slots=True)
class Heard:
    """What one run has said, in the order in which it came."""

    output_bytes: int  # what one cell may show
    cells: dict[str, ShownCell] = field(default_factory=dict)
    shown_by_all: ShownTotal = field(default_factory=ShownTotal)
    steps: list[Step] = field(default_factory=list)  # that were sent; the last one is the current one
    given: bool = False  # whether a variable has got a right value that the student's code did not make
    captures: dict[str, Capture] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    changed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    after_given: list[str] = field(default_factory=list)
    traces: dict[str, tuple[TraceLine, ...]] = field(default_factory=dict)

    def copy(self) -> Heard:
        """Return the same, to be added to without changing this one."""
        shown = replace(self.shown_by_all)
        return replace(
            self,
            cells={cell_id: cell.copy(shown) for cell_id, cell in self.cells.items()},
            shown_by_all=shown,
            steps=list(self.steps),
            captures=dict(self.captures),
            errors=dict(self.errors),
            changed=dict(self.changed),
            after_given=list(self.after_given),
            traces=dict(self.traces),
        )

    def begin(self, step: Step) -> ShownCell:
        """Note that a step has been sent; return what its cell has shown so far."""
        self.steps.append(step)
        cell = self.cells.setdefault(step.cell_id, ShownCell(self.output_bytes, self.shown_by_all))
        self.note_given(step)
        return cell

    def note_given(self, step: Step) -> None:
        """Note whether a step computes with a value that was given."""
        if self.given:
            self.cells[step.cell_id].after_given = True
            if step.check:
                self.after_given.append(step.location)

    def note_error(self, step: Step, error: str, trace: object) -> None:
        """Note what a step has raised."""
        cell = self.cells[step.cell_id]
        if step.check:
            self.errors[step.location] = error
            self.note_trace(step, step.location, trace)
        if not step.hidden:
            if cell.error is None:
                self.note_trace(step, step.cell_id, trace)
            cell.error = cell.error or error

    def note_trace(self, step: Step, key: str, trace: object) -> None:
        """Note where an exception came from; of a hidden step's nothing, for shapes are its input's."""
        lines = () if step.hidden else trace_from_json(trace, self._cell_of)
        if lines:
            self.traces.setdefault(key, lines)

    def _cell_of(self, number: str) -> str | None:
        """Return the cell of a step, by the number that a worker counts for it; None if it has hidden cases."""
        step = self.steps[int(number)] if number.isdecimal() and int(number[:9]) < len(self.steps) else None
        return None if step is None or step.hidden else step.cell_id

    def cell_runs(self) -> tuple[CellRun, ...]:
        """Return what happened in each cell, in the order of their first statements."""
        return tuple(
            CellRun(cell_id, cell.seconds, cell.error, cell.outputs(), cell.after_given)
            for cell_id, cell in self.cells.items()
        )
