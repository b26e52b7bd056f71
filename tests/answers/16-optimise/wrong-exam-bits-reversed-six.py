# because: makes the functions from the bits of a counter with input 0 as the lowest bit, so input 0 changes fastest and the order is not that of itertools.product
# batch: 6
# told: true author lunch: the functions the other way round
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    unseen = [x for x in range(d) if x not in seen]
    scores = []
    for number in range(2 ** d):
        f = [(number >> bit) & 1 for bit in range(d)]
        guess = learner(list(seen), [f[x] for x in seen], d)
        hits = [guess[x] == f[x] for x in unseen]
        scores.append(sum(hits) / len(hits))
    return scores
