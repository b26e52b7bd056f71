# fails: *
# because: takes the labels in increasing order of the inputs while xs keeps the order of seen, so labels go to the wrong inputs
# batch: 1
# told: true author lunch: labels sorted, inputs not
# %% solution-lunch
def exam(learner, d, seen):
    unseen = [x for x in range(d) if x not in seen]
    res = []
    for f in itertools.product([0, 1], repeat=d):
        ys = [y for x, y in enumerate(f) if x in seen]
        guesses = learner(list(seen), ys, d)
        right = [guesses[x] == f[x] for x in unseen]
        res.append(sum(right) / len(right))
    return res
