"""The audit finds what it must find: a check of ours that cannot fail is a bug."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from notebooks import SETUP, cell, exercise, notebook, write_exercise

from autograder.audit import Audit, Effort, audit
from autograder.audit.given import given_away
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


# ---------------------------------------------------------------- what follow-through gives away

DOUBLE = "def double(v):\n    ### BEGIN SOLUTION\n    return 2 * v\n    ### END SOLUTION"


def _given(grader: Grader, tmp_path: Path, asked: str, *, before: str = "twice = 2 * x", **options: str) -> list[str]:
    """Return the faults of an exercise: a variable `twice`, then a check of the function `double`."""
    name = before.partition(" ")[0]
    made = notebook(
        cell("setup", "setup", SETUP),
        cell("solution", "solution-twice", f"### BEGIN SOLUTION\n{before}\n### END SOLUTION"),
        cell("check", "check-twice", f'check("{name}", {name})', 1),
        cell("solution", "solution-double", DOUBLE),
        cell("check", "check-double", f'check("double", lambda: {asked}{options.get("more", "")})', 1),
    )
    return list(given_away(grader.reference(write_exercise(tmp_path, made))))


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("twice = 2 * x", "double(x)"),
        ("twice = 2 * x", "(double(x), len(x))"),
        ("twice = 2 * x", "{'twice': double(x).flatten().tolist()}"),
        ("twice = 2 * x.sum()", "double(x.sum())"),
        ("twice = (x, 2 * x)", "double(x)"),
        ("twice = 'abab'", "double('ab')"),
    ],
)
def test_a_function_asked_for_what_was_given(grader: Grader, tmp_path: Path, before: str, asked: str) -> None:
    """Who returns the variable has the check; the audit names both."""
    assert _given(grader, tmp_path, asked, before=before) == [
        "the check 'double' asks for what the grader gives away as 'twice': give it other data"
    ]


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("twice = 2 * x", "double(x + 1)"),
        ("twice = 2 * x", "(double(x), double(x + 1))"),  # both at once: the variable alone is not enough
        ("twice = 2 * len(x)", "double(len(x))"),  # a small number is no secret
        ("twice = 2 * torch.ones(3)", "double(torch.ones(3))"),  # nor is a constant
        ("twice = 'ab'", "double('a')"),
    ],
)
def test_a_function_asked_for_other_data(grader: Grader, tmp_path: Path, before: str, asked: str) -> None:
    """Other data, and values that anyone can guess, are no fault."""
    assert _given(grader, tmp_path, asked, before=before) == []


def test_a_tolerance_counts_for_what_was_given(grader: Grader, tmp_path: Path) -> None:
    """What a check's own tolerance takes for the variable's value is given away as well."""
    asked = "double(x + 1e-3)"
    assert _given(grader, tmp_path, asked) == []
    assert len(_given(grader, tmp_path, asked, more=", rtol=0, atol=0.1")) == 1


def test_the_audit_tells_what_is_given_away_or_left_to_chance(grader: Grader, tmp_path: Path) -> None:
    """Both are faults of the notebook."""
    raw = exercise()
    raw["cells"][1]["source"] = SETUP.replace(", generator=check.generator('setup')", "")
    raw["cells"][-1]["source"] = 'check("scale", lambda: scale(centred) * centred.abs().max())'
    faults = _faults(_audit(grader, tmp_path, raw))
    assert "the check 'scale' asks for what the grader gives away as 'centred'" in faults
    assert "depends on torch's global random numbers" in faults
