# fails: match
# because: gives a thing its best anchor only if that anchor is still background; rule 2 holds whatever rule 1 said
# batch: 1
# told: true author match: rule 1 has the last word
# %% solution-match
def match(overlap, threshold):
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G > 0:
        value, which = overlap.max(dim=1)
        thing = torch.where(value >= threshold, which, thing)
        for g in range(G):
            a = overlap[:, g].argmax()
            if thing[a] == -1:
                thing[a] = g
    return thing
