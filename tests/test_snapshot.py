"""What data was, seen to have changed, and put back: the same objects, with the contents that they had."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from autograder.worker.arguments import Arguments
from autograder.worker.snapshot import Snapshots
from autograder.worker.state import State, make_exact


def _tensors() -> list[torch.Tensor]:
    return [torch.arange(3.0), torch.ones(3)]


def _swap(value: Any) -> None:
    value[0] = value[1]


CHANGES: dict[str, tuple[Callable[[], Any], Callable[[Any], object]]] = {
    "tensor": (lambda: torch.arange(6.0).reshape(2, 3), lambda v: v.mul_(2)),
    "one element": (lambda: torch.arange(6.0), lambda v: v[3].fill_(9)),
    "not contiguous": (lambda: torch.arange(6.0).reshape(2, 3).T, lambda v: v.add_(1)),
    "turned in place": (lambda: torch.arange(6.0).reshape(2, 3), lambda v: v.t_()),
    "resized": (lambda: torch.arange(6.0), lambda v: v.resize_(2, 2)),
    "needs no gradient": (lambda: torch.ones(3), lambda v: v.requires_grad_()),
    "gradient": (lambda: torch.ones(3, requires_grad=True), lambda v: (v * v).sum().backward()),
    "complex": (lambda: torch.tensor([1j, complex("nan")]), lambda v: v[0].fill_(3)),
    "array": (lambda: np.arange(4.0), lambda v: v.__setitem__(0, 7)),
    "array's shape": (lambda: np.arange(4.0), lambda v: v.resize((2, 2), refcheck=False)),
    "list": (lambda: [1, 2, 3], lambda v: v.reverse()),
    "list grown": (lambda: [1, 2, 3], lambda v: v.append(4)),
    "list of lists": (lambda: [[1.0, 2.0], [3.0]], lambda v: v[0].append(9)),
    "list to tensors": (lambda: [[1.0, 2.0], [3.0, 4.0]], lambda v: v.__setitem__(0, torch.tensor(v[0]))),
    "item replaced by another": (_tensors, _swap),
    "tuple of tensors": (lambda: tuple(_tensors()), lambda v: v[0].mul_(3)),
    "dict": (lambda: {"a": 1}, lambda v: v.update(b=2)),
    "dict of parameters": (lambda: {"W": torch.nn.Parameter(torch.ones(2))}, lambda v: v.update(n=v["W"].norm())),
    "set": (lambda: {1, 2}, lambda v: v.add(3)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_seen_and_undone(name: str) -> None:
    """Each is named, is what it was afterwards, and holds the same objects."""
    make, change = CHANGES[name]
    value, wanted = make(), make()
    items = list(value.values()) if isinstance(value, dict) else list(value) if isinstance(value, list | tuple) else []
    arguments = Arguments(["v"], {"v": value})
    assert arguments.changed(undo=True) == []
    change(value)
    assert arguments.changed(undo=True) == ["v"]
    again = Arguments(["v"], {"v": value})
    assert Arguments(["v"], {"v": wanted}).changed(undo=False) == []
    assert repr(value) == repr(wanted)
    if isinstance(value, torch.Tensor):
        assert (value.requires_grad, value.grad, value.shape) == (wanted.requires_grad, wanted.grad, wanted.shape)
    now = list(value.values()) if isinstance(value, dict) else list(value) if isinstance(value, list | tuple) else []
    assert all(one is old for one, old in zip(now, items, strict=True) if not isinstance(one, float | int))
    assert again.changed(undo=False) == []


def test_lists_and_the_tensors_in_them() -> None:
    """A list that was turned round gets its objects back, and each of these its own contents."""
    a, b = _tensors()
    names: dict[str, Any] = {"a": a, "xs": [a, b], "b": b}
    arguments = Arguments(names, names)
    names["xs"].reverse()
    a += 5
    assert set(arguments.changed(undo=True)) == {"a", "xs"}
    assert names["xs"][0] is a
    assert names["xs"][1] is b
    assert (a.tolist(), b.tolist()) == ([0, 1, 2], [1, 1, 1])


def test_what_is_no_data_is_left_alone() -> None:
    """A layer, a function, a generator and a tensor without data are not looked at, and nothing is raised."""
    layer = torch.nn.BatchNorm1d(2)
    names: dict[str, Any] = {"f": print, "layer": layer, "meta": torch.ones(2, device="meta"), "n": 3}
    names["loop"] = [names["f"]]
    names["loop"].append(names["loop"])
    arguments = Arguments(names, names)
    layer(torch.randn(4, 2))
    assert arguments.changed(undo=True) == []


def test_aliases_share_what_is_put_back() -> None:
    """A view sees what its base gets back."""
    base = torch.arange(4.0)
    view = base[:2]
    snapshots = Snapshots()
    kept = snapshots.take(base)
    view.zero_()
    assert snapshots.differs(kept)
    snapshots.put_back([kept])
    assert (base.tolist(), view.tolist()) == ([0, 1, 2, 3], [0, 1])


@pytest.mark.parametrize(
    ("old", "value"),
    [
        (torch.tensor([1.0, 2.0]), torch.tensor([1.0, 2.5])),
        ([torch.ones(2, requires_grad=True)], [torch.full((2,), 1.5)]),
        ({"a": np.ones(2)}, {"a": np.zeros(2)}),
        ((torch.ones(1), 2), (torch.zeros(1), 2)),
    ],
)
def test_exact_contents_in_the_same_objects(old: Any, value: Any) -> None:
    """What is made exact keeps its objects: views, gradients and who else holds them."""
    names = {"v": old}
    tensors = [one for one in (old if isinstance(old, list | tuple) else [old]) if isinstance(one, torch.Tensor)]
    needs = [one.requires_grad for one in tensors]
    make_exact(names, "v", value)
    found = names["v"]
    now = [one for one in (found if isinstance(found, list | tuple) else [found]) if isinstance(one, torch.Tensor)]
    assert all(one is before for one, before in zip(now, tensors, strict=True))
    assert [one.requires_grad for one in now] == needs
    assert repr(found).replace(", requires_grad=True", "") == repr(value)


def test_a_state_has_its_contents_back() -> None:
    """What a function of the kept state reads is as it was, though a later cell changed it in place."""
    code = "import torch\nW = torch.ones(2)\nother = torch.ones(2)\ndef f(): return g()\ndef g(): return W * 2"
    names: dict[str, Any] = {}
    exec(code, names)
    state = State(names)
    state.keep("a", ["f"])
    names["W"] -= 1
    names["other"] -= 1
    names["g"] = None
    state.restore("a")
    assert names["f"]().tolist() == [2, 2]
    assert names["other"].tolist() == [0, 0]
