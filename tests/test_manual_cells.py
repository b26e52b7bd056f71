"""Answers that a person marks: how they are read, from an author's notebook and from a student's, and run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, cell, exercise, notebook, write_exercise

from autograder.audit import Effort, audit
from autograder.commands.notebooks import Head
from autograder.commands.reset import cells_of_task
from autograder.errors import NotebookError
from autograder.grade import Grader
from autograder.notebook import (
    PROSE_STUB,
    STUB,
    Notebook,
    Submission,
    from_frame,
    manual_results,
    marked_by,
    read_submission,
    rubric_text,
    skeleton,
    steps,
    to_frame,
)

EXPLAIN = "### BEGIN SOLUTION\nThe mean is gone.\n### END SOLUTION\n(one sentence)"
RUBRIC = """rubric:
- cause: 2 names it · 0.5 names a sign
    of it · 0 neither
- words: 1
comments:
- Which is
  the cause?"""


def manual_exercise(rubric: str = RUBRIC, **settings: Any) -> dict[str, Any]:
    """The small exercise, with an answer in code between a solution and its check, one in prose, and a task."""
    raw = exercise(**settings)
    ids = [one["id"] for one in raw["cells"]]
    raw["cells"].insert(ids.index("check-scale"), cell("code", "try", "tried = scale(centred)", 1))
    raw["cells"] += [
        cell("task", "why", "## Why"),
        cell("prose", "explain", EXPLAIN, 3),
        cell("raw", "rubric", rubric),
        cell("project", "project", "## Your own\n### BEGIN MARK SCHEME\nsecret\n### END MARK SCHEME\nBelow.", 4),
    ]
    return raw


@pytest.fixture
def source(tmp_path: Path) -> Notebook:
    """That exercise, read."""
    return write_exercise(tmp_path, manual_exercise())


def handed_in(source: Notebook, *own: dict[str, Any], **texts: str) -> dict[str, Any]:
    """Return the notebook of a student who has solved all checks and written these texts; `own`: cells at the end."""
    answers = {**RIGHT, **texts}
    kinds = {"task": "task", "setup": "setup", "solution": "solution", "check": "check"}
    cells = [
        cell(
            ("prose" if one.prose else "code") if one.kind == "manual" else kinds[one.kind],
            one.id,
            answers.get(one.id.replace("-", "_"), one.released),
        )
        for one in source.cells
    ]
    return notebook(*cells, *own)


def read(source: Notebook, raw: dict[str, Any]) -> Submission:
    """Return the submission."""
    return read_submission(json.dumps(raw).encode(), source)


# ---------------------------------------------------------------- an author's notebook


def test_the_source_is_read_whole(source: Notebook) -> None:
    """Students get nbgrader's stubs in the marked regions; points by hand are no part of the checks' points."""
    released = {one.id: one.released for one in source.manual_cells}
    assert released == {"try": STUB, "explain": f"{PROSE_STUB}\n(one sentence)", "project": "## Your own\nBelow."}
    assert source.points == 4
    assert sum(one.points for one in source.manual_cells) == 8
    (rubric,) = source.rubrics
    assert [(one.name, one.levels) for one in rubric.criteria] == [
        ("cause", ((2, "names it"), (0.5, "names a sign of it"), (0, "neither"))),
        ("words", ((1, ""),)),
    ]
    assert (rubric.cell_id, rubric.comments, rubric.shown) == ("explain", ("Which is the cause?",), False)
    assert rubric_text(rubric).splitlines()[0] == "- **cause**: 2 names it · 0.5 names a sign of it · 0 neither"


def test_a_solution_keeps_its_checks(source: Notebook) -> None:
    """An answer between a solution and its check is not taken for the one that the check marks."""
    assert marked_by(source.cells)["solution-scale"] == ("check-scale",)
    assert skeleton(source).unanswered == {"solution-mean", "solution-centred", "solution-scale", "try", "explain"}


def test_a_frame_has_no_answer(source: Notebook) -> None:
    """What a student may know of the exercise has the cells, and neither answer, rubric nor mark scheme."""
    frame = to_frame(source)
    assert not any(text in json.dumps(frame) for text in ("is gone", "names a sign", "secret", "tried"))
    again = from_frame(json.loads(json.dumps(frame)))
    assert (again.manual_cells[1].prose, again.manual_cells[0].prose) == (True, False)
    assert again.build == source.build


def test_a_rubric_that_is_shown_stands_in_the_tasks_text(tmp_path: Path) -> None:
    """It comes below the text above the answer, without the comments."""
    source = write_exercise(tmp_path, manual_exercise(RUBRIC.replace("rubric:", "rubric: shown")))
    assert "- **words**: 1" in source.cell("why").released
    assert "Which is" not in source.cell("why").released


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ([cell("prose", "a", "x", 2), cell("raw", "r", "rubric:\n- b: 1")], "sum to 1 points, and the cell 'a' has 2"),
        ([cell("prose", "a", "x", 2), cell("raw", "r", "rubric:\n- b: two")], "begins with no number of points"),
        ([cell("prose", "a", "x", 2), cell("raw", "r", "rubric:\n- nothing")], "is no criterion"),
        ([cell("prose", "a", "x", 2), cell("raw", "r", "rubric:\nb: 2")], "begins with no '- '"),
        ([cell("prose", "a", "x", 2), cell("raw", "r", "rubric: public\n- b: 2")], "'public' is unknown"),
        ([cell("raw", "r", "rubric:\n- b: 2")], "a rubric stands right below"),
        ([cell("prose", "a", "x", 1)] + [cell("raw", n, "rubric:\n- b: 1") for n in "rs"], "'a' is used twice"),
        ([cell("project", "a", "x", 0)], "without points"),
        ([cell("project", "a", "### BEGIN SOLUTION\nx\n### END SOLUTION", 1)], "add their cells below it"),
        ([cell("task", "a", "### BEGIN MARK SCHEME\nx\n### END MARK SCHEME")], "not a 'Manually graded task'"),
        ([{**cell("project", "a", "x", 1), "cell_type": "code"}], "a code cell cannot be"),
        ([{**cell("check", "a", "x", 1), "cell_type": "markdown"}], "'Manually graded answer'"),
    ],
)
def test_what_is_amiss_is_told(tmp_path: Path, cells: list[dict[str, Any]], problem: str) -> None:
    """An author's mistake is one sentence that names the cell and the remedy."""
    raw = exercise()
    raw["cells"] += cells
    with pytest.raises(NotebookError, match=problem):
        write_exercise(tmp_path, raw)


