"""The reference of notebook 02 against independent oracles: torch's autograd in float64, and torch.nn."""

from __future__ import annotations

import itertools
import math
import operator
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
import torch
from torch import Tensor

Namespace = dict[str, Any]


def grad_of(leaf: Tensor) -> Tensor:
    """Return what `backward` has left there."""
    return cast("Tensor", leaf.grad)


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return the names that the solved notebook defines."""
    return run_solution("02-micrograd")


def leaves(*data: float) -> list[Tensor]:
    """Return float64 numbers of torch that record what is made from them."""
    return [torch.tensor(d, dtype=torch.float64, requires_grad=True) for d in data]


def uniform(n: int, seed: int = 2) -> list[float]:
    """Return n numbers between -1 and 1, the same at each call."""
    u = torch.rand(n, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return (2 * u - 1).tolist()


def torchs_answer(operation: Callable[..., Tensor], *data: float, g: float) -> Tensor:
    """Return the value and the slopes times g, by autograd."""
    inputs = leaves(*data)
    out = operation(*inputs)
    grads = torch.autograd.grad(out, inputs, torch.tensor(g).double())
    return torch.stack([out.detach(), *grads])


OPERATIONS: dict[str, tuple[Callable[..., Any], int]] = {
    "a + b": (operator.add, 2),
    "a + a": (lambda a: a + a, 1),
    "a + 2": (lambda a: a + 2, 1),
    "2 + a": (lambda a: 2 + a, 1),
    "a * b": (operator.mul, 2),
    "a * a": (lambda a: a * a, 1),
    "3 * a": (lambda a: 3 * a, 1),
    "a * 3": (lambda a: a * 3, 1),
    "-a": (operator.neg, 1),
    "a - b": (operator.sub, 2),
    "a - a": (lambda a: a - a, 1),
    "a - 1": (lambda a: a - 1, 1),
    "2 - a": (lambda a: 2 - a, 1),
    "a / b": (operator.truediv, 2),
    "a / a": (lambda a: a / a, 1),
    "a / 4": (lambda a: a / 4, 1),
    "3 / a": (lambda a: 3 / a, 1),
    "a ** 3": (lambda a: a**3, 1),
    "a ** -2": (lambda a: a**-2, 1),
    "exp": (lambda a: a.exp(), 1),
    "tanh": (lambda a: a.tanh(), 1),
    "relu": (lambda a: a.relu(), 1),
    "diamond": (lambda a, b: (a * b + a) * (a - b * b).tanh() / (a * b).exp(), 2),
}


@pytest.mark.parametrize("point", [(1.3, 0.4, 0.7), (-0.8, 1.9, 2.2), (0.6, -1.1, -0.5)])
def test_gradf_agrees_with_autograd(ns: Namespace, point: tuple[float, float, float]) -> None:
    """The gradient found by hand is autograd's, for the same formula."""
    a, b, c = leaves(abs(point[0]), *point[1:])
    out = a**2 * b - torch.sin(3 * b) + torch.sqrt(a) / c
    out.backward()
    assert ns["gradf"](a.item(), b.item(), c.item()) == pytest.approx([grad_of(v).item() for v in (a, b, c)], rel=1e-12)


def test_the_worked_example_of_the_gradient(ns: Namespace) -> None:
    """At (1, 0, 1) the gradient is what the text says."""
    assert ns["gradf"](1.0, 0.0, 1.0) == pytest.approx([0.5, -2, -1])


def test_numgrad_is_exact_for_squares_and_known_for_cubes(ns: Namespace) -> None:
    """A central difference of x**2 is 2x for any h, that of x**3 is 3 x**2 + h**2; x is left alone."""
    x = [1.5, -2.0]
    assert ns["numgrad"](lambda s, t: s**2 + t**3, x, 0.5) == pytest.approx([3.0, 12.25])
    assert x == [1.5, -2.0]


