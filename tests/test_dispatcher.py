"""Rules below Python: what stands on a forbidden name's kernels cannot be reached in another way."""

from __future__ import annotations

import json
import os
import textwrap
from pathlib import Path
from typing import Any

import pytest
import torch
from notebooks import cell, exercise, notebook, write_exercise

from autograder.errors import NotebookError
from autograder.grade import Grader
from autograder.model import CheckResult, Status
from autograder.worker import dispatcher
from autograder.worker.forbid import Forbidden

REASON = "Build it yourself."
PRIVATE = (
    "_dispatch_library", "_dispatch_get_all_op_names", "_dispatch_get_registrations_for_dispatch_key",
    "_dispatch_has_kernel_for_dispatch_key",
)  # fmt: skip
SETUP = """
import threading, torch
import torch.nn.functional as F
from autograder import check
from torch.autograd import forward_ad
x = torch.arange(12.0).reshape(4, 3) / 7
y = torch.tensor([0, 1, 2, 0])
aten = torch.ops.aten
three = [x.T[None]] * 3
def square(v): return v ** 2
def leaf(): return x.clone().requires_grad_()
def script(line): return torch.jit.CompilationUnit(f"def f(a: Tensor):\\n  return {line}\\n").f(x)
"""

FORWARDS = """
with forward_ad.dual_level():
    return forward_ad.unpack_dual(square(forward_ad.make_dual(x, torch.ones(4, 3)))).tangent
"""
ENGINE = """
v = leaf()
run = torch._C._ImperativeEngine().run_backward
return run((square(v).sum(),), (torch.ones(()),), False, False, (v,), False, False)[0]
"""
PYTHON_ENGINE = """
v = leaf()
return torch.autograd.graph._engine_run_backward((square(v).sum(),), (torch.ones(()),), False, False, (v,), True)[0]
"""
LEVELS = """
low = torch._C._functorch
level = low._grad_increment_nesting()
try:
    low.set_inplace_requires_grad_allowed(True)
    v = low._wrap_for_grad(x, level).requires_grad_()
    (grad,) = ENGINE().run_backward((square(v).sum(),), (torch.ones(()),), False, False, (v,), True, False)
    return low._unwrap_for_grad(grad, level)
finally:
    low._grad_decrement_nesting()
""".replace("ENGINE", "torch._C._ImperativeEngine")
THREAD = """
out = []
def work():
    try:
        with torch.enable_grad():
            out.append(EXPRESSION)
    except Exception as error:
        out.append(error)
thread = threading.Thread(target=work)
thread.start()
thread.join()
if isinstance(out[0], Exception):
    raise out[0]
return out[0]
"""
OTHER = "def f{}():\n    ### BEGIN SOLUTION\n    return 'other'\n    ### END SOLUTION"
NORM = "aten.native_batch_norm(x, None, None, None, None, True, 0.1, 1e-5)[0]"

