# because: the sum of the weights is divided by the length of the whole sentence, stop words included
# batch: 5
# told: true author summarise: divided by all words
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    freq = Counter(w for s in sentences for w in s if w not in stop)
    scores = []
    for s in sentences:
        if len(s) == 0:
            scores.append(0)
        else:
            scores.append(sum(freq[w] for w in s) / len(s))
    best = sorted(range(len(sentences)), key=lambda i: -scores[i])[:k]
    return sorted(best)
