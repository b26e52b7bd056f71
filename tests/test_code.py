"""A student's own code as a witness: what its text shows, and only where a check fails that shows it."""

from __future__ import annotations

import copy
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from faces import face, live_report
from notebooks import cell, notebook, write_exercise

from autograder.diagnose import known_causes
from autograder.diagnose.code import CAUSES, CHANGED, NONE, VALUE, functions_of
from autograder.grade import Grader
from autograder.gradebook.publicrun import expected_file
from autograder.isolation import ForkServer
from autograder.judge.confined import Judges
from autograder.judge.expected import FILE_NAME
from autograder.model import CellResult, CheckResult, Diagnosis, Evidence, Level, Report, Status
from autograder.notebook import Notebook
from autograder.report import check_seen_by_student, from_json, to_json
from autograder.report.fixed import FIXED
from autograder.report.overview import _checks
from autograder.report.rows import check_row

# ---------------------------------------------------------------- what a text shows

SHAPES = "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1"
NO_GRAD = "RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn"

# cause, what the check saw, code that shows it, what the sentence must say; code that must be left alone
KINDS: list[tuple[str, str, str, str, str]] = [
    (
        "no return",
        NONE,
        "def f(x):\n    y = x + 1",
        "`f` has no `return`",
        "def f(x):\n    y = x + 1\n    return y",
    ),
    (
        "no return",
        NONE,
        "def f(x):\n    print(x + 1)",
        "only prints",
        "def f(x):\n    print(x)\n    return x",
    ),
    (
        "no return",
        NONE,
        "def f(x):\n    for a in x:\n        if a:\n            return a",
        "line 4",
        "def f(x):\n    if x:\n        return 1\n    else:\n        return 2",
    ),
    (
        "return in the first round",
        VALUE,
        "def f(x):\n    s = 0\n    for a in x:\n        s += a\n        return s",
        "line 5 stands inside the loop of line 3",
        "def f(x):\n    for a in x:\n        if a < 0:\n            continue\n        return a",
    ),
    (
        "result thrown away",
        VALUE,
        "def f(x):\n    x.masked_fill(x < 0, 0)\n    return x",
        "Line 2 of `f` calls",
        "def f(x, out):\n    out.append(x)\n    x.clamp_(0)\n    return x",
    ),
    (
        "result thrown away",
        VALUE,
        "def f(x):\n    y = x\n    y == x + 1\n    return y",
        "`==`",
        "def f(x):\n    return x == 1",
    ),
    (
        "argument never used",
        VALUE,
        "def f(x, eps):\n    return x / 2",
        "argument `eps`",
        "def f(x, eps):\n    return x / eps",
    ),
    (
        "argument never used",
        VALUE,
        "def f(x, n):\n    n = 32\n    return x / n",
        "in line 2",
        "def f(x, n):\n    n = n + 1\n    return x / n",
    ),
    (
        "argument never used",
        VALUE,
        "def f(a, b):\n    a, b = G\n    return a + b",
        "in line 2",
        "def f(a, b):\n    a, b = b, a\n    return a - b",
    ),
    (
        "argument never used",
        SHAPES,
        "class L:\n    def __call__(self, x):\n        return self.w",
        "`L.__call__`",
        "class L:\n    def __call__(self, _x):\n        return self.w",
    ),
    (
        "default that is kept",
        VALUE,
        "def f(x, seen=[]):\n    seen.append(x)\n    return seen",
        "The default of `seen`",
        "def f(x, seen=[]):\n    return [*seen, x]",
    ),
    (
        "kept between calls",
        VALUE,
        "losses = []\ndef f(x):\n    losses.append(x)\n    return losses",
        "outside of it",
        "def f(x):\n    losses = []\n    losses.append(x)\n    return losses",
    ),
    (
        "classes from the data",
        SHAPES,
        "def f(y, k):\n    return F.one_hot(y) * k",
        "`one_hot` in line 2",
        "def f(y, k):\n    return F.one_hot(y, k)",
    ),
    (
        "overwritten in each round",
        VALUE,
        "def f(xs):\n    for x in xs:\n        out = x * 2\n    return out",
        "line 3",
        "def f(xs, h):\n    for x in xs:\n        h = x + h\n        out = h * 2\n    return out",
    ),
    (
        "begun anew in each round",
        VALUE,
        "def f(xs):\n    for x in xs:\n        s = 0\n        s += x\n    return s",
        "line 3",
        (
            "def f(xs):\n"
            "    rows = []\n"
            "    for x in xs:\n"
            "        s = 0\n"
            "        s += x\n"
            "        rows.append(s)\n"
            "    return rows"
        ),
    ),
    (
        "axes not moved",
        VALUE,
        "def f(x, H):\n    B, T, C = x.shape\n    return x.view(B, H, T, C // H)",
        "`B` and `T`",
        "def f(x, H):\n    B, T, C = x.shape\n    return x.view(B, T, H, C // H).transpose(1, 2)",
    ),
    (
        "axes not moved",
        VALUE,
        "def f(x):\n    B, C = x.shape\n    return x.reshape(B, 3, C)",
        "`reshape`",
        "def f(x):\n    B, C = x.shape\n    return x.reshape(B, 1, C)",
    ),
    (
        "compared with NaN",
        VALUE,
        "def f(x):\n    return x[x == float('nan')]",
        "`torch.isnan`",
        "def f(x):\n    return x[x == 0]",
    ),
    (
        "value never used",
        VALUE,
        "def f(x):\n    out = x + 1\n    return x",
        "what `f` returns is `x`",
        "def f(x):\n    out = x + 1\n    return out",
    ),
    (
        "argument changed in place",
        CHANGED,
        "def f(x):\n    x -= 1\n    return x",
        "its argument `x` itself",
        "def f(x):\n    x = x - 1\n    return x",
    ),
    (
        "argument changed in place",
        CHANGED,
        "def f(P):\n    return P[0].cumsum_(0)",
        "`P`",
        "def f(P):\n    return P[0].cumsum(0)",
    ),
    (
        "graph lost",
        NO_GRAD,
        "def f(x):\n    return torch.tensor([x.sum().item()])",
        "in line 2",
        "def f(x):\n    return torch.stack([x.sum()])",
    ),
    (
        "None from a call",
        "AttributeError: 'NoneType' object has no attribute 'append'",
        "def f(x):\n    out = []\n    out = out.append(x)\n    return out",
        "Line 3",
        "def f(x):\n    out = []\n    out.append(x)\n    return out",
    ),
    (
        "hidden name",
        "TypeError: 'float' object is not callable",
        "def f(x):\n    max = 0.5\n    return max(x, 1)",
        "hides Python's `max`",
        "def f(x):\n    best = 0.5\n    return max(x, best)",
    ),
    (
        "local name",
        "UnboundLocalError: cannot access local variable 'n' where it is not associated with a value",
        "def f(x):\n    x = x / n\n    n = 3\n    return x",
        "line 3",
        "def f(x):\n    m = 3\n    return x / m",
    ),
    (
        "self missing",
        "NameError: name 'w' is not defined",
        "class L:\n    def __init__(self, w):\n        self.w = w\n    def __call__(self, x):\n        return x @ w",
        "`self.w`",
        (
            "class L:\n"
            "    def __init__(self, w):\n"
            "        self.w = w\n"
            "    def __call__(self, x):\n"
            "        return x @ self.w"
        ),
    ),
    (
        "method not called",
        "TypeError: unsupported operand type(s) for -: 'Tensor' and 'builtin_function_or_method'",
        "def f(x):\n    return x - x.mean",
        "after `mean`",
        "def f(x):\n    return x - x.mean()",
    ),
]


