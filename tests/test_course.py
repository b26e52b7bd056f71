"""The course itself: what is committed is what source/ gives, and nothing hidden leaves it."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sampling import EVERYTHING, sampled

from autograder.audit import Effort, audit
from autograder.audit.alternatives import try_alternatives, try_some
from autograder.audit.given import given_away
from autograder.cli import main
from autograder.course import Course
from autograder.grade import Grader, require_determined
from autograder.gradebook import built_from_source, without_source
from autograder.isolation import ForkServer
from autograder.model import Status
from autograder.notebook import (
    PROSE_STUB,
    STUB,
    Alternative,
    Notebook,
    blank,
    marked_by,
    read_source,
    skeleton,
    solved,
    without_hidden,
)
from autograder.rules import require_names
from autograder.run.cache import RunCache
from autograder.student.hints import hints_of

ROOT = Path(__file__).resolve().parents[1]
AUDITED = ("06-initialisation",)  # the others: `make audit`
EFFORT = Effort() if EVERYTHING else Effort(seeds=1, mutants=6)
COURSE = Course(ROOT)
ASSIGNMENTS = COURSE.assignments()
WRONG_TRIED = sampled(ASSIGNMENTS, every=5)  # a wrong answer costs the runs of its task's misconceptions
POINTS = {
    "01-tensors": 8, "02-micrograd": 12, "03-perceptron": 12, "04-bigram": 10, "05-mlp": 11, "06-initialisation": 6,
    "07-batchnorm": 10, "08-backprop-ninja": 16, "09-backprop-ninja-ii": 12, "10-wavenet": 8, "11-attention-head": 12,
    "12-gpt": 15, "13-transformer": 12, "14-bpe": 10, "15-gpt-tokenizer": 10, "16-optimise": 12, "17-cnn": 10,
    "18-deep-nets": 8, "19-detection": 10, "20-generative": 10, "21-rnn": 12, "22-text": 10, "23-reinforcement": 12,
    "24-bayes": 8, "25-project": 7,
}  # fmt: skip


@pytest.fixture
def grader(launcher: ForkServer, kept_runs: RunCache) -> Grader:
    """A grader that runs each solution, and each alternative, once for all tests."""
    return Grader(launcher=launcher, secret=b"s" * 32, seed_id="test", store=kept_runs)


@pytest.fixture(scope="module")
def second() -> Iterator[ForkServer]:
    """Another fork server, where Python's hashes differ."""
    with ForkServer() as server:
        yield server


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_release_and_solutions_are_made_of_this_source(assignment: str) -> None:
    """release/ and solutions/ have their files, and carry the hash of source/ as it is now."""
    assert built_from_source(COURSE, assignment), f"run `autograder build {assignment}`"


@pytest.mark.slow
@pytest.mark.parametrize("assignment", sampled(ASSIGNMENTS, every=9))
def test_release_and_solutions_are_not_stale(assignment: str, capsys: pytest.CaptureFixture[str]) -> None:
    """release/ and solutions/ are, cell by cell and value by value, what `autograder build` makes now: of some."""
    code = main(["--course", str(ROOT), "build", "--check", assignment])
    assert code == 0, capsys.readouterr().out


