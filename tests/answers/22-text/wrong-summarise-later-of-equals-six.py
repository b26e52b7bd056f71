# because: sorts (score, place) downwards, so of equally good sentences the later one is taken
# batch: 6
# told: true author summarise: the later of equals
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    freq = Counter()
    for sentence in sentences:
        freq.update(word for word in sentence if word not in stop)
    ranking = []
    for i, sentence in enumerate(sentences):
        content = [freq[word] for word in sentence if word not in stop]
        ranking.append((sum(content) / len(content) if content else 0.0, i))
    ranking.sort(reverse=True)
    return sorted(i for _, i in ranking[:k])