def _seen(code: str, saw: str) -> dict[str, str]:
    """Return what a text shows that explains what a check saw: {cause: sentence}."""
    signs = [sign for function in functions_of(code) for sign in function.signs]
    return {sign.cause: sign.text for sign in signs if re.match(sign.explains, saw)}


@pytest.mark.parametrize(
    ("cause", "saw", "code", "says", "right"), KINDS, ids=[f"{n}-{k[0]}" for n, k in enumerate(KINDS)]
)
def test_a_sign_and_what_is_none(cause: str, saw: str, code: str, says: str, right: str) -> None:
    """The mistake is seen and said; code that looks like it and is right shows nothing."""
    found = _seen(code, saw)
    assert says in found[cause]
    assert cause not in _seen(right, saw)


def test_every_cause_is_known_and_has_a_sentence() -> None:
    """Authors may name them, and a hidden check has a fixed sentence for each."""
    assert set(CAUSES) <= known_causes()
    assert set(CAUSES) <= FIXED.keys()
    of_the_notebook = {"variable of the notebook", "size as a number"}
    assert {kind[0] for kind in KINDS} | of_the_notebook == set(CAUSES)


@pytest.mark.parametrize(
    "code",
    [
        "def f(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n    return out",
        "def f(x):\n    return locals()['x']",
        "def f(x, *args, **kwargs):\n    return x",
        "class L:\n    def train(self):\n        self.training = True",
        "def f(n):\n    for i in range(n):\n        yield i",
        "def f(x):\n    def inner(y):\n        return x + y\n    return inner(1)",
        "def f(xs):\n    for x in xs:\n        found = x\n        if x > 3:\n            break\n    return found",
        "def f(x):\n    _, y = x\n    return y",
    ],
)
def test_honest_code_shows_nothing(code: str) -> None:
    """Not filled in, names looked up at run time, generators, closures, a search with `break`."""
    assert [sign for saw in (VALUE, NONE, SHAPES) for sign in _seen(code, saw)] == []


