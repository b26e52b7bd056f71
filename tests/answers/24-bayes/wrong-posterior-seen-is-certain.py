# because: The factors of the variables in the evidence are left out, as if a thing that was seen had probability 1; then the evidence says nothing about its causes.
# batch: 3
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        if any(world[name] != value for name, value in evidence.items()):
            p = 0
        else:
            p = 1
            for name in names:
                if name in evidence:
                    continue  # we know this one for sure
                causes, table = cpts[name]
                q = table[tuple(world[c] for c in causes)]
                p = p * (q if world[name] else 1 - q)
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