def test_numgrad_agrees_with_gradf(ns: Namespace) -> None:
    """With a good h, both ways to the gradient meet."""
    x = [1.2, 0.7, -0.9]
    assert ns["numgrad"](ns["f"], x, 1e-5) == pytest.approx(ns["gradf"](*x), rel=1e-8)


def test_what_the_text_says_about_h(ns: Namespace) -> None:
    """The error falls with h squared; at 1e-12 no more than about four digits are left."""

    def error(h: float) -> float:
        return float(abs(ns["numgrad"](ns["f"], [1.2, 0.7, -0.9], h)[1] - ns["gradf"](1.2, 0.7, -0.9)[1]))

    assert error(0.01) / error(0.001) == pytest.approx(100, rel=0.01)
    assert error(1e-12) > 1e3 * error(1e-5)


def test_what_the_text_says_about_the_one_sided_difference(ns: Namespace) -> None:
    """Its error falls with h, and at its best it is far above that of the central difference."""
    point = [1.2, 0.7, -0.9]
    exact = ns["gradf"](*point)[1]

    def one_sided(h: float) -> float:
        a, b, c = point
        return float(abs((ns["f"](a, b + h, c) - ns["f"](a, b, c)) / h - exact))

    assert one_sided(0.001) / one_sided(0.0001) == pytest.approx(10, rel=0.02)
    steps = [10 ** (-k / 4) for k in range(2, 53)]
    central = min(abs(ns["numgrad"](ns["f"], point, h)[1] - exact) for h in steps)
    assert min(one_sided(h) for h in steps) > 10 * central


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("data", [(1.3, -0.7), (-0.4, 2.1)])
def test_operations_agree_with_autograd(ns: Namespace, name: str, data: tuple[float, float]) -> None:
    """Value and slopes of each operation, by the probe of the checks and by backward(), are torch's."""
    operation, n = OPERATIONS[name]
    expected = torchs_answer(operation, *data[:n], g=-1.7)
    torch.testing.assert_close(ns["probe"](operation, *data[:n], g=-1.7), expected)
    inputs = [ns["Value"](d) for d in data[:n]]
    out = operation(*inputs) * -1.7
    out.backward()
    torch.testing.assert_close(ns["numbers"]([v.grad for v in inputs]), expected[1:])


def wrong_operation(ns: Namespace, children: object, backward: Callable[[Any, Any], None]) -> Callable[[Any], Any]:
    """Return an operation of one Value, with these children and this way back."""

    def operation(a: Any) -> Any:
        out = ns["Value"](2 * a.data, (a,) if children is None else a)
        out._backward = lambda: backward(a, out)
        return out

    return operation


def test_the_probe_says_what_is_wrong_with_an_operation(ns: Namespace) -> None:
    """Nothing returned, no tuple of children, a Value in grad, a grad replaced: each is told in words."""

    def add_up(a: Any, out: Any) -> None:
        a.grad += 2 * out.grad

    def value_in_grad(a: Any, out: Any) -> None:
        a.grad += ns["Value"](2.0) * out.grad

    def replace(a: Any, out: Any) -> None:
        a.grad = 2 * out.grad

    assert ns["probe"](wrong_operation(ns, None, add_up), 1.5, g=-0.7).tolist() == pytest.approx([3, -1.4])
    with pytest.raises(TypeError, match="returned None"):
        ns["probe"](lambda _: None, 1.5)
    with pytest.raises(TypeError, match=r"must be a tuple: \(self,\)"):
        ns["probe"](wrong_operation(ns, "no tuple", add_up), 1.5)
    with pytest.raises(TypeError, match="must be a plain number"):
        ns["probe"](wrong_operation(ns, None, value_in_grad), 1.5)
    with pytest.raises(ValueError, match="it is gone"):
        ns["probe"](wrong_operation(ns, None, replace), 1.5)


