"""Reading source notebooks and submissions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from notebooks import answered, cell, exercise, notebook, write_exercise

from autograder.errors import NotebookError
from autograder.model import Limits, Rule
from autograder.notebook import (
    Notebook,
    blank,
    read_source,
    read_submission,
    skeleton,
    steps,
    with_alternative,
    without_hidden,
)


@pytest.fixture
def source(tmp_path: Path) -> Notebook:
    return write_exercise(tmp_path)


def _submit(source: Notebook, raw: dict[str, Any]) -> Any:
    return read_submission(json.dumps(raw).encode(), source)


def _rule(**more: Any) -> dict[str, Any]:
    return {"rules": [{"name": "torch.mean", "reason": "by hand", **more}]}


def _texts(submission: Any) -> dict[str, str]:
    return {one.id: one.source for one in submission.cells}


def test_source_is_read_whole(source: Notebook) -> None:
    """Cells, points, misconceptions with their sentences and their cell: nothing is lost."""
    assert source.assignment == "01-scale"
    assert source.points == 4
    assert [one.name for one in source.alternatives if one.kind == "misconception"] == [
        "other axis", "added", "no abs", "raises",
    ]  # fmt: skip
    assert source.alternatives[0].says == "You averaged over the features."
    assert source.alternatives[0].cell_id == "solution-mean"
    assert source.alternatives[3].breaks == ("scale, negative",)
    assert source.limits == Limits()


def test_group_is_what_marks_a_solution_cell(source: Notebook) -> None:
    """A solution cell is marked by the check cells up to the next solution cell."""
    assert source.group("solution-mean") == ("check-mean",)
    assert source.group("solution-scale") == ("check-scale",)


def test_blank_keeps_the_indentation() -> None:
    """The stub stands where the region stood, as nbgrader puts it."""
    assert blank("def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION") == (
        "def f():\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    )


def test_alternative_is_indented_like_the_region(source: Notebook) -> None:
    """An author writes a misconception without the region's indentation."""
    made = with_alternative(source, source.alternatives[3])
    assert "\n    return v / v.max()" in _texts(made)["solution-scale"]


def test_two_regions_take_two_codes(tmp_path: Path) -> None:
    """A cell with two regions is filled by two code parts, in order."""
    raw = exercise()
    raw["cells"][2]["source"] = (
        "### BEGIN SOLUTION\na = 1\n### END SOLUTION\nb = 2\n### BEGIN SOLUTION\nmean = 3\n### END SOLUTION"
    )
    raw["cells"][3]["source"] = "misconception: both\nsays: no\n---\na = 10\n---\nmean = 30\n"
    raw["cells"][4]["source"] = "variant: same\n---\na = 1\n---\nmean = 3"
    made = with_alternative(found := write_exercise(tmp_path, raw), found.alternatives[0])
    assert _texts(made)["solution-mean"] == "a = 10\nb = 2\nmean = 30"


def test_hidden_cases_run_last_and_alone(source: Notebook) -> None:
    """Hidden statements follow all public ones, so no output after them reaches a student."""
    made = steps(source.cells)
    assert [step.hidden for step in made] == [False] * (len(made) - 1) + [True]
    assert "secret_input" in made[-1].source
    assert not any("secret_input" in step.source for step in made[:-1])


def test_check_cell_is_cut_after_each_check() -> None:
    """One failing statement of a check cell does not take the later checks with it."""
    from autograder.notebook import Cell

    made = steps([Cell("c", "check", "a = 1\ncheck('x', a)\n@deco\ndef f():\n    pass\ncheck('y', f)", 1)])
    assert [step.source.strip() for step in made] == [
        "a = 1\ncheck('x', a)",
        "@deco\ndef f():\n    pass\ncheck('y', f)",
    ]
    assert [step.location for step in made] == ["c:0", "c:1"]


