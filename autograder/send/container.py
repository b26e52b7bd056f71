"""What runs in Gradescope's container for each submission: `python -P -m autograder.send.container /autograder`.

In: Gradescope's folder, with source/ (the archive of `autograder gradescope`), submission/ and
submission_metadata.json. Out: results/results.json there, and on standard output, which instructors alone see, the
whole report with the level of isolation. Where nothing can be graded (no isolation, a solution that fails) it writes no
results and ends with 1: Gradescope then says that the autograder failed, which is no zero and uses up no try.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from autograder.course import Course, Submitted, handed_in
from autograder.errors import GraderError
from autograder.grade import GradingResult
from autograder.grade.batch import grade_one
from autograder.grade.factory import open_grader
from autograder.isolation import probe
from autograder.report import as_text, clean_text
from autograder.send.gradescope import Settings, last_counted, results

__all__ = ["main"]


def main(root: Path) -> int:
    """Grade what lies in Gradescope's folder; return the exit code."""
    try:
        shown = _results(root)
    except GraderError as error:
        print(clean_text(f"NOT GRADED: {error}", max_chars=8000, max_lines=100))
        return 1
    folder = root / "results"
    folder.mkdir(exist_ok=True)
    (folder / "results.json").write_text(json.dumps(shown, indent=1, allow_nan=False), "utf-8")
    return 0


def _results(root: Path) -> dict[str, Any]:
    source = root / "source"
    settings = Settings(**json.loads((source / "settings.json").read_bytes()))
    metadata = _metadata(root)
    standing = last_counted(metadata, settings)
    if standing is not None:
        print(f"Not graded: {settings.tries} submissions count.")
        return standing
    course = Course(source / "course")
    (notebook,) = course.notebooks(settings.assignment)
    path, note = handed_in(root / "submission", notebook.name)
    submitted = Submitted(_student(metadata), settings.assignment, notebook.name, path, note)
    isolation = probe()
    for line in (f"Isolation: {isolation.level}", *isolation.missing, *isolation.advice):
        print(line)
    with open_grader(course, device="cpu", allow_unisolated=settings.allow_unisolated) as grader:
        outcome = grade_one(grader, notebook, submitted, submitted.read())
    if not isinstance(outcome, GradingResult):
        raise GraderError(outcome.message)
    print(as_text(outcome.report, hidden_details=True))
    return results(outcome.report, notebook, settings)


def _metadata(root: Path) -> dict[str, Any]:
    path = root / "submission_metadata.json"
    return json.loads(path.read_bytes()) if path.is_file() else {}


def _student(metadata: dict[str, Any]) -> str:
    """Return who handed it in: of a group, all."""
    return ", ".join(str(user.get("email") or user.get("name") or "?") for user in metadata.get("users") or [])


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