# rule: the ways round it; each gives a value where the rule does not reach below Python, and is forbidden where it does
WAYS: dict[str, tuple[str, ...]] = {
    "torch.Tensor.backward": (
        "getattr(torch.autograd, 'gr' + 'ad')(square(leaf()).sum(), leaf(), materialize_grads=True)[0]",
        "torch.func.grad(lambda v: square(v).sum())(x)",
        "torch.func.vjp(square, x)[1](torch.ones(4, 3))[0]",
        "torch.func.jacrev(square)(x)",
        "torch.func.jacfwd(square)(x)",
        "torch.func.jvp(square, (x,), (torch.ones(4, 3),))[1]",
        "torch.func.linearize(square, x)[1](torch.ones(4, 3))",
        "torch.autograd.functional.vjp(square, x, torch.ones(4, 3))[1]",
        FORWARDS,
        PYTHON_ENGINE,
        LEVELS,
        THREAD.replace("EXPRESSION", "torch.func.grad(lambda v: square(v).sum())(x)"),
        "aten.tanh_backward(torch.ones(4, 3), x)",
        "aten._softmax_backward_data(x, x, 1, torch.float32)",
        "script('(a * a).tanh()')",
    ),
    "torch.nn.BatchNorm1d": (
        NORM,
        THREAD.replace("EXPRESSION", NORM),
        f"torch.vmap(lambda x: {NORM})(x[None])",
        f"(lambda x: {NORM})(x.clone().requires_grad_()).detach()",
        "aten._native_batch_norm_legit(x, None, None, True, 0.1, 1e-5)[0]",
        "aten._native_batch_norm_legit_functional(x, None, None, torch.zeros(3), torch.ones(3), True, 0.1, 1e-5)[0]",
        "aten._batch_norm_impl_index(x, None, None, None, None, True, 0.1, 1e-5, False)[0]",
        "F.batch_norm(x, None, None, training=True)",
        "F.layer_norm(x.T, (4,)).T",
        "F.group_norm(x.T[None], 3)[0].T",
        "F.instance_norm(x.T[None])[0].T",
        "torch.native_group_norm(x.T[None].contiguous(), None, None, 1, 3, 4, 3, 1e-5)[0]",
        "script('torch.layer_norm(a.t(), [4])')",
    ),
    "torch.nn.functional.scaled_dot_product_attention": (
        "aten.scaled_dot_product_attention(x[None], x[None], x[None])",
        "torch._C._nn.scaled_dot_product_attention(x[None], x[None], x[None])",
        "aten._scaled_dot_product_attention_math(x[None], x[None], x[None])[0]",
        "aten._scaled_dot_product_flash_attention_for_cpu(*[x[None, None]] * 3)[0]",
        "torch.no_grad()(torch.nn.MultiheadAttention(4, 2, batch_first=True).eval())(*three, need_weights=False)[0]",
        "torch.no_grad()(torch.nn.TransformerEncoderLayer(4, 2, 4, batch_first=True).eval())(x.T[None])",
    ),
    "torch.nn.Conv1d": (
        "aten.conv1d(x[None], torch.ones(1, 4, 2))",
        "F.conv2d(x[None, None], torch.ones(1, 1, 2, 2))",
        "aten.convolution(x[None], torch.ones(1, 4, 2), None, [1], [0], [1], False, [0], 1)",
        "aten.conv_tbc(x[None], torch.ones(1, 3, 2), torch.zeros(2))",
    ),
    "torch.nn.functional.cross_entropy": (
        "aten.cross_entropy_loss(x, y)",
        "aten.cross_entropy_loss(x, x.softmax(1))",
        "aten.nll_loss_forward(x, y, None, 1, -100)[0]",
        "F.nll_loss(x, y)",
    ),
    "torch.nn.NLLLoss": ("F.nll_loss(x, y)", "F.cross_entropy(x, y)", "aten.nll_loss_forward(x, y, None, 1, -100)[0]"),
    "torch.nn.functional.softmax": (
        "x.softmax(1)",
        "aten._softmax(x, 1, False)",
        "aten._safe_softmax(x, 1)",
        "torch.special.softmax(x, 1)",
        "torch.vmap(lambda row: aten._softmax(row, 0, False))(x)",
        "script('torch.softmax(a, 1)')",
    ),
    "torch.log_softmax": ("x.log_softmax(1)", "aten._log_softmax(x, 1, False)", "torch.special.log_softmax(x, 1)"),
    "torch.logsumexp": ("aten.logsumexp(x, [1])", "torch.special.logsumexp(x, 1)", "torch.logcumsumexp(x, 1)[:, -1]"),
    "torch.multinomial": ("aten.multinomial(x + 1, 1)", "(x + 1).multinomial(1)"),
}
NO_GRADIENT = (  # no graph is recorded, so there is none to walk
    ENGINE,
    "getattr(square(leaf()).sum(), 'grad_fn')(torch.ones(()))",
    "torch.autograd.graph.get_gradient_edge(square(leaf())).node(x)",
)


def _graded(grader: Grader, root: Path, ways: tuple[str, ...], rule: str, *, kernels: bool) -> list[CheckResult]:
    """Grade one exercise in which a student tries all ways; the right answers are others, so that nothing passes."""
    cells = [cell("setup", "setup", SETUP)]
    for number in range(len(ways)):
        cells += [
            cell("solution", f"solution-{number}", OTHER.format(number)),
            cell("check", f"check-{number}", f'check("{number}", f{number})', 1),
        ]  # fmt: skip
    raw = notebook(*cells, rules=[{"name": rule, "reason": REASON, "kernels": kernels}])
    source = write_exercise(root, raw, f"kernels-{kernels}")
    for number, way in enumerate(ways):
        body = way if "return " in way else f"return eval({way!r})"  # as a text: the static look sees nothing of it
        raw["cells"][1 + 2 * number]["source"] = f"def f{number}():\n{textwrap.indent(body.strip(), '    ')}"
    report = grader.grade(source, json.dumps(raw).encode(), student="s").report
    return [check for one in report.cells for check in one.checks]