def test_a_rubric_is_shown_below_some_text(tmp_path: Path) -> None:
    """Without a text above, students could not see it."""
    cells = [one for one in exercise()["cells"] if one["id"] != "intro"]
    raw = notebook(cell("prose", "a", "x", 1), cell("raw", "r", "rubric: shown\n- b: 1"), *cells)
    with pytest.raises(NotebookError, match="no text above the cell 'a'"):
        write_exercise(tmp_path, raw)


# ---------------------------------------------------------------- a student's notebook


def answered(source: Notebook, raw: dict[str, Any]) -> dict[str, bool]:
    """Return {cell that a person marks: whether there is an answer}."""
    return {one.cell_id: one.answered for one in manual_results(read(source, raw))}


def test_what_counts_as_an_answer(source: Notebook) -> None:
    """Not what was left as it was handed out, nor an empty text; of a task, whatever was added below it."""
    assert answered(source, handed_in(source)) == {"try": False, "explain": False, "project": False}
    assert answered(source, handed_in(source, explain=" \n")) == {"try": False, "explain": False, "project": False}
    own = cell("extra", "mine", "1 + 1")
    texts = {"explain": "It is gone.", "try": "scale(x)"}
    assert answered(source, handed_in(source, own, **texts)) == {"try": True, "explain": True, "project": True}


def test_another_answer_has_another_hash(source: Notebook) -> None:
    """So a person who has marked an answer need look again only at another one."""

    def hashes(*own: dict[str, Any], **texts: str) -> list[str]:
        return [one.sha256 for one in manual_results(read(source, handed_in(source, *own, **texts)))]

    before = hashes(explain="a")
    assert hashes(explain="a", solution_mean="mean = 3") == before
    assert [one == other for one, other in zip(hashes(explain="b"), before, strict=True)] == [True, False, True]
    assert hashes(cell("extra", "mine", "1"), explain="a")[2] != before[2]


def test_cells_that_were_deleted_or_retyped(source: Notebook) -> None:
    """It is said, prose is never run, and a person looks at what is not there as it was handed out."""
    raw = handed_in(source, explain="print('x')")
    by_id = {one["id"]: one for one in raw["cells"]}
    by_id["explain"].update(cell_type="code", outputs=[], execution_count=None)
    raw["cells"].remove(by_id["try"])
    found = read(source, raw)
    assert found.problems == (
        "The cell 'explain' was no text cell any more; it was taken as text, and not run.",
        "The cell 'try' is missing from the file. Was it deleted, or merged with another cell?",
    )
    assert {one.cell_id for one in manual_results(found) if one.answered} == {"try", "explain"}
    assert "print('x')" not in [step.source for step in steps(found.cells)]