@pytest.mark.parametrize("name", OPERATIONS)
def test_torchs_numbers_in_a_values_clothes_are_torchs(ns: Namespace, name: str) -> None:
    """What the checks call Value inside on_torch computes what torch does, and the name is given back."""
    operation, n = OPERATIONS[name]
    before = ns["Value"]
    found = ns["on_torch"](lambda: ns["probe"](operation, *(1.3, -0.7)[:n], g=0.6))
    torch.testing.assert_close(found, torchs_answer(operation, *(1.3, -0.7)[:n], g=0.6))
    assert ns["Value"] is before


def test_log_and_roots_agree_with_autograd(ns: Namespace) -> None:
    """Where the argument must be positive, too."""
    for operation in (lambda a: a.log(), lambda a: a**-0.5, lambda a: a**2.5):
        torch.testing.assert_close(ns["probe"](operation, 1.7, g=0.3), torchs_answer(operation, 1.7, g=0.3))


def test_relu_has_slope_0_at_0_as_torchs(ns: Namespace) -> None:
    """The convention of the text."""
    expected = torchs_answer(lambda a: a.relu(), 0.0, g=2.0)
    assert expected.tolist() == [0, 0]
    torch.testing.assert_close(ns["probe"](lambda a: a.relu(), 0.0, g=2.0), expected)


@pytest.mark.parametrize("a", [-400.0, 400.0])
def test_tanh_survives_far_out(ns: Namespace, a: float) -> None:
    """Where e to the 2a does not fit into a float, tanh is 1 or -1, with slope 0."""
    assert ns["probe"](lambda v: v.tanh(), a).tolist() == [math.copysign(1, a), 0]
    with pytest.raises(OverflowError):
        math.exp(2 * abs(a))


def test_every_grad_of_the_expression_is_torchs(ns: Namespace) -> None:
    """Inputs and what is made on the way: all grads of the checked expression are those of autograd."""
    values = ns["expression"]()
    values[-1].backward()
    a, b, c = leaves(*(v.data for v in values[:3]))
    d = a * b
    e = d + c
    h = e * d
    m = e + h
    k = m * c
    out = k + m
    nodes = [a, b, c, d, e, h, m, k, out]
    assert [v.data for v in values] == pytest.approx([v.item() for v in nodes])
    assert [v.grad for v in values] == pytest.approx([v.item() for v in torch.autograd.grad(out, nodes)])


def test_the_three_nodes_by_hand(ns: Namespace) -> None:
    """The table's order gives the slope 4a = 12; d before e loses what e passes on, d twice counts it twice."""
    assert {order: ns["take_turns"](order) for order in ("ed", "de", "edd")} == {"ed": 12.0, "de": 6.0, "edd": 18.0}
    a = torch.tensor(3.0, requires_grad=True)
    assert torch.autograd.grad((a + a) * a, a)[0].item() == 12.0


@pytest.mark.parametrize("distance", [1, 2, 3, 9])
def test_backward_on_made_up_graphs_solves_the_linear_system(ns: Namespace, distance: int) -> None:
    """The grads g satisfy g = e_n + Jᵀ g, whatever the slopes J of the nodes are; a second run gives the same."""
    slopes = ns["made_up"]("an oracle's case", 10, lambda i, j: i - j <= distance)
    unit = torch.eye(10, dtype=torch.float64)
    expected = torch.linalg.solve(unit - slopes.T, unit[-1])
    torch.testing.assert_close(ns["made_grads"](slopes), expected)
    torch.testing.assert_close(ns["made_grads"](slopes, times=2), expected)


def test_backward_calls_each_node_once_and_users_first(ns: Namespace) -> None:
    """In a chain of 300 with shortcuts, no node passes on before all its users have."""
    values = [ns["Value"](0.0)]
    called: list[int] = []
    for i in range(1, 300):
        node = ns["Value"](0.0, tuple(values[max(0, i - 3) :]))
        node._backward = lambda i=i: called.append(i)
        values.append(node)
    values[-1].backward()
    assert called == list(range(299, 0, -1))


