"""nbgrader's exchange -> submitted/: `nbgrader collect` and the formgrader's button, without trust in what lies there.

In: the folders that students' own processes put into the exchange, under names of their choice. Out: regular files
below submitted/STUDENT/, bounded in size, number and depth. nbgrader follows links with the instructor's rights, to
the solutions for example, and gives up on all students at the first folder that it cannot read or whose name says no
time. Here such things are left out with a warning, and the others are collected.
"""

from __future__ import annotations

import os
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect

from autograder.collect.archives import MAX_FILES
from autograder.course.roster import why_no_id
from autograder.files import read_regular
from autograder.gradebook.timestamps import as_utc

__all__ = ["Collect"]

_MAX_DEPTH = 8  # folders within folders


class Collect(ExchangeCollect):
    """Replaces nbgrader's own."""

    src_records: list[dict[str, Any]]

    def init_src(self) -> None:
        """Find each student's newest submission."""
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"]]

    def _path_to_record(self, path: str) -> dict[str, Any]:
        """Return whose a submission is, and of when; "" for whose if its name does not say it.

        STUDENT+ASSIGNMENT+TIME or STUDENT+ASSIGNMENT+TIME+RANDOM. nbgrader's own parser takes hours for some times.
        """
        name = Path(path).name
        parts = name.rsplit("+", 3)
        time = as_utc(parts[2]) if len(parts) > 2 else None
        reason = "its name says no time" if time is None else why_no_id(parts[0])
        if reason:
            self.log.warning("LEFT OUT: %s: %s", path, reason)
        return {"username": "" if reason else parts[0], "filename": name, "timestamp": time or datetime(1, 1, 1)}  # noqa: DTZ001  as nbgrader has times

    def do_copy(self, src: str, dest: str, log: object = None) -> None:  # noqa: ARG002  nbgrader's signature
        """Copy the regular files of a submission; its folders and files may change meanwhile."""
        source, target = Path(src), Path(dest)
        remaining, number = 1000 * self.coursedir.max_dir_size, 0
        target.mkdir(parents=True)
        for folder, folders, names, descriptor in os.fwalk(source, follow_symlinks=False):
            within = Path(folder).relative_to(source)
            folders[:] = [name for name in folders if len(within.parts) < _MAX_DEPTH and not self._is_ignored(name)]
            for name in sorted(names):
                if self._is_ignored(name):
                    continue
                most = min(remaining, 1000 * self.coursedir.max_file_size)
                data = read_regular(Path(name), most=most, folder=descriptor)
                if data is None or len(data) > most or number >= MAX_FILES:
                    reason = "no regular file that can be read" if data is None else "too much"
                    self.log.warning("LEFT OUT: %s: %s", Path(folder, name), reason)
                    continue
                number, remaining = number + 1, remaining - len(data)
                (target / within).mkdir(parents=True, exist_ok=True)
                (target / within / name).write_bytes(data)

    def _is_ignored(self, name: str) -> bool:
        return any(fnmatch(name, pattern) for pattern in self.coursedir.ignore)
