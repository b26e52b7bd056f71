"""Imports run one way: the picture in docs/architecture.md is true."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "autograder"

# Each room may import from the rooms below it, and from its own.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("cli", "pytest_plugin"),
    ("commands",),
    ("gradebook", "cluster", "audit", "send", "similar"),
    ("grade", "collect", "lint"),
    ("judge",),
    ("report", "rules", "course"),
    ("run",),
    ("diagnose",),
    ("notebook",),
    ("compare", "isolation"),
    ("wire",),
    ("model", "errors", "files", "late"),
)
WALL = {"worker", "student"}  # what runs beside a student's code; nothing imports it
BESIDE = {"wire", "model", "errors", *WALL}  # what may stand there
SESSION = {
    "following.py",
    "live.py",
    "journal.py",
    "cutting.py",
    "beside.py",
    "hints.py",
}  # of the student's own session only, where there is more
SESSION_TOO = {"compare", "diagnose", "report", "judge", "notebook"}
LEVEL = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def _room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def _imports(path: Path) -> set[tuple[str, bool]]:
    """Return (room, whether at the top of the module) of each import from the package."""
    tree = ast.parse(path.read_text("utf-8"))
    top = {id(node) for node in tree.body}
    found = set()
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            whole = node.module == "autograder"
            names = [f"autograder.{item.name}" for item in node.names] if whole else [node.module]
        elif isinstance(node, ast.Import):
            names = [item.name for item in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "autograder" and len(parts) > 1 and parts[1] != "__version__":
                found.add((parts[1], id(node) in top))
    return found


FILES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_run_one_way(path: Path) -> None:
    """A room imports only rooms below it; `worker` and `student` only what may stand beside a student's code."""
    room = _room(path)
    for other, at_top in _imports(path):
        if room in WALL:
            late = room == "student" and (not at_top or path.name in SESSION)
            assert other in BESIDE or (late and other in SESSION_TOO), f"{room} imports {other}"
        elif other != room:
            assert other not in WALL, f"{room} imports {other}: the runner starts it by name"
            assert LEVEL[other] > LEVEL[room], f"{room} imports {other}, which is not below it"


def test_every_room_has_its_floor() -> None:
    """A new module must be given its place here and in docs/architecture.md."""
    assert {_room(path) for path in FILES} - WALL == set(LEVEL)


def test_nbgrader_is_imported_in_one_place() -> None:
    """Only gradebook/ knows nbgrader: the grader works without it."""
    for path in FILES:
        if _room(path) != "gradebook":
            assert "nbgrader" not in {name.split(".")[0] for name in _foreign(path)}, path


def _foreign(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found = {item.name for node in ast.walk(tree) if isinstance(node, ast.Import) for item in node.names}
    return found | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_import_is_light() -> None:
    """`from autograder import check` brings in neither torch nor nbgrader nor IPython nor rich."""
    heavy = ("torch", "nbgrader", "IPython", "rich", "matplotlib", "nbformat")
    code = f"import sys, autograder; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_faces_are_light() -> None:
    """What shows a check of one's notebook brings no torch: another process has it, and one waits for each import."""
    faces = "autograder.cli, autograder.commands.check, autograder.report.terminal, autograder.report.overview"
    assert not _brings_torch(faces)


def test_the_gradebook_is_light() -> None:
    """Exports, due dates, feedback pages need no torch: they run nothing."""
    assert not _brings_torch("autograder.gradebook, autograder.gradebook.record, autograder.gradebook.unchanged")


def _brings_torch(modules: str) -> bool:
    code = f"import sys, {modules}; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip() == "True"
