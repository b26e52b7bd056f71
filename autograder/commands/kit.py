"""The command `autograder kit`: one zip with all that a student needs, and nothing that they should not have.

In: a built course. Out: released exercises, the package as a wheel, the versions of what it needs, and a README with
the way from the zip to the first check. With `--colab ADDRESS` also notebooks whose first cell fetches the rest from
that address. No source, no solution, no hidden case.
"""

from __future__ import annotations

import argparse
import copy
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import autograder
from autograder.commands.console import terminal
from autograder.commands.course import course_of
from autograder.course import Course
from autograder.errors import CourseError
from autograder.judge.expected import FILE_NAME

__all__ = ["kit"]

_PACKAGE = "zero-to-hero-autograder"
_ROOT = Path(autograder.__file__).resolve().parents[1]
_DATE = (2020, 1, 1, 0, 0, 0)  # of every file: the same kit has the same bytes
_OF_THE_WHEEL = ("pyproject.toml", "README.md", "LICENSE", "autograder", "course_data")
_LEFT_OUT = ("__pycache__", ".ipynb_checkpoints")


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
    terminal().print(f"{path}: {len(names)} exercises, {size:.1f} MB; what students do with it stands in its README.md")
    return 0


def _contents(course: Course, names: list[str], colab: str | None) -> Iterator[tuple[str, bytes]]:
    """Give the files of the kit: their names in it, and what they hold."""
    first_notebook = ""
    for name in names:
        folder = course.folder("release") / name
        if not (folder / FILE_NAME).is_file():
            raise CourseError(
                f"release/{name}: not built, or not whole ({FILE_NAME} is missing). autograder build {name}"
            )
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            inside = file.relative_to(folder)
            if not any(part.startswith(".") or part in _LEFT_OUT for part in inside.parts):
                yield f"{name}/{inside.as_posix()}", file.read_bytes()
        notebook = next(folder.glob("*.ipynb"))
        first_notebook = first_notebook or f"{name}/{notebook.name}"
        if colab is not None:
            yield f"colab/{name}.ipynb", _for_colab(json.loads(notebook.read_bytes()), colab, name)
    wheel, data = _wheel()
    yield wheel, data
    yield "requirements.txt", _requirements(wheel).encode()
    readme = Path(__file__).with_name("kit_readme.md").read_text("utf-8")
    yield "README.md", readme.replace("{first}", first_notebook).replace("{wheel}", wheel).encode()


def _wheel() -> tuple[str, bytes]:
    """Return the package as a wheel, made of this checkout: its name and its bytes."""
    if not (_ROOT / "pyproject.toml").is_file():
        raise CourseError(f"{_ROOT}: no pyproject.toml here. A kit is made in a checkout of the autograder.")
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / "copy"  # what an earlier build has left in the checkout must not get in
        copied.mkdir()
        for name in _OF_THE_WHEEL:
            if (_ROOT / name).is_dir():
                shutil.copytree(_ROOT / name, copied / name, ignore=shutil.ignore_patterns(*_LEFT_OUT))
            else:
                shutil.copy2(_ROOT / name, copied / name)
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps",
                   "--no-build-isolation", "--wheel-dir", folder, str(copied)]  # fmt: skip
        process = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        wheels = list(Path(folder).glob("*.whl"))
        if process.returncode or not wheels:
            raise CourseError(f"{_ROOT}: the wheel cannot be built: {process.stderr.strip().splitlines()[-1:]}")
        return wheels[0].name, wheels[0].read_bytes()


def _requirements(wheel: str) -> str:
    """Return what a student installs: the wheel, and what it needs at the versions that are installed here."""
    lines = [
        f"# pip install -r requirements.txt, in this folder; it needs Python {_python()} or later",
        f"./{wheel}[student]",
    ]
    return "\n".join([*lines, *sorted(_pins())]) + "\n"


def _python() -> str:
    return str(distribution(_PACKAGE).metadata["Requires-Python"]).removeprefix(">=")


def _pins() -> Iterator[str]:
    """Give `name==version` of all that the package and its extra for students need, directly or not.

    What is only needed on some systems keeps its condition, so that others leave it out.
    """
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    waiting: list[tuple[Requirement, str]] = [(Requirement(f"{_PACKAGE}[student]"), "")]
    conditions: dict[str, set[str]] = {}
    visited: set[tuple[str, str, str]] = set()
    while waiting:
        requirement, condition = waiting.pop()
        name = canonicalize_name(requirement.name)
        key = (name, ",".join(sorted(requirement.extras)), condition)
        if key in visited:
            continue
        visited.add(key)
        try:
            needs = distribution(requirement.name).requires or []
        except PackageNotFoundError:  # not on this system
            continue
        conditions.setdefault(name, set()).add(condition)
        for text in needs:
            inner = Requirement(text)
            marker = str(inner.marker or "")
            extras = ["", *requirement.extras]
            if "extra ==" in marker:
                if not any(inner.marker and inner.marker.evaluate({"extra": extra}) for extra in extras[1:]):
                    continue
                marker = ""
            waiting.append((inner, marker or condition))
    for package, markers in conditions.items():
        if package != _PACKAGE:
            version = distribution(package).version.partition("+")[0]
            yield f"{package}=={version}" + (
                "" if "" in markers else f" ; {' or '.join(f'({marker})' for marker in sorted(markers))}"
            )


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
