"""The command `autograder kit`: one zip with all that a student needs, and nothing that they should not have.

In: a built course, and the gradebook's due dates. Out: released exercises, the package as a wheel, the versions of
what it needs, and a README with the way from the zip to the first check, and until when. With `--colab ADDRESS` also
notebooks whose first cell fetches the rest from that address. No source, no solution, no hidden case.
"""

from __future__ import annotations

import argparse
import copy
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder.commands.console import terminal
from autograder.commands.course import NoNbgraderError, course_of, gradebook_room
from autograder.commands.package import LEFT_OUT, requirements, wheel
from autograder.course import Course
from autograder.errors import CourseError
from autograder.judge.expected import FILE_NAME
from autograder.report.rows import counted

__all__ = ["kit", "released"]

_DATE = (2020, 1, 1, 0, 0, 0)  # of every file: the same kit has the same bytes


def kit(options: argparse.Namespace) -> int:
    """Write the zip that the options name; return the exit code."""
    course = course_of(options)
    names = course.select(options.assignments)
    path: Path = options.to or course.root / "kit.zip"
    files = dict(_contents(course, names, options.colab))
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(files):
                archive.writestr(zipfile.ZipInfo(f"{path.stem}/{name}", _DATE), files[name], zipfile.ZIP_DEFLATED)
    except OSError as error:
        raise CourseError(f"{path}: cannot be written ({error.strerror})") from error
    size = path.stat().st_size / 2**20
    what = f"{counted(len(names), 'exercise')}, {size:.1f} MB"
    terminal().print(f"{path}: {what}; what students do with it stands in its README.md")
    return 0


def _contents(course: Course, names: list[str], colab: str | None) -> Iterator[tuple[str, bytes]]:
    """Give the files of the kit: their names in it, and what they hold."""
    first_notebook = ""
    for name in names:
        for inside, data in released(course, name):
            yield f"{name}/{inside}", data
        notebook = next((course.folder("release") / name).glob("*.ipynb"))
        first_notebook = first_notebook or f"{name}/{notebook.name}"
        if colab is not None:
            yield f"colab/{name}.ipynb", _for_colab(json.loads(notebook.read_bytes()), colab, name)
    wheel_name, data = wheel()
    yield wheel_name, data
    yield "requirements.txt", requirements(wheel_name, extra="student").encode()
    readme = Path(__file__).with_name("kit_readme.md").read_text("utf-8") + _until_when(course, names)
    yield "README.md", readme.replace("{first}", first_notebook).replace("{wheel}", wheel_name).encode()


def _until_when(course: Course, names: list[str]) -> str:
    """Return the README's lines on due dates; "" where none is set, or without nbgrader."""
    try:
        due = gradebook_room().due_dates(course).of
    except NoNbgraderError:
        return ""
    lines = [f"- {name}: {due[name]:%Y-%m-%d %H:%M} UTC" for name in names if due.get(name) is not None]
    return "\n".join(["\n## Until when\n", *lines, ""]) if lines else ""


def released(course: Course, name: str) -> Iterator[tuple[str, bytes]]:
    """Give what students get of an exercise: names relative to its folder, and bytes.

    Raises:
        CourseError: it is not built.
    """
    folder = course.folder("release") / name
    if not (folder / FILE_NAME).is_file():
        raise CourseError(f"release/{name}: not built, or not whole ({FILE_NAME} is missing). autograder build {name}")
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        inside = file.relative_to(folder)
        if not any(part.startswith(".") or part in LEFT_OUT for part in inside.parts):
            yield inside.as_posix(), file.read_bytes()


def _for_colab(notebook: dict[str, Any], address: str, name: str) -> bytes:
    """Return a released notebook with a first cell that fetches the kit and installs it."""
    copied = copy.deepcopy(notebook)
    code = [
        "# Colab: run this cell first. It fetches the exercises and what checks them.\n",
        f"!wget -q -O kit.zip '{address}' && unzip -qo kit.zip && pip install -q kit/*.whl\n",
        f"%cd kit/{name}",
    ]
    cell: dict[str, Any] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "colab",
        "metadata": {},
        "outputs": [],
        "source": code,
    }
    copied["cells"].insert(0, cell)
    return json.dumps(copied, indent=1, ensure_ascii=False).encode()
