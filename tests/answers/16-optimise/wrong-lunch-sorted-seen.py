# fails: *
# because: The labels are collected in the order 0 to d - 1 while xs keeps the order of `seen`, so inputs and labels do not fit when `seen` is not sorted.
# batch: 2
# told: true author lunch: labels sorted, inputs not
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    shares = []
    for truth in itertools.product([0, 1], repeat=d):
        ys, rest = [], []
        for x in range(d):
            if x in seen:
                ys.append(truth[x])
            else:
                rest.append(x)
        guess = learner(seen, ys, d)
        hits = [guess[x] == truth[x] for x in rest]
        shares.append(sum(hits) / len(hits))
    return shares
