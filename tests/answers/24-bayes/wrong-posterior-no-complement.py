# fails: posterior, nothing seen
# because: The factor is the table's number also where the variable is 0; then it is one minus that number.
# batch: 1
# told: true author posterior: the table even where v is 0
# %% solution-posterior
def posterior(cpts, evidence):
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))
        p = 1.0
        for name, (causes, table) in cpts.items():
            p *= table[tuple(world[c] for c in causes)]
        if any(world[k] != v for k, v in evidence.items()):
            p = 0.0
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
