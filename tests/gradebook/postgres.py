"""A PostgreSQL server of the tests' own: a temporary folder, a socket in it, no port, no password.

In: the programs of Debian's package `postgresql`, wherever they lie. Out: databases, empty or copied.
"""

from __future__ import annotations

import importlib.util
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

_USER = "postgres"  # the server refuses to run as root


def missing() -> str | None:
    """Say why no server can be started here, None if one can."""
    if importlib.util.find_spec("psycopg") is None:
        return "no driver for PostgreSQL: pip install 'psycopg[binary]'"
    if _programs() is None:
        return "no PostgreSQL server here: apt-get install postgresql"
    if os.geteuid() == 0 and not _known(_USER):
        return f"PostgreSQL does not run as root, and there is no user {_USER}"
    return None


def _programs() -> Path | None:
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((folder for folder in reversed(folders) if (folder / "postgres").exists()), None)


def _known(user: str) -> bool:
    return any(one.pw_name == user for one in pwd.getpwall())


class Postgres:
    """A running server; use it as a context manager."""

    def __init__(self) -> None:
        self._names = (f"course{number}" for number in itertools.count())
        self._folder = Path(tempfile.mkdtemp(prefix="autograder-pg-"))
        programs = _programs()
        as_user: dict[str, Any] = {}
        if os.geteuid() == 0:
            shutil.chown(self._folder, _USER)
            as_user = {"user": _USER, "group": pwd.getpwnam(_USER).pw_gid, "extra_groups": []}
        data = str(self._folder / "data")
        made = [f"{programs}/initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, check=True, capture_output=True, cwd=self._folder, **as_user)
        settings = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "autovacuum=off"]
        self._process = subprocess.Popen(
            [f"{programs}/postgres", "-D", data, "-k", str(self._folder), *settings],
            cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **as_user,
        )  # fmt: skip
        self._await()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGQUIT)  # at once: nothing is to be kept
        self._process.wait(30)
        shutil.rmtree(self._folder)

    def _await(self) -> None:
        for _ in range(300):
            try:
                return self._execute("SELECT 1")
            except OperationalError:
                time.sleep(0.1)
        raise TimeoutError("PostgreSQL does not start")

    def _url(self, name: str) -> str:
        return f"postgresql://tests@/{name}?host={self._folder}"

    def _execute(self, command: str) -> None:
        engine = create_engine(self._url("postgres"))
        try:
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text(command))
        finally:
            engine.dispose()

    def create(self, template: str = "") -> str:
        """Make a database, a copy of the one with the URL `template`; return its URL."""
        name = next(self._names)
        copied = template.partition("@/")[2].partition("?")[0]
        self._execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {copied}" if copied else ""))
        return self._url(name)
