"""Which device is chosen, on machines that are not here: with a GPU that works, that fails, without a driver.

What a machine has is played; the trial itself is a real run in the sandbox that CUDA gets, on the CPU.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import torch
from notebooks import RIGHT, answered, write_exercise

from autograder.cli import main
from autograder.errors import IsolationError, ReferenceRunError, RunnerError
from autograder.grade import Grader, devices
from autograder.grade.devices import STEPS, Choice, Seen, Trial, choose_device, look_for_cuda, run_trial, try_device
from autograder.grade.retry import cut_short, lost
from autograder.isolation import ForkServer, SharedCard
from autograder.isolation.launcher import Child, Pipes
from autograder.isolation.sharing import CONTEXT_MB
from autograder.model import Exit, Level, Limits

_CARD = Seen(("A Card",))
_WORKS = Trial(name="A Card", memory_mb=8000, level=Level.STRONG, seconds=1.0)
_HERE = pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has CUDA")


@dataclass
class Machine:
    """What a played machine has, and how often it was asked."""

    seen: Seen
    trial: Trial = _WORKS
    looks: int = 0
    trials: int = 0

    def look(self) -> Seen:
        self.looks += 1
        return self.seen

    def attempt(self, device: str) -> Trial:
        assert device == "cuda"
        self.trials += 1
        return self.trial


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a function that plays a machine."""

    def played(seen: Seen, trial: Trial = _WORKS) -> Machine:
        machine = Machine(seen, trial)
        for module in (devices, sys.modules["autograder.commands.doctor"]):
            monkeypatch.setattr(module, "look_for_cuda", machine.look)
            monkeypatch.setattr(module, "try_device", machine.attempt)
        return machine

    __import__("autograder.commands.doctor")
    return played


# ---------------------------------------------------------------- the choice


def test_cuda_that_was_seen_to_work_is_taken(play: Any) -> None:
    """The trial's word on the card's memory goes along."""
    play(_CARD)
    assert choose_device("auto") == choose_device("cuda") == Choice("cuda", memory_mb=8000)


@pytest.mark.parametrize("step", ["start", *STEPS])
def test_a_trial_that_fails_anywhere_means_cpu(play: Any, step: str) -> None:
    """`auto` says where and why; who asks for CUDA by name gets one line, and no grading."""
    play(_CARD, Trial(step, "RuntimeError: CUDA error: 304"))
    chosen = choose_device("auto")
    assert chosen.device == "cpu"
    for part in ("no CUDA", step, "CUDA error: 304"):
        assert part in chosen.reason
    with pytest.raises(RunnerError, match=f"no CUDA.*'{step}'.*304.*--device cpu") as raised:
        choose_device("cuda")
    assert "\n" not in str(raised.value)


def test_without_a_driver_nothing_is_tried(play: Any) -> None:
    """What torch says is passed on."""
    machine = play(Seen(why="the driver is too old"))
    assert choose_device("auto") == Choice("cpu", "no CUDA: the driver is too old")
    with pytest.raises(RunnerError, match="too old"):
        choose_device("cuda")
    assert machine.trials == 0


def test_what_was_seen_is_not_believed_later(play: Any) -> None:
    """A card that has gone since the last command is found out, and one that came back too."""
    machine = play(_CARD)
    assert choose_device("auto").device == "cuda"
    machine.trial = Trial("open", "the card has fallen off the bus")
    assert choose_device("auto").device == "cpu"
    machine.trial = _WORKS
    assert choose_device("auto").device == "cuda"
    assert (machine.looks, machine.trials) == (3, 3)


def test_cpu_asks_nobody(play: Any) -> None:
    """A wish for the CPU costs nothing."""
    machine = play(_CARD)
    assert choose_device("cpu") == Choice("cpu")
    assert (machine.looks, machine.trials) == (0, 0)


def test_the_graders_own_process_opens_no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    """Torch is asked for CUDA in a process of its own, whatever this one's torch was built with."""

    def opened(*_: object) -> None:
        raise AssertionError("the grader's own process has asked for CUDA")

    for name in ("is_available", "device_count", "init", "_lazy_init", "get_device_name"):
        monkeypatch.setattr(torch.cuda, name, opened)
    monkeypatch.setattr(torch.version, "cuda", "12.8")
    seen = look_for_cuda()
    assert seen.names or seen.why == "torch sees no card and no driver"


_WATCHED = """
import json, traceback, torch
asked = []
def watched(name):
    def ask(*_, **__):
        asked.append(name + " " + traceback.format_stack()[-2])
        return 0
    return ask
for name in ("is_available", "device_count", "init", "_lazy_init", "get_device_properties", "current_device"):
    setattr(torch.cuda, name, watched(name))
for name in ("_cuda_getDeviceCount", "_cuda_init"):
    setattr(torch._C, name, watched(name))  # with these it takes itself for built with CUDA
torch._C._cuda_getCurrentRawStream = torch._C._cuda_getDefaultStream = None
from autograder.worker import worker
worker.warm()
worker.prepare(json.dumps({"compiler": True, "rules": [["torch.nn.BatchNorm1d", "By hand.", True]]}))
print(asked)
"""


