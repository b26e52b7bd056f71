# because: collects the labels of the seen inputs in increasing order while xs keeps the order of seen, so for an unsorted seen the labels belong to other inputs
# batch: 6
# told: true author lunch: labels sorted, inputs not
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    scores = []
    for f in itertools.product([0, 1], repeat=d):
        ys, unseen = [], []
        for x in range(d):
            if x in seen:
                ys.append(f[x])
            else:
                unseen.append(x)
        guesses = learner(list(seen), ys, d)
        right = sum(guesses[x] == f[x] for x in unseen)
        scores.append(right / len(unseen))
    return scores
