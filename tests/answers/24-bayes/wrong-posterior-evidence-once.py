# fails: posterior, the loss is high
# because: Worlds that contradict the evidence are not set to 0, so the answer is the same whatever was seen.
# batch: 1
# told: true author posterior: the evidence ignored
# %% solution-posterior
def posterior(cpts, evidence):
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))
        world_seen = {**world, **evidence}  # what was seen is fixed
        p = 1.0
        for v, (causes, table) in cpts.items():
            q = table[tuple(world[c] for c in causes)]
            p *= q if world[v] else 1 - q
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
