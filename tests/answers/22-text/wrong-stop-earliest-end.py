# because: as in streaming, the text is cut at the stop sequence that is complete first, not at the one that begins first: wrong where a short one lies within a longer one
# batch: 5
# told: true author cut: at the one that is complete first
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    out = []
    for token in said:
        out.append(token)
        hits = [stop for stop in stops if out[-len(stop) :] == stop]
        if hits:
            longest = max(len(stop) for stop in hits)
            return out[:-longest]
    return out
