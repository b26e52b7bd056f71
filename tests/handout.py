"""What students are given, in small: folders of exercises, and a system without what only Linux and Macs have."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from notebooks import answered, exercise, write_exercise

from autograder.grade import Grader
from autograder.gradebook.publicrun import expected_file
from autograder.isolation import Launcher
from autograder.notebook import Notebook, blank, without_hidden

__all__ = ["HandOut", "released", "without_linux"]

WRONG = "mean = x.mean(1, keepdim=True)"  # the misconception of `solution-mean`


def released(notebook: Notebook, **answers: str) -> dict[str, Any]:
    """Return the notebook that a student has: blank, but for these answers ({solution_mean="..."})."""
    raw = answered()
    for one in raw["cells"]:
        kind = one["metadata"]["nbgrader"]
        if kind["solution"]:
            one["source"] = answers.get(one["id"].replace("-", "_"), blank(one["source"]))
        elif kind["grade"]:
            one["source"] = without_hidden(one["source"])
    raw["metadata"]["autograder"] = {"assignment": notebook.assignment, "build": notebook.build}
    return raw


class HandOut:
    """A folder of exercises, as students get it."""

    def __init__(self, root: Path, launcher: Launcher) -> None:
        self.root = root
        self._grader = Grader(launcher=launcher, secret=None)
        self._data: dict[str, bytes] = {}
        self._notebooks: dict[str, Notebook] = {}

    def add(self, name: str, **answers: str) -> Path:
        """Write an exercise of this name, blank but for these answers; return the notebook's path."""
        if name not in self._data:
            source = self.root.parent / f"source-of-{self.root.name}"
            self._notebooks[name] = write_exercise(source, exercise(), name)
            self._data[name] = expected_file(self._grader, self._notebooks[name])
        folder = self.root / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "expected.safetensors").write_bytes(self._data[name])
        path = folder / "scale.ipynb"
        path.write_text(json.dumps(released(self._notebooks[name], **answers)), "utf-8")
        return path


_HIDE = """
import os, signal, subprocess, sys
for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules[name] = None
for module, names in (
    (signal, ("SIGALRM", "setitimer", "alarm", "set_wakeup_fd")),
    (os, ("set_blocking", "fork", "killpg", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC")),
):
    for name in names:
        if hasattr(module, name):
            delattr(module, name)
_popen = subprocess.Popen.__init__
def _plain(self, *args, pass_fds=(), **more):
    if pass_fds:
        raise ValueError("pass_fds not supported on Windows")
    more.pop("start_new_session", None)  # has no effect there
    _popen(self, *args, **more)
subprocess.Popen.__init__ = _plain
import selectors
def _no_pipes(self, *args, **more):
    raise OSError("only sockets can be waited for")
selectors.DefaultSelector = type("DefaultSelector", (), {"__init__": _no_pipes})
"""


def without_linux(folder: Path) -> dict[str, str]:
    """Return an environment in which no process, nor those that it starts, has what only Linux and Macs have."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(_HIDE, "utf-8")
    return {**os.environ, "PYTHONPATH": str(folder)}
