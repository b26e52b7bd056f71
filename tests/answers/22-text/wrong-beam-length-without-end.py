# because: the number of tokens in the score (for the choice and for the score given back) does not count the token end
# batch: 5
# told: true author beam: the end not counted
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""

    def score(said, total):
        n = len([t for t in said if t != end])
        return total / max(n, 1) ** alpha

    alive, done = [((), 0.0)], []
    while alive:
        grown = [(said + (t,), total + a) for said, total in alive for t, a in enumerate(logp(said))]
        grown = sorted(grown, key=lambda g: -g[1])[:k]
        done += [g for g in grown if g[0][-1] == end or len(g[0]) == longest]
        alive = [g for g in grown if g[0][-1] != end and len(g[0]) < longest]
    said, total = max(done, key=lambda g: score(*g))
    return list(said), score(said, total)
