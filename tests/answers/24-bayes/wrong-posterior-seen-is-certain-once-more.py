# because: leaves out the factors of the variables in the evidence (thinks that what was seen has probability 1), so evidence says nothing about its causes
# batch: 5
# told: true author posterior: what was seen is certain
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        p = 1.0
        for name, (causes, table) in cpts.items():
            if name in evidence:
                if world[name] != evidence[name]:
                    p = 0.0
                continue  # we know it already, so its probability is 1
            q = table[tuple(world[c] for c in causes)]
            p *= q if world[name] else 1 - q
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
