# fails: exam
# because: The share is taken over all inputs, those that were seen included; only the unseen ones count.
# batch: 2
# told: true author lunch: the inputs seen count too
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    scores = []
    for f in itertools.product([0, 1], repeat=d):
        guess = learner(seen, [f[x] for x in seen], d)
        scores.append(sum(g == y for g, y in zip(guess, f)) / d)
    return scores