def test_statements_that_share_a_line_are_refused() -> None:
    """A check cell is cut at line ends; the author is told where that is not possible."""
    from autograder.errors import NotebookError
    from autograder.notebook import Cell

    with pytest.raises(NotebookError, match="line of its own"):
        steps([Cell("c", "check", "check('a', [1,\n2]); x = 3", 1)])


def test_cases_that_a_statement_names_are_known() -> None:
    """The grader sends their seeds with the statement; a name that only the run knows is asked for there."""
    from autograder.notebook import Cell

    code = "g = check.generator('a')\ncheck('x', h(check.generator('b'), check.generator(name)))\ncheck('y', 1)"
    assert [set(step.cases) for step in steps([Cell("c", "check", code, 1)])] == [{"a", "b"}, set()]


def test_places_are_the_same_with_and_without_hidden_cases(source: Notebook) -> None:
    """A released check cell gives the same places as its source: expected values find their checks."""
    from dataclasses import replace

    released = [replace(one, source=without_hidden(one.source)) for one in source.cells]
    public = [step.location for step in steps(source.cells) if not step.hidden]
    assert [step.location for step in steps(released)] == public


def test_ungraded_cells_are_left_out_of_graded_runs(tmp_path: Path) -> None:
    """A picture costs a graded run nothing."""
    raw = exercise()
    raw["cells"].append(cell("setup", "reward", "print('!')", tags=["ungraded"]))
    found = write_exercise(tmp_path, raw)
    assert "reward" not in [step.cell_id for step in steps(found.cells)]
    assert "reward" in [step.cell_id for step in steps(found.cells, graded=False)]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda raw: raw["cells"][3].update(source="says: x\n---\n"), "misconception: NAME"),
        (lambda raw: raw["cells"][3].update(source="misconception: a\n---\nmean = 1"), "says"),
        (
            lambda raw: raw["cells"][3].update(source="misconception: a\nsays: b\n---\nx\n---\ny"),
            "2 code parts",
        ),
        (
            lambda raw: raw["cells"][3].update(source="misconception: a\nsay: b\n---\nx"),
            "unknown header line",
        ),
        (
            lambda raw: raw["cells"][7].update(source="misconception: other axis\nsays: b\n---\nx"),
            "used twice",
        ),
        (lambda raw: raw["cells"][3].update(source="hints:"), "0 of them"),
        (lambda raw: raw["cells"][3].update(source="hints:\n- a\n- b\n- c\n- d"), "4 of them"),
        (lambda raw: raw["cells"][3].update(source="hints:\nWhich axis?"), "is no hint"),
        (lambda raw: raw["cells"][2].update(source="### BEGIN SOLUTION\nx"), "without 'END SOLUTION'"),
        (lambda raw: raw["cells"][5].update(source="%timeit x"), "plain Python"),
        (lambda raw: raw["cells"][1]["metadata"].clear() or raw["cells"][1].pop("id"), "grade_id"),
        (lambda raw: raw["metadata"].update(autograder={"limits": {"wall": 3}}), "limits: unknown key 'wall'"),
        (lambda raw: raw["metadata"].update(autograder={"limits": {"threads": 0.5}}), "limits.threads: must be a wh"),
        (lambda raw: raw["metadata"].update(autograder={"limits": {"memory_mb": 0}}), "limits.memory_mb"),
        (lambda raw: raw["metadata"].update(autograder={"limits": [3]}), "autograder.limits: must be an object"),
        (lambda raw: raw["metadata"].update(autograder={"rule": []}), "unknown key 'rule'; known: course, rules"),
        (lambda raw: raw["metadata"].update(autograder={"rules": {"name": "x", "reason": "y"}}), "must be a list"),
        (lambda raw: raw["metadata"].update(autograder=_rule(kernel=False)), "rule 1: unknown key 'kernel'; known: na"),
        (lambda raw: raw["metadata"].update(autograder=_rule(kernels="no")), "rule 1, 'kernels'"),
        (lambda raw: raw["metadata"].update(autograder=_rule(shown=1)), "rule 1, 'shown'"),
        (lambda raw: raw["metadata"].update(autograder=_rule(cells=["check-mean"])), "'check-mean'; there are: soluti"),
        (lambda raw: raw["metadata"].update(autograder=_rule(cells=[])), "it names no cell"),
        (lambda raw: raw["metadata"].update(autograder=_rule(named_in=["intro"])), "'named_in': no solution cell has"),
        (lambda raw: raw["metadata"].update(autograder={"rules": [{"name": "x"}]}), "reason"),
        (lambda raw: raw.update(cells=raw["cells"][:2]), "no check cell"),
    ],
)
def test_author_mistakes_are_named(tmp_path: Path, change: Any, word: str) -> None:
    """Each breach of the format says which file, which cell and what to do."""
    raw = exercise()
    change(raw)
    with pytest.raises(NotebookError, match="scale.ipynb") as error:
        write_exercise(tmp_path, raw)
    assert word in str(error.value)


