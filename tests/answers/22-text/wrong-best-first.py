# fails: summarise
# because: The places are given by score, best first; they should stand in the order of the text.
# batch: 2
# told: true author summarise: in the order of the scores
# %% solution-summarise
def summarise(sentences, k, stop):
    count = Counter()
    for s in sentences:
        count.update(w for w in s if w not in stop)
    scores = []
    for s in sentences:
        kept = [count[w] for w in s if w not in stop]
        scores.append(sum(kept) / len(kept) if kept else 0)
    return sorted(range(len(sentences)), key=lambda i: (-scores[i], i))[:k]
