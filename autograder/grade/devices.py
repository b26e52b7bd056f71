"""Which device graded runs compute on: CUDA only where a run in the full sandbox has just been seen to work on it.

In: what the instructor wishes. Out: a `Choice`: the device and, where it is not what "auto" hoped for, why. What was
found is never kept: drivers are updated, cards are taken away, so each command that would use CUDA looks anew. The
grader's own process opens no device: torch is asked in one of its own (isolation/cuda.py), and the trial is a small
job for the real worker. It does NOT know what is computed later.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import torch

from autograder.errors import GraderError, RunnerError
from autograder.isolation import ForkServer, Launcher
from autograder.isolation.protocol import answer_of
from autograder.judge import NoFollowThrough
from autograder.model import CellRun, Level, Limits, Run, Step
from autograder.run import Job, run_steps

__all__ = ["STEPS", "Choice", "Device", "Seen", "Trial", "choose_device", "look_for_cuda", "run_trial", "try_device"]

Device = Literal["auto", "cpu", "cuda"]

_LOOK_S = 60.0
_LIMITS = Limits(wall_s=90.0, cell_s=45.0)  # a card that nobody uses may take long to wake

# What the trial does, in this order, as an exercise would: name -> code.
STEPS: Mapping[str, str] = {
    "open": """
import json
import torch
from autograder import check
device = check.device
torch.zeros(1, device=device)
card = torch.cuda.get_device_properties(device) if device.type == "cuda" else None
print(json.dumps([card.name, card.total_memory // 2**20] if card else [str(device), 0]))
""",
    "multiply": """
exact = torch.linspace(-1, 1, 4096, dtype=torch.float64).reshape(64, 64)
a = exact.float().to(device)
assert torch.allclose((a @ a).cpu().double(), exact @ exact, rtol=0, atol=1e-4), "the product is not exact enough"
""",
    "train": """
def train():
    torch.manual_seed(1)
    model = torch.nn.Linear(8, 1).to(device)
    x = torch.linspace(-1, 1, 256).reshape(32, 8).to(device)
    optimiser = torch.optim.SGD(model.parameters(), lr=0.1)
    losses = []
    for _ in range(2):
        loss = (model(x) - x.sum(1, keepdim=True)).square().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    return losses, model.weight.detach().cpu()
(before, after), weight = train()
assert after < before, "a step of gradient descent does not make the loss smaller"
""",
    "repeat": """
assert torch.equal(train()[1], weight), "the same training gives other weights"
""",
    "free": """
del a
if device.type == "cuda":
    torch.cuda.synchronize()
    torch.cuda.empty_cache()
""",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """The cards that torch sees on this machine, without having used one; none: why."""

    names: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """A run of `STEPS`: the step at which it failed and what was seen there, "" if it came to its end."""

    failed: str = ""
    why: str = ""
    name: str = ""
    memory_mb: int = 0
    level: Level | None = None
    seconds: float = 0.0

    @property
    def why_not(self) -> str:
        """Say at which step it failed, and what was seen there."""
        return f"its trial in the sandbox failed at '{self.failed}': {self.why}"


@dataclass(frozen=True, slots=True)
class Choice:
    """The device, in a word why not another, and of a card its memory."""

    device: str
    why: str = ""
    memory_mb: int = 0

    @property
    def reason(self) -> str:
        """Say why not another, in brackets."""
        return f" ({self.why})" if self.why else ""


def choose_device(wish: Device) -> Choice:
    """Return what graded runs are to compute on; RunnerError if CUDA is asked for and does not work here."""
    if wish == "cpu":
        return Choice("cpu")
    cuda = look_for_cuda()
    reason = f"no CUDA: {cuda.why}"
    if cuda.names:
        trial = try_device("cuda")
        if not trial.failed:
            return Choice("cuda", memory_mb=trial.memory_mb)
        reason = f"no CUDA: {trial.why_not}"
    if wish == "cuda":
        raise RunnerError(f"--device cuda: {reason}. Use --device cpu, or see docs/gpu.md.")
    return Choice("cpu", reason)


def look_for_cuda() -> Seen:
    """Ask torch, in a process of its own, which cards there are (1 s; nothing, where torch is built without CUDA)."""
    if torch.version.cuda is None:
        return Seen(why=f"torch {torch.__version__} is built without it")
    try:
        answer = answer_of("autograder.isolation.cuda", seconds=_LOOK_S)
        return Seen(tuple(answer["names"]), _line(answer["why"]))
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        return Seen(why=_line(f"torch could not be asked ({error})"))


def try_device(device: str) -> Trial:
    """Run the trial in a sandbox of its own, at the best level that this machine gives (3 s and the device's own)."""
    try:
        with ForkServer(allow_unisolated=True, device=device) as launcher:  # the code is ours
            return run_trial(launcher, device)
    except GraderError as error:
        return Trial("start", _line(str(error)))


def run_trial(launcher: Launcher, device: str, steps: Mapping[str, str] = STEPS) -> Trial:
    """Run the steps in one graded run."""
    job = Job(
        steps=[Step(name, source) for name, source in steps.items()],
        limits=_LIMITS,
        seed=lambda _case, hidden: int(hidden),
        follow_through=NoFollowThrough(),
        compiler=True,  # torch's compiler, which the optimiser brings, is imported before the fork
        device=device,
    )
    run = run_steps(job, launcher)
    failed, reason = _failure(run, list(steps))
    name, memory_mb = ("", 0) if failed else _card(run.cells[0])
    return Trial(failed, _line(reason), name, memory_mb, run.level, run.seconds)


def _failure(run: Run, steps: list[str]) -> tuple[str, str]:
    """Return the first step that failed, and what was seen; nothing if all went well."""
    for cell in run.cells:
        if cell.error:
            return cell.cell_id, cell.error
    if run.stop is not None:
        return (run.cells[-1].cell_id if run.cells else "start"), run.stop
    return ("", "") if len(run.cells) == len(steps) else ("start", "the run did not do all of its steps")


def _card(opened: CellRun) -> tuple[str, int]:
    """Return what the first step printed of the device: its name, its memory; that is our own code's word."""
    name, memory_mb = json.loads("".join(output.text for output in opened.outputs if output.kind == "stdout"))
    return str(name), int(memory_mb)


def _line(text: str) -> str:
    """Return a text of any length as a line that a terminal can show."""
    line = " ".join(text.split()).rstrip(".")
    return line if len(line) <= 300 else f"{line[:297]}..."
