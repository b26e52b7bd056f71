"""What an exercise forbids, taken out of torch below Python, so that no other way of calling it helps.

In: names ("torch.Tensor.backward", "torch.nn.BatchNorm1d") and reasons. Out: the kernels that they stand
on raise Forbidden on the CPU and on CUDA, in every thread, however they are called; where differentiation
is forbidden, nothing is recorded that could be differentiated, backwards or forwards.
It does NOT know names that are only Python made of allowed pieces (torch.nn.Sequential, tiktoken):
`forbid` meets those, and a student could write them as well. The kernels are reached through torch's
private API: `override` tries each rule when it is done, and says which of them this torch does not let it keep.
`main`, in a process of its own, says so of all rules there are.
"""

from __future__ import annotations

import ctypes
import functools
import importlib
import json
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NoReturn

import torch

from autograder.worker.forbid import Forbidden

__all__ = ["main", "override", "ready"]


@dataclass(frozen=True, slots=True)
class _Family:
    """Public names, any of which forbids all kernels whose names the pattern finds."""

    names: str  # a pattern over whole names, "torch." left out
    kernels: str  # a pattern over operators: "aten::_softmax"
    example: str  # one of the names
    trial: Callable[[], object]  # a use of its central kernel, which is Forbidden where the rule is kept


def _recorded() -> object:
    recorded = torch.ones(1, requires_grad=True).mul(2).grad_fn
    if recorded is None:
        raise Forbidden
    return recorded


def _ones(*sizes: int) -> torch.Tensor:
    return torch.ones(sizes, dtype=torch.float32, device="cpu")


_ATEN = torch.ops.aten


# One name is enough where the others do the same work. `torch.autograd.grad` or `torch.func.grad` alone takes
# nothing away: an exercise that allows .backward() has its kernels for that.
_DIFFERENTIATION = _Family(
    r"Tensor\.backward|autograd\.backward", r"backward|::_make_dual$", "Tensor.backward", _recorded
)
_FAMILIES = (
    _DIFFERENTIATION,
    _Family(  # one for all: a batch norm is the layer norm of the transposed matrix
        r"(nn\.|nn\.functional\.|native_)?(Batch|Layer|Group|Instance|batch_|layer_|group_|instance_)(N|n)orm(\dd)?",
        r"(batch|layer|group|instance|rms)_norm",
        "nn.BatchNorm1d",
        lambda: _ATEN.native_batch_norm(_ones(2, 2), None, None, None, None, True, 0.1, 1e-5),  # noqa: FBT003
    ),
    _Family(
        r"nn\.functional\.(scaled_dot_product_attention|multi_head_attention_forward)"
        r"|nn\.(MultiheadAttention|Transformer\w*)",
        r"scaled_dot|sdp_choice|(flash|efficient|cudnn)_attention|multi_head_attention|transformer_encoder",
        "nn.MultiheadAttention",
        lambda: _ATEN._scaled_dot_product_attention_math(*[_ones(1, 2, 2)] * 3),  # noqa: SLF001
    ),
    _Family(
        r"(nn\.(functional\.)?)?(Conv|conv)(Transpose|_transpose)?\dd|convolution",
        r"::\w*conv(?!ert)",
        "nn.Conv1d",
        lambda: _ATEN.convolution(_ones(1, 1, 2), _ones(1, 1, 2), None, [1], [0], [1], False, [0], 1),  # noqa: FBT003
    ),
    _Family(
        r"nn\.(functional\.)?(cross_entropy|CrossEntropyLoss)",
        r"(?<!binary_)cross_entropy|::nll_loss",
        "nn.functional.cross_entropy",
        lambda: _ATEN.cross_entropy_loss(_ones(1, 2), _ones(1, 2)),
    ),
    _Family(  # a kernel's last rule gives the reason
        r"nn\.(functional\.)?(nll_loss|NLLLoss)",
        r"::nll_loss",
        "nn.NLLLoss",
        lambda: _ATEN.nll_loss_forward(_ones(1, 2), _ones(1).long(), None, 1, -100),
    ),
    _Family(
        r"((nn\.functional|Tensor|special)\.)?softmax|nn\.Softmax",
        r"(?<!log_)softmax",
        "softmax",
        lambda: _ATEN._softmax(_ones(2), 0, False),  # noqa: SLF001, FBT003
    ),
    _Family(
        r"((nn\.functional|Tensor|special)\.)?log_softmax|nn\.LogSoftmax",
        r"log_softmax",
        "log_softmax",
        lambda: _ATEN._log_softmax(_ones(2), 0, False),  # noqa: SLF001, FBT003
    ),
    _Family(
        r"((Tensor|special)\.)?logsumexp",
        r"log(cum)?sumexp|logaddexp",
        "logsumexp",
        lambda: _ATEN.logsumexp(_ones(2), [0]),
    ),
    _Family(
        r"(Tensor\.)?multinomial|distributions\.Categorical",
        r"::multinomial",
        "multinomial",
        lambda: _ATEN.multinomial(_ones(2), 1),
    ),
)

