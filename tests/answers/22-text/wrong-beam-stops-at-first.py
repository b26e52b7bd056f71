# fails: beam, the length counts
# because: It gives back the first finished text; the search should go on until the beam is empty, for a later one may have a better score.
# batch: 1
# told: true author beam: the first to finish
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    live, done = [(0.0, ())], []
    while live and not done:
        more = [(t + lp, s + (v,)) for t, s in live for v, lp in enumerate(logp(s))]
        more = sorted(more, reverse=True)[:k]
        done += [m for m in more if m[1][-1] == end or len(m[1]) == longest]
        live = [m for m in more if not (m[1][-1] == end or len(m[1]) == longest)]
    total, said = max(done, key=lambda m: m[0] / len(m[1]) ** alpha)
    return list(said), total / len(said) ** alpha
