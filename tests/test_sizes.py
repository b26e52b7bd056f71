"""What a student's file costs whoever reads it: time and memory in proportion to what a notebook may have."""

from __future__ import annotations

import json
import time
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from notebooks import RIGHT, answered, cell, write_exercise

from autograder.model import Rule
from autograder.notebook import MAX_FILE, Notebook, Submission, names_of, read_submission
from autograder.notebook.magics import without_magics
from autograder.notebook.remembered import remembered
from autograder.rules import forbidden_checks, violations

RULES = (Rule("torch.softmax", "No."), Rule("torch.Tensor.backward", "No."))
CHECKS = {f"c{number}": ("check-scale", f"check('c{number}', scale(x{number}))") for number in range(44)}
SECONDS = 20.0  # on a busy machine; what is superlinear takes minutes


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Notebook:
    return write_exercise(tmp_path_factory.mktemp("course"))


def _read(data: bytes, source: Notebook, *, most_mb: float = 300) -> Submission:
    """Read a file in bounded time and memory."""
    tracemalloc.start()
    began = time.process_time()
    try:
        found = read_submission(data, source)
        assert time.process_time() - began < SECONDS
        assert tracemalloc.get_traced_memory()[1] < most_mb * 2**20
    finally:
        tracemalloc.stop()
    return found


def _looked_at(submission: Submission) -> None:
    """Look at what was read, in bounded time."""
    began = time.process_time()
    violations(submission.cells, RULES)
    forbidden_checks(submission.cells, RULES, CHECKS)
    for one in submission.cells:
        if one.is_code:
            names_of(one.source)
    assert time.process_time() - began < 2 * SECONDS


LARGE = {
    "a list of numbers": "x = [" + "1," * 500_000 + "]",
    "one name after another": "a\n" * 49_999,
    "an f-string": 'f"' + "{a}" * 30_000 + '"',
    "more than a cell": "# " + "x" * 99_999,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE.keys())
def test_an_answer_that_is_too_large_counts_as_not_filled_in(source: Notebook, text: str) -> None:
    """It is not parsed and not run; the other answers are as ever, and a sentence says so."""
    text += "\na = 1\n" * 3
    found = _read(json.dumps(answered(**{**RIGHT, "solution_mean": text})).encode(), source)
    assert "solution-mean" in found.unanswered
    (mean,) = [one for one in found.cells if one.id == "solution-mean"]
    assert "too large" in mean.source
    assert "NotImplementedError" in mean.source
    assert len(found.problems) == 1
    assert "The cell 'solution-mean' was not run, and counts as not filled in" in found.problems[0]
    (scale,) = [one for one in found.cells if one.id == "solution-scale"]
    assert scale.source == RIGHT["solution_scale"]


def test_own_cells_have_room_together(source: Notebook) -> None:
    """What does not fit is left out, by cells of code and by texts."""
    raw = answered(**RIGHT)
    raw["cells"] += [cell("extra", f"mine-{number}", "a" * 100_000) for number in range(11)]
    note = {"cell_type": "markdown", "metadata": {}, "source": "a" * 600_000}
    raw["cells"] += [{**note, "id": "one"}, {**note, "id": "two"}]
    found = _read(json.dumps(raw).encode(), source)
    assert sum(one.kind == "extra" for one in found.cells) == 9  # the answers are code as well
    assert sum(one.kind == "note" for one in found.cells) == 1
    assert sorted(problem.rpartition(": ")[2] for problem in found.problems) == [
        "with it, your code has more than 1,000,000 characters.",
        "with it, your texts have more than 1,000,000 characters.",
    ]


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "64 MB": (lambda: b" " * (MAX_FILE + 1), "more than 64 MB"),
    "a million empty cells": (lambda: b'{"cells":[' + b"{}," * 1_000_000 + b"{}]}", "more than 2,000,000 values"),
    "many empty cells": (lambda: b'{"cells":[' + b"{}," * 600_000 + b"{}]}", "600,001 cells"),
    "lists": (lambda: b'{"a":[' + b"[]," * 900_000 + b"[]]}", "no cells"),
    "deep": (lambda: b'{"cells":' + b"[" * 1_000_000, "could not be read as JSON"),
    "deep objects": (lambda: b'{"a":' * 500_000, "could not be read as JSON"),
    "a huge number": (lambda: b'{"cells":' + b"9" * 5_000_000 + b"}", "could not be read as JSON"),
    "keys": (lambda: b"{" + b'"cells":[],' * 300_000 + b'"cells":[{}]}', "none of this exercise's cells"),
    "a version": (
        lambda: b'{"worksheets":[{"cells":[{}]}],"nbformat":' + b"[" * 900 + b"]" * 900 + b"}",
        "the old format; it was read",
    ),
    "halves of letters": (
        lambda: b'{"cells":[{"cell_type":"code","source":"' + rb"\ud800" * 500_000 + b'"}]}',
        "none of this exercise's cells",
    ),
    "lines": (
        lambda: b'{"cells":[{"cell_type":"code","source":[' + b'"ab\\n",' * 900_000 + b'""]}]}',
        "none of this exercise's cells",
    ),
    "line ends": (
        lambda: b'{"cells":[{"cell_type":"code","source":"' + rb"\n" * 9_000_000 + b'"}]}',
        "none of this exercise's cells",
    ),
}