def test_backward_adds_to_what_waits_in_an_input(ns: Namespace) -> None:
    """What another run left in an input's grad is still there afterwards."""
    slopes = ns["made_up"]("an oracle's case", 6, lambda i, j: i - j <= 2)
    added = ns["made_grads"](slopes, waiting=0.75) - ns["made_grads"](slopes)
    torch.testing.assert_close(added, 0.75 * torch.eye(6, dtype=torch.float64)[0])


def test_backward_forgets_what_was_left_in_the_final_grad(ns: Namespace) -> None:
    """The chain starts with 1, whatever an earlier run left in the final node."""
    slopes = ns["made_up"]("an oracle's case", 6, lambda i, j: i - j <= 2)
    torch.testing.assert_close(ns["made_grads"](slopes, left=0.6), ns["made_grads"](slopes))


def test_backward_of_one_result_leaves_the_other_alone(ns: Namespace) -> None:
    """Of two results of one input, each node holds its slope in its own result; the input, in the second one."""
    a = ns["Value"](1.5)
    b, c = a * a, a * 3.0
    first, second = b * b, c + c
    first.backward()
    a.grad = 0.0
    second.backward()
    assert [v.grad for v in (a, b, c, first, second)] == [6.0, 4.5, 2.0, 1.0, 1.0]


@pytest.mark.parametrize("scores", [[-500.0, -500.0, 500.0, 499.0, -500.0], [-1000.0, -1001.5, -1003.0]])
def test_softmax_survives_scores_far_apart_and_leaves_them_alone(ns: Namespace, scores: list[float]) -> None:
    """As torch's softmax; the caller's list holds the same Values afterwards."""
    logits = [ns["Value"](z) for z in scores]
    before = list(logits)
    found = torch.tensor([p.data for p in ns["softmax"](logits)], dtype=torch.float64)
    torch.testing.assert_close(found, torch.tensor(scores, dtype=torch.float64).softmax(0))
    assert all(now is then for now, then in zip(logits, before, strict=True))