@pytest.mark.parametrize("rule", WAYS)
def test_every_way_round_a_rule_is_forbidden(grader: Grader, tmp_path: Path, rule: str) -> None:
    """What gives a value where Python alone refuses the name, is forbidden, with the reason, below Python."""
    ways = WAYS[rule]
    open_to = _graded(grader, tmp_path, ways, rule, kernels=False)
    assert {ways[n]: one.reason for n, one in enumerate(open_to) if one.status is not Status.WRONG} == {}
    closed = _graded(grader, tmp_path, ways, rule, kernels=True)
    assert {ways[n]: one.reason for n, one in enumerate(closed) if one.status is not Status.FORBIDDEN} == {}
    assert all(rule in str(one.reason) and str(one.reason).endswith(REASON) for one in closed)


def test_no_graph_is_recorded(grader: Grader, tmp_path: Path) -> None:
    """Who asks torch's engine or its nodes directly finds nothing to walk."""
    rule = "torch.Tensor.backward"
    open_to = _graded(grader, tmp_path, NO_GRADIENT, rule, kernels=False)
    assert {one.reason for one in open_to if one.status is not Status.WRONG} == set()
    closed = _graded(grader, tmp_path, NO_GRADIENT, rule, kernels=True)
    assert [one.status for one in closed] == [Status.RAISED] * len(NO_GRADIENT)


def test_torch_says_nothing_and_other_kernels_work(grader: Grader, tmp_path: Path) -> None:
    """No warning about replaced kernels reaches the student, and what is not forbidden computes as ever."""
    rules = [{"name": rule, "reason": REASON} for rule in WAYS]
    raw = exercise(rules=rules)
    raw["cells"] = [one for one in raw["cells"] if one["cell_type"] != "raw"]
    source = write_exercise(tmp_path, raw)
    graded = grader.grade(source, json.dumps(raw).encode(), student="s")
    assert graded.report.score == graded.report.points
    assert graded.run is not None
    assert [output.text for one in graded.run.cells for output in one.outputs] == []


def test_kernels_must_be_true_or_false(tmp_path: Path) -> None:
    """A word there is refused: "false" would be true."""
    raw = exercise(rules=[{"name": "torch.mean", "reason": REASON, "kernels": "false"}])
    with pytest.raises(NotebookError, match="kernels"):
        write_exercise(tmp_path, raw)


