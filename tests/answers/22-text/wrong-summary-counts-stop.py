# fails: summarise
# because: The score is divided by all words of the sentence; stop words are not counted, neither above nor below the line.
# batch: 1
# told: true author summarise: divided by all words
# %% solution-summarise
def summarise(sentences, k, stop):
    freq = {}
    for s in sentences:
        for w in s:
            if w not in stop:
                freq[w] = freq.get(w, 0) + 1
    scores = [sum(freq.get(w, 0) for w in s) / max(len(s), 1) for s in sentences]
    best = sorted(range(len(sentences)), key=lambda i: scores[i], reverse=True)[:k]
    return sorted(best)
