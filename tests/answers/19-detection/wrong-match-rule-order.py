# fails: match
# because: applies rule 2 first and then overwrites it with rule 1 where the overlap is large enough
# batch: 1
# told: true author match: rule 1 has the last word
# %% solution-match
def match(overlap, threshold):
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G:
        for g in range(G):
            thing[int(overlap[:, g].argmax())] = g
        for a in range(A):
            j = int(overlap[a].argmax())
            if overlap[a, j] >= threshold:
                thing[a] = j
    return thing
