"""source/ -> release/ and solutions/, by nbgrader's own converters; and whether those are up to date.

In: a course and a grader on public seeds. Out: the files that `nbgrader generate_assignment` and
`nbgrader generate_solution` make, and what they enter into the gradebook; or sentences that say what
of it is stale.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment, GenerateSolution

from autograder.compare import compare
from autograder.course import Course
from autograder.errors import ExpectedValuesError
from autograder.grade import Grader, require_determined
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.conversion import convert
from autograder.gradebook.database import register
from autograder.gradebook.graders import using
from autograder.isolation import Launcher
from autograder.judge.expected import FILE_NAME, ExpectedCheck, ExpectedValues, read_expected
from autograder.lint import buildable
from autograder.notebook import files_beside

__all__ = ["build", "built_from_source", "enter", "released_from", "stale", "without_source"]

_REMEDY = "run `autograder build`"


def build(
    course: Course,
    assignments: Sequence[str],
    grader: Grader,
    *,
    elsewhere: Launcher | None = None,
    into: Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> None:
    """Make release/ and solutions/ of some assignments (none named: of all), in the course or in `into`.

    `elsewhere`: a second process, for the proof that nothing in the notebooks is left to chance; None: no such proof.
    NotebookError or ReferenceRunError if a notebook is not as it must be; what was built of it before is kept.
    """
    if into is not None:
        into.mkdir(parents=True, exist_ok=True)
    config = load_config(course, into=into)
    with using(grader):
        for name in course.select(assignments):
            notebook = buildable(course, name)
            if elsewhere is not None:
                require_determined(notebook, grader, grader.on(elsewhere))
            with _kept((into or course.root) / "release" / name):
                convert(GenerateAssignment, config, name)
            convert(GenerateSolution, config, name)
            if progress is not None:
                progress(name)


@contextlib.contextmanager
def _kept(folder: Path) -> Iterator[None]:
    """Put a folder back as it was if what replaces it fails: nbgrader deletes it first."""
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "kept"
        if folder.is_dir():
            shutil.copytree(folder, copy)
        try:
            yield
        except BaseException:
            if copy.is_dir():
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(copy, folder)
            raise


def enter(course: Course, assignments: Sequence[str]) -> None:
    """Enter assignments into the gradebook, if it does not know them yet, without building them."""
    if assignments:
        register(course, course_directory(load_config(course)), set(assignments))


def built_from_source(course: Course, assignment: str) -> bool:
    """Tell whether release/ and solutions/ hold what source/ gives now, and nothing else.

    Looks at the files that are there, at the contents of those that travel with the notebook, and at the hash
    of the source that the expected values carry, not at the built notebooks' contents: `stale` does that.
    """
    (notebook,) = course.notebooks(assignment)
    beside = files_beside(notebook)
    for kind, extra_files in (("release", {FILE_NAME}), ("solutions", set[str]())):
        folder = course.folder(kind) / assignment
        if _files(folder) != {f"{notebook.name}.ipynb", *extra_files, *beside}:
            return False
        if any(folder.joinpath(name).read_bytes() != data for name, data in beside.items()):
            return False
    return released_from(course, assignment) == notebook.sha256


def released_from(course: Course, assignment: str) -> str | None:
    """Return the hash of the source notebook that a release was made from, None if there is no release."""
    try:
        return read_expected(course.folder("release") / assignment / FILE_NAME).notebook.sha256
    except ExpectedValuesError:
        return None


def without_source(course: Course) -> list[str]:
    """Return the folders of release/ and solutions/ that nothing in source/ gives, in sentences."""
    assignments = course.assignments()
    return [
        f"{kind}/{path.name}: there is no source/{path.name}; delete it"
        for kind in ("release", "solutions")
        if course.folder(kind).is_dir()
        for path in sorted(course.folder(kind).iterdir())
        if path.is_dir() and path.name not in assignments and not path.name.startswith(".")
    ]


def stale(
    course: Course, assignments: Sequence[str], grader: Grader, *, elsewhere: Launcher | None = None
) -> list[str]:
    """Return what of release/ and solutions/ differs from what source/ gives now, in sentences."""
    names = course.select(assignments)
    sentences: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        into = Path(temporary)
        build(course, names, grader, elsewhere=elsewhere, into=into)
        for kind in ("release", "solutions"):
            for name in names:
                sentences += _folder_differs(into / kind / name, course.folder(kind) / name, f"{kind}/{name}")
    return sentences + (without_source(course) if names == course.assignments() else [])


def _folder_differs(built: Path, committed: Path, folder: str) -> Iterator[str]:
    new, old = _files(built), _files(committed)
    for name in sorted(new | old):
        path = f"{folder}/{name}"
        if name not in old:
            yield f"{path}: missing; {_REMEDY}"
        elif name not in new:
            yield f"{path}: nothing in source/ gives this file; delete it"
        elif name.endswith(".ipynb"):
            yield from _notebook_differs(built / name, committed / name, path)
        elif name.endswith(".safetensors"):
            yield from _values_differ(read_expected(built / name), read_expected(committed / name), path)
        elif built.joinpath(name).read_bytes() != committed.joinpath(name).read_bytes():
            yield f"{path}: differs from source/; {_REMEDY}"


def _values_differ(new: ExpectedValues, old: ExpectedValues, path: str) -> Iterator[str]:
    """Compare tensors within their tolerance, all else exactly; of what has a bound, the bound."""
    if new.notebook != old.notebook or new.changed != old.changed:
        yield f"{path}: the exercise's frame differs from source/; {_REMEDY}"
    for name in sorted(new.checks.keys() | old.checks.keys()):
        check, old_check = new.checks.get(name), old.checks.get(name)
        if check is None or old_check is None or _described(check) != _described(old_check):
            yield f"{path}: the check '{name}' differs from source/; {_REMEDY}"
        elif check.options.bounded:
            continue  # held against the bound alone: what a training ends with differs from processor to processor
        elif compare(old_check.value, check.value, rtol=check.options.rtol, atol=check.options.atol) is not None:
            yield f"{path}: the expected value of '{name}' differs from that of source/; {_REMEDY}"
    if compare(dict(old.variables), dict(new.variables)) is not None:
        yield f"{path}: the variables of the setup cells differ from those of source/; {_REMEDY}"


def _described(check: ExpectedCheck) -> tuple[object, ...]:
    sentences = [(outcome.name, outcome.says) for outcome in check.wrong]
    return check.cell_id, check.location, check.variable, check.options, sentences


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _notebook_differs(built: Path, committed: Path, path: str) -> Iterator[str]:
    """Compare sources, ids and metadata; outputs may hold times and rounding."""
    try:
        old = nbformat.read(committed, as_version=4)
    except (ValueError, nbformat.ValidationError):
        yield f"{path}: not a readable notebook; {_REMEDY}"
        return
    new = nbformat.read(built, as_version=4)
    if new.metadata != old.metadata:
        yield f"{path}: its metadata differs from source/; {_REMEDY}"
    news, olds = _cells(new), _cells(old)
    if list(news) != list(olds):
        yield f"{path}: other cells than source/, or another order; {_REMEDY}"
    for name in news.keys() & olds.keys():
        if news[name] != olds[name]:
            yield f"{path}: cell '{name}' differs from source/; {_REMEDY}"


def _cells(nb: NotebookNode) -> dict[str, tuple[str, str, object]]:
    return {cell.get("id", ""): (cell.cell_type, cell.source, cell.metadata) for cell in nb.cells}
