# because: a world is only thrown out if something seen (1) is missing in it; evidence that something was not there (0) is ignored
# batch: 5
# told: true author posterior: only ones are evidence
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        p = 1.0
        for n in names:
            parents, tab = cpts[n]
            prob = tab[tuple(world[c] for c in parents)]
            if world[n] == 0:
                prob = 1 - prob
            p *= prob
        # worlds in which something that we saw did not happen are impossible
        for n, seen in evidence.items():
            if seen > world[n]:
                p = 0
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
