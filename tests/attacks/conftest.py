"""Each level's batch is graded once; every test looks at its part."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from attackfile import attacks
from driver import Batch, drive

from autograder.errors import IsolationError
from autograder.isolation import probe
from autograder.model import Level

OUTCOMES = Path(__file__).resolve().parents[2] / "build" / "attacks.json"
EVERY = {"best": 3, "other": 12}  # one attack in so many is driven at a level, unless all are asked for


def chosen(level: Level) -> list:
    """Return what is driven at a level: all of it where AUTOGRADER_TEST_ALL is set, else a sample."""
    fit = [one for one in attacks() if one.level in ("", level.value)]
    best = Level.STRONG if probe().level is Level.STRONG else Level.ADEQUATE
    return fit if os.environ.get("AUTOGRADER_TEST_ALL") else fit[:: EVERY["best" if level is best else "other"]]


@pytest.fixture(scope="session")
def batch() -> Callable[[Level], Batch]:
    """Give a function: level -> its graded batch. What came out is kept in build/attacks.json."""
    made: dict[Level, Batch] = {}

    def of(level: Level) -> Batch:
        if level not in made:
            try:
                made[level] = drive(chosen(level), level)
            except IsolationError as error:
                if os.environ.get("AUTOGRADER_EXPECT_ISOLATION"):  # where a skip would hide a broken sandbox
                    raise
                pytest.skip(str(error))
            _keep(made[level])
        return made[level]

    return of


def _keep(batch: Batch) -> None:
    known = json.loads(OUTCOMES.read_text("utf-8")) if OUTCOMES.is_file() else {}
    known.setdefault(batch.level.value, {}).update(batch.to_json())
    OUTCOMES.parent.mkdir(exist_ok=True)
    OUTCOMES.write_text(json.dumps(known, indent=1, sort_keys=True), "utf-8")
