"""A small class, graded by `autograder grade` in a process that can be killed, and what must be there in the end."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

from notebooks import RIGHT, answered, write_exercise

from autograder.course import Course

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
ASSIGNMENT = "01-scale"
_WRONG = {
    "solution_mean": "mean = x.mean(1, keepdim=True)",
    "solution_centred": "centred = x + mean",
    "solution_scale": "def scale(v):\n    return v / v.max()",
}

_SLOW_S = 0.3  # so that a worker is there to be killed


def make_class(root: Path) -> Course:
    """Make a course whose students have each task right, wrong or blank: twelve different submissions."""
    root.mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", root)
    write_exercise(root)
    names = list(RIGHT)
    for number in range(12):
        choices = (number % 3, number // 3 % 3, number // 2 % 3)
        said = {name: (RIGHT, _WRONG)[choice][name] for name, choice in zip(names, choices, strict=True) if choice < 2}
        folder = root / "submitted" / f"student{number:02}" / ASSIGNMENT
        folder.mkdir(parents=True)
        said.setdefault("solution_scale", "# YOUR CODE HERE\nraise NotImplementedError()")
        said["solution_centred"] = f"import time\ntime.sleep({_SLOW_S})\n{said.get('solution_centred', '...')}"
        folder.joinpath("scale.ipynb").write_text(json.dumps(answered(**said)), encoding="utf-8")
        folder.joinpath("notes.txt").write_text(f"of student {number}", encoding="utf-8")
    course = Course(root)
    course.secret()
    return course


class Commands:
    """Runs `autograder` again and again, each in a process of its own that may be killed (commands.py)."""

    def __init__(self, folder: Path) -> None:
        self.temporary = folder / "tmp"  # what the commands have for /tmp
        self.temporary.mkdir()
        self.ended = 0.0  # when the last command had ended
        self._said = (folder / "said.txt", folder / "errors.txt")
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "commands.py")],
            env={**os.environ, "OMP_NUM_THREADS": "1"},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._orders = cast("IO[str]", self._process.stdin)
        self._answers = cast("IO[str]", self._process.stdout)

    def close(self) -> None:
        """End it."""
        self._process.communicate(timeout=30)

    def start(
        self, course: Course, *arguments: str, killed_at: str = "", strike: str = "kill", **environment: str
    ) -> int:
        """Start one command, struck at a point; return its pid."""
        order = {
            "arguments": ["--course", str(course.root), *arguments],
            "environment": {"TMPDIR": str(self.temporary), **environment},
            "said": [str(path) for path in self._said],
            "struck_at": killed_at,
            "strike": strike,
        }
        self._orders.write(json.dumps(order) + "\n")
        self._orders.flush()
        return int(self._answers.readline())

    def end(self) -> tuple[int, str]:
        """Wait for it; return its exit code and what it said. Nothing of it may be alive 10 s later."""
        code = int(self._answers.readline())
        self.ended = time.monotonic()
        deadline = time.monotonic() + 10
        while left := [pid for pid in children(self._process.pid) if _command(pid)]:
            assert time.monotonic() < deadline, f"left behind: {[_command(pid) for pid in left]}"
            time.sleep(0.05)
        return code, self.said

    @property
    def said(self) -> str:
        """What the last one has said until now, on stdout and then on stderr."""
        return "".join(path.read_text("utf-8") for path in self._said if path.exists())

    @property
    def errors(self) -> str:
        """What the last one said on stderr."""
        return self._said[1].read_text("utf-8")

    def run(self, course: Course, *arguments: str, **options: str) -> tuple[int, str]:
        """Run one command to its end, or to its death."""
        self.start(course, *arguments, **options)
        return self.end()


def children(pid: int) -> list[int]:
    """Return the child processes of all threads of a process."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            found += [int(one) for one in path.read_text().split()]
    return found


def processes(grader: int) -> dict[str, list[int]]:
    """Return the processes of a grading that runs now: grader, server, supervisor, worker."""
    servers = [pid for pid in children(grader) if "isolation.server" in _command(pid)]
    supervisors = [one for pid in servers for one in children(pid)]
    workers = [one for pid in supervisors for one in children(pid)]
    return {"grader": [grader], "server": servers, "supervisor": supervisors, "worker": workers}


def _command(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8").replace("\0", " ")
    return ""


def gradebook(course: Course) -> dict[str, list[Any]]:
    """Everything that the gradebook says of students, sorted, without ids drawn by chance; it must be sound."""
    queries = {
        "grades": "SELECT student_id, name, auto_score, manual_score, needs_manual_grade FROM cells "
        "JOIN grade x ON x.cell_id = cell AND x.notebook_id = notebook",
        "comments": "SELECT student_id, name, auto_comment, manual_comment FROM cells "
        "JOIN comment x ON x.cell_id = cell AND x.notebook_id = notebook",
        "submissions": "SELECT student_id, timestamp FROM submitted_assignment",
        "rows": "SELECT (SELECT count(*) FROM grade), (SELECT count(*) FROM comment), "
        "(SELECT count(*) FROM submitted_notebook), (SELECT count(*) FROM base_cell), (SELECT count(*) FROM student)",
    }
    database = sqlite3.connect(course.root / "gradebook.db")
    try:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        database.execute(
            "CREATE TEMP VIEW cells AS SELECT s.student_id, b.name, b.id AS cell, n.id AS notebook "
            "FROM base_cell b JOIN submitted_notebook n ON n.notebook_id = b.notebook_id "
            "JOIN submitted_assignment s ON s.id = n.assignment_id"
        )
        return {name: sorted(database.execute(query).fetchall(), key=repr) for name, query in queries.items()}
    finally:
        database.close()


def files(course: Course) -> dict[str, Any]:
    """Return each file of autograded/ and feedback/; of a notebook what does not tell when it was graded."""
    found: dict[str, Any] = {}
    for kind in ("autograded", "feedback"):
        for path in course.folder(kind).rglob("*"):
            name = path.relative_to(course.root).as_posix()
            if path.suffix == ".ipynb":
                made = json.loads(path.read_text(encoding="utf-8"))
                made["metadata"]["autograder"]["report"].pop("evidence")
                found[name] = made
            elif path.is_file() and path.suffix != ".html":
                found[name] = path.read_bytes()
            else:
                found[name] = path.is_file() and path.stat().st_size > 1000
    return found


def runs(course: Course) -> dict[str, int]:
    """Return the runs that are kept, each with what changes when it is made again, and not when it is used."""
    folder = course.root / ".autograder" / "runs"
    kept = folder.iterdir() if folder.is_dir() else ()
    return {path.name: path.stat().st_ino for path in kept if len(path.name) == 64}


def others(course: Course) -> list[str]:
    """Name the files beside the class's own ones: what a killed process could have left is among them."""
    ours = {
        "submitted",
        "autograded",
        "feedback",
        "source",
        "runs",
        "changes.jsonl",
    }  # that one is there if any changed
    folders = (course.root, course.root / ".autograder")
    found = [path.name for folder in folders for path in folder.iterdir() if path.name not in ours]
    return sorted(found + [path.name for path in (course.root / ".autograder/runs").iterdir() if len(path.name) != 64])
