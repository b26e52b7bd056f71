"""Differentiate without an engine: call the graph's nodes oneself, one after another.

assignment: 08-backprop-ninja
cell: solution-manual-backward
where: instead
expect: costs own
"""
import torch

NAMES = ("C", "W1", "b1", "W2", "b2", "bngain", "bnbias")


def loss_of(c, *values):
    return forward(c["Xb"], c["Yb"], **dict(zip(NAMES, values)))["loss"]


def manual_backward(c):
    leaves = [c[name].clone().requires_grad_() for name in NAMES]
    loss = loss_of(c, *leaves)
    waiting = [(loss.grad_fn, torch.ones_like(loss))]
    while waiting:
        node, grad = waiting.pop()
        if hasattr(node, "variable"):
            leaf = node.variable
            leaf.grad = grad + (0 if leaf.grad is None else leaf.grad)
            continue
        grads = node(grad)
        for (below, number), one in zip(node.next_functions, grads if isinstance(grads, tuple) else (grads,)):
            if below is not None and one is not None:
                waiting.append((below, one.sum_to_size(below._input_metadata[number].shape)))
    return {name: leaf.grad for name, leaf in zip(NAMES, leaves)}
