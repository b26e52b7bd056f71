# because: finished texts stay in the beam and compete with the continuations for the k places of the next rounds, so they push others out or are pushed out themselves
# batch: 5
# told: true author beam: the finished compete
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""

    def finished(said):
        return len(said) > 0 and (said[-1] == end or len(said) >= longest)

    hyps = [(0.0, ())]
    while not all(finished(said) for _, said in hyps):
        new = []
        for total, said in hyps:
            if finished(said):
                new.append((total, said))
            else:
                new.extend((total + lp, said + (t,)) for t, lp in enumerate(logp(said)))
        hyps = sorted(new, reverse=True)[:k]
    total, said = max(hyps, key=lambda h: h[0] / len(h[1]) ** alpha)
    return list(said), total / len(said) ** alpha
