"""nbgrader's exchange, for `autograder submit --exchange`: a student's files go where `nbgrader submit` puts them.

In: an assignment's name and files. Out: the name that the exchange gave them; CourseError with nbgrader's own reason
where it takes nothing. The settings are those that nbgrader finds on the student's machine. It does NOT check them.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Mapping
from pathlib import Path

from nbgrader.apps import SubmitApp
from nbgrader.auth import Authenticator
from nbgrader.exchange import ExchangeError, ExchangeFactory
from traitlets.config import Config

from autograder.errors import CourseError

__all__ = ["hand_in"]


def hand_in(assignment: str, files: Mapping[str, bytes]) -> str:
    """Hand files in for an assignment; return what the exchange calls them."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, assignment)
        folder.mkdir()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        app = SubmitApp()
        app.initialize([])
        app.log.setLevel(logging.CRITICAL + 1)  # what it has to say, the exception says
        app.update_config(Config({"Exchange": {"assignment_dir": temporary, "path_includes_course": False}}))
        app.coursedir.assignment_id = assignment
        submit = ExchangeFactory(config=app.config).Submit(
            coursedir=app.coursedir, authenticator=Authenticator(parent=app), parent=app
        )
        try:
            submit.start()
        except ExchangeError as error:
            raise CourseError(
                f"nbgrader's exchange took nothing: {error}. Without --exchange a zip is written that you can hand in."
            ) from error
        return str(submit.assignment_filename)
