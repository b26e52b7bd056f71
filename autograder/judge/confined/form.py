"""What grader and judge tell each other of a submission and its run, without what both have already.

In: a submission, a run. Out: bytes; and back. A submission is what it adds to the exercise's cells, as JSON, for
either side reads one that the other made. A run goes one way, pickled: without its outputs, and without the
values that are the reference's own to the last bit, as most right ones are.
"""

from __future__ import annotations

import json
import pickle
from dataclasses import replace

from autograder.judge import Reference
from autograder.model import Run
from autograder.notebook import Cell, Notebook, Submission, assembled

__all__ = ["pack_run", "pack_submission", "unpack_run", "unpack_submission"]


def pack_submission(submission: Submission, notebook: Notebook) -> bytes:
    """Return what a submission adds to the exercise."""
    own, after = {cell.id for cell in notebook.cells}, ""
    extras: dict[str, list[tuple[str, str, str]]] = {}
    for cell in submission.cells:
        if cell.id in own:
            after = cell.id
        else:
            extras.setdefault(after, []).append((cell.id, cell.kind, cell.source))
    texts = {cell.id: cell.source for cell in submission.cells if cell.is_answer}
    found = [submission.sha256, texts, extras, submission.problems, submission.foreign]
    return json.dumps(found).encode()


def unpack_submission(data: bytes, notebook: Notebook) -> Submission:
    """Return the submission that was packed."""
    sha256, texts, extras, problems, foreign = json.loads(data)
    own = {
        str(after): [
            Cell(str(name), "extra" if kind == "extra" else "note", str(source)) for name, kind, source in more
        ]
        for after, more in extras.items()
    }
    made = assembled(notebook, {str(name): str(text) for name, text in texts.items()}, own)
    said = tuple(str(problem) for problem in problems)
    return replace(made, sha256=str(sha256), problems=said, foreign=str(foreign))


def pack_run(run: Run, reference: Reference) -> bytes:
    """Return what a judge must know of a run."""
    same = [one.name for one in run.captures.values() if one.value and reference.is_own(one.name, one.value)]
    others = {name: one for name, one in run.captures.items() if name not in same}
    cells = tuple(replace(cell, outputs=()) for cell in run.cells)
    return pickle.dumps((replace(run, captures=others, cells=cells), same))


def unpack_run(data: bytes, reference: Reference) -> Run:
    """Return the run that was packed."""
    run, same = pickle.loads(data)  # noqa: S301  the grader's own: a judge is told nothing by anybody else
    assert isinstance(run, Run)
    return replace(run, captures={**{name: reference.run.captures[name] for name in same}, **run.captures})
