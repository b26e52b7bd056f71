"""Whether a run of the solution is sound, and which of its checks a misconception touches.

In: a notebook and a run of its solution. Out: ReferenceRunError if there is nothing to compare with.
"""

from __future__ import annotations

from autograder.errors import ReferenceRunError
from autograder.judge import Reference
from autograder.model import Run, Void
from autograder.notebook import Alternative, Notebook

__all__ = ["affected", "require_sound"]


def require_sound(notebook: Notebook, run: Run) -> None:
    """Raise ReferenceRunError unless the solution ran to its end and answered every check."""
    solution = f"the solution of {notebook.assignment}/{notebook.name}"
    errors = [(cell.cell_id, cell.error) for cell in run.cells if cell.error]
    errors += [(capture.name, capture.error) for capture in run.captures.values() if capture.error]
    errors += list(run.errors.items())
    if run.stop is not None:
        raise ReferenceRunError(f"{solution} did not run to its end: {run.stop}")
    if errors:
        raise ReferenceRunError(f"{solution} fails at {errors[0][0]}: {errors[0][1]}")
    if unknown := sorted(notebook.void.keys() - run.captures.keys()):
        raise ReferenceRunError(f"{solution}: void names {', '.join(map(repr, unknown))}, and there is no such check")
    for cell in notebook.check_cells:
        if not any(capture.cell_id == cell.id for capture in run.captures.values()):
            raise ReferenceRunError(f"{solution}: the check cell '{cell.id}' calls no check")
        if all(notebook.void.get(one.name) is Void.OUT for one in run.captures.values() if one.cell_id == cell.id):
            raise ReferenceRunError(
                f"{solution}: all checks of '{cell.id}' are out of the sum: give the cell 0 points instead"
            )


def affected(notebook: Notebook, reference: Reference, misconception: Alternative) -> set[str]:
    """Return the checks where a misconception may show: those of its group, and those it names."""
    group = notebook.group(misconception.cell_id)
    captures = reference.run.captures
    return {name for name, capture in captures.items() if capture.cell_id in group or name in misconception.breaks}
