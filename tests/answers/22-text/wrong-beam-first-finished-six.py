# because: stops the whole search in the first round in which a text finishes, although longer texts of the beam may still get a better score
# batch: 6
# told: true author beam: the first to finish
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    texts = {(): 0.0}
    finished = {}
    while not finished:
        options = {}
        for said, total in texts.items():
            for token, a in enumerate(logp(said)):
                options[said + (token,)] = total + a
        best = sorted(options, key=options.get, reverse=True)[:k]
        texts = {s: options[s] for s in best}
        finished = {s: t for s, t in texts.items() if s[-1] == end or len(s) == longest}
    said = max(finished, key=lambda s: finished[s] / len(s) ** alpha)
    total = finished[said]
    return list(said), total / len(said) ** alpha
