# fails: summarise
# because: A sentence's score is the sum of its words' weights, which prefers long sentences; it is their mean.
# batch: 2
# told: true author summarise: sums
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    weight = Counter(w for s in sentences for w in s if w not in stop)
    score = [sum(weight[w] for w in s if w not in stop) for s in sentences]
    best = sorted(range(len(sentences)), key=lambda i: -score[i])[:k]
    return sorted(best)
