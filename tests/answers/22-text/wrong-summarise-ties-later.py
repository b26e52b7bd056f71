# because: of sentences with equal scores the later one is taken: pairs (score, place) are sorted downwards
# batch: 5
# told: true author summarise: the later of equals
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    counts = Counter()
    for sentence in sentences:
        counts.update(word for word in sentence if word not in stop)
    ranking = []
    for place, sentence in enumerate(sentences):
        weights = [counts[word] for word in sentence if word not in stop]
        score = sum(weights) / len(weights) if weights else 0
        ranking.append((score, place))
    ranking.sort(reverse=True)
    return sorted(place for score, place in ranking[:k])
