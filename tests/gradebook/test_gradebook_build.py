"""source/ -> release/ and solutions/."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from classroom import (
    ASSIGNMENT,
    SECRETS,
    FakeGrader,
    database_of,
    make_course,
    source_notebook,
)
from nbgrader.api import Gradebook
from nbgrader.apps import GenerateAssignmentApp, GenerateSolutionApp
from nbgrader.utils import compute_checksum
from notebooks import cell

from autograder.course import Course
from autograder.errors import CourseError, NotebookError
from autograder.gradebook import build, built_from_source, stale, using, without_source
from autograder.gradebook.exercise import read_exercise
from autograder.judge.expected import read_expected
from autograder.model import CheckOptions
from autograder.notebook import blank, read_source, without_hidden


def made(course: Course, kind: str) -> Any:
    return nbformat.read(course.folder(kind) / ASSIGNMENT / "double.ipynb", as_version=4)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_release_is_the_skeleton(course: Course) -> None:
    """A released solution cell is exactly what the grader takes for unanswered; ids and order stay."""
    source = read_source(course.folder("source") / ASSIGNMENT / "double.ipynb")
    released = made(course, "release")
    assert [one.id for one in released.cells] == [one.id for one in source.cells]
    for ours, theirs in zip(source.cells, released.cells, strict=True):
        wanted = {"solution": blank, "check": without_hidden}.get(ours.kind, str)
        assert theirs.source == wanted(ours.source)


def test_tasks_say_what_is_off_limits(course: Course) -> None:
    """Released, solved and graded notebooks have the same text, and checksums that nbgrader finds again."""
    line = "*Off limits here:* `torch.mul`."
    graded = read_exercise(course.folder("source") / ASSIGNMENT / "double.ipynb")
    for nb in (made(course, "release"), made(course, "solutions"), graded):
        assert nb.cells[0].source == f"# Double\n\nCompute $2x$.\n\n{line}"
    for nb in (made(course, "release"), graded):
        assert [one.metadata.nbgrader.checksum for one in nb.cells[:2]] == [
            compute_checksum(one) for one in nb.cells[:2]
        ]
    with Gradebook(database_of(course)) as book:
        assert book.find_source_cell("intro", "double", ASSIGNMENT).source == graded.cells[0].source


def test_nothing_hidden_is_released(course: Course) -> None:
    """Nothing of release/ or solutions/ holds a hidden case, a misconception, a variant or an author note."""
    for kind in ("release", "solutions"):
        for path in course.folder(kind).rglob("*"):
            text = path.read_bytes().decode("latin-1") if path.is_file() else ""
            assert [word for word in SECRETS if re.search(rf"(?<![0-9a-f]){re.escape(word)}(?![0-9a-f])", text)] == []


def test_release_holds_rules_limits_and_public_values(course: Course) -> None:
    """The self-check finds what it needs: rules, limits, other files, expected values of public checks."""
    frame = read_expected(course.folder("release") / ASSIGNMENT / "expected.safetensors").notebook
    assert frame.rules
    assert frame.limits.wall_s == 30
    assert frame.files == ("data.txt",)
    assert made(course, "release").metadata["autograder"] == {"assignment": ASSIGNMENT, "build": frame.build}
    folder = course.folder("release") / ASSIGNMENT
    assert folder.joinpath("data.txt").read_text(encoding="utf-8") == "the author's data"
    expected = read_expected(folder / "expected.safetensors")
    assert {name: check.value for name, check in expected.checks.items()} == {"double": 42, "total": 5}


def test_solutions_are_solved_and_executed(course: Course) -> None:
    """A solution keeps its code, loses its hidden cases, and shows what a student would see."""
    cells = {one.id: one for one in made(course, "solutions").cells}
    assert "return 2 * x" in cells["solution-double"].source
    assert cells["check-double"].outputs[0].data["text/html"] == "<table>all is well</table>"


def test_stock_commands_build_the_same(course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch) -> None:
    """`nbgrader generate_assignment` and `generate_solution` write the files that `build` writes."""
    kinds = ("release", "solutions")
    before = {path: path.read_bytes() for kind in kinds for path in course.folder(kind).rglob("*") if path.is_file()}
    monkeypatch.chdir(course.root)
    with using(fake):
        for app in (GenerateAssignmentApp, GenerateSolutionApp):
            command = app()
            command.initialize([ASSIGNMENT, "--force", "--log-level=CRITICAL"])
            command.start()
    assert {path: path.read_bytes() for path in before} == before


def test_build_elsewhere_leaves_the_course_alone(fresh: Course, fake: FakeGrader, tmp_path: Path) -> None:
    """With `into`, neither the course's folders nor its gradebook change."""
    build(fresh, [], fake, into=tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere" / "release" / ASSIGNMENT / "double.ipynb").is_file()
    assert sorted(path.name for path in fresh.root.iterdir()) == ["nbgrader_config.py", "source"]


def test_fresh_build_is_not_stale(course: Course, fake: FakeGrader) -> None:
    """What was just built is up to date."""
    assert stale(course, [ASSIGNMENT], fake) == []


@pytest.mark.parametrize(
    ("location", "change", "said"),
    [
        (
            "source/01-double/double.ipynb",
            ("Compute $2x$.", "Compute twice."),
            "cell 'intro' differs from source/",
        ),
        (
            "source/01-double/double.ipynb",
            ("2 * x", "x * 2"),
            "solutions/01-double/double.ipynb: cell 'solution-d",
        ),
        ("source/01-double/double.ipynb", ("Multiply by hand.", "By hand."), "its metadata differs"),
        (
            "source/01-double/data.txt",
            ("the author's", "new"),
            "release/01-double/data.txt: differs from source/",
        ),
        ("release/01-double/double.ipynb", ('"points": 2', '"points": 3'), "cell 'check-double' differs"),
    ],
)
def test_stale_names_what_changed(
    course: Course, fake: FakeGrader, location: str, change: tuple[str, str], said: str
) -> None:
    """Each kind of change is named by file and cell, with the remedy."""
    edit(course.root / location, *change)
    found = stale(course, [ASSIGNMENT], fake)
    assert any(said in sentence for sentence in found)
    assert all("run `autograder build`" in sentence for sentence in found)


def test_stale_compares_expected_values(course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another expected value is named by its check."""
    reference = fake.reference

    def changed(of: Any) -> Any:
        found = reference(of)
        found.expected["total"] = 6
        return found

    monkeypatch.setattr(fake, "reference", changed)
    (sentence,) = stale(course, [ASSIGNMENT], fake)
    assert "the expected value of 'total' differs" in sentence


def test_what_has_a_bound_need_not_be_the_same_everywhere(
    course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error that a training ends with is another one on another processor; its bound is what counts."""
    bounded = CheckOptions(at_most=9.0)
    reference = fake.reference

    def changed(of: Any, value: float = 5.0) -> Any:
        found = reference(of)
        capture = found.run.captures["total"]
        found.run.captures["total"] = replace(capture, options=bounded)
        found.expected["total"] = value
        return found

    monkeypatch.setattr(fake, "reference", changed)
    build(course, [ASSIGNMENT], fake)
    monkeypatch.setattr(fake, "reference", lambda of: changed(of, 6.0))
    assert list(stale(course, [ASSIGNMENT], fake)) == []


def test_stale_names_leftovers(course: Course, fake: FakeGrader) -> None:
    """Files and folders that nothing in source/ gives are to be deleted."""
    course.folder("release").joinpath("02-gone").mkdir()
    course.folder("release").joinpath(ASSIGNMENT, "old.txt").write_text("", encoding="utf-8")
    found = stale(course, [ASSIGNMENT], fake)
    assert any("release/02-gone: there is no source/02-gone" in sentence for sentence in found)
    assert any("old.txt: nothing in source/ gives this file" in sentence for sentence in found)


def test_release_holds_what_was_built_and_nothing_older(course: Course, fake: FakeGrader) -> None:
    """What an earlier build left is a reason to build, and gone after it; hidden files never come along."""
    assert built_from_source(course, ASSIGNMENT)
    for kind in ("release", "solutions"):
        before = sorted(path.name for path in course.folder(kind).joinpath(ASSIGNMENT).iterdir())
        course.folder(kind).joinpath(ASSIGNMENT, "data").mkdir()
        course.folder(kind).joinpath(ASSIGNMENT, "data", "old.txt").write_text("of last year", encoding="utf-8")
        assert not built_from_source(course, ASSIGNMENT)
        source = course.folder("source") / ASSIGNMENT
        for name in ("._double.ipynb", ".DS_Store"):
            source.joinpath(name).write_bytes(b"\0\5\26\7")
        source.joinpath(".ipynb_checkpoints").mkdir(exist_ok=True)
        source.joinpath(".ipynb_checkpoints", "double-checkpoint.ipynb").write_text("{}", encoding="utf-8")
        build(course, [], fake)
        assert sorted(path.name for path in course.folder(kind).joinpath(ASSIGNMENT).iterdir()) == before
        assert built_from_source(course, ASSIGNMENT)


def test_a_changed_file_is_a_reason_to_build(course: Course, fake: FakeGrader) -> None:
    """The data that students have are those of source/, also where the notebook is the same."""
    edit(course.folder("source") / ASSIGNMENT / "data.txt", "the author's", "new")
    assert not built_from_source(course, ASSIGNMENT)
    build(course, [], fake)
    assert course.folder("release").joinpath(ASSIGNMENT, "data.txt").read_text(encoding="utf-8") == "new data"


def test_our_own_file_cannot_be_listed(course: Course, fake: FakeGrader) -> None:
    """A file of the author's with the name of the expected values would be overwritten."""
    edit(course.folder("source") / ASSIGNMENT / "double.ipynb", '"data.txt"', '"data.txt", "expected.safetensors"')
    course.folder("source").joinpath(ASSIGNMENT, "expected.safetensors").write_bytes(b"mine")
    with pytest.raises(NotebookError, match=r"double\.ipynb: expected\.safetensors cannot be listed"):
        build(course, [], fake)


def test_folders_without_a_source_are_named(course: Course) -> None:
    """What was an exercise once would still be handed out."""
    assert without_source(course) == []
    course.folder("solutions").joinpath("02-gone").mkdir()
    assert without_source(course) == ["solutions/02-gone: there is no source/02-gone; delete it"]


def test_a_failure_says_why(course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cause of a failure, which nbgrader only logs, is said in one line."""

    def fail(_: Any) -> Any:
        raise CourseError("the solution fails at total: 5 is not 6")

    monkeypatch.setattr(fake, "reference", fail)
    with pytest.raises(CourseError, match="GenerateAssignment failed: CourseError: the solution fails at total"):
        build(course, [], fake)


def test_a_failure_keeps_the_release(course: Course, fake: FakeGrader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that fails leaves the release that students have as it was."""

    def fail(_: Any) -> Any:
        raise CourseError("no")

    before = {path.name: path.read_bytes() for path in course.folder("release").joinpath(ASSIGNMENT).iterdir()}
    monkeypatch.setattr(fake, "reference", fail)
    with pytest.raises(CourseError):
        build(course, [], fake)
    assert before == {path.name: path.read_bytes() for path in course.folder("release").joinpath(ASSIGNMENT).iterdir()}


def test_without_configuration(tmp_path: Path, fake: FakeGrader) -> None:
    """A folder without nbgrader_config.py is no course."""
    course = make_course(tmp_path)
    course.root.joinpath("nbgrader_config.py").unlink()
    with pytest.raises(CourseError, match=r"no nbgrader_config\.py"):
        build(course, [], fake)


def test_a_solution_cell_without_region(course: Course, fake: FakeGrader) -> None:
    """Such a cell is blanked as a whole, by nbgrader and by us alike."""
    raw = source_notebook()
    raw["cells"][6] = cell("solution", "solution-total", "total = 5")
    path = course.folder("source") / ASSIGNMENT / "double.ipynb"
    path.write_text(json.dumps(raw), encoding="utf-8")
    build(course, [], fake)
    assert made(course, "release").cells[4].source == blank("total = 5")
