# fails: exam, the inputs seen in increasing order
# because: takes the inputs seen out of a list one by one, by numbers that no longer hold after the first
# batch: 4
# told: true author lunch: inputs taken out by place
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    shares = []
    for f in itertools.product([0, 1], repeat=d):
        guess = learner(seen, [f[x] for x in seen], d)
        right = [guess[x] == f[x] for x in range(d)]
        for x in seen:
            right.pop(x if x < len(right) else -1)
        shares.append(sum(right) / len(right))
    return shares