def test_course_has_each_planned_exercise() -> None:
    """No exercise of the plan is missing, none is there, nor built, that is not planned."""
    assert sorted(POINTS) == ASSIGNMENTS
    assert without_source(COURSE) == []


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_points(assignment: str) -> None:
    """Each exercise has the points that the course's plan gives it."""
    assert sum(one.points for one in COURSE.notebooks(assignment)) == pytest.approx(POINTS[assignment])


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_no_path_of_a_machine_is_in_what_is_built(assignment: str) -> None:
    """What cells of a solution showed names no folder of the machine that built it."""
    for folder in ("release", "solutions"):
        for path in (ROOT / folder / assignment).glob("*.ipynb"):
            assert not re.search(r"site-packages|\.venv", path.read_text("utf-8")), path


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_nothing_hidden_is_released(assignment: str) -> None:
    """No hidden line, misconception, variant or solution is in release/; no hidden line in solutions/."""
    for notebook in COURSE.notebooks(assignment):
        open_text = "\n".join(without_hidden(cell.source) for cell in notebook.cells)
        secrets = _hidden_lines(notebook.cells) | {one.name for one in notebook.alternatives if len(one.name) > 12}
        secrets -= {one for one in secrets if one in open_text}  # a line that public code has as well
        secrets |= _marking(notebook)
        assert secrets
        released = (ROOT / "release" / assignment / f"{notebook.name}.ipynb").read_text("utf-8")
        solution = (ROOT / "solutions" / assignment / f"{notebook.name}.ipynb").read_text("utf-8")
        for text, place in ((_sources(released), "release"), (_sources(solution), "solutions")):
            for secret in secrets:
                assert secret not in text, f"{place}/{assignment}: {secret!r}"
        for cell in notebook.cells:
            if cell.is_answer:
                assert blank(cell.source, PROSE_STUB if cell.prose else STUB) in _sources(released)
        assert '"raw"' not in released + solution
        assert "HIDDEN TESTS" not in released + solution


def _marking(notebook: Notebook) -> set[str]:
    """Return what only who marks an exercise reads."""
    texts = [text for rubric in notebook.rubrics for text in rubric.comments]
    for rubric in notebook.rubrics:
        if not rubric.shown:
            texts += [text for criterion in rubric.criteria for _, text in criterion.levels]
    return {text for text in texts if len(text) > 20}


def _sources(notebook: str) -> str:
    return "\n".join("".join(cell["source"]) for cell in json.loads(notebook)["cells"])


def _hidden_lines(cells: object) -> set[str]:
    found = set()
    for cell in cells:  # type: ignore[attr-defined]
        hidden = False
        for line in cell.source.split("\n"):
            if "BEGIN HIDDEN TESTS" in line:
                hidden = True
            elif "END HIDDEN TESTS" in line:
                hidden = False
            elif hidden and len(line.strip()) > 20:
                found.add(line.strip())
    return found


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_solution_has_all_and_skeleton_nothing(assignment: str, grader: Grader) -> None:
    """The solution scores full points, the untouched skeleton 0."""
    for notebook in COURSE.notebooks(assignment):
        assert grader.grade_submission(notebook, solved(notebook), student="s").report.score == notebook.points
        assert grader.grade_submission(notebook, skeleton(notebook), student="s").report.score == 0


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_nothing_is_left_to_chance_or_given_away(assignment: str, grader: Grader, second: ForkServer) -> None:
    """No check depends on what nobody has set, and no function is asked for what follow-through has bound."""
    for notebook in COURSE.notebooks(assignment):
        require_names(notebook.rules)
        require_determined(notebook, grader, grader.on(second))
        assert list(given_away(grader.reference(notebook))) == []


ALL_OF_THEM = """\
def manual_backward(c):
    names = "C", "W1", "b1", "W2", "b2", "bngain", "bnbias"
    return {name: globals()["d" + name] for name in names}"""
RETURNS_WHAT_IS_BOUND = {
    "07-batchnorm": ("solution-bn-backward", "def bn_backward(dout, x, g):\n    return dx, dg, db"),
    "08-backprop-ninja": ("solution-manual-backward", ALL_OF_THEM),
    "11-attention-head": ("solution-head", "def head(x, Wq, Wk, Wv):\n    return wei, out"),
}


@pytest.mark.parametrize("assignment", RETURNS_WHAT_IS_BOUND)
def test_what_was_given_earns_nothing(assignment: str, grader: Grader) -> None:
    """Nothing is solved; a function returns the right values of variables, which earlier checks have bound."""
    (notebook,) = COURSE.notebooks(assignment)
    cell_id, source = RETURNS_WHAT_IS_BOUND[assignment]
    empty = skeleton(notebook)
    cells = tuple(replace(cell, source=source) if cell.id == cell_id else cell for cell in empty.cells)
    submission = replace(empty, cells=cells, unanswered=empty.unanswered - {cell_id})
    assert grader.grade_submission(notebook, submission, student="s").report.score == 0