def test_an_answer_without_its_name_is_known_by_its_place(source: Notebook) -> None:
    """A text between two of the exercise's cells is the answer that belongs there."""
    raw = handed_in(source, explain="It is gone.")
    lost = next(one for one in raw["cells"] if one["id"] == "explain")
    lost["metadata"], lost["id"] = {}, "x"
    found = read(source, raw)
    assert next(one.source for one in found.cells if one.id == "explain") == "It is gone."


def test_an_answer_that_is_too_long_is_none(source: Notebook) -> None:
    """Its size is bounded as a cell's of code is."""
    found = read(source, handed_in(source, explain="a" * 100_001))
    assert "explain" in found.unanswered
    (problem,) = found.problems
    assert problem.startswith("The cell 'explain' was left out, and counts as not filled in: it has 100,001 characters")


# ---------------------------------------------------------------- a graded run


@pytest.mark.parametrize("text", ["1 / 0", "tried = scale(centred)", "x = -*", STUB])
def test_code_is_run_in_its_place_and_harms_nothing(grader: Grader, source: Notebook, text: str) -> None:
    """Whatever an answer that a person marks does, the checks around it are marked as without it."""
    report = grader.grade(source, json.dumps(handed_in(source, **{"try": text})).encode(), student="s").report
    assert report.score == source.points
    assert [one.cell_id for one in report.manual] == ["try", "explain", "project"]
    run = grader.grade(source, json.dumps(handed_in(source, **{"try": text})).encode(), student="s").run
    assert run is not None
    assert [one.cell_id for one in run.cells].index("try") < [one.cell_id for one in run.cells].index("check-scale")
    assert (next(one.error for one in run.cells if one.cell_id == "try") is None) == text.startswith("tried")


def test_a_rule_costs_only_what_uses_it(grader: Grader, tmp_path: Path) -> None:
    """A forbidden name in such an answer is the person's matter, unless a check's answer stands on it."""
    rules = [{"name": "torch.mean", "reason": "by hand", "kernels": False}]
    source = write_exercise(tmp_path, manual_exercise(rules=rules))
    beside = handed_in(source, **{"try": "tried = torch.mean(x)"})
    assert grader.grade(source, json.dumps(beside).encode(), student="s").report.score == source.points
    helper = "def largest(v):\n    return v.abs().max() + 0 * torch.mean(v)"
    used = handed_in(source, **{"try": helper, "solution_scale": "def scale(v):\n    return v / largest(v)"})
    report = grader.grade(source, json.dumps(used).encode(), student="s").report
    assert {one.status.value for one in report.cells[2].checks} == {"forbidden"}
    hidden = "if True:\n    half = float(torch.mean(x) * 0) + 0.5"
    used = handed_in(
        source, **{"try": hidden, "solution_scale": "def scale(v):\n    return 2 * half * v / v.abs().max()"}
    )
    report = grader.grade(source, json.dumps(used).encode(), student="s").report
    assert {one.status.value for one in report.cells[2].checks} == {"forbidden"}


# ---------------------------------------------------------------- other doors


@pytest.mark.parametrize(
    ("task", "cells"), [("explain", ["explain"]), ("Why", ["explain"]), ("scale", ["solution-scale"]), ("try", ["try"])]
)
def test_reset_finds_it(source: Notebook, task: str, cells: list[str]) -> None:
    """By its id or its task's title; a check's name still means the solution that the check marks."""
    head = Head(source, (("scale", "check-scale"),))
    assert [one.id for one in cells_of_task(head, task)] == cells


def test_what_a_student_copied_is_there_twice(source: Notebook) -> None:
    """The first copy is the answer, the second a text of the student's own."""
    raw = handed_in(source, explain="It is gone.")
    copy = next(one for one in raw["cells"] if one["id"] == "explain")
    raw["cells"].append({**copy, "id": "explain-2", "source": "Or not."})
    found = read(source, raw)
    assert [one.source for one in found.cells if one.id == "explain"] == ["It is gone."]
    assert [one.source for one in found.cells if one.kind == "note"] == ["Or not."]


def test_the_audit_takes_no_notice(grader: Grader, source: Notebook) -> None:
    """What a person marks needs no check, no misconception and no mutant, and costs the exercise nothing."""
    found = audit(source, grader, effort=Effort(seeds=1, mutants=2))
    assert (found.faults, found.points, found.checks) == ((), 4, 4)
