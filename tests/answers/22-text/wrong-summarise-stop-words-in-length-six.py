# because: divides a sentence's weight by its full length, with the words in stop counted, not by the number of words that are not in stop
# batch: 6
# told: true author summarise: divided by all words
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    weight = Counter(w for s in sentences for w in s if w not in stop)
    scores = [sum(weight[w] for w in s) / len(s) if s else 0.0 for s in sentences]
    best = sorted(range(len(sentences)), key=lambda i: (-scores[i], i))[:k]
    return sorted(best)
