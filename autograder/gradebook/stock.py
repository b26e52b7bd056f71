"""What nbgrader's own commands do with a student's folder where none of their settings leads to a class of ours.

nbgrader reads timestamp.txt with a parser that takes hours for a long text, through links and from pipes, and copies
whatever lies beside a notebook into autograded/ and feedback/. wiring.py calls `guard_stock_commands`, so that each
command and the formgrader read and copy as `autograder grade` does.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory

from autograder.course import Course
from autograder.errors import GraderError
from autograder.files import renew_folder
from autograder.gradebook.timestamps import handed_in_at, of_exchange
from autograder.notebook import files_beside, read_source

__all__ = ["guard_stock_commands"]

_STOCK_FILES: Final = BaseConverter.init_assignment


def guard_stock_commands() -> None:
    """Replace nbgrader's functions by ours, in this process."""
    CourseDirectory.get_existing_timestamp = _existing_timestamp
    NbGraderAPI.get_submitted_timestamp = _submitted_timestamp
    BaseConverter.init_assignment = _put_files


def _existing_timestamp(directory: Any, dest_path: str) -> datetime | None:
    stamp = handed_in_at(Path(dest_path))
    if stamp.problem:
        directory.log.warning("%s", stamp.problem)
    return stamp.at


def _submitted_timestamp(api: Any, assignment_id: str, student_id: str) -> datetime | None:
    directory = api.coursedir
    return handed_in_at(Path(directory.format_path(directory.submitted_directory, student_id, assignment_id))).at


def _put_files(converter: Any, assignment_id: str, student_id: str) -> None:
    """Put beside a notebook what its author lists, and nothing that lies in the folder that is converted."""
    if not isinstance(converter, Autograde | GenerateFeedback):
        _STOCK_FILES(converter, assignment_id, student_id)
        return
    beside: dict[str, bytes] = {}
    with suppress(GraderError):  # said where it is graded
        course = Course(Path(converter.coursedir.root))
        beside = files_beside(read_source(course.source(assignment_id), assignment_id))
    source = Path(converter._format_source(assignment_id, student_id))  # noqa: SLF001  it has no public name
    target = Path(converter._format_dest(assignment_id, student_id))  # noqa: SLF001
    names = [f"{Path(name).stem}{converter.exporter.file_extension}" for name in converter.notebooks]
    renew_folder(target, {**of_exchange(source), **beside}, keep=names)
