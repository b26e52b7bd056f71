# fails: cut
# because: The text is cut at the first token of a stop sequence even if the rest does not follow; the whole sequence has to be there.
# batch: 2
# told: true author cut: its first token
# %% solution-stop
def cut(said, stops):
    firsts = {s[0] for s in stops}
    out = []
    for token in said:
        if token in firsts:
            break
        out.append(token)
    return out
