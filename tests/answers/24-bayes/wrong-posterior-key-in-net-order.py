# because: The key into a table is made in the order in which the names stand in cpts, not in the order in which the variable lists its causes.
# batch: 3
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        p = float(all(world[n] == v for n, v in evidence.items()))
        for n in names:
            causes, table = cpts[n]
            key = tuple(world[m] for m in names if m in causes)
            p *= table[key] if world[n] else 1 - table[key]
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
