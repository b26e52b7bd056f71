# because: keeps only k minus the number of finished texts in each round, so the beam gets narrower with every text that finishes (and stops after k)
# batch: 6
# told: true author beam: the finished compete
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    beams = [(0.0, ())]
    done = []
    while beams and len(done) < k:
        grown = [(total + lp, said + (v,)) for total, said in beams for v, lp in enumerate(logp(said))]
        grown.sort(reverse=True)
        beams = []
        for total, said in grown[: k - len(done)]:
            if said[-1] == end or len(said) >= longest:
                done.append((total, said))
            else:
                beams.append((total, said))
    total, said = max(done, key=lambda d: d[0] / len(d[1]) ** alpha)
    return list(said), total / len(said) ** alpha
