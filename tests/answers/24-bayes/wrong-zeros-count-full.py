# fails: posterior, the loss is high
# because: The table's number is used as the factor also where the variable is 0; there the factor is one minus it.
# batch: 2
# told: true author posterior: the table even where v is 0
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        p = 1.0
        for name in names:
            causes, table = cpts[name]
            p *= table[tuple(world[c] for c in causes)]
        if any(world[k] != v for k, v in evidence.items()):
            p = 0.0
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
