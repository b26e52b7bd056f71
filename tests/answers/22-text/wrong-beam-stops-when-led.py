# fails: beam, what finishes late
# because: stops when a finished text has a better score than all in the beam have so far
# batch: 4
# told: true author beam: ends when k are finished
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    live, finished = [((), 0.0)], []
    while live:
        grown = [((*said, token), total + a) for said, total in live for token, a in enumerate(logp(said))]
        best, live = sorted(grown, key=lambda pair: -pair[1])[:k], []
        for said, total in best:
            (finished if said[-1] == end or len(said) == longest else live).append((said, total))
        if finished and live and max(t / len(s) ** alpha for s, t in finished) >= max(t / len(s) ** alpha for s, t in live):
            break
    said, total = max(finished, key=lambda pair: pair[1] / len(pair[0]) ** alpha)
    return list(said), total / len(said) ** alpha