_ALWAYS = ("CPU", "CUDA")  # registered without CUDA as well: a kernel is only a row in the dispatcher's table
_WHERE_FOUND = (
    "CompositeImplicitAutograd", "CompositeExplicitAutograd", "CompositeExplicitAutogradNonFunctional",
    "CompositeImplicitAutogradNestedTensor", "FuncTorchBatched", "FuncTorchBatchedDecomposition", "MkldnnCPU",
    "NestedTensorCPU", "NestedTensorCUDA", "QuantizedCPU", "QuantizedCUDA", "SparseCPU", "SparseCUDA",
    "SparseCsrCPU", "SparseCsrCUDA",
)  # fmt: skip
# The rest of Autograd's keys follow its alias; these have kernels of their own.
_AUTOGRAD = ("Autograd", "AutogradNestedTensor", "AutogradCUDA")

# TorchScript differentiates by formulas of its own and has kernels that pass the dispatcher by.
_TORCHSCRIPT = (
    "_jit_script_compile", "_jit_script_class_compile", "_jit_script_compile_overload", "_jit_script_interface_compile",
    "_create_function_from_graph", "_create_function_from_trace", "_create_function_from_trace_with_dict",
    "_import_ir_module_from_package", "import_ir_module", "import_ir_module_from_buffer", "parse_ir",
    "_jit_interpret_graph", "_jit_to_static_module", "_fuse_to_static_module", "StaticModule",
    "CompilationUnit.__init__", "CompilationUnit.define", "CompilationUnit.create_function", "ScriptModule._define",
    "ScriptModule._create_method_from_trace", "ScriptModule._create_method_from_trace_with_dict",
)  # fmt: skip

# Where functional transforms, forward mode and torch.autograd.functional begin, under each name that they have.
_LEVELS = (
    "grad_increment_nesting", "jvp_increment_nesting", "_grad_increment_nesting", "_jvp_increment_nesting",
    "_enter_dual_level", "_autograd_grad",
)  # fmt: skip
_LEVEL_MODULES = (
    "torch._C._functorch", "torch.autograd.functional", "torch._functorch.eager_transforms",
    "torch._functorch.predispatch",
)  # fmt: skip

_ABSENT = (AttributeError, ImportError, RuntimeError, TypeError, ValueError)  # what another torch raises here
_done: dict[_Family, tuple[str, str]] = {}
_failed: dict[_Family, str] = {}  # what could not be put in the place of a family's kernels


def ready() -> None:
    """Look up once, before a fork, which kernels there are: 60 ms that no run has to wait for."""
    with suppress(*_ABSENT):  # `override` says it
        _recording()
        for family in _FAMILIES:
            _sites(family)


