"""One graded submission -> the autograded notebook that graders and, cut, students look at.

In: the exercise's frame and a `GradingResult`. Out: an nbformat notebook: the author's cells, the student's
code, what each cell showed in the graded run, a table of verdicts under each check cell, the report
in the metadata. Both ways into the gradebook use this one. It does NOT write files or rows.

Nothing of a student's acts in it: no HTML, no attachment, no markdown, no character that cannot be
stored or that hides or turns the text around it; text and pictures are bounded, each and together.
"""

from __future__ import annotations

import base64
import html
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.gradebook.exercise import MARKING, cell_id
from autograder.gradebook.pictures import Room, pixels_of, redrawn
from autograder.model import CheckResult, Output, Report
from autograder.notebook import Cell, Submission
from autograder.report import checks_html, checks_text, clean_text, from_json, to_json, visible_code, warnings_of
from autograder.report.pages import rendered

if TYPE_CHECKING:
    from autograder.grade import GradingResult

__all__ = [
    "AFTER_GIVEN",
    "FOR_GRADERS",
    "PROBLEMS_ID",
    "as_text_cell",
    "bounded",
    "check_table",
    "filled",
    "kept",
    "picture",
    "shown",
    "stored_report",
    "text_of",
    "unfilled",
]

PROBLEMS_ID = "autograder-problems"
AFTER_GIVEN = "autograder_after_given"  # metadata of a cell whose outputs may show a right value that was given
FOR_GRADERS = "autograder_for_graders"  # metadata of a cell that students do not see
_MARKING_ID = "marking-"
_MAX_CHARS = 20_000  # of one text output
_MAX_OUTPUTS = 100  # of one cell
_WIDTH = 90  # characters of a line of an answer in prose
_NO_ROOM = "... (more outputs were left out: a notebook's outputs may fill 8 MB)\n"
_NO_PICTURE = "... (a picture was left out: damaged, or larger than 2 MB or 4 million pixels)\n"
# A frame of a traceback that is not the student's: up to the empty line after it.
_OWN_FRAME = re.compile(r"(?m)^File [^\n]*/autograder/(?:student|worker|wire)/[^\n]*\n(?:[^\n]+\n)*\n?")
# MathJax and JupyterLab leave elements of these classes alone: a student's "$...$" stays text.
_PLAIN = "tex2jax_ignore mathjax_ignore"


def filled(exercise: NotebookNode, graded: GradingResult) -> NotebookNode:
    """Return the autograded notebook; the exercise itself is left as it is."""
    report = graded.report
    nb = unfilled(exercise, graded.submission)
    outputs: dict[str, list[NotebookNode]] = {}
    after_given = {run.cell_id for run in graded.run.cells if run.after_given} if graded.run else set()
    room = Room()
    for run in graded.run.cells if graded.run else ():
        outputs.setdefault(run.cell_id, []).extend(kept(shown(run.outputs, room), room))
    checks = {cell.cell_id: cell.checks for cell in report.cells}
    for cell in nb.cells:
        if cell.cell_type == "code":
            name = cell_id(cell)
            cell.outputs = outputs.get(name, [])
            if cell.outputs and name in after_given:
                cell.metadata = NotebookNode({**cell.metadata, AFTER_GIVEN: True})
            if name in checks:  # the table says what was raised; a traceback through `check` helps nobody
                printed = [output for output in cell.outputs if output.output_type != "error"]
                cell.outputs = [*printed, check_table(checks[name])]
    nb.cells = list(_with_marking(nb.cells))
    warnings = warnings_of(report)
    if warnings:
        nb.cells.insert(0, _problems(warnings))
    nb.metadata["autograder"] = {**nb.metadata.get("autograder", {}), "report": to_json(report)}
    return nb


def _with_marking(cells: Iterable[NotebookNode]) -> Iterator[NotebookNode]:
    """Yield the cells, and above each that a person marks how that is done."""
    for cell in cells:
        text = cell.metadata.get(MARKING)
        if text:
            note = new_markdown_cell(
                id=f"{_MARKING_ID}{cell.id}"[:64], source=f"**How to mark the next cell**\n\n{text}"
            )
            note.metadata[FOR_GRADERS] = True
            cell.metadata = NotebookNode({name: value for name, value in cell.metadata.items() if name != MARKING})
            yield note
        yield cell


def unfilled(exercise: NotebookNode, submission: Submission) -> NotebookNode:
    """Return the exercise with the student's cells in it, not run."""
    authored = {cell_id(cell): cell for cell in exercise.cells}
    cells = [_cell(cell, authored.get(cell.id)) for cell in submission.cells]
    return NotebookNode(
        cells=cells or [NotebookNode(cell) for cell in exercise.cells],
        metadata=NotebookNode(exercise.metadata),
        nbformat=exercise.nbformat,
        nbformat_minor=exercise.nbformat_minor,
    )


