"""Ask for the seeds of hidden cases during a public cell, so as to know their inputs when they come.

cell: solution-fold
where: before
expect: unharmed
"""
early = torch.randn(5, 5, generator=check.generator("fold, square weights"), dtype=torch.float64)


def notice(W):
    if torch.equal(W, early):
        raise RuntimeError("LOOT: a hidden case's input was known before")


honest_sqrt = torch.Tensor.sqrt


def sqrt(self):
    import sys

    notice(sys._getframe(1).f_locals.get("W", self))
    return honest_sqrt(self)


torch.Tensor.sqrt = sqrt
