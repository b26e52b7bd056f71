"""Runs that begin alike: each comes out as if it had been run alone, whatever the others do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from autograder.isolation import Child, ForkServer
from autograder.isolation.unisolated import UnisolatedLauncher
from autograder.judge import NoFollowThrough
from autograder.model import Level, Limits, Run, Step
from autograder.run import Job, run_branches, run_steps, shares
from autograder.wire.seeds import public_seed

FIRST = Step("first", "import torch\nx = torch.arange(5.0)\nprint('first')")
CHECK = Step("check-y", 'check("y", y)', check=True, names=("y",))
RANDOM = Step("check-y", 'check("r", torch.rand(3))', check=True, number=1)
HIDDEN = Step("check-y", 'check("z, hidden", f(x))', check=True, hidden=True, names=("f", "x"), restores=True)
KEEPS = replace(RANDOM, keeps=("f", "x"))


def job(**limits: float) -> Job:
    return Job(steps=(), limits=Limits(**{"cell_s": 5.0, **limits}), seed=public_seed, follow_through=NoFollowThrough())  # type: ignore[arg-type]


def answer(text: str) -> list[Step]:
    return [FIRST, Step("answer", text, student=True), CHECK, KEEPS, HIDDEN]


def said(run: Run) -> object:
    """Return all of a run that does not depend on the clock."""
    cells = [replace(cell, seconds=0.0) for cell in run.cells]
    return (
        run.captures, cells, run.errors, run.stop, run.changed, run.after_given, run.traces, run.open_rules, run.level,
    )  # fmt: skip


def alone(of: Job, steps: Sequence[Step], launcher: ForkServer) -> Run:
    return run_steps(replace(of, steps=steps), launcher)


RIGHT = "y = 2 * x\ndef f(x): return x + 1"
TEXTS = [
    RIGHT,
    "y = x\ndef f(x): return x - 1\nprint('aside')",
    "y = 2 * x\ndef f(x):\n    x += 1\n    return x",  # in place
    "def f(x): return x.nothing",
    "raise ValueError('no')",
    "y = torch.rand(2)\ndef f(x): return torch.rand(3)",
    "y = 2 * x\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\ndef f(x): return x",
    "torch.manual_seed(5); torch.set_default_dtype(torch.float64)\ny = torch.ones(2)\ndef f(x): return torch.ones(1)",
]


@pytest.mark.slow
def test_each_is_as_if_it_were_alone(launcher: ForkServer) -> None:
    """Values, what cells show, exceptions and their lines are those of a run of its own; of any order, and twice."""
    several = [answer(text) for text in [*TEXTS, *reversed(TEXTS)]]
    runs = dict(run_branches(job(), several, launcher))
    assert sorted(runs) == list(range(len(several)))
    for number, steps in enumerate(several[: len(TEXTS)]):
        expected = said(alone(job(), steps, launcher))
        assert said(runs[number]) == expected
        assert said(runs[len(several) - 1 - number]) == expected


@pytest.mark.slow
def test_they_may_branch_again(launcher: ForkServer) -> None:
    """Some share more than others; some end where others go on."""
    start = [FIRST, Step("a", "a = 1"), Step("b", "b = a")]
    ends = [[], [Step("c", "y = x * 3"), CHECK], [Step("c", "y = x"), CHECK]]
    several = [[*start, *end] for end in ends]
    several += [[FIRST, Step("a", "a = 2"), *end] for end in ends]
    several += [[*start, Step("c", "y = x"), Step("d", "y = y + 1"), CHECK]]
    runs = dict(run_branches(job(), several, launcher))
    assert [said(runs[number]) for number in range(len(several))] == [
        said(alone(job(), steps, launcher)) for steps in several
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "deadly",
    [
        "import os; os._exit(3)",
        "import ctypes; ctypes.string_at(0)",
        "import os; os.close(4)",
        "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])\nwhile True: pass",
    ],
    ids=["exit", "crash", "closes the channel", "deaf"],
)
def test_one_that_dies_takes_none_along(launcher: ForkServer, deadly: str) -> None:
    """What a run alone says of it is said here too; those before and after it are whole."""
    texts = [TEXTS[0], f"y = 1\n{deadly}", TEXTS[1]]
    several = [answer(text) for text in texts]
    limits = job(cell_s=1.0)
    runs = dict(run_branches(limits, several, launcher))
    assert runs[1].stop == alone(limits, several[1], launcher).stop is not None
    for number in (0, 2):
        assert said(runs[number]) == said(alone(limits, several[number], launcher))


@pytest.mark.slow
def test_a_file_of_one_is_not_there_for_another(launcher: ForkServer) -> None:
    """They share a scratch folder: after one that has changed it, the next starts afresh."""
    write = "open('kept', 'a').write('x')\nimport os\ny = os.path.getsize('kept')\ndef f(x): return os.listdir()"
    several = [answer(f"{write}  # {n}") for n in range(3)] + [answer(TEXTS[0])]
    runs = dict(run_branches(job(), several, launcher))
    for number, steps in enumerate(several):
        assert said(runs[number]) == said(alone(job(), steps, launcher))


@pytest.mark.slow
def test_a_branch_that_has_shown_enough_is_cut(launcher: ForkServer) -> None:
    """Nothing more of it is run, and the others are."""
    several = [answer(text) for text in (TEXTS[4], TEXTS[0])]
    runs = dict(run_branches(job(), several, launcher, enough=lambda heard: bool(heard.errors)))
    assert list(runs[0].captures) == []
    assert list(runs[1].captures) == ["y", "r", "z, hidden"]


def test_where_nothing_can_fork_each_is_run_alone() -> None:
    """A launcher without a fork server gives the same runs."""
    with UnisolatedLauncher() as plain:
        several = [answer(text) for text in TEXTS[:2]]
        runs = dict(run_branches(job(), several, plain))
        assert [said(runs[n]) for n in (0, 1)] == [said(run_steps(replace(job(), steps=s), plain)) for s in several]


@pytest.mark.slow
def test_what_may_fork_may_do_nothing_else(launcher: ForkServer) -> None:
    """No program is started, no socket opened, no namespace made, and a plain run still cannot fork."""
    refused = {
        "import os; os.execv('/bin/true', ['true'])",
        "import socket; socket.socket()",
        "import os; os.setsid()",
        "import ctypes; c = ctypes.CDLL(None, use_errno=True)\nif c.unshare(0x10000000) != 0: raise OSError('refused')",
        "import os; open('/etc/passwd', 'a')",
    }
    several = [answer(f"{text}\ny = 1") for text in sorted(refused)]
    for run in dict(run_branches(job(), several, launcher)).values():
        assert run.captures["y"].error is not None if "y" in run.captures else "check-y:0" in run.errors
    fork = answer("import os\ny = os.fork()")
    assert "y" not in alone(job(), fork, launcher).captures


@pytest.mark.slow
def test_nothing_forks_outside_a_pid_namespace() -> None:
    """Whatever a request says: there the end of a run would not be the end of its forks."""

    class Asking(ForkServer):
        def spawn(self, limits: Limits, prepared: str = "", **_: object) -> Child:
            return super().spawn(limits, prepared, may_fork=True)

    with Asking(level=Level.ADEQUATE) as server:
        run = alone(job(), answer("import os\ny = os.fork()"), server)
    assert "y" not in run.captures
    assert any("not permitted" in (cell.error or "") for cell in run.cells)


def test_shares_are_neighbours() -> None:
    """Each core gets some, and none so many that another waits long."""
    assert shares([], 2) == []
    assert shares([1, 2, 3], 2) == [[1, 2], [3]]
    assert [len(share) for share in shares(range(200), 2)] == [48, 48, 48, 48, 8]