def test_source_that_is_no_notebook(tmp_path: Path) -> None:
    """A file that is no notebook gives an error, not a traceback from json."""
    path = tmp_path / "a.ipynb"
    path.write_text("{")
    with pytest.raises(NotebookError, match="not a readable notebook"):
        read_source(path)


# ---------------------------------------------------------------- submissions


def test_honest_submission(source: Notebook) -> None:
    """A student's text stands in the solution cells; everything else is the author's."""
    found = _submit(source, answered(solution_mean="mean = x.mean(0)"))
    assert not found.problems
    found = _submit(source, answered(solution_mean="mean = x.mean(0)", check_mean="check('mean', 1)"))
    assert _texts(found)["solution-mean"] == "mean = x.mean(0)"
    assert _texts(found)["check-mean"] == 'check("mean", mean)'


def test_untouched_cells_are_noticed(source: Notebook) -> None:
    """What was left as it was handed out is known as unanswered."""
    stub = {one.id.replace("-", "_"): one.source for one in skeleton(source).cells if one.kind == "solution"}
    found = _submit(source, answered(**stub))
    assert found.unanswered == {"solution-mean", "solution-centred", "solution-scale"}


def test_hidden_cases_come_back(source: Notebook) -> None:
    """Check cells are the author's own, hidden cases included, whatever the file says."""
    raw = answered()
    raw["cells"] = [one for one in raw["cells"] if one["id"] != "check-scale"]
    found = _submit(source, raw)
    assert "secret_input" in _texts(found)["check-scale"]
    assert any("put back" in problem for problem in found.problems)


def test_duplicated_solution_runs_twice(source: Notebook) -> None:
    """A copied cell runs as in the student's own session, after the first, and is mentioned."""
    raw = answered(solution_mean="mean = 1")
    raw["cells"].insert(3, cell("solution", "solution-mean", "mean = 2"))
    found = _submit(source, raw)
    ids = [one.id for one in found.cells]
    assert found.cells[ids.index("solution-mean") + 1].source == "mean = 2"
    assert any("twice" in problem for problem in found.problems)


def test_retyped_solution_still_runs(source: Notebook) -> None:
    """A solution cell that became markdown by accident is run as code."""
    raw = answered(solution_mean="mean = 1")
    raw["cells"][2]["cell_type"] = "markdown"
    found = _submit(source, raw)
    assert _texts(found)["solution-mean"] == "mean = 1"
    assert any("no code cell" in problem for problem in found.problems)


def test_students_own_cells_stay_in_place(source: Notebook) -> None:
    """A helper in a cell of the student's own runs where the student put it."""
    raw = answered()
    raw["cells"].insert(2, cell("extra", "mine", "helper = 1"))
    ids = [one.source for one in _submit(source, raw).cells]
    assert ids.index("helper = 1") == 2


