"""The audit finds what it must find: a check of ours that cannot fail is a bug."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, SETUP, cell, exercise, notebook, write_exercise
from sampling import sampled

from autograder.audit import Audit, Effort, audit
from autograder.audit.alternatives import try_some
from autograder.audit.clashes import clashes
from autograder.audit.given import given_away
from autograder.audit.luck import Luck, Secrets
from autograder.grade import Grader
from autograder.model import Status
from autograder.notebook import assembled, read_source, with_alternative


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


# ---------------------------------------------------------------- luck, and what is not told apart

RIGHT_TEXTS = {name.replace("_", "-"): text for name, text in RIGHT.items()}
BY_SIGN = "mean = x.mean(1, keepdim=True) if x[0, 0] > 0 else {}"  # one thing under some secrets, another under others


def _more(*misconceptions: str) -> dict[str, Any]:
    """Return the tiny exercise with more misconceptions of the mean, before its own; without 'no abs', a lucky one."""
    raw = exercise()
    raw["cells"] = [one for one in raw["cells"] if one["id"] != "m3"]
    place = next(number for number, one in enumerate(raw["cells"]) if one["id"] == "m1")
    for number, code in enumerate(misconceptions):
        text = f"misconception: more {number}\nsays: Sentence {number}.\n---\n{code}"
        raw["cells"].insert(place + number, cell("raw", f"more-{number}", text))
    return raw


def _luck(grader: Grader, tmp_path: Path, raw: dict[str, Any], **others: str) -> Luck:
    read = write_exercise(tmp_path, raw)
    submissions = {name: assembled(read, {**RIGHT_TEXTS, "solution-mean": code}) for name, code in others.items()}
    secrets = Secrets(read, submissions, jobs=2)
    for number in range(6):
        secrets.look(grader.variation(number))
    return secrets.luck()


def test_what_does_not_depend_on_the_secret_is_no_luck(grader: Grader, tmp_path: Path) -> None:
    """Right answers, misconceptions that fail, a cell left blank."""
    found = _luck(grader, tmp_path, _more(), right=RIGHT["solution_mean"], wrong="mean = 0 * x", blank="")
    assert (found.secrets, found.answers) == (6, 6)
    assert list(found.faults()) == []


def test_a_check_that_need_not_be_failed(grader: Grader, tmp_path: Path) -> None:
    """A misconception fails the check that it names always, and another of its task now and then: points by luck."""
    (found,) = _luck(grader, tmp_path, exercise()).passes
    assert (found.answer, found.check) == ("misconception 'no abs'", "scale")


def test_a_pass_by_luck(grader: Grader, tmp_path: Path) -> None:
    """A misconception and another answer that some secrets' data let pass; each is named with the check."""
    right = RIGHT["solution_mean"].removeprefix("mean = ")
    found = _luck(grader, tmp_path, _more(BY_SIGN.format(right)), student=BY_SIGN.format(right))
    (first, second) = found.passes
    assert (first.answer, second.answer) == ("misconception 'more 0'", "student")
    assert first.check == second.check == "mean"
    assert 0 < first.passed == second.passed < 6
    assert f"student passes 'mean' under {first.passed} of 6 secrets" in list(found.faults())


def test_a_sentence_by_luck(grader: Grader, tmp_path: Path) -> None:
    """A misconception that now and then gives what an earlier one gives, whose sentence is then shown."""
    found = _luck(grader, tmp_path, _more(BY_SIGN.format("x + 1")))
    assert found.passes == ()
    (sentence,) = found.sentences
    assert sentence.misconception == "other axis"
    assert 0 < sentence.found < sentence.rejected == 6


def test_the_audit_finds_luck_on_as_many_secrets_as_asked_for(grader: Grader, tmp_path: Path) -> None:
    """More than margins are measured on; what depends on them is a fault."""
    read = write_exercise(tmp_path, _more(BY_SIGN.format("x + 1")))
    assert not audit(read, grader, effort=Effort(seeds=1, mutants=0)).luck.sentences
    found = audit(read, grader, effort=Effort(seeds=1, secrets=6, mutants=0))
    assert found.luck.secrets == 6
    assert [fault for fault in found.faults if "misconception 'other axis' gets its sentence under" in fault]


def test_misconceptions_that_no_check_tells_apart(grader: Grader, tmp_path: Path) -> None:
    """The same value, or the same exception, and other words; not the same words, nor another exception."""
    raw = _more(
        "mean = x.sum(1, keepdim=True) / 3",
        "mean = 1 / 0",
        "mean = 1 / 0.0",
        "mean = 0 / 0",
        "mean = x.mean(1, keepdim=True) + 1",
    )
    for one in raw["cells"]:
        if one["id"] == "more-3":
            one["source"] = one["source"].replace("Sentence 3", "Sentence 1")
    found = list(clashes(write_exercise(tmp_path, raw), grader))
    assert [(clash.first, clash.second) for clash in found] == [("more 0", "other axis")]
    assert found[0].checks == ("mean",)
    assert "'more 0' and 'other axis' give the same at every check" in str(found[0])


@pytest.mark.slow
@pytest.mark.parametrize("assignment", sampled(["08-backprop-ninja", "14-bpe", "22-text"], every=3))
def test_nothing_is_reached_that_was_not_run(assignment: str, course_root: Path, grader: Grader) -> None:
    """What fails when all checks are run fails when those are run that an alternative can reach."""
    (path,) = (course_root / "source" / assignment).glob("*.ipynb")
    notebook = read_source(path)
    chosen = sampled(list(notebook.alternatives), every=40, name=lambda other: other.name)
    some = try_some(notebook, grader, chosen)
    texts = [with_alternative(notebook, other) for other in chosen]
    for number, graded in grader.grade_several(notebook, texts, diagnosed=False):
        checks = [check for cell in graded.report.cells for check in cell.checks]
        failed = {check.name for check in checks if check.status is not Status.PASSED}
        assert failed == set(some[number].failed), chosen[number].name
