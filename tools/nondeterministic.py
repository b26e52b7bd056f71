"""Puts the table of operators without a deterministic CUDA kernel into gpu.md, exercise by exercise.

In: source/: every notebook's solution and its checks are run here, on the CPU, and the operators that they use are
written down. Out: the table between the two marks of gpu.md (a minute):

    python tools/nondeterministic.py            (or: make gpu; `--check` only says whether it is stale)

What is looked for is torch's own list, in the documentation of torch.use_deterministic_algorithms: kept here as data,
each entry with the operators that stand for it; tests/test_nondeterministic.py compares it with the installed torch.
"""

from __future__ import annotations

import io
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from autograder.wire.seeds import public_seed

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- nondeterministic: begin -->", "<!-- nondeterministic: end -->"
TORCH = "2.13"  # whose list this is

Arguments = tuple[Any, ...]


def _always(_: Arguments) -> bool:
    return True


def _real(found: Arguments) -> bool:
    return bool(found[0].is_floating_point() or found[0].is_complex())


def _axes(number: int) -> Callable[[Arguments], bool]:
    return lambda found: any(isinstance(one, torch.Tensor) and one.dim() == number for one in found[:3])


def _reduces(*how: str) -> Callable[[Arguments], bool]:
    return lambda found: any(one in how for one in found if isinstance(one, str))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of torch's list, and how it looks among the operators; `when`: with which arguments."""

    name: str
    operators: tuple[str, ...]
    when: Callable[[Arguments], bool] = _always

    def fits(self, operator: str, arguments: Arguments) -> bool:
        """Tell whether a call is one of these."""
        return operator in self.operators and self.when(arguments)


def _interpolations() -> tuple[str, ...]:
    ways = ("linear1d", "bilinear2d", "bicubic2d", "trilinear3d")
    more = ("_upsample_bilinear2d_aa_backward", "_upsample_bicubic2d_aa_backward")
    return (*(f"upsample_{way}_backward" for way in ways), *more)


# No deterministic kernel: the result may differ in its last bits from run to run.
WITHOUT: tuple[Entry, ...] = (
    Entry("torch.nn.AvgPool3d", ("avg_pool3d_backward",)),
    Entry("torch.nn.AdaptiveAvgPool2d", ("_adaptive_avg_pool2d_backward",)),
    Entry("torch.nn.AdaptiveAvgPool3d", ("_adaptive_avg_pool3d_backward",)),
    Entry("torch.nn.AdaptiveMaxPool2d", ("adaptive_max_pool2d_backward",)),
    Entry("torch.nn.FractionalMaxPool2d", ("fractional_max_pool2d_backward",)),
    Entry("torch.nn.FractionalMaxPool3d", ("fractional_max_pool3d_backward",)),
    Entry("torch.nn.MaxUnpool1d", ("max_unpool2d",)),
    Entry("torch.nn.MaxUnpool2d", ("max_unpool2d",)),
    Entry("torch.nn.MaxUnpool3d", ("max_unpool3d",)),
    Entry("torch.nn.functional.interpolate", _interpolations()),
    Entry("torch.nn.ReflectionPad1d", ("reflection_pad1d_backward",)),
    Entry("torch.nn.ReflectionPad2d", ("reflection_pad2d_backward",)),
    Entry("torch.nn.ReflectionPad3d", ("reflection_pad3d_backward",)),
    Entry("torch.nn.NLLLoss", ("nll_loss_forward", "nll_loss2d_forward")),
    Entry("torch.nn.CTCLoss", ("_ctc_loss_backward",)),
    Entry("torch.nn.EmbeddingBag", ("_embedding_bag_dense_backward",), lambda found: found[7] == 2),
    Entry("torch.Tensor.put_", ("put", "put_")),
    Entry("torch.histc", ("histc",)),
    Entry("torch.bincount", ("bincount",), lambda found: any(isinstance(one, torch.Tensor) for one in found[1:])),
    Entry("torch.median", ("median.dim", "nanmedian.dim")),
    Entry("torch.nn.functional.grid_sample", ("grid_sampler_2d_backward", "grid_sampler_3d_backward")),
    Entry("torch.cumsum", ("cumsum", "cumsum_"), _real),
    Entry("torch.Tensor.scatter_reduce", ("scatter_reduce.two", "scatter_reduce_.two"), _reduces("prod")),
    Entry("torch.Tensor.resize_", ("resize_",), lambda found: bool(found[0].is_quantized)),
)

