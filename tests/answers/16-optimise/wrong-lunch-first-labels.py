# fails: exam
# because: The learner gets the first len(seen) labels instead of the labels of the inputs seen.
# batch: 2
# told: true author lunch: the first labels
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    unseen = [x for x in range(d) if x not in seen]
    result = []
    for labels in itertools.product([0, 1], repeat=d):
        ys = list(labels[: len(seen)])
        guesses = learner(list(seen), ys, d)
        result.append(sum(guesses[x] == labels[x] for x in unseen) / len(unseen))
    return result
