# because: puts aside every continuation that ends with end before the k best are chosen: finished texts from outside the k best count, and they take no place from the others
# batch: 6
# told: true author beam: every end is finished
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    alive, finished = [((), 0.0)], []
    while alive:
        candidates = []
        for said, total in alive:
            for token, value in enumerate(logp(said)):
                new = (said + (token,), total + value)
                if token == end or len(new[0]) == longest:
                    finished.append(new)
                else:
                    candidates.append(new)
        alive = sorted(candidates, key=lambda c: c[1], reverse=True)[:k]
    said, total = max(finished, key=lambda f: f[1] / len(f[0]) ** alpha)
    return list(said), total / len(said) ** alpha