# Deterministic because graded runs ask for it; torch's list names two more that differ on the CPU only.
ON_REQUEST: tuple[Entry, ...] = (
    *(
        Entry(f"torch.nn.Conv{kind}", ("convolution", "convolution_backward"), _axes(axes))
        for axes, kinds in ((3, ("1d", "Transpose1d")), (4, ("2d", "Transpose2d")), (5, ("3d", "Transpose3d")))
        for kind in kinds
    ),
    Entry("torch.nn.ReplicationPad1d", ("replication_pad1d_backward",)),
    Entry("torch.nn.ReplicationPad2d", ("replication_pad2d_backward",)),
    Entry("torch.nn.ReplicationPad3d", ("replication_pad3d_backward",)),
    Entry("torch.bmm", ("bmm",), lambda found: bool(found[0].is_sparse)),
    Entry("torch.Tensor.index_put", ("index_put", "index_put_", "_index_put_impl_", "_unsafe_index_put")),
    Entry("torch.Tensor.scatter_add_", ("scatter_add", "scatter_add_")),
    Entry("torch.gather", ()),  # its backward pass is a scatter_add_
    Entry("torch.index_add", ("index_add", "index_add_")),
    Entry("torch.index_select", ()),  # its backward pass is an index_add_
    Entry("torch.repeat_interleave", ("repeat_interleave.Tensor",)),
    Entry("torch.Tensor.index_copy", ("index_copy", "index_copy_")),
    Entry("torch.Tensor.scatter", ("scatter.src", "scatter_.src")),
    Entry("torch.Tensor.scatter_reduce", ("scatter_reduce.two", "scatter_reduce_.two"), _reduces("sum", "mean")),
    Entry("torch.nn.MaxPool3d", ("max_pool3d_with_indices_backward",)),
)
ON_THE_CPU_ONLY = ("torch.Tensor.__getitem__", "torch.Tensor.put_")


class Recorder(TorchDispatchMode):
    """Writes down which lines of the lists are used, below autograd: so also by the backward pass."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.operators: set[str] = set()
        self.found: dict[str, set[str]] = {"without": set(), "on request": set()}

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Look at one call, and make it."""
        del types
        kwargs = kwargs or {}
        packet = func._schema.name.removeprefix("aten::")  # noqa: SLF001  the operator's name, without its overload
        self.operators.add(packet)
        arguments = (*args, *kwargs.values())
        for name, entries in (("without", WITHOUT), ("on request", ON_REQUEST)):
            for entry in entries:
                for operator in (packet, f"{packet}.{func._overloadname}"):  # noqa: SLF001
                    if entry.fits(operator, arguments):
                        self.found[name].add(entry.name)
        return func(*args, **kwargs)


class _Check:
    """Stands in for `autograder.check`: computes what is checked, compares nothing."""

    device = torch.device("cpu")

    def __call__(self, name: str, value: object, **options: object) -> None:
        """Compute a value that is given as a function."""
        del name, options
        if isinstance(value, types.FunctionType):
            value()

    def predict(self, question: str, answer: object, key: str) -> None:
        """Compare nothing."""

    def summary(self) -> None:
        """Sum nothing up."""

    def generator(self, case: str) -> torch.Generator:
        """Return the generator that students have."""
        return torch.Generator().manual_seed(public_seed(case))


@contextmanager
def _stand_in() -> Iterator[None]:
    """Let `from autograder import check` give the stand-in."""
    before = sys.modules["autograder"]
    module = types.ModuleType("autograder")
    module.check = _Check()  # type: ignore[attr-defined]
    sys.modules["autograder"] = module
    try:
        yield
    finally:
        sys.modules["autograder"] = before


def record(sources: list[str]) -> Recorder:
    """Run code cells, one after another, and return what they used."""
    recorder = Recorder()
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with _stand_in(), redirect_stdout(io.StringIO()), recorder:
        for source in sources:
            exec(compile(source, "<cell>", "exec"), namespace)  # noqa: S102  the author's own code
    return recorder


def code_of(path: Path) -> list[str]:
    """Return a source notebook's code cells."""
    return [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def table(found: dict[str, Recorder]) -> str:
    """Return the table, one row per exercise."""
    heads = ("exercise", "operators", "without a deterministic kernel", "deterministic because runs ask for it")
    rows = [f"|{'|'.join(heads)}|", "|--|--:|--|--|"]
    for name, one in found.items():
        rows.append(f"|{name}|{len(one.operators)}|{_names(one, 'without')}|{_names(one, 'on request')}|")
    return "\n".join(rows)


def _names(recorder: Recorder, which: str) -> str:
    return ", ".join(f"`{name.removeprefix('torch.')}`" for name in sorted(recorder.found[which])) or "–"


def main(arguments: list[str]) -> int:
    """Write the table, or with `--check` say whether it is stale; 1 if it is."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    mpl.use("Agg")
    paths = sorted((ROOT / "source").glob("*/*.ipynb"))
    found = {}
    for path in paths:
        found[path.parent.name] = record(code_of(path))
        plt.close("all")
    page = ROOT / "docs" / "gpu.md"
    text = page.read_text("utf-8")
    before, rest = text.split(BEGIN)
    wanted = f"{before}{BEGIN}\n{table(found)}\n{END}{rest.split(END)[1]}"
    if "--check" not in arguments:
        page.write_text(wanted, "utf-8")
    elif text != wanted:
        print("docs/gpu.md is not what the notebooks say: run `make gpu`")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