HOSTILE = {
    "syntax error": "def f(x:\n    return",
    "magics": "%time y = 3\n!ls\ndef f(x, k):\n    return x",
    "a null byte": "def f(x):\n    return '\0'",
    "deep": "def f(x):\n    return " + "(" * 90 + "x" + ")" * 90,
    "a long sum": "def f(x):\n    return " + "+".join(["x"] * 20_000),
    "a long chain": "def f(x):\n    return x" + ".a" * 5_000,
    "nested loops": "def f(x):\n" + "".join(f"{' ' * (n + 1)}for a{n} in x:\n" for n in range(90)) + " " * 91 + "y = 1",
    "many elifs": "def f(x):\n    if x: return 1\n" + "    elif x: return 1\n" * 1_000,
    "many arguments": f"def f({', '.join(f'a{n}' for n in range(20_000))}):\n    return 1",
    "many functions": "".join(f"def f{n}(x, y): return x\n" for n in range(5_000)),
    "a long name": f"def f(x):\n    {'n' * 50_000} = x\n    return x",
    "a megabyte": "def f(x, y):\n" + "    x.exp()\n" * 90_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_code_is_bounded(name: str) -> None:
    """Any text is looked at within seconds, and what is said of it stays short."""
    began = time.process_time()
    found = functions_of(HOSTILE[name])
    assert time.process_time() - began < 10
    assert all(len(function.signs) <= 100 for function in found)
    assert all(len(sign.text) < 400 for function in found for sign in function.signs)
    if name == "magics":
        assert "argument never used" in _seen(HOSTILE[name], VALUE)


# ---------------------------------------------------------------- beside the notebook, on every face

SETUP = """import torch
from autograder import check
n, width = 6, 4
x = torch.randn(n, width, generator=check.generator("data"))
tril = torch.tril(torch.ones(9, 9))


def shifted(v):
    return column_means(v + 1, 2.0)"""

RIGHT = "return (v * weight).sum(0) / len(v)"

CHECKS = """check("means", lambda: column_means(x, 1.5))
three = torch.randn(3, 5, generator=check.generator("three"))
check("means, three rows", lambda: column_means(three, 0.5))
check("means, shifted", lambda: shifted(three))
### BEGIN HIDDEN TESTS
secret_rows = torch.randn(7, 2, generator=check.generator("seven")) + 1
check("means, seven rows", lambda: column_means(secret_rows, 0.5))
### END HIDDEN TESTS"""


def _raw(answer: str) -> dict[str, Any]:
    body = "\n".join(f"    {line}" for line in answer.split("\n"))
    return notebook(
        cell("task", "intro", "# Means\nThe mean of each column of `v`, times `weight`."),
        cell("setup", "setup", SETUP),
        cell("solution", "solution-means", f"def column_means(v, weight):\n{body}"),
        cell("check", "check-means", CHECKS, 4),
    )


@pytest.fixture(scope="module")
def public(launcher: ForkServer, judges: Judges) -> Grader:
    """The grader on the public seeds."""
    return Grader(launcher=launcher, secret=None, judges=judges)


@pytest.fixture(scope="module")
def exercise(public: Grader, tmp_path_factory: pytest.TempPathFactory) -> tuple[Notebook, Path]:
    """The source, and a student's folder."""
    root = tmp_path_factory.mktemp("means")
    source = write_exercise(root, _raw(f"### BEGIN SOLUTION\n{RIGHT}\n### END SOLUTION"))
    folder = root / "student"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(expected_file(public, source))
    return source, folder


def _graded(public: Grader, exercise: tuple[Notebook, Path], answer: str) -> dict[str, CheckResult]:
    """Return each check's result, after comparing the grader's report with the live session's."""
    source, folder = exercise
    raw = copy.deepcopy(_raw(answer))
    raw["cells"][-1]["source"] = CHECKS.split("### BEGIN HIDDEN", maxsplit=1)[0]
    data = json.dumps(raw).encode()
    report = public.grade(source, data, student="s").report
    assert face(live_report(data, folder, public.launcher, source)) == face(report)
    return {check.name: check for one in report.cells for check in one.checks}


def test_a_change_that_was_seen_comes_before_where_it_shows(public: Grader, exercise: tuple[Notebook, Path]) -> None:
    """A function writes into its argument by another name: that is said, and not only which values are wrong.

    What numbers tell of why, though, comes first.
    """
    results = _graded(public, exercise, "flat = v.flatten()\nflat[0] = 9\nreturn (v * weight).sum(0) / len(v)")
    assert results["means"].diagnosis is not None
    assert results["means"].diagnosis.cause == "argument changed in place"
    results = _graded(public, exercise, "flat = v.flatten()\nflat[:] = 2 * flat\nreturn (v * weight).sum(0) / len(v)")
    assert results["means"].diagnosis is not None
    assert results["means"].diagnosis.cause == "factor 2"


def test_an_argument_that_a_variant_ignores_accuses_nobody(exercise: tuple[Notebook, Path], tmp_path: Path) -> None:
    """What the solution or a variant, both right, never looks at explains no mistake; what a mistake ignores may."""
    raw = _raw(f"### BEGIN SOLUTION\n{RIGHT}\n### END SOLUTION")
    wrong = cell("raw", "wrong", "misconception: all alike\nsays: Which column?\n---\nreturn weight * 3")
    variant = cell("raw", "variant", "variant: of ones\n---\nreturn v.mean(0)")
    raw["cells"][3:3] = [wrong, variant]
    assert write_exercise(tmp_path, raw).cell("solution-means").unread == ("column_means.weight",)
    assert exercise[0].cell("solution-means").unread == ()


def test_no_face_tells_of_an_argument_that_a_variant_ignores(public: Grader, tmp_path: Path) -> None:
    """A check that fails for another reason is not blamed on it, in a grade and in a session."""
    raw = _raw(f"### BEGIN SOLUTION\n{RIGHT}\n### END SOLUTION")
    raw["cells"].insert(3, cell("raw", "variant", "variant: of ones\n---\nreturn v.mean(0)"))
    source = write_exercise(tmp_path, raw)
    folder = tmp_path / "student"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(expected_file(public, source))
    checks = _graded(public, (source, folder), ANSWERS["weight forgotten"][0])
    diagnosis = checks["means, three rows"].diagnosis
    assert checks["means, three rows"].status is Status.WRONG
    assert diagnosis is None or diagnosis.cause != "argument never used"


ANSWERS: dict[str, tuple[str, str, str]] = {  # answer, cause at the check of three rows, words of its sentence
    "the notebook's n": ("return (v * weight).sum(0) / n", "variable of the notebook", "`n` (line 2), the notebook's"),
    "the notebook's x": (
        "return (x[:len(v)] * weight).sum(0)[:v.shape[1]] / len(v)", "variable of the notebook", "reads `x`",
    ),
    "6 for n": ("return (v * weight).sum(0) / 6", "size as a number", "stands 6, as many as `x` has rows"),
    "weight forgotten": ("return v.mean(0)", "argument never used", "its argument `weight`"),
    "nothing returned": ("means = v.mean(0) * weight", "no return", "has no `return`"),
    "a hidden name": ("sum = v.sum(0)\nreturn sum(v) * weight", "hidden name", "hides Python's `sum`"),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_a_cause_in_the_code_is_told_on_every_face(public: Grader, exercise: tuple[Notebook, Path], name: str) -> None:
    """Grader and session say the same sentence; of a hidden check only the fixed one."""
    answer, cause, words = ANSWERS[name]
    checks = _graded(public, exercise, answer)
    found = checks["means, three rows"].diagnosis
    assert found is not None
    assert (found.source, found.cause) == ("code", cause)
    assert words in found.text
    hidden = checks["means, seven rows"]
    seen = check_seen_by_student(hidden).diagnosis
    assert seen is not None
    assert (seen.source, seen.text) == ("code", FIXED[cause])


def test_an_instructor_reads_where_the_cause_was_seen() -> None:
    """The note, and the class page, where each sentence about code is counted by itself: it names a function."""
    found = [Diagnosis(f"`{name}` never looks at `b`.", "code", "argument never used") for name in ("f", "f", "g")]
    results = [CheckResult("x", Status.WRONG, diagnosis=one) for one in found]
    assert check_row(results[0], student=False).note == "seen in the code: argument never used"
    evidence = Evidence("", "", {}, "cpu", Level.NONE, False, "", "", 0.0)
    reports = [
        Report(str(number), "01-scale", "scale", (CellResult("c", 1, (one,)),), evidence)
        for number, one in enumerate(results)
    ]
    (check,) = _checks(reports)
    told = [(one.diagnosis.text if one.diagnosis else "", one.count) for one in check.endings]
    assert told == [(found[0].text, 2), (found[2].text, 1)]
    assert all(from_json(json.loads(json.dumps(to_json(one)))) == one for one in reports)


def test_an_authors_function_in_between_is_followed(public: Grader, exercise: tuple[Notebook, Path]) -> None:
    """The check calls a function of the setup's, and that one the student's."""
    found = _graded(public, exercise, "return (v * weight).sum(0) / n")["means, shifted"].diagnosis
    assert found is not None
    assert found.cause == "variable of the notebook"


@pytest.mark.parametrize(
    "answer",
    [
        RIGHT,
        "mask = tril[: len(v), : len(v)]\nreturn mask[-1] @ v * weight / len(v)",
        "print(n)\nreturn (v * weight).mean(0)",
        "unused = v.sum()\nreturn v.mean(0) * weight",
    ],
)
def test_right_code_is_told_nothing(public: Grader, exercise: tuple[Notebook, Path], answer: str) -> None:
    """Whatever stands in it: a check that passes has no cause."""
    assert all(check.status is Status.PASSED for check in _graded(public, exercise, answer).values())


@pytest.mark.parametrize(
    "answer",
    [
        "return (v * weight).sum(0) / n + 0.1 * v[0] ** 3",  # there v has n rows
        "mask = tril[: len(v), : len(v)]\nreturn (mask @ v)[0] ** 3 * weight",
        "return (v * weight).sum(0) / 6 + v[0] ** 3",
    ],
)
def test_what_agrees_with_the_data_explains_nothing(
    public: Grader, exercise: tuple[Notebook, Path], answer: str
) -> None:
    """Where the notebook's variable, mask or size is the right one, it is not named as the cause."""
    found = _graded(public, exercise, answer)["means"].diagnosis
    assert found is None or found.source == "numeric"


def test_an_argument_that_the_solution_never_reads_is_no_sign(public: Grader, tmp_path: Path) -> None:
    """A signature may hold what nobody needs; the frame says so, and every face keeps silent about it."""
    raw = notebook(
        cell("task", "intro", "# Double"),
        cell("setup", "setup", "import torch\nfrom autograder import check"),
        cell(
            "solution", "solution-f", "def f(a, b, c):\n    ### BEGIN SOLUTION\n    return a * c\n    ### END SOLUTION"
        ),
        cell("check", "check-f", 'check("f", lambda: f(torch.arange(1.0, 5), 1, 2))', 1),
    )
    source = write_exercise(tmp_path, raw)
    folder = tmp_path / "student"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(expected_file(public, source))
    for code, cause in (("return a ** c + 1", None), ("return a ** 3 + 1", "`c`")):
        answer = copy.deepcopy(raw)
        answer["cells"][2]["source"] = f"def f(a, b, c):\n    {code}"
        data = json.dumps(answer).encode()
        report = public.grade(source, data, student="s").report
        assert face(live_report(data, folder, public.launcher, source)) == face(report)
        diagnosis = report.cells[0].checks[0].diagnosis
        seen = "" if diagnosis is None or diagnosis.source != "code" else diagnosis.text
        assert cause in seen if cause else not seen, seen