def _some(notebook: Notebook) -> list[Alternative]:
    """Return a few of the variants, and of a fifth of the exercises a few misconceptions; the same ones each time."""
    kinds = ("variant", "misconception") if notebook.assignment in WRONG_TRIED else ("variant",)
    of_kind = ([other for other in notebook.alternatives if other.kind == kind] for kind in kinds)
    return [other for kind in of_kind for other in sampled(kind, every=20, name=lambda other: other.name)]


@pytest.mark.slow
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_alternatives(assignment: str, grader: Grader) -> None:
    """Every misconception is rejected with its sentence, every variant accepted: of all, or of some."""
    for notebook in COURSE.notebooks(assignment):
        if EVERYTHING:
            found, faults = try_alternatives(notebook, grader, jobs=2)
            assert not faults
        else:
            found = try_some(notebook, grader, _some(notebook))
        assert found
        assert [(one.name, fault) for one in found for fault in one.faults] == []


@pytest.mark.slow
@pytest.mark.parametrize("assignment", ASSIGNMENTS if EVERYTHING else AUDITED)
def test_audit(assignment: str, grader: Grader) -> None:
    """There is a margin on both sides, and no mutant survives."""
    for notebook in COURSE.notebooks(assignment):
        found = audit(notebook, grader, effort=EFFORT, jobs=2)
        assert not found.faults
        assert not found.mutants.survivors


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_solution_notebook_shows_its_checks(assignment: str) -> None:
    """The committed solutions were executed, and every check in them is ticked."""
    for path in sorted((ROOT / "solutions" / assignment).glob("*.ipynb")):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        abouts = [(cell, cell["metadata"].get("nbgrader", {})) for cell in cells]
        checks = [cell for cell, about in abouts if about.get("grade") and not about["solution"]]
        assert checks
        for cell in checks:
            shown = json.dumps(cell["outputs"])
            assert "✓" in shown or "\\u2713" in shown, cell["id"]
            assert "✗" not in shown
            assert "\\u2717" not in shown


def test_statuses_are_five() -> None:
    """A check ends as exactly one of five: nothing else is documented or drawn."""
    assert {str(status) for status in Status} == {"passed", "wrong", "raised", "missing", "forbidden"}


@pytest.mark.parametrize("path", sorted(ROOT.glob("source/*/*.ipynb")), ids=lambda path: path.stem)
def test_ids_are_grade_ids(path: Path) -> None:
    """Each cell's id is its grade_id: nbgrader, JupyterLab and the report name the same cell."""
    read_source(path)
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        meta = cell["metadata"].get("nbgrader")
        if meta is not None:
            assert cell["id"] == meta["grade_id"]


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_each_task_has_hints(assignment: str) -> None:
    """Each solution cell with checks has two hints or more, each check that students see has one, no other is named."""
    for notebook in COURSE.notebooks(assignment):
        marks = marked_by(notebook.cells)
        shown = {name: cell.id for cell in notebook.check_cells for name in _check_names(cell.released)}
        known = {name for cell in notebook.check_cells for name in _check_names(cell.source)}
        texts = Counter(one.cell_id for one in notebook.hints for text in one.texts if text.strip())
        tasks = [cell.id for cell in notebook.cells if cell.kind == "solution" and marks[cell.id]]
        assert [name for name in tasks if texts[name] < 2] == []
        assert [name for one in notebook.hints for name in one.checks if name not in known] == []
        assert [name for name, cell_id in shown.items() if hints_of(notebook, name, cell_id) is None] == []


def _check_names(source: str) -> Iterator[str]:
    """Yield the names in the `check("name", ...)` calls of a cell."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "check":
            yield ast.literal_eval(node.args[0])


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_graded_runs_draw_nothing(assignment: str, grader: Grader) -> None:
    """A graded run of the solution shows no picture: cells that only show something are tagged."""
    for notebook in COURSE.notebooks(assignment):
        shown = {
            one.cell_id for one in grader.reference(notebook).run.cells for out in one.outputs if out.kind == "png"
        }
        assert not shown - {cell.id for cell in notebook.manual_cells}  # a person looks at what those show
