# fails: beam, the length counts
# because: The best of the finished is chosen by its total; it is chosen by the score, total / length ** alpha.
# batch: 2
# told: true author beam: no length norm
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    live, finished = [((), 0.0)], []
    while live:
        cont = [(s + (v,), tot + lp) for s, tot in live for v, lp in enumerate(logp(s))]
        cont = sorted(cont, key=lambda c: c[1], reverse=True)[:k]
        live = []
        for s, tot in cont:
            (finished if s[-1] == end or len(s) == longest else live).append((s, tot))
    said, total = max(finished, key=lambda f: f[1])
    return list(said), total / len(said) ** alpha