def torch_mlp(parameters: list[float], sizes: list[int]) -> torch.nn.Sequential:
    """Return a network of torch.nn with the parameters of an MLP: neuron by neuron, weights before the bias."""
    net = torch.nn.Sequential()
    flat = iter(parameters)
    for nin, nout in itertools.pairwise(sizes):
        rows = torch.tensor([[next(flat) for _ in range(nin + 1)] for _ in range(nout)], dtype=torch.float64)
        linear = torch.nn.Linear(nin, nout, dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(rows[:, :-1])
            linear.bias.copy_(rows[:, -1])
        net.extend([linear, torch.nn.Tanh()])
    assert next(flat, None) is None
    return net


def flat_parameters(net: torch.nn.Sequential, *, grads: bool = False) -> list[float]:
    """Return the parameters of a torch network, or their grads, in the order of MLP.parameters()."""
    found: list[float] = []
    for linear in (layer for layer in net if isinstance(layer, torch.nn.Linear)):
        weight, bias = (grad_of(linear.weight), grad_of(linear.bias)) if grads else (linear.weight, linear.bias)
        found += torch.cat([weight, bias[:, None]], dim=1).flatten().tolist()
    return found


def own_net(ns: Namespace, sizes: list[int]) -> Any:
    """Return an MLP of the notebook's own Values."""
    numbers: Iterator[float] = iter(uniform(200))
    return ns["MLP"](sizes[0], sizes[1:], lambda: next(numbers))


SIZES = [[3, 4, 4, 1], [2, 3, 2, 2], [4, 1], [1, 1, 3]]


@pytest.mark.parametrize("sizes", SIZES)
def test_mlp_agrees_with_torch_nn(ns: Namespace, sizes: list[int]) -> None:
    """Outputs, and slopes of their sum in all parameters, are those of Linear and Tanh, with Values and on torch."""
    x = uniform(sizes[0], seed=3)

    def run() -> tuple[list[float], list[float], list[float]]:
        net = own_net(ns, sizes)
        outs = net(x)
        sum(outs).backward()
        found = net.parameters()
        return [p.data for p in found], [v.data for v in outs], [p.grad for p in found]

    for parameters, outs, grads in (run(), ns["on_torch"](run)):
        net = torch_mlp(parameters, sizes)
        expected = net(torch.tensor(x, dtype=torch.float64))
        expected.sum().backward()
        assert outs == pytest.approx(expected.tolist(), rel=1e-12)
        assert grads == pytest.approx(flat_parameters(net, grads=True), rel=1e-9)


def test_training_agrees_with_torchs_sgd(ns: Namespace) -> None:
    """Five steps of train_step are five steps of SGD on the summed squares: losses and parameters."""
    sizes, lr = [3, 4, 1], 0.05
    u = uniform(16, seed=4)
    xs, ys = [u[i : i + 3] for i in range(0, 12, 3)], u[12:]
    own = own_net(ns, sizes)
    net = torch_mlp([p.data for p in own.parameters()], sizes)
    optimiser = torch.optim.SGD(net.parameters(), lr=lr)
    for _ in range(5):
        loss = (net(torch.tensor(xs, dtype=torch.float64))[:, 0] - torch.tensor(ys).double()).square().sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        assert ns["train_step"](own, xs, ys, lr) == pytest.approx(loss.item(), rel=1e-6)
        assert [p.data for p in own.parameters()] == pytest.approx(flat_parameters(net), rel=1e-6)


@pytest.mark.parametrize("scores", [[0.3, -1.2, 2.0], [1000.5, 1000.0, 998.0, 200.0], [-900.0, -901.0]])
def test_softmax_and_nll_agree_with_torch(ns: Namespace, scores: list[float]) -> None:
    """Probabilities, loss and the slopes of the loss are those of softmax and cross_entropy, even for large scores."""
    (logits,) = leaves(scores)  # type: ignore[arg-type]
    loss = torch.nn.functional.cross_entropy(logits[None], torch.tensor([1]))
    loss.backward()
    torch.testing.assert_close(ns["softmax_probe"](scores), logits.detach().softmax(0))
    torch.testing.assert_close(ns["nll_probe"](scores, 1), torch.stack([loss.detach(), *grad_of(logits)]))
    torch.testing.assert_close(ns["on_torch"](lambda: ns["nll_probe"](scores, 1)), ns["nll_probe"](scores, 1))


def test_the_slope_of_nll_is_p_minus_one_hot(ns: Namespace) -> None:
    """What the text points out below the last task."""
    scores = [0.3, -1.2, 2.0]
    expected = ns["softmax_probe"](scores) - torch.tensor([0, 0, 1])
    torch.testing.assert_close(ns["nll_probe"](scores, 2)[1:], expected)


def test_on_torch_refuses_functions_called_past_the_class(ns: Namespace) -> None:
    """A student who writes tanh(s) for s.tanh() is told so, and Value is given back."""
    before = ns["Value"]
    with pytest.raises(TypeError, match=r"call a.tanh\(\), not tanh\(a\)"):
        ns["on_torch"](lambda: ns["tanh"](ns["Value"](1.0)))
    assert ns["Value"] is before


def test_the_network_learns_the_moons(ns: Namespace) -> None:
    """The reward keeps its word: after training, nearly all points are on the right side."""
    xs, ys = ns["moons"](12)
    net = ns["new_net"]("the network that learns", 2, [8, 1])
    losses = [ns["train_step"](net, xs, ys, 0.04) for _ in range(40)]
    assert losses[-1] < losses[0] / 3
    assert sum(net(x)[0].data * y > 0 for x, y in zip(xs, ys, strict=True)) >= 21
