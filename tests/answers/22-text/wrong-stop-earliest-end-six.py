# because: cuts at the stop sequence that is complete first (as when streaming), not at the one that begins first: a longer one that began earlier and contains a shorter one is missed
# batch: 6
# told: true author cut: at the one that is complete first
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    out = []
    for token in said:
        out.append(token)
        hits = [len(s) for s in stops if out[-len(s) :] == list(s)]
        if hits:
            return out[: len(out) - max(hits)]
    return out
