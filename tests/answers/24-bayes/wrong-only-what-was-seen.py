# fails: *
# because: Evidence is used only where something was there (1); that nan was not there is ignored, although it excludes worlds too.
# batch: 2
# told: none
# %% solution-posterior
def posterior(cpts, evidence):
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))
        p = 1
        for name, (causes, table) in cpts.items():
            q = table[tuple(world[c] for c in causes)]
            p *= q if world[name] else 1 - q
            if evidence.get(name) and not world[name]:
                p = 0
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