def test_missing_solution_cell(source: Notebook) -> None:
    """A deleted solution cell is a problem with a sentence, not an end."""
    raw = answered()
    del raw["cells"][2]
    found = _submit(source, raw)
    assert any("'solution-mean' is missing" in problem for problem in found.problems)
    assert [one.id for one in found.cells] == [one.id for one in source.cells]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"   ", b"not json", b"[1, 2]", b"null", b"{}", b'{"cells": 3}', b'{"cells": [1, null, {"cell_type": 3}]}',
        b'{"cells": [{"cell_type": "code", "source": [1, 2], "metadata": 5}]}',
        b'{"cells": [{"cell_type": "code", "metadata": {"nbgrader": {"grade_id": {"a": 1}}}}]}',
        b"\xff\xfe\x00", b"\x00" * 100, b"[" * 100_000, b'{"a": ' * 5000,
    ],
)  # fmt: skip
def test_any_bytes_give_a_submission(source: Notebook, data: bytes) -> None:
    """Whatever was handed in: there is a notebook to mark and a sentence about it."""
    found = read_submission(data, source)
    assert found.problems
    assert {one.id for one in source.cells} <= {one.id for one in found.cells}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_are_read(source: Notebook, encoding: str) -> None:
    """A byte order mark or UTF-16 costs nobody a point."""
    data = json.dumps(answered(solution_mean="mean = 1")).encode(encoding)
    assert _texts(read_submission(data, source))["solution-mean"] == "mean = 1"


def test_old_format_is_read(source: Notebook) -> None:
    """An nbformat 3 file with its worksheets is read, with a word about it."""
    raw = answered(solution_mean="mean = 1")
    cells = [{**one, "input": one["source"]} for one in raw["cells"]]
    for one in cells:
        del one["source"]
    found = _submit(source, {"nbformat": 3, "worksheets": [{"cells": cells}]})
    assert _texts(found)["solution-mean"] == "mean = 1"
    assert any("old format" in problem for problem in found.problems)


def test_windows_line_ends(source: Notebook) -> None:
    """Carriage returns are no change of the text."""
    stub = skeleton(source).cells[2].source.replace("\n", "\r\n")
    assert "solution-mean" in _submit(source, answered(solution_mean=stub)).unanswered


def test_notebook_helper_is_valid() -> None:
    """The builder of these tests makes notebooks that nbformat accepts."""
    import nbformat

    nbformat.validate(nbformat.from_dict(notebook(*exercise()["cells"])))


def test_rules_and_limits_are_read(tmp_path: Path) -> None:
    """A whole number may be written as a float; a rule may hold in some cells only."""
    settings = {"limits": {"threads": 8.0, "wall_s": 30}, **_rule(cells=["solution-scale"], kernels=False)}
    found = write_exercise(tmp_path, exercise(**settings))
    assert found.limits == Limits(threads=8, wall_s=30.0)
    assert type(found.limits.threads) is int
    assert found.rules == (Rule("torch.mean", "by hand", kernels=False, cells=("solution-scale",)),)


def test_a_released_notebooks_metadata_can_be_read(tmp_path: Path) -> None:
    """What a build writes into a released notebook is no mistake of the author's."""
    write_exercise(tmp_path, exercise(assignment="01-scale", build="0123", course={"lecture": "L1"}, files=["a.txt"]))


def test_hints_are_read(tmp_path: Path) -> None:
    """A raw cell of hints belongs to the solution cell above it; an indented line goes on with the hint."""
    raw = exercise()
    raw["cells"].insert(3, cell("raw", "h1", "hints: mean\n- Which axis?\n- The examples\n  stand in rows.\n"))
    (hints,) = write_exercise(tmp_path, raw).hints
    assert (hints.cell_id, hints.checks) == ("solution-mean", ("mean",))
    assert hints.texts == ("Which axis?", "The examples stand in rows.")
