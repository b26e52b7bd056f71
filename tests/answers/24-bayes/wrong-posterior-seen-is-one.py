# fails: *
# because: Whatever is named in the evidence is taken as seen to be 1; evidence may also say that something was not there (0).
# batch: 1
# told: true author posterior: what is seen is always 1
# %% solution-posterior
def posterior(cpts, evidence):
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))
        p = 1.0 if all(world[e] == 1 for e in evidence) else 0.0
        for name in names:
            parents, cpt = cpts[name]
            prob = cpt[tuple(world[q] for q in parents)]
            p = p * (prob if world[name] == 1 else 1.0 - prob)
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
