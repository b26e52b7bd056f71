"""The audit finds what it must find: a check of ours that cannot fail is a bug."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from notebooks import cell, exercise, write_exercise

from autograder.audit import Audit, Effort, audit
from autograder.grade import Grader


def _audit(grader: Grader, tmp_path: Path, raw: dict[str, Any] | None = None) -> Audit:
    return audit(write_exercise(tmp_path, raw), grader, effort=Effort(seeds=1, mutants=0))


def _faults(found: Audit) -> str:
    return " | ".join(found.faults)


def test_sound_exercise_passes(grader: Grader, tmp_path: Path) -> None:
    """Misconceptions rejected, the variant accepted, each with its sentence."""
    found = _audit(grader, tmp_path)
    assert _faults(found) == ""
    assert found.passed
    assert (found.checks, found.hidden, found.count("misconception"), found.count("variant")) == (4, 1, 4, 1)
    assert all(one.diagnosed for one in found.alternatives if one.kind == "misconception")


@pytest.mark.parametrize(
    ("number", "source", "fault"),
    [
        (3, "misconception: none\nsays: x\n---\nmean = x.mean(0, keepdim=True) + 0", "survives every check"),
        (
            3,
            "misconception: none\nsays: x\nbreaks: centred\n---\nmean = x.mean(1, keepdim=True)",
            "survives 'centred'",
        ),
        (3, "misconception: none\nsays: x\nbreaks: nonsense\n---\nmean = 1", "unknown check"),
        (3, "misconception: none\nsays: x\n---\nmean = 1\nx = x + 1", "also fails 'centred'"),
        (4, "variant: wrong\n---\nmean = x.mean(0)", "rejected by 'mean'"),
        (10, "misconception: none\nsays: x\n---\nreturn v", "no misconception breaks"),
    ],
)
def test_faults_are_found(grader: Grader, tmp_path: Path, number: int, source: str, fault: str) -> None:
    """Each way in which an exercise can deceive its author is named."""
    raw = exercise()
    raw["cells"][number]["source"] = source
    if number == 10:
        raw["cells"] = [one for one in raw["cells"] if one["id"] not in ("m2", "m3", "m4")]
    found = _audit(grader, tmp_path, raw)
    assert not found.passed
    assert fault in _faults(found)


def test_check_that_anyone_passes(grader: Grader, tmp_path: Path) -> None:
    """A check that needs no student's work is a fault: the skeleton passes it."""
    raw = exercise()
    raw["cells"].append(cell("check", "check-free", "check('free', x.shape[0])", 1))
    assert "the untouched skeleton passes 'free'" in _faults(_audit(grader, tmp_path, raw))
