# because: looks the causes' values up in the order in which the names stand in cpts instead of the order of the node's own tuple of causes: wrong row of the table if causes are listed in another order
# batch: 5
# told: true author posterior: causes in the order of cpts
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
            key = tuple(world[n] for n in names if n in causes)
            p = p * (table[key] if world[name] == 1 else 1 - table[key])
        if any(world[k] != v for k, v in evidence.items()):
            p = 0.0
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
