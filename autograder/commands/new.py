"""The commands `autograder new` and `autograder init`: an exercise, or a course with one, to begin from.

In: an exercise's name, a course's folder. Out: files from new_course/, which stands beside this one; no file that is
there already is written over. The exercise builds and audits as it stands.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from autograder.commands.course import course_of
from autograder.errors import CourseError
from autograder.files import write_atomically

__all__ = ["init", "new"]

_TEMPLATES = Path(__file__).with_name("new_course")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_FIRST = "01-example"


def new(options: argparse.Namespace) -> int:
    """Write the source notebook of a new exercise; return the exit code."""
    name: str = options.assignment
    path = _write_exercise(course_of(options).root, name)
    print(f"wrote {path}: edit it in JupyterLab, then")
    print(f"  autograder lint {name}; autograder build {name}; autograder audit {name}")
    return 0


def init(options: argparse.Namespace) -> int:
    """Make a course in the folder that the options name; return the exit code."""
    root: Path = options.folder.absolute()
    title = root.name.replace("-", " ").replace("_", " ").strip() or "course"
    course_id = re.sub(r"[^A-Za-z0-9_-]+", "-", root.name).strip("-") or "course"
    texts = {
        "nbgrader_config.py": _template("nbgrader_config.txt").replace("{course_id}", course_id),
        "README.md": _template("README.md").replace("{title}", title[0].upper() + title[1:]),
        ".gitignore": _template("gitignore.txt"),
    }
    there = [name for name in (*texts, "source") if root.joinpath(name).exists()]
    if there:
        raise CourseError(
            f"{root}: {', '.join(there)} is there already, and nothing is written over. Name a new folder."
        )
    for folder in ("source", "release", "solutions", "submitted"):
        root.joinpath(folder).mkdir(parents=True, exist_ok=True)
    _write_exercise(root, _FIRST)
    for name, text in texts.items():
        write_atomically(root / name, text.encode())
    print(f"{root}: a course with one exercise, source/{_FIRST}. Its README.md has the first five commands.")
    return 0


def _write_exercise(root: Path, name: str) -> Path:
    """Write source/NAME/unit.ipynb, and return its path; CourseError if the name is none, or taken."""
    unit = re.sub(r"^[0-9]+-", "", name)
    if not (_NAME.fullmatch(name) and unit):
        raise CourseError(f"{name!r}: an exercise's name is made of letters, digits, - and _, like 07-batchnorm")
    folder = root / "source" / name
    if folder.exists():
        raise CourseError(f"{folder}: is there already, and nothing is written over. Choose another name.")
    number = name.removesuffix(unit).rstrip("-")
    words = unit.replace("-", " ").replace("_", " ")
    title = f"{number} · " * bool(number) + words[0].upper() + words[1:]
    path = folder / f"{unit}.ipynb"
    folder.mkdir(parents=True)
    write_atomically(path, _template("exercise.ipynb").replace("{title}", title).encode())
    return path


def _template(name: str) -> str:
    return _TEMPLATES.joinpath(name).read_text("utf-8")
