"""What travels between client and workers: frozen data, and its way onto a worker's disk and off it.

In: a source notebook on the client. Out: a `Source`; with the solution's runs, a `Prepared`; on each worker
the same notebook, beside the same files. Contents are left out of `repr`, so that no log shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import Submitted
from autograder.model import Run
from autograder.notebook import Notebook, files_beside, read_source
from autograder.run.cache import RunCache

__all__ = ["HandedIn", "Prepared", "Received", "Settings", "Source"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker needs to grade as the client would."""

    name: str  # of this grading, on the cluster
    secret: bytes = field(repr=False)
    seed_id: str
    device: str
    versions: Mapping[str, str]  # of the client: a worker must have the same


@dataclass(frozen=True, slots=True)
class Source:
    """A source notebook and the files beside it."""

    assignment: str
    name: str
    sha256: str
    data: bytes = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)

    @classmethod
    def of(cls, notebook: Notebook) -> Source:
        """Pack a notebook that was read from a file."""
        assert notebook.folder is not None
        data = (notebook.folder / f"{notebook.name}.ipynb").read_bytes()
        return cls(notebook.assignment, notebook.name, notebook.sha256, data, files_beside(notebook))

    def unpack(self, folder: Path) -> Notebook:
        """Write it below `folder` and read it."""
        location = folder / self.sha256 / self.assignment
        for name, data in {**self.files, f"{self.name}.ipynb": self.data}.items():
            path = location / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return read_source(location / f"{self.name}.ipynb", self.assignment)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source notebook with the runs of its solution: {key in a store: the run's bytes}."""

    source: Source
    runs: Mapping[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What one student handed in; None: no such file."""

    submitted: Submitted
    data: bytes | None = field(repr=False)


class Received(RunCache):
    """A worker's store: the solutions' runs that were made elsewhere, and nothing else is kept."""

    def save(self, key: str, run: Run) -> None:
        """Keep nothing: the client has the results."""