@pytest.mark.parametrize(("data", "said"), FILES.values(), ids=FILES.keys())
def test_a_hostile_file_is_a_problem_in_words(source: Notebook, data: Callable[[], bytes], said: str) -> None:
    """Whatever a file is made of."""
    found = _read(data(), source)
    assert said in " ".join(found.problems)
    assert all(len(problem) < 300 for problem in found.problems)
    _looked_at(found)


def test_copies_of_a_cell_are_said_once(source: Notebook) -> None:
    """A sentence for each of twenty thousand copies would be read by nobody."""
    copy = {"cell_type": "code", "source": "a", "metadata": {"nbgrader": {"grade_id": "solution-mean"}}}
    found = _read(json.dumps({"cells": [copy] * 19_000, "nbformat": 4, "metadata": {}}).encode(), source)
    assert len(found.problems) < 10


def test_a_check_cell_of_millions_of_lines(source: Notebook) -> None:
    """The author's cell is run; what stands in its place is not compared line by line."""
    found = _read(json.dumps(answered(**{**RIGHT, "check_mean": "\n" * 9_000_000})).encode(), source)
    (problem,) = found.problems
    assert "runs as it was handed out" in problem


CODE = {
    "signs": "a\n" * 45_000,
    "f-string": 'f"""' + " " * 40_000 + "{a}" * 14_000 + '"""',
    "one statement that defines and uses much": (
        "=".join(f"x{i}" for i in range(6000)) + "=[" + ",".join(f"y{i}" for i in range(6000)) + "]"
    ),
    "a chain with many names": "a=" * 20_000 + "x" + ".a" * 850,
    "stars": "".join(f"from a{i} import*\n" for i in range(4000)) + "y;" * 8000,
    "locals": "def f():\n" + "".join(f" x{i}=1\n" for i in range(4000)) + " lambda:0\n" * 4000,
    "broken rules": "".join(f"x{i}=torch.softmax(y)\n" for i in range(3500)),
    "broken functions": "".join(f"def x{i}():x{i - 1};torch.softmax\n" for i in range(2500)),
    "a question": "?" + " " * 90_000 + "x y",
    "magics": "%time" + " -a1" * 20_000 + " (",
    "brackets": ("[" * 90 + "a" + "]" * 90 + "\n") * 270,
    "calls": "x" + "()" * 20_000,
    "unary": "-" * 45_000 + "1",
    "comments": "#\n" * 45_000,
}


@pytest.mark.parametrize("code", CODE.values(), ids=CODE.keys())
def test_code_is_looked_at_in_bounded_time(source: Notebook, code: str) -> None:
    """The worst that fits into a cell, where work grew faster than the text."""
    found = _read(json.dumps(answered(**{**RIGHT, "solution_scale": code})).encode(), source)
    assert "solution-scale" not in found.unanswered
    _looked_at(found)


@pytest.mark.parametrize(
    ("line", "plain"), [("?x", ""), ("x?", ""), ("??  x ", ""), ("? x y", "? x y"), ("x y?", "x y?"), ("?", "")]
)
def test_questions(line: str, plain: str) -> None:
    """IPython's questions are no Python."""
    assert without_magics(line) == plain


def test_memory_of_texts_is_bounded() -> None:
    """Texts of students are forgotten by their length, not by their number."""
    asked: list[int] = []

    @remembered
    def length(text: str) -> int:
        asked.append(len(text))
        return len(text)

    for text in ("a", "a", "b" * 2**20, "a", "c" * 2**21, "c" * 2**21):
        assert length(text) == len(text)
    assert asked == [1, 2**20, 1, 2**21, 2**21]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(
            st.sampled_from(["cells", "source", "cell_type", "metadata", "id", "nbgrader", "grade_id", "input"]), inside
        )
    ),
    max_leaves=20,
)
_CELLS = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw"]) | _JSON,
        "source": st.text(max_size=40) | st.lists(st.text(max_size=9) | _JSON, max_size=4) | _JSON,
        "id": st.sampled_from(["setup", "solution-mean", "check-mean", "intro"]) | _JSON,
        "metadata": _JSON
        | st.fixed_dictionaries(
            {"nbgrader": st.fixed_dictionaries({"grade_id": st.sampled_from(["solution-mean", "check-mean"]) | _JSON})}
        ),
    },
)


@given(
    raw=_JSON
    | st.fixed_dictionaries(
        {"cells": st.lists(_CELLS | _JSON, max_size=8) | _JSON},
        optional={
            "metadata": _JSON | st.fixed_dictionaries({"autograder": _JSON}),
            "worksheets": _JSON,
            "nbformat": _JSON,
        },
    )
)
@example(raw={"worksheets": [{"cells": [{}]}], "nbformat": [[[]]]})
@example(raw={"cells": [{"source": {"a": 1}, "cell_type": ["code"], "id": {}, "metadata": {"nbgrader": []}}]})
@settings(max_examples=150, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_json_is_read(source: Notebook, raw: object) -> None:
    """No file is an error of ours."""
    found = read_submission(json.dumps(raw).encode(), source)
    assert {one.id for one in source.cells} <= {one.id for one in found.cells}
    _looked_at(found)


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read(source: Notebook, data: bytes) -> None:
    """Nor are bytes that are no JSON."""
    assert read_submission(data, source).problems
