# fails: *
# because: The causes are looked up among the variables already gone through, which takes a cause for 0 if it stands in cpts after its effect; take the causes' values from the world.
# batch: 2
# told: none
# %% solution-posterior
def posterior(cpts, evidence):
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))
        p, known = 1.0, {}
        for name in names:
            causes, table = cpts[name]
            one = table[tuple(known.get(c, 0) for c in causes)]
            known[name] = world[name]
            p *= one if world[name] == 1 else 1 - one
            if name in evidence and evidence[name] != world[name]:
                p = 0.0
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
