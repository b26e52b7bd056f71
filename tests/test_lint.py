"""`autograder lint`: each rule finds what it is for, says the same as a build, and lets sound notebooks alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.cli import main
from autograder.course import Course
from autograder.errors import NotebookError
from autograder.gradebook import build
from autograder.lint import lint, slow_problems
from autograder.lint.markdown import markdown_problems
from autograder.notebook import Cell, read_source

ROOT = Path(__file__).resolve().parents[1]
NAME = "01-example"
CHECK, SOLUTION, TASK, SETUP = "check-unit-rows", "solution-unit-rows", "task-unit-rows", "setup"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with one exercise, in which there is nothing to find."""
    assert main(["init", str(tmp_path / "course")]) == 0
    return Course(tmp_path / "course")


def edit(course: Course, change: Callable[[dict[str, Any]], object]) -> None:
    path = course.source(NAME)
    raw = json.loads(path.read_text("utf-8"))
    change(raw)
    path.write_text(json.dumps(raw), "utf-8")


def of(raw: dict[str, Any], name: str) -> dict[str, Any]:
    cells: list[dict[str, Any]] = raw["cells"]
    (found,) = (one for one in cells if one["id"] == name)
    return found


def replaced(name: str, old: str, new: str) -> Callable[[dict[str, Any]], None]:
    def change(raw: dict[str, Any]) -> None:
        text = "".join(of(raw, name)["source"])
        assert old in text
        of(raw, name)["source"] = text.replace(old, new)

    return change


def added(name: str, text: str) -> Callable[[dict[str, Any]], None]:
    return lambda raw: of(raw, name).update(source="".join(of(raw, name)["source"]) + text)


def without(*names: str) -> Callable[[dict[str, Any]], None]:
    return lambda raw: raw.update(cells=[one for one in raw["cells"] if one["id"] not in names])


def said(course: Course) -> list[str]:
    return [str(problem) for problem in lint(course, NAME)]


