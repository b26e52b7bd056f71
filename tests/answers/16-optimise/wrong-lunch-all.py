# fails: exam
# because: scores the guesses on all inputs, those seen too; only the unseen ones count
# batch: 1
# told: true author lunch: the inputs seen count too
# %% solution-lunch
def exam(learner, d, seen):
    scores = []
    for f in itertools.product([0, 1], repeat=d):
        guess = learner(seen, [f[x] for x in seen], d)
        scores.append(sum(a == b for a, b in zip(guess, f)) / d)
    return scores