def test_the_fork_server_does_not_ask_for_cuda() -> None:
    """Who has asked once, even whether there is a card, leaves forks that cannot open one."""
    done = subprocess.run([sys.executable, "-c", _WATCHED], capture_output=True, text=True, check=False)
    assert done.stdout.strip().splitlines()[-1:] == ["[]"], done


# ---------------------------------------------------------------- the trial


@pytest.fixture(scope="module", params=[Level.STRONG, Level.ADEQUATE], ids=str)
def sandbox(request: pytest.FixtureRequest) -> Any:
    """A fork server as CUDA gets it, with the real worker."""
    try:
        launcher = ForkServer(level=request.param, device="cuda")
    except IsolationError as error:
        pytest.skip(str(error))
    with launcher:
        yield launcher


def test_the_trial_runs_from_end_to_end(sandbox: ForkServer) -> None:
    """Every step, in the sandbox that CUDA gets, on the only device that is here."""
    trial = run_trial(sandbox, "cpu")
    assert (trial.failed, trial.why) == ("", "")
    assert (trial.name, trial.memory_mb, trial.level) == ("cpu", 0, sandbox.level)


@pytest.mark.parametrize(
    ("step", "code", "why"),
    [
        ("open", "raise RuntimeError('CUDA error: 304')", "CUDA error: 304"),
        ("multiply", "assert False, 'wrong product'", "wrong product"),
        ("train", "import os; os._exit(1)", "The Python process ended in cell 'train'"),
        ("repeat", "import time; time.sleep(60)", "more than 1 s"),
        ("free", "import ctypes; ctypes.string_at(0)", "The Python process crashed in cell 'free'"),
    ],
)
def test_where_a_trial_failed_is_told(
    sandbox: ForkServer, monkeypatch: pytest.MonkeyPatch, step: str, code: str, why: str
) -> None:
    """An error, a wrong result, an end, a hang, a crash: the step and what was seen."""
    monkeypatch.setattr(devices, "_LIMITS", Limits(cell_s=1.0))
    trial = run_trial(sandbox, "cpu", {**STEPS, step: code})
    assert trial.failed == step
    assert why in trial.why


@_HERE
def test_a_device_that_is_not_there_is_found_out() -> None:
    """The worker cannot open it, and says what torch says; all of it is real."""
    trial = try_device("cuda")
    assert trial.failed == "start"
    assert "could not be prepared" in trial.why
    assert "CUDA" in trial.why


def test_a_machine_without_isolation_has_no_trial(monkeypatch: pytest.MonkeyPatch) -> None:
    """What keeps the fork server from starting is the trial's result, not an error of the command."""

    def refuse(**_: object) -> None:
        raise IsolationError("The fork server runs on Linux only.\nUse a container.")

    monkeypatch.setattr(devices, "ForkServer", refuse)
    assert try_device("cuda") == Trial("start", "The fork server runs on Linux only. Use a container")


@_HERE
def test_a_card_that_vanishes_costs_no_student_a_point(sandbox: ForkServer, tmp_path: Path) -> None:
    """A run that could not be prepared is no run: it is told apart from what a student's code did."""
    grader = Grader(launcher=sandbox, secret=b"s" * 32, device="cuda")
    with pytest.raises(ReferenceRunError, match="could not be prepared.*CUDA"):
        grader.grade(write_exercise(tmp_path), json.dumps(answered(**RIGHT)).encode(), student="ada")
    cpu = Grader(launcher=sandbox, secret=b"s" * 32)
    notebook = write_exercise(tmp_path)
    reference = cpu.reference(notebook)
    grader._references = {(notebook.assignment, notebook.sha256): reference}
    graded = grader.grade(notebook, json.dumps(answered(**RIGHT)).encode(), student="ada")
    assert graded.run is not None
    assert lost(graded.run), "batch.py grades it again and never enters a zero"


def test_out_of_memory_is_the_own_tasks_outcome(grader: Grader, tmp_path: Path) -> None:
    """As torch raises it on a card: that check has raised, with a sentence; the other tasks are as ever."""
    code = "raise torch.OutOfMemoryError('CUDA out of memory. Tried to allocate 20.00 GiB. GPU 0 has 8.00 GiB')"
    answers = {**RIGHT, "solution_scale": f"def scale(v):\n    {code}"}
    graded = grader.grade(write_exercise(tmp_path), json.dumps(answered(**answers)).encode(), student="ada")
    found = {check.name: check for one in graded.report.cells for check in one.checks}
    assert {name: str(check.status) for name, check in found.items()} == {
        "mean": "passed",
        "centred": "passed",
        "scale": "raised",
        "scale, negative": "raised",
    }
    assert "less memory than the graphics card has" in str(found["scale"])
    assert graded.run is not None
    assert not cut_short(graded.run)


