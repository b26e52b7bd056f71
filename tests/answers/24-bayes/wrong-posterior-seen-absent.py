# because: Whether a name was seen is asked by the truth of evidence.get(name), so evidence with the value 0 is taken as no evidence, and worlds that contradict it still count.
# batch: 3
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        p = 1.0
        for name, (causes, table) in cpts.items():
            one = table[tuple(world[c] for c in causes)]
            p *= one if world[name] == 1 else 1 - one
            if evidence.get(name) and world[name] != evidence[name]:
                p = 0.0
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
