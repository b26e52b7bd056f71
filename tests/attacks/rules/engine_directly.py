"""Differentiate by the engine in C++, past everything that is Python.

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
    leaves = tuple(c[name].clone().requires_grad_() for name in NAMES)
    loss = loss_of(c, *leaves)
    engine = torch._C._ImperativeEngine()
    return dict(zip(NAMES, engine.run_backward((loss,), (torch.ones_like(loss),), False, False, leaves, True, False)))
