"""Ask for the seeds of hidden cases during a public cell, so as to know their inputs when they come.

cell: solution-fold
where: before
expect: unharmed
"""
early = torch.randn(5, 5, generator=check.generator("fold, square weights"), dtype=torch.float64)


def sqrt(self, early=early, equal=torch.equal, honest=torch.Tensor.sqrt):
    import sys

    if equal(sys._getframe(1).f_locals.get("W", self), early):
        raise RuntimeError("LOOT: a hidden case's input was known before")
    return honest(self)


torch.Tensor.sqrt = sqrt
