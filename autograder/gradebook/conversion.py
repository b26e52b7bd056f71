"""One of nbgrader's converters, run in process on one assignment.

In: the converter's class, the course's settings, an assignment, a student. Out: the files and rows that
the stock command makes. A converter logs the causes of its failures and raises a bare error: here the
cause becomes the message of a CourseError.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from nbgrader.converters import BaseConverter, NbGraderException
from traitlets.config import Config

from autograder.errors import CourseError
from autograder.gradebook.configuration import course_directory
from autograder.gradebook.database import explained, make_database

__all__ = ["convert"]

# The last line of a traceback, without the module's name: "RuntimeError: no end".
_RAISED = re.compile(r"(?m)^(?:\w+\.)*(\w*(?:Error|Exception|Warning|Entry): .*)$")

_REMEDIES = {
    "Cannot add or remove cells": ". In nbgrader_config.py, put gradebook.SaveCells in the place of nbgrader's: then "
    "the next grading moves the gradebook along."
}


class _Errors(logging.Handler):
    """Keeps the error messages of one conversion."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.causes: list[str] = []
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message; of a traceback, the exception at its end."""
        text = record.getMessage().strip()
        raised = _RAISED.findall(text)
        if raised:
            self.causes.append(raised[-1])
        elif text:
            self.said.append(text)


def convert(kind: type[BaseConverter], config: Config, assignment: str, student: str = "*") -> None:
    """Convert one assignment anew; CourseError says what nbgrader only logs."""
    directory = course_directory(config, assignment=assignment, student=student)
    with explained(directory.db_url):
        make_database(directory.db_url)
    log = logging.Logger("nbgrader", logging.ERROR)  # noqa: LOG001 - of this conversion alone
    errors = _Errors()
    log.addHandler(errors)
    converter: Any = kind(coursedir=directory, config=config, log=log)
    converter.force = True
    try:
        converter.start()
    except NbGraderException as error:
        causes = errors.causes or errors.said or [str(error)]
        remedy = next((remedy for words, remedy in _REMEDIES.items() if words in causes[0]), "")
        raise CourseError(f"{assignment}: nbgrader's {kind.__name__} failed: {causes[0]}{remedy}") from error
