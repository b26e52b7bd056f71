"""The command `autograder submit`: what the grader will see of a notebook, and a checked copy of it to hand in.

In: notebooks, or nothing: that of the working folder. Out: what is to be said of the file (cells that were changed or
are missing, another build), how far its public checks have come, and a copy with a receipt: a zip beside the
notebook, a zip or folder of another name, or what nbgrader's exchange takes. The copy has the very bytes that were
checked. A file that is no notebook of its exercise is refused. It does NOT grade: hidden cases are the grader's.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from autograder.commands.checking import Checked, check_all
from autograder.commands.console import terminal
from autograder.commands.notebookfile import write_whole
from autograder.commands.notebooks import find_notebooks, find_values, read_head
from autograder.errors import CourseError, ExpectedValuesError
from autograder.notebook import Notebook, read_submission
from autograder.report import clean_text, standing_line
from autograder.report.rows import number

__all__ = ["submit"]

RECEIPT = "receipt.json"


@dataclass(frozen=True, slots=True)
class _Copy:
    """A notebook as it was checked, and the exercise that it is of."""

    path: Path
    data: bytes
    exercise: Notebook
    checked: Checked

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


def submit(options: argparse.Namespace) -> int:
    """Check notebooks and write copies of them; return the exit code."""
    paths = options.files or _only(find_notebooks(options.course))
    if len(paths) > 1 and options.to is not None and options.to.suffix == ".zip":
        raise CourseError(f"{options.to}: one zip holds one notebook; name a folder for several")
    copies = [_read(path) for path in paths]
    for copy, checked in zip(copies, check_all(paths), strict=True):
        _require_same(copy, checked)
        judged = _Copy(copy.path, copy.data, copy.exercise, checked)
        _say_what_is_seen(judged)
        now = datetime.now(UTC)
        receipt = _receipt(judged, now)
        sentence = _hand_in(judged, receipt) if options.exchange else _write(judged, receipt, options.to, now)
        _say_receipt(receipt, sentence)
    return 0


def _only(paths: list[Path]) -> list[Path]:
    if len(paths) > 1:
        raise CourseError(f"there are {len(paths)} notebooks here: name the one to hand in")
    return paths


# ---------------------------------------------------------------- what is handed in


def _read(path: Path) -> _Copy:
    """Read a notebook; CourseError or ExpectedValuesError if it is not one that a grader could look at."""
    head = read_head(find_values(path))
    if head is None:
        raise ExpectedValuesError(
            f"{find_values(path)}: not there, or it cannot be read, so nobody knows of which exercise {path.name} is. "
            "Take the file from the exercise's folder once more."
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror})") from error
    _require_valid(path, data, head.notebook)
    return _Copy(path, data, head.notebook, Checked(path))


def _require_valid(path: Path, data: bytes, exercise: Notebook) -> None:
    submission = read_submission(data, exercise)
    ids = {cell.id for cell in exercise.cells if cell.kind == "solution"}
    absent = [cell for cell in submission.cells if cell.id in ids and cell.source.startswith("# This cell was missing")]
    if submission.foreign or (absent and len(absent) == len(ids)):
        raise CourseError(f"{path}: not handed in. {submission.problems[0]}")
    import nbformat

    try:
        raw = json.loads(data)
        nbformat.validate(raw)
    except (ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())[:200]
        raise CourseError(
            f"{path}: not handed in, the file is no notebook: {problem}. Save it in JupyterLab."
        ) from error
    except nbformat.ValidationError as error:
        problem = " ".join(str(error.message).split())[:200]
        raise CourseError(
            f"{path}: not handed in, it is not a valid notebook: {problem}. "
            "Open it in JupyterLab, save it, and try again."
        ) from error


def _require_same(copy: _Copy, checked: Checked) -> None:
    """Raise CourseError unless the bytes that were checked are those that are handed in."""
    if checked.report is None:
        raise CourseError(f"not handed in: {checked.error}")
    if checked.report.evidence.submission_sha256 != copy.sha256:
        raise CourseError(f"{copy.path}: not handed in, it was saved while it was checked; try again")


def _receipt(copy: _Copy, now: datetime) -> dict[str, Any]:
    standing = copy.checked.standing
    assert standing is not None
    public = {key: getattr(standing, key) for key in ("passed", "checks", "score", "points")}
    return {
        "assignment": copy.exercise.assignment,
        "notebook": copy.path.name,
        "sha256": copy.sha256,
        "time": now.isoformat(timespec="seconds"),
        "build": copy.exercise.build,
        "public": {**public, "score": float(number(standing.score))},
    }


# ---------------------------------------------------------------- what is said


def _say_what_is_seen(copy: _Copy) -> None:
    report, standing = copy.checked.report, copy.checked.standing
    assert report is not None
    assert standing is not None
    console = terminal()
    console.print(copy.exercise.assignment, style="bold", markup=False, highlight=False)
    for problem in report.problems:
        console.print(
            f"! {clean_text(problem, max_chars=1000, max_lines=12)}", style="red", markup=False, highlight=False
        )
    if not report.problems:
        console.print(
            "The grader sees all of it: no cell is missing, and none of the exercise's own was changed.", soft_wrap=True
        )
    console.print(
        f"On the public checks: {standing_line(standing)}. A graded run computes on other numbers, and has hidden "
        "cases besides.",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )


def _say_receipt(receipt: dict[str, Any], sentence: str) -> None:
    print(sentence)
    print(f"receipt: {receipt['time']}  sha256 {receipt['sha256']}")


# ---------------------------------------------------------------- where it goes


def _note(receipt: dict[str, Any]) -> bytes:
    return json.dumps(receipt, indent=1).encode() + b"\n"


def _write(copy: _Copy, receipt: dict[str, Any], to: Path | None, now: datetime) -> str:
    """Write the copy, into a zip or a folder; return what is said of it."""
    name = f"submission-{copy.exercise.assignment}-{now.strftime('%Y%m%dT%H%M%SZ')}"
    notebook = f"{copy.exercise.name}.ipynb"  # as it was handed out, whatever the student calls it
    try:
        if to is not None and to.suffix != ".zip":
            folder = to / name
            folder.mkdir(parents=True)
            write_whole(folder / notebook, copy.data)
            write_whole(folder / RECEIPT, _note(receipt))
            return f"wrote {folder}"
        target = to or copy.path.with_name(f"{name}.zip")
        if target.exists():
            raise CourseError(f"{target}: is there already; what was handed in before is not overwritten")
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(notebook, copy.data)
            archive.writestr(RECEIPT, _note(receipt))
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, packed.getvalue())
    except OSError as error:
        raise CourseError(f"{error.filename or to}: cannot be written ({error.strerror})") from error
    return f"wrote {target}"


def _hand_in(copy: _Copy, receipt: dict[str, Any]) -> str:
    """Hand the copy in by nbgrader's exchange; return what is said of it."""
    try:
        from autograder.gradebook.exchange import hand_in
    except ModuleNotFoundError as error:
        raise CourseError(
            f"--exchange needs nbgrader, which is not here ({error.name} is missing). Without it, a zip is written."
        ) from error
    files = {f"{copy.exercise.name}.ipynb": copy.data, RECEIPT: _note(receipt)}
    return f"nbgrader's exchange has it as {hand_in(copy.exercise.assignment, files)}"