def _in_child(work: Any) -> str:
    """Return what `work` returns in a child process: the rules hold for a process's whole life."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said = str(work())
        except BaseException as error:  # noqa: BLE001
            said = f"{type(error).__name__}: {error}"
        os.write(write, said.encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as stream:
        return stream.read()


def test_torch_still_has_its_private_api() -> None:
    """The layer stands on torch's private API: where this fails, mend worker/dispatcher.py, then move torch's pin."""
    missing = [name for name in PRIVATE if not hasattr(torch._C, name)]
    assert not missing, f"torch {torch.__version__} no longer has {missing}"
    assert all(dispatcher._sites(family) for family in dispatcher._FAMILIES), "a family of rules finds no kernel"
    assert len(dispatcher._recording()) > 2000, "autograd's kernels are registered elsewhere"


def test_cuda_has_the_same_kernels() -> None:
    """The kernels for a GPU are replaced as well; it can be seen on a machine without one."""

    def work() -> str:
        dispatcher.override([("torch.softmax", REASON), ("torch.Tensor.backward", REASON)])
        soft, mul = (
            torch._C._dispatch_dump_table(name).splitlines() for name in ("aten::_softmax", "aten::mul.Tensor")
        )
        rows = [line for line in soft if line.startswith(("CPU:", "CUDA:"))]
        rows += [line for line in mul if line.startswith(("AutogradCPU:", "AutogradCUDA:"))]
        return "\n".join(rows)

    rows = _in_child(work).splitlines()
    assert [row.split(":")[0] for row in rows] == ["CPU", "CUDA", "AutogradCPU", "AutogradCUDA"]
    assert all("dispatcher.py" in row for row in rows[:2])
    assert all("fallthrough" in row for row in rows[2:]), rows


def test_the_old_kernels_do_not_come_back() -> None:
    """Whoever looks for the object that holds the kernels, to free it, does not find it."""

    def work() -> object:
        import gc

        dispatcher.override([("torch.softmax", REASON)])
        for one in gc.get_objects():
            if type(one).__name__ == "_DispatchModule":
                one.reset()
        gc.collect()
        return torch.ones(2, 2).softmax(0)

    assert _in_child(work).startswith(f"{Forbidden.__name__}: torch.ops.aten.softmax")


# ---------------------------------------------------------------- another torch


ALL = [(f"torch.{family.example}", REASON) for family in dispatcher._FAMILIES]


def test_this_torch_lets_every_rule_be_kept() -> None:
    """All families are taken away, and the trial of each is refused."""
    assert _in_child(lambda: dispatcher.override(ALL)) == "()"


def test_a_trial_tells_whether_its_rule_is_kept() -> None:
    """Of a family that is not forbidden the kernel runs: each trial could fail."""

    def work() -> object:
        torch.set_num_threads(1)
        return {dispatcher._still_there(family) for family in dispatcher._FAMILIES}

    assert _in_child(work) == "{'its kernel runs'}"


@pytest.mark.parametrize(
    ("name", "open_rules"),
    [
        ("_dispatch_library", len(ALL)),
        ("_dispatch_get_all_op_names", len(ALL)),
        ("_dispatch_has_kernel_for_dispatch_key", len(ALL)),
        ("_dispatch_get_registrations_for_dispatch_key", 1),  # of differentiation only
    ],
)
def test_without_a_private_name_the_rules_that_need_it_are_named(name: str, open_rules: int) -> None:
    """Nothing is raised: each rule that is not kept is said, with torch's version and the name that is missing."""

    def work() -> str:
        torch.set_num_threads(1)
        dispatcher._operators.cache_clear()
        dispatcher._sites.cache_clear()
        dispatcher._recording.cache_clear()
        delattr(torch._C, name)
        return json.dumps(dispatcher.override(ALL))

    said = json.loads(_in_child(work))
    assert len(said) == open_rules, said
    assert all(f"torch {torch.__version__} keeps what torch." in one and name in one for one in said)


def test_a_dispatch_key_that_torch_does_not_know_is_none() -> None:
    """Another version has other keys; where one is missing, there is no kernel to take away."""

    def work() -> object:
        dispatcher._sites.cache_clear()
        dispatcher._WHERE_FOUND = (*dispatcher._WHERE_FOUND, "NoSuchKey")  # type: ignore[assignment]
        return dispatcher.override([("torch.softmax", REASON)])

    assert _in_child(work) == "()"


def test_a_grade_on_such_a_torch_says_that_a_rule_held_in_name_only(tmp_path: Path) -> None:
    """The run goes on; its evidence says so to instructors, not to students; who insists gets no grade."""
    from autograder.commands.console import progress_bar
    from autograder.commands.grade import _without
    from autograder.course import Submitted
    from autograder.grade import GradingResult
    from autograder.grade.batch import Failure, grade_one
    from autograder.isolation import ForkServer
    from autograder.report import in_name_only, seen_by_student

    raw = exercise(rules=[{"name": "torch.nn.BatchNorm1d", "reason": REASON}])
    source = write_exercise(tmp_path, raw)
    path = tmp_path / "handed-in.ipynb"
    path.write_text(json.dumps(raw))
    submitted = Submitted("s", source.assignment, source.name, path)
    here = Path(__file__).parent
    with ForkServer(worker="other_torch", extra_path=(here,), extra_readonly=(here,)) as launcher:
        made = grade_one(Grader(launcher=launcher, secret=b"s" * 32), source, submitted, submitted.read())
    assert isinstance(made, GradingResult)
    assert made.report.score == made.report.points
    (left,) = in_name_only(made.report)
    assert "torch.nn.BatchNorm1d" in left
    assert "_dispatch_library" in left
    assert in_name_only(seen_by_student(made.report)) == ()
    for strict, entered in ((False, [made]), (True, [])):
        failures: list[Failure] = []
        assert list(_without(failures, iter([made]), progress_bar("graded", 1), strict=strict)) == entered
        assert ["--strict-rules" in one.message for one in failures] == [True] * strict
