# fails: beam, the length counts
# because: The best of the finished is chosen by its total; the score, total over length to the alpha, decides.
# batch: 1
# told: true author beam: no length norm
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    live, finished = [((), 0.0)], []
    while live:
        cands = []
        for said, total in live:
            for v, lp in enumerate(logp(said)):
                cands.append((said + (v,), total + lp))
        cands.sort(key=lambda c: c[1], reverse=True)
        live = []
        for c in cands[:k]:
            (finished if c[0][-1] == end or len(c[0]) == longest else live).append(c)
    said, total = max(finished, key=lambda c: c[1])
    return list(said), total / len(said) ** alpha
