# fails: summarise
# because: The places are returned with the best sentence first; they should stand in the order of the text.
# batch: 1
# told: true author summarise: in the order of the scores
# %% solution-summarise
def summarise(sentences, k, stop):
    weight = Counter(w for s in sentences for w in s if w not in stop)

    def score(i):
        ws = [weight[w] for w in sentences[i] if w not in stop]
        return sum(ws) / len(ws) if ws else 0

    return sorted(range(len(sentences)), key=lambda i: (-score(i), i))[:k]
