"""Nothing that nobody has set passes a build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from notebooks import cell, exercise, notebook, write_exercise

from autograder.errors import ReferenceRunError
from autograder.grade import Grader, require_determined
from autograder.isolation import ForkServer
from autograder.notebook import Notebook

IMPORTS = "import random\nimport numpy as np\nimport torch\nfrom autograder import check\n"


@pytest.fixture(scope="module")
def second() -> Iterator[ForkServer]:
    """Another fork server: Python's hashes differ there."""
    with ForkServer() as server:
        yield server


def _one_check(tmp_path: Path, setup: str, value: str, *, hidden: bool = False, more: str = "") -> Notebook:
    checked = f'check("it", lambda: f({value}){more})'
    if hidden:
        checked = f'check("known", lambda: f(1))\n### BEGIN HIDDEN TESTS\n{checked}\n### END HIDDEN TESTS'
    made = notebook(
        cell("setup", "setup", f"{IMPORTS}{setup}"),
        cell("solution", "solution", "def f(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION"),
        cell("check", "check", checked, 1),
    )
    return write_exercise(tmp_path, made)


CAUSES = {
    "torch": ("x = torch.randn(3)", "x", "torch's global random numbers: .*generator=check.generator"),
    "torch's kernel": ("x = torch.ones(50)", "torch.dropout(x, 0.5, True)", "torch's global random numbers"),
    "numpy": ("x = np.random.rand(3)", "x", "numpy's global random numbers: .*default_rng"),
    "random": ("x = [random.random() for _ in range(3)]", "x", "Python's random: .*random.Random"),
    "a set": ("x = list({str(n) for n in range(12)})", "x", "the order of a set, .*sorted"),
    "a hash": ("x = hash('text')", "x", "the order of a set"),
    "threads": ("x = torch.get_num_threads()", "x", "the number of threads"),
    "the clock": ("import time\nx = time.time_ns()", "x", "something that is another in each run"),
    "an error": ("x = 1 / (torch.get_num_threads() - 2)", "x", "whether the solution runs .*number of threads"),
}


@pytest.mark.parametrize("what", CAUSES)
def test_what_nobody_has_set_is_named(grader: Grader, second: ForkServer, tmp_path: Path, what: str) -> None:
    """The check, the cause and the remedy."""
    setup, value, said = CAUSES[what]
    source = _one_check(tmp_path, setup, value)
    with pytest.raises(ReferenceRunError, match=said) as error:
        require_determined(source, grader, grader.on(second))
    assert "the check 'it' depends" in str(error.value) or what == "an error"
    assert str(error.value).startswith("01-scale/scale: ")


def test_hidden_cases_are_looked_at(grader: Grader, second: ForkServer, tmp_path: Path) -> None:
    """A hidden region that forgets its generator is named as well."""
    source = _one_check(tmp_path, "", "torch.randn(3)", hidden=True)
    with pytest.raises(ReferenceRunError, match="the check 'it' depends on torch's global random numbers"):
        require_determined(source, grader, grader.on(second))


def test_several_checks_are_counted(grader: Grader, second: ForkServer, tmp_path: Path) -> None:
    """One forgotten generator in the setup, many checks."""
    raw = exercise()
    raw["cells"][1]["source"] = f"{IMPORTS}x = torch.randn(4, 3)"
    with pytest.raises(ReferenceRunError, match=r"the check 'mean' \(and 2 more: 'centred', 'scale'\) depends"):
        require_determined(write_exercise(tmp_path, raw), grader, grader.on(second))


def test_what_is_set_or_allowed_passes(grader: Grader, second: ForkServer, tmp_path: Path) -> None:
    """Named generators, sorted sets, and differences that a tolerance or a bound allows."""
    require_determined(write_exercise(tmp_path), grader, grader.on(second))
    near = _one_check(tmp_path, "x = 1 + 1e-9 * torch.rand(3)", "x")
    require_determined(near, grader, grader.on(second))
    bounded = _one_check(tmp_path, "x = float(torch.rand(()))", "x", more=", at_most=1.0")
    require_determined(bounded, grader, grader.on(second))
