"""Every notebook on a second device: what would break on a GPU is seen on a machine without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import numpy as np
import pytest
import torch
from notebooks import exercise, write_exercise
from played_device import on_device, played
from sampling import EVERYTHING, sampled

from autograder.errors import ReferenceRunError
from autograder.grade import Grader
from autograder.isolation import ForkServer
from autograder.model import Status
from autograder.notebook import Alternative, Notebook, read_source, with_alternative

HERE = Path(__file__).resolve().parent
SOURCES = sorted(HERE.parent.glob("source/*/*.ipynb"))
REFUSED = ("same device", "device type tensor", "device type for generator")
PASSED = Status.PASSED


@pytest.fixture(scope="module")
def there() -> Iterator[Grader]:
    """A grader whose runs compute on the played device."""
    with ForkServer(worker="played_device", extra_path=(HERE,), extra_readonly=(HERE,)) as launcher:
        yield Grader(launcher=launcher, secret=b"s" * 32, device="cuda")


def _read(path: Path) -> Notebook:
    """Return a source notebook with more time: an operator that is looked at takes some ten times as long."""
    found = read_source(path)
    slow = replace(found.limits, wall_s=300.0, cell_s=200.0, cpu_s=300.0)
    return replace(found, limits=slow)


def _rounds(source: Notebook) -> list[list[Alternative]]:
    """Return the variants in as few groups as there can be, of each solution cell at most one."""
    by_cell: dict[str, list[Alternative]] = {}
    for one in source.alternatives:
        if one.kind == "variant":
            by_cell.setdefault(one.cell_id, []).append(one)
    return [[one for one in group if one is not None] for group in zip_longest(*by_cell.values())]


def _assignment(path: Path) -> str:
    return path.parent.name


CHOSEN: list[Path] = sampled(SOURCES, every=5, name=_assignment)


@pytest.mark.slow
@pytest.mark.parametrize("path", CHOSEN, ids=_assignment)
def test_right_answers_are_right_on_a_device(there: Grader, path: Path) -> None:
    """The solution runs, variants get all points, and no misconception fails for where its tensors lie."""
    source = _read(path)
    there.reference(source)
    for group in _rounds(source)[: None if EVERYTHING else 1]:
        submission = with_alternative(source, *group)
        report = there.grade_submission(source, submission, student="x", diagnosed=False).report
        failed = {one.name: one.reason for cell in report.cells for one in cell.checks if one.status is not PASSED}
        assert failed == {}, [one.name for one in group]
    for other in [one for one in source.alternatives if one.kind == "misconception"][: None if EVERYTHING else 2]:
        run = there.misconception_run(source, other)
        said = [*(one.error for one in run.captures.values()), *(one.error for one in run.cells)]
        assert not [one for one in said if one and any(words in one for words in REFUSED)], other.name


def _course_of(setup: str) -> dict[str, object]:
    raw = exercise()
    raw["cells"] = [one for one in raw["cells"] if one["cell_type"] != "raw"]
    raw["cells"][1]["source"] += setup
    return raw


@pytest.mark.parametrize(
    ("setup", "words"),
    [
        ("\nx = x.to(check.device)", ""),
        ("\nx = x.to(check.device) + torch.zeros(3)", "same device"),
        ("\nx = torch.from_numpy(x.to(check.device).numpy())", "can't convert cuda:0"),
        ("\nx = torch.randn(4, 3, generator=check.generator('setup'), device=check.device)", "for generator"),
    ],
)
def test_a_run_on_the_device_fails_as_on_a_gpu(there: Grader, tmp_path: Path, setup: str, words: str) -> None:
    """An author's cell that forgets check.device does not get by: these tests could fail."""
    raw = _course_of(setup)
    hidden = raw["cells"][-1]  # type: ignore[index]
    hidden["source"] = hidden["source"].replace(" - 2", ".to(check.device) - 2" if not words else " - 2")
    source = write_exercise(tmp_path, raw)
    if not words:
        there.reference(source)
        return
    with pytest.raises(ReferenceRunError, match=words):
        there.reference(source)


def _number() -> torch.Tensor:
    return torch.tensor(2.0)


DEVICE = "cuda"
REFUSALS: dict[str, Callable[[torch.Tensor, torch.Tensor], object]] = {
    "product": lambda a, b: a @ b.T,
    "sum": lambda a, b: a + b,
    "list": lambda a, b: torch.cat([a, b]),
    "numbers in a list": lambda a, b: torch.stack([a.sum(), b.sum()]),
    "condition": lambda a, b: torch.where(b > 0, a, a),
    "weights": lambda a, b: torch.nn.Linear(4, 2)(a),
    "target": lambda a, b: torch.nn.functional.cross_entropy(a, torch.tensor([0, 1, 2])),
    "table": lambda a, b: torch.nn.Embedding(4, 2)(torch.tensor([0], device=DEVICE)),
    "index on the device": lambda a, b: b[torch.tensor([0], device=DEVICE)],
    "written to the CPU": lambda a, b: torch.zeros(()).add_(a.sum()),
    "numpy": lambda a, b: a.numpy(),
    "array": lambda a, b: np.asarray(a),
    "generator": lambda a, b: torch.randn(3, device=DEVICE, generator=torch.Generator()),
    "generator of a draw": lambda a, b: torch.multinomial(a.abs(), 1, generator=torch.Generator()),
}
ALLOWED: dict[str, Callable[[torch.Tensor, torch.Tensor], torch.Tensor]] = {
    "a number": lambda a, b: a + _number(),
    "index on the CPU": lambda a, b: a[torch.tensor([0])],
    "moved": lambda a, b: a + b.to(DEVICE),
    "moved to another": lambda a, b: a + b.to(a),
    "made alike": lambda a, b: torch.zeros_like(a) + a.new_ones(4) + torch.arange(4, device=a.device),
    "one-hot": lambda a, b: torch.nn.functional.one_hot(torch.tensor([0, 1], device=DEVICE), 3),
    "a view": lambda a, b: a.T[1:].reshape(-1),
    "a module": lambda a, b: torch.nn.Linear(4, 2).to(DEVICE)(a),
    "a module there": lambda a, b: torch.nn.Linear(4, 2, device=DEVICE)(a),
    "copied into": lambda a, b: torch.empty(3, 4, device=DEVICE).copy_(b),
    "statistics": lambda a, b: a.std(0) + a.mean(0),
    "gradient": lambda a, b: torch.autograd.grad(a.requires_grad_().pow(2).sum(), a)[0],
}


@pytest.mark.parametrize("what", REFUSALS)
def test_what_mixes_devices_is_refused(what: str) -> None:
    """As on a GPU; on the CPU alone the same runs."""
    asks_itself = {"index on the device", "generator", "table"}  # for a device that this torch has not
    if what not in asks_itself:
        REFUSALS[what](torch.ones(3, 4), torch.ones(3, 4))
    with played(), pytest.raises((RuntimeError, TypeError), match=r"same device|device type"):
        REFUSALS[what](torch.ones(3, 4, device=DEVICE), torch.ones(3, 4))


@pytest.mark.parametrize("what", ALLOWED)
def test_what_a_gpu_allows_stays_there(what: str) -> None:
    """Its result is on the device; copied back, it is not."""
    with played():
        found = ALLOWED[what](torch.ones(3, 4, device=DEVICE), torch.ones(3, 4))
        assert on_device(found)
        assert found.device == torch.device("cuda", 0)
        assert found.is_cuda
        assert not on_device(found.cpu())
        assert found.cpu().device == torch.device("cpu")
        assert found.detach().cpu().numpy().shape == tuple(found.shape)
