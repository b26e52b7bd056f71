"""Files as they lie beside an autograded notebook: what its author lists, and nothing of a student's.

Nothing is copied from a student's folder: a link could point at any file of the grader's, a page could act in the
browser of whoever looks through autograded/.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["renew_folder"]


def renew_folder(target: Path, files: Mapping[str, bytes], *, keep: Sequence[str] = ()) -> None:
    """Empty `target` but for the files in `keep`, and write these files, {relative path: bytes}, into it."""
    target.mkdir(parents=True, exist_ok=True)
    for entry in target.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name not in keep:
            entry.unlink()
    for name, data in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
