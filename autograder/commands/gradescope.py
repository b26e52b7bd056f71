"""The command `autograder gradescope`: one assignment as the archive that Gradescope makes a container of.

In: a course, an assignment, when hidden results are shown, how many submissions count. Out: a zip with setup.sh,
run_autograder, the package, the versions of what it needs, the source notebook with its files, and a secret that is
made from the course's and opens nothing else. It holds solutions and hidden cases: it is NOT for students.
"""

from __future__ import annotations

import argparse
import hmac
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from autograder import send
from autograder.commands.console import terminal
from autograder.commands.course import course_of
from autograder.commands.package import python, requirements, wheel
from autograder.course import Course
from autograder.errors import CourseError
from autograder.notebook import files_beside
from autograder.send.gradescope import Settings

__all__ = ["gradescope"]

_DATE = (2020, 1, 1, 0, 0, 0)  # of every file: the same archive has the same bytes
_SCRIPTS = ("setup.sh", "run_autograder")
_SECRET = "course/.autograder/secret"  # noqa: S105  a path
_MODES = dict.fromkeys(_SCRIPTS, 0o755) | {_SECRET: 0o600}


def gradescope(options: argparse.Namespace) -> int:
    """Write the archive that the options name; return the exit code."""
    course = course_of(options)
    (name,) = course.select([options.assignment])
    if options.hidden == "now" and options.tries is None:
        raise CourseError(
            "--hidden now shows at each submission which hidden checks fail: say with --tries N how many count"
        )
    settings = Settings(name, options.hidden, options.tries, options.allow_unisolated)
    files = dict(_contents(course, settings))
    path: Path = options.file
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for inside in sorted(files):
                entry = zipfile.ZipInfo(inside, _DATE)
                entry.external_attr = _MODES.get(inside, 0o644) << 16
                archive.writestr(entry, files[inside], zipfile.ZIP_DEFLATED)
    except OSError as error:
        raise CourseError(f"{path}: cannot be written ({error.strerror})") from error
    tries = "all submissions count" if options.tries is None else f"submissions that count: {options.tries}"
    terminal().print(
        f"{path}: {name}; hidden results are shown: {options.hidden}; {tries}. It holds solutions: not for students.",
        highlight=False, soft_wrap=True,
    )  # fmt: skip
    return 0


def _contents(course: Course, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Give the files of the archive: their names in it, and what they hold."""
    (notebook,) = course.notebooks(settings.assignment)
    scripts = Path(send.__file__).parent
    for script in _SCRIPTS:
        yield script, (scripts / script).read_text("utf-8").replace("{python}", python()).encode()
    name, data = wheel()
    yield name, data
    yield "requirements.txt", requirements(name).encode()
    yield "settings.json", json.dumps(asdict(settings), indent=1).encode()
    folder = f"course/source/{settings.assignment}"
    yield f"{folder}/{notebook.name}.ipynb", course.source(settings.assignment).read_bytes()
    for inside, data in files_beside(notebook).items():
        yield f"{folder}/{inside}", data
    yield _SECRET, hmac.digest(course.secret(), f"gradescope {settings.assignment}".encode(), "sha256")
