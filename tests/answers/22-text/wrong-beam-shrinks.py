# because: the beam gets narrower with every finished text: only k minus the number of finished ones are kept in a round, and the search stops at k finished
# batch: 5
# told: true author beam: the finished compete
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    beams = [((), 0.0)]
    finished = []
    while beams and len(finished) < k:
        candidates = []
        for said, total in beams:
            for token, lp in enumerate(logp(said)):
                candidates.append((said + (token,), total + lp))
        candidates.sort(key=lambda c: c[1], reverse=True)
        beams = []
        for said, total in candidates[: k - len(finished)]:
            if said[-1] == end or len(said) == longest:
                finished.append((said, total))
            else:
                beams.append((said, total))
    said, total = max(finished, key=lambda c: c[1] / len(c[0]) ** alpha)
    return list(said), total / len(said) ** alpha