def _cell(cell: Cell, authored: NotebookNode | None) -> NotebookNode:
    if authored is not None:
        node = NotebookNode(authored)
        if cell.is_answer:
            text = _storable(cell.source)
            node.source = as_text_cell(_wrapped(text)) if cell.prose else text
        return node
    if cell.kind == "note":
        return new_markdown_cell(id=cell.id, source=as_text_cell(_storable(cell.source)))
    return new_code_cell(id=cell.id, source=_storable(cell.source))


def as_text_cell(source: str) -> str:
    """Return markdown that shows `source` letter by letter: markdown of students could carry scripts."""
    longest = max((len(run) for run in re.findall("`+", source)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{source}\n{fence}"


def text_of(source: str) -> str | None:
    """Return the text that `as_text_cell` made such markdown of, None if this is other markdown."""
    first_line, *lines = source.split("\n")
    fence = first_line.removesuffix("text")
    within = max((len(run) for line in lines[:-1] for run in re.findall("`+", line)), default=0)
    is_fenced = set(fence) == {"`"} and len(fence) > max(2, within) and lines[-1:] == [fence]
    return "\n".join(lines[:-1]) if is_fenced else None


def _problems(warnings: Sequence[str]) -> NotebookNode:
    source = rendered("note.html.jinja", plain=_PLAIN, said=warnings)
    return new_markdown_cell(id=PROBLEMS_ID, source=source)


def check_table(checks: Sequence[CheckResult]) -> NotebookNode:
    """Return the verdicts of one check cell as an output, as graders may see them."""
    data = {
        "text/html": f'<div class="{_PLAIN}">{checks_html(checks, student=False)}</div>',
        "text/plain": checks_text(checks, student=False),
    }
    return _display(data)


def shown(outputs: Iterable[Output], room: Room, *, trusted: bool = False) -> Iterator[NotebookNode]:
    """Yield what a cell showed as nbformat outputs; HTML only if it is `trusted`, the author's own."""
    for output in islice(outputs, _MAX_OUTPUTS):
        if output.kind in ("stdout", "stderr"):
            yield _stream(output.kind, bounded(output.text))
        elif output.kind == "text":
            yield _display({"text/plain": bounded(output.text)})
        elif output.kind == "error":
            yield _error(bounded(output.text))
        elif output.kind == "png":
            yield picture(output.data, room)
        elif output.kind == "html" and trusted:
            yield _display({"text/html": output.text, "text/plain": "<table>"})


def kept(outputs: Iterable[NotebookNode], room: Room) -> Iterator[NotebookNode]:
    """Yield as many of a cell's outputs as there is room for, and a line that says so if that is not all."""
    for output in outputs:
        texts = output.get("data") or {"": output.get("text") or "\n".join(output.get("traceback", ()))}
        if not room.take(sum(len(html.escape(text).encode()) for text in texts.values())):
            yield _stream("stderr", _NO_ROOM)
            return
        yield output


# Outputs are made by hand: nbformat's constructor looks each up in its schema, a millisecond a piece.
def _display(data: dict[str, str], metadata: dict[str, dict[str, str]] | None = None) -> NotebookNode:
    return NotebookNode(output_type="display_data", data=data, metadata=metadata or {})


def _stream(name: str, text: str) -> NotebookNode:
    return NotebookNode(output_type="stream", name=name, text=text)


def picture(data: bytes, room: Room) -> NotebookNode:
    """Return a PNG, drawn anew, as an output, or a line that says that it cannot be shown."""
    png = redrawn(data) if room.take(pixels=pixels_of(data)) else None
    if png is None:
        return _stream("stderr", _NO_PICTURE)
    # without a description, pages frame it in red
    described = {"image/png": {"alt": "a picture that this cell drew"}}
    return _display({"image/png": base64.b64encode(png).decode("ascii"), "text/plain": "<picture>"}, described)


def _error(text: str) -> NotebookNode:
    text = _OWN_FRAME.sub("", text)
    last_line = text.strip().rpartition("\n")[2]
    name, _, value = last_line.partition(":")
    return NotebookNode(output_type="error", ename=name.strip(), evalue=value.strip(), traceback=text.split("\n"))


def bounded(text: str) -> str:
    """Return text without terminal commands and other acting characters, at most 20,000 characters."""
    end = "\n" if text.endswith("\n") else ""
    return clean_text(text, max_chars=_MAX_CHARS, max_lines=1000) + end


def _wrapped(text: str) -> str:
    """Return prose in lines that fit into a page: the formgrader breaks none."""
    wrapper = textwrap.TextWrapper(_WIDTH, expand_tabs=False, break_long_words=False, break_on_hyphens=False)
    return "\n".join(map(wrapper.fill, text.split("\n")))


def _storable(text: str) -> str:
    """Return the text with what no file can hold, half surrogate pairs, and what hides text as escapes."""
    return visible_code(text)


def stored_report(nb: NotebookNode) -> Report | None:
    """Return the report that `filled` stored in a notebook, None if there is none."""
    data = nb.metadata.get("autograder", {}).get("report")
    return None if data is None else from_json(data)