# ---------------------------------------------------------------- on the terminal


def test_doctor_tells_what_the_trial_saw(play: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The same as each command finds out: what works, else where it failed."""
    play(_CARD)
    main(["doctor"])
    assert "cuda: A Card, 8000 MiB: a run at level strong did all of its trial" in capsys.readouterr().out
    play(_CARD, Trial("train", "RuntimeError: no kernel image"))
    main(["doctor"])
    shown = capsys.readouterr().out
    assert "cpu (no CUDA: its trial in the sandbox failed at 'train': RuntimeError: no kernel image)" in shown
    assert "cards: A Card" in shown


def test_a_grading_says_why_it_does_not_use_the_card(
    play: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line with the device and the reason; by name there is no grading at all."""
    machine = play(_CARD, Trial("open", "RuntimeError: CUDA error: 304"))
    root = Path(__file__).resolve().parents[1]
    tmp_path.joinpath("nbgrader_config.py").write_bytes(root.joinpath("nbgrader_config.py").read_bytes())
    write_exercise(tmp_path)
    assert main(["--course", str(tmp_path), "build"]) == 0
    (released,) = tmp_path.joinpath("release").iterdir()
    folder = tmp_path / "submitted" / "ada" / released.name
    folder.mkdir(parents=True)
    (source,) = released.glob("*.ipynb")
    folder.joinpath(source.name).write_text(json.dumps(answered(**RIGHT)))
    capsys.readouterr()
    assert main(["--course", str(tmp_path), "grade", "--device", "cuda"]) == 2
    error = capsys.readouterr().err
    assert "failed at 'open': RuntimeError: CUDA error: 304" in error
    assert len(error.strip().splitlines()) == 1
    assert main(["--course", str(tmp_path), "grade"]) == 0
    assert "device: cpu (no CUDA: its trial in the sandbox failed at 'open'" in capsys.readouterr().out
    assert machine.trials == 2, "one for each command"


# ---------------------------------------------------------------- several runs on one card


class _Made(Child):
    """A child that has ended already."""

    def kill(self) -> None:
        """Nothing to do."""

    def _await(self, timeout: float) -> Exit:
        return Exit("exited", 0)

    def _release(self) -> None:
        pass


@dataclass
class _Maker:
    """A launcher that counts."""

    level: Level = Level.STRONG
    overridden: bool = False
    branches: bool = False
    spawned: int = 0
    broken: bool = False
    closed: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def spawn(self, limits: Limits, prepared: str = "", *, may_fork: bool = False) -> Child:
        del may_fork
        with self._lock:
            self.spawned += 1
        if self.broken:
            raise RunnerError("it has ended")
        pipes = Pipes()
        pipes.close_worker_ends()
        return _Made(pipes)

    def close(self) -> None:
        self.closed = True


def test_as_many_runs_as_the_card_holds() -> None:
    """The third of three waits until one has ended; its size is the notebook's limit and the context's."""
    maker = _Maker()
    share = Limits().memory_mb + CONTEXT_MB
    card = SharedCard(maker, 2 * share)
    first, second = card.spawn(Limits()), card.spawn(Limits())
    third: list[Child] = []
    thread = threading.Thread(target=lambda: third.append(card.spawn(Limits())))
    thread.start()
    thread.join(0.3)
    assert (maker.spawned, third) == (2, [])
    first.close()
    first.close()  # harmless, and gives nothing back twice
    thread.join(10)
    assert maker.spawned == 3
    waiting = threading.Thread(target=lambda: third.append(card.spawn(Limits())))
    waiting.start()
    waiting.join(0.3)
    assert maker.spawned == 3, "closed twice, yet one place only"
    for one in (second, third[0]):
        one.close()
    waiting.join(10)
    third[1].close()
    assert card._used == 0


def test_a_run_that_wants_more_than_the_card_has_it_alone() -> None:
    """It is not refused: its limit is a bound, and what it does not get is its own error."""
    card = SharedCard(_Maker(), 1000)
    with card.spawn(replace(Limits(), memory_mb=64_000)):
        assert card._used == 1000
    assert card._used == 0


def test_a_run_that_cannot_be_started_takes_no_room() -> None:
    """The next one finds the card empty."""
    maker = _Maker(broken=True)
    card = SharedCard(maker, 8000)
    with pytest.raises(RunnerError):
        card.spawn(Limits())
    assert card._used == 0
    card.close()
    assert maker.closed
    assert (card.level, card.overridden) == (Level.STRONG, False)