def test_a_sound_exercise_has_no_problems(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """What `autograder init` wrote, and this course's own notebooks, are let alone."""
    assert main(["--course", str(course.root), "lint", "--fix"]) == 0
    assert capsys.readouterr().out.endswith("1 exercise: no problems\n")
    assert main(["--course", str(ROOT), "lint"]) == 0


IN_A_LOOP = "\nfor k in range(2):\n    check(f'round {k}', lambda: unit_rows(x[k:]))"
NO_TEXT = [f"note-{name}" for name in ("goals", "task")] + ["intro", TASK]
WARNINGS: dict[str, tuple[Callable[[dict[str, Any]], object], str, str]] = {
    "a loop": (added(CHECK, IN_A_LOOP), CHECK, "a check in a loop"),
    "a comprehension": (added(CHECK, "\n[check(f'r{k}', k) for k in (1, 2)]"), CHECK, "a check in a loop"),
    "0 points": (lambda raw: of(raw, CHECK)["metadata"]["nbgrader"].update(points=0), CHECK, "no points"),
    "no points": (lambda raw: of(raw, CHECK)["metadata"]["nbgrader"].pop("points"), CHECK, "no points"),
    "data of another cell": (
        replaced(CHECK, "lambda: unit_rows(hidden_x)", "lambda: unit_rows(2 * x)"),
        CHECK,
        "`x`, which",
    ),
    "no generator": (added(SETUP, "\ny = torch.randn(3)"), SETUP, "line 5: `torch.randn(..)` draws torch's global"),
    "in place": (added(SETUP, "\ny = torch.empty(3).normal_()"), SETUP, "global random numbers"),
    "alike": (added(SETUP, "\ny = torch.randn_like(x)"), SETUP, "takes no generator"),
    "numpy": (added(SETUP, "\nimport numpy as np\ny = np.random.rand(3)"), SETUP, "numpy's global random numbers"),
    "generator without a name": (replaced(SETUP, '"four examples"', ""), SETUP, "has no name"),
    "generator with an empty name": (replaced(SETUP, "four examples", ""), SETUP, "has no name"),
    "no hint": (without("hints-unit-rows"), SOLUTION, "no hint"),
    "no misconception": (
        without("misconception-columns", "misconception-squared-length"),
        SOLUTION,
        "no misconception",
    ),
    "no text for the rules": (without(*NO_TEXT), SOLUTION, "not told what is off limits"),
    "off limits by hand": (added(TASK, "\n\n*Off limits here:* `F.norm`."), TASK, "written by hand"),
    "another id": (lambda raw: of(raw, TASK).update(id="a1b2"), TASK, "its id is 'a1b2'"),
    "no summary": (without("summary"), "", "no `check.summary()`"),
    "code below the summary": (
        lambda raw: raw["cells"].append(of(raw, SETUP) | {"id": "late", "metadata": {}}),
        "late",
        "code below",
    ),
    "untagged summary": (lambda raw: of(raw, "summary")["metadata"].pop("tags"), "summary", "has not the tag"),
    "no end of a formula": (added(TASK, "\n\nThe length $n"), TASK, "a `$` stands alone"),
}


@pytest.mark.parametrize("case", WARNINGS)
def test_what_an_author_overlooks_is_named(course: Course, case: str) -> None:
    """One problem, with its cell, the reason and a remedy; nothing else is found."""
    change, cell_id, reason = WARNINGS[case]
    edit(course, change)
    (problem,) = lint(course, NAME)
    assert problem.cell_id == cell_id
    assert reason in problem.reason
    assert problem.remedy.endswith(".")


FIXED = ("off limits by hand", "another id", "no summary", "untagged summary")


@pytest.mark.parametrize("case", WARNINGS)
def test_only_what_has_one_right_mend_is_mended(course: Course, case: str) -> None:
    """`--fix` mends these, and leaves the file as it is where the author must choose; a second time it does nothing."""
    edit(course, WARNINGS[case][0])
    before = course.source(NAME).read_bytes()
    code = main(["--course", str(course.root), "lint", "--fix", NAME])
    if case in FIXED:
        assert (code, said(course)) == (0, [])
        read_source(course.source(NAME))
        mended = course.source(NAME).read_bytes()
        assert main(["--course", str(course.root), "lint", "--fix", NAME]) == 0
        assert course.source(NAME).read_bytes() == mended
    else:
        assert code == 1
        assert course.source(NAME).read_bytes() == before


def test_a_mended_file_is_otherwise_the_same(course: Course) -> None:
    """`--fix` changes the lines that it must: the notebook keeps its order, its signs and its indentation."""
    original = course.source(NAME).read_text("utf-8")
    edit(course, WARNINGS["off limits by hand"][0])
    assert main(["--course", str(course.root), "lint", "--fix"]) == 0
    assert course.source(NAME).read_text("utf-8") == original


def test_an_id_that_cannot_be_is_left_to_the_author(course: Course) -> None:
    """A grade_id with a blank is no cell id, so there is no one right mend."""
    edit(course, lambda raw: of(raw, TASK)["metadata"]["nbgrader"].update(grade_id="task 1"))
    (problem,) = lint(course, NAME)
    assert problem.mend is None
    assert "Give it another grade_id" in problem.remedy


def rule(**fields: object) -> Callable[[dict[str, Any]], object]:
    return lambda raw: raw["metadata"]["autograder"]["rules"].append({"name": "torch.mul", "reason": "Do it."} | fields)


REFUSED: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a name that is none": (rule(name="torch.multiplied"), "torch has no such name"),
    "an unknown key of a rule": (rule(because="x"), "unknown key 'because'"),
    "an unknown limit": (lambda raw: raw["metadata"]["autograder"]["limits"].update(wall=3), "unknown key 'wall'"),
    "a check twice": (
        added(CHECK, '\ncheck("unit_rows", lambda: unit_rows(x + 1))'),
        f"check 'unit_rows' in cell '{CHECK}'",
    ),
    "a malformed cell": (
        replaced(CHECK, "### END HIDDEN TESTS", ""),
        f"'{CHECK}' (check(\"unit_rows\", lambda: unit_rows(x))): 'BEGIN HIDDEN TESTS' without 'END HIDDEN TESTS'",
    ),
    "an unknown cause": (
        replaced("misconception-columns", "shows: a factor", "shows: some factor"),
        "there is no cause",
    ),
    "our own file": (
        lambda raw: raw["metadata"]["autograder"].update(files=["expected.safetensors"]),
        "cannot be listed",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_a_build_refuses_is_said_in_its_words(
    course: Course, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lint and build have one list: the same sentence, and lint goes on to the next exercise."""
    change, sentence = REFUSED[case]
    edit(course, change)
    if case == "our own file":
        course.source(NAME).with_name("expected.safetensors").write_bytes(b"")
    assert main(["--course", str(course.root), "new", "02-other"]) == 0
    with pytest.raises(NotebookError) as refusal:
        build(course, [NAME], None)  # type: ignore[arg-type]  # it is refused before anything runs
    assert sentence in str(refusal.value)
    capsys.readouterr()
    assert main(["--course", str(course.root), "lint"]) == 1
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == f"source/{NAME}: {str(refusal.value).removeprefix(f'{course.source(NAME)}: ')}"
    assert last == "2 exercises: 1 problem"


@pytest.mark.parametrize("stray", ["data.csv", "example-Copy1.ipynb"])
def test_a_stray_file_is_named(course: Course, stray: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that the notebook does not list, and a second notebook, are problems, in a build's words."""
    course.source(NAME).with_name(stray).write_text("{}")
    assert main(["--course", str(course.root), "lint"]) == 1
    assert stray in capsys.readouterr().out


def test_what_cannot_be_read_is_one_problem(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken notebook is named once; an exercise that does not exist ends the command."""
    course.source(NAME).write_text("{")
    assert main(["--course", str(course.root), "lint"]) == 1
    assert "not a readable notebook" in capsys.readouterr().out
    assert main(["--course", str(course.root), "lint", "99-none"]) == 2
    assert f"there are: {NAME}" in capsys.readouterr().err


def test_points_are_those_of_the_course_page(course: Course) -> None:
    """Where docs/course.md has a table with points, it says what the check cells say; a page without is no matter."""
    page = course.root / "docs" / "course.md"
    page.parent.mkdir()
    for points, problems in (("2", 0), ("3", 1), ("?", 0)):
        page.write_text(
            f"# Course\n\n|exercise|minutes|points|\n|--|--:|--:|\n|[{NAME}](#x)|90|{points}|\n|sum||{points}|\n"
        )
        assert len(said(course)) == problems
    page.write_text("|exercise|\n|--|\n|01-example|\n")
    assert said(course) == []


ALLOWED = {
    "own data": added(CHECK, "\ny = torch.ones(2, 5, generator=None)"),
    "an answer of the task": replaced(SOLUTION, "    ### END SOLUTION", "    ### END SOLUTION\nown = unit_rows(x)"),
    "a constant of the setup": added(
        SETUP, "\nSIZES = (2, 5)\ndouble = dict(dtype=torch.float64)\ndef rows(n):\n    return n"
    ),
    "a seeded numpy generator": added(
        SETUP, "\nimport numpy as np\ny = np.random.default_rng(check.generator('numpy').initial_seed()).normal(size=3)"
    ),
    "a name that is computed": added(SETUP, "\nfor k in 'ab':\n    y = torch.rand(2, generator=check.generator(k))"),
    "keywords that are passed on": added(SETUP, "\ny = torch.randn(3, **dict(generator=check.generator('y')))"),
    "pictures": lambda raw: raw["cells"].insert(
        5,
        {
            "cell_type": "code",
            "id": "picture",
            "outputs": [],
            "execution_count": None,
            "metadata": {"tags": ["ungraded"]},
            "source": "torch.randn(3)",
        },
    ),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_what_is_right_is_let_alone(course: Course, case: str) -> None:
    """No false alarm: a linter that cries wolf is not read."""
    edit(course, ALLOWED[case])
    if case == "a constant of the setup":
        edit(course, replaced(CHECK, "(2, 5, generator", "(*SIZES, **double, generator"))
        edit(course, replaced(CHECK, "unit_rows(hidden_x)", "unit_rows(hidden_x[: rows(2)])"))
    if case == "an answer of the task":
        edit(course, replaced(CHECK, "unit_rows(hidden_x))", "unit_rows(hidden_x + own.sum()))"))
    assert said(course) == []


MARKDOWN = {
    "```\ncode": "the code fence of line 1 has no end",
    "text\n\n~~~python\nx = 1\n```": "the code fence of line 3 has no end",
    "````\n```\n````": "",
    "```python\ncost = '$'\n```": "",
    "`$HOME` and a price of \\$5": "",
    "$$\nx + y": "begins with `$$`",
    "$$x$$ and $y$": "",
    "$a$ and $b": "stands alone in the paragraph of '$a$ and $b'",
    "one $a\nand two$ of a paragraph": "",
    "a $5 note\n\nand more": "stands alone",
    "|a|b|\n|--|--|\n|1|2|\n|1|2|3|": "a table of 2 columns has a row of 3: '|1|2|3|'",
    "|a|b|c|\n|--|--|\n|1|2|": "a table of 2 columns has a row of 3: '|a|b|c|'",
    "a|b\n--|:-:\n`x|y`|$|z|$\n1\\|2|3": "",
    "|a|b|\n|--|--|\n|1|2|\n\n|text|": "",
    "x | y\n\n---\n\nmore": "",
    "a norm |x|\n---\nbelow": "",
}


@pytest.mark.parametrize("text", MARKDOWN)
def test_texts_that_would_not_be_shown_as_meant(text: str) -> None:
    """Fences, formulas and tables without an end or with uneven rows are named, all else is not."""
    sentences = [problem.reason for problem in markdown_problems(Cell("t", "task", text))]
    assert len(sentences) == bool(MARKDOWN[text])
    assert MARKDOWN[text] in "".join(sentences)


def test_slow_solutions_are_named() -> None:
    """Above 3 s a build says how long a run takes."""
    assert slow_problems(3.0) == []
    assert "ran for 4 s" in str(slow_problems(4.2)[0])


@pytest.mark.runs
def test_a_build_shows_them_and_goes_on(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """A build is made all the same, and says on stderr what lint says."""
    edit(course, WARNINGS["no hint"][0])
    assert main(["--course", str(course.root), "build"]) == 0
    assert f"LINT: source/{NAME}: {said(course)[0]}" in capsys.readouterr().err
    assert (course.root / "release" / NAME / "example.ipynb").is_file()