def override(rules: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Take away, for good and in this process, what each (name, reason) stands on; return what stays, in words.

    What this process, or the one that it was forked from, has done already is not done again. Where torch's
    private API is not what it was, the other refusals of these rules hold, and this one is said to be missing.
    """
    families = _held(rules)
    if families and families != _done:
        _take_away(families)
        _done.update(families)
    return tuple(
        f"torch {torch.__version__} keeps what {rule[0]} stands on ({remainder})"
        for family, rule in families.items()
        if (remainder := _still_there(family))
    )


def _take_away(families: dict[_Family, tuple[str, str]]) -> None:
    libraries = _Libraries()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch's, that a kernel is replaced
        for family, rule in families.items():
            for operator, keys in _listed(family, lambda family=family: _sites(family)):  # type: ignore[misc]
                refuse = _refusal(f"torch.ops.{operator.replace('::', '.')}", rule)
                for key in keys:
                    libraries.put(family, operator, key, refuse)
        if _DIFFERENTIATION in families:
            for operator, key in _listed(_DIFFERENTIATION, _recording):
                libraries.put(_DIFFERENTIATION, operator, key, torch.library.fallthrough_kernel)
            _say_early(families[_DIFFERENTIATION])
    for name in _TORCHSCRIPT:
        _replace(name, _refusal("TorchScript", next(iter(families.values()))))


def _listed(family: _Family, look: Callable[[], Sequence[Any]]) -> Sequence[Any]:
    """Return what `look` finds, nothing where this torch cannot be asked."""
    try:
        return look()
    except _ABSENT as error:
        _failed.setdefault(family, str(error))
        return ()


def _still_there(family: _Family) -> str:
    """Return why a family's rule is not kept; "" if all was replaced and its trial is refused."""
    try:
        family.trial()
    except Forbidden:
        return _failed.get(family, "")
    except Exception as error:  # noqa: BLE001  whatever another torch raises
        return _failed.get(family, f"its trial raised {type(error).__name__}: {error}")
    return _failed.get(family, "its kernel runs")


def _held(rules: Sequence[tuple[str, str]]) -> dict[_Family, tuple[str, str]]:
    """Return {family: the first rule that names it}."""
    pairs = [(family, rule) for rule in reversed(rules) for family in _FAMILIES]
    return {family: rule for family, rule in pairs if re.fullmatch(rf"torch\.({family.names})", rule[0])}


def _refusal(function: str, rule: tuple[str, str]) -> Callable[..., NoReturn]:
    name, reason = rule

    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise Forbidden(f"{function} is not allowed in this exercise, as it can stand in for {name}: {reason}")

    return refuse


class _Libraries:
    """Kernels of ours in torch's table, which stay there."""

    def __init__(self) -> None:
        self._open: dict[str, Any] = {}

    def put(self, family: _Family, operator: str, key: str, kernel: Callable[..., Any]) -> None:
        """Let an operator ("aten::mul.Tensor") have this kernel for one dispatch key."""
        try:
            self._put(operator, key, kernel)
        except _ABSENT as error:
            _failed.setdefault(family, f"{operator}, {key}: {error}")

    def _put(self, operator: str, key: str, kernel: Callable[..., Any]) -> None:
        space, _, name = operator.partition("::")
        library = self._open.get(space)
        if library is None:
            library = torch._C._dispatch_library("IMPL", space, "", __file__, 0)  # noqa: SLF001
            # When it is freed, or reset, torch's own kernels come back: nobody keeps it, and nothing frees it.
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))
            self._open[space] = library
        library.impl(name, key, kernel)


@functools.cache
def _operators() -> tuple[str, ...]:
    return tuple(sorted(torch._C._dispatch_get_all_op_names()))  # noqa: SLF001


@functools.cache
def _sites(family: _Family) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (operator, dispatch keys) for each kernel of a family."""
    return tuple(
        (operator, _ALWAYS + tuple(key for key in _WHERE_FOUND if _has(operator, key)))
        for operator in _operators()
        if re.search(family.kernels, operator)
    )


def _has(operator: str, key: str) -> bool:
    """Whether an operator has a kernel for a dispatch key; a key that this torch does not know has none."""
    has_kernel = torch._C._dispatch_has_kernel_for_dispatch_key  # noqa: SLF001
    try:
        return bool(has_kernel(operator, key))
    except RuntimeError:
        return False


@functools.cache
def _recording() -> tuple[tuple[str, str], ...]:
    """Return (operator, dispatch key) of each kernel that records what can be differentiated.

    With those that write into `out=`: torch calls them itself, and theirs refuse what requires a gradient.
    """
    operators = torch._C._dispatch_get_registrations_for_dispatch_key  # noqa: SLF001
    return tuple((operator, key) for key in _AUTOGRAD for operator in operators(key) if operator.startswith("aten::"))


def _say_early(rule: tuple[str, str]) -> None:
    """Say clearly what would else be a gradient of zeros, or a tensor that does not require one."""
    refuse = _refusal("differentiation by torch", rule)

    class Refusing:
        run_backward = staticmethod(refuse)

    torch.autograd.Variable._execution_engine = Refusing()  # type: ignore[assignment]  # noqa: SLF001
    owners: list[Any] = [torch._C]  # noqa: SLF001
    for name in _LEVEL_MODULES:
        with suppress(ImportError):  # one that is not there hides none of the names
            owners.append(importlib.import_module(name))
    for name in _LEVELS:
        _replace(name, refuse, owners)


def _replace(name: str, by: Callable[..., Any], owners: Iterable[Any] = (torch._C, torch)) -> None:  # noqa: SLF001
    for owner in owners:
        *path, attribute = name.split(".")
        target = functools.reduce(lambda value, part: getattr(value, part, None), path, owner)
        if hasattr(target, attribute):
            setattr(target, attribute, by)


def main() -> None:
    """Print which rules this torch does not let be kept, of all that there are: a JSON list of sentences."""
    json.dump(override([(f"torch.{family.example}", "") for family in _FAMILIES]), sys.stdout)
