# because: The student undoes the merges once, in the order of learning, so the parts of later tokens that are merged ids themselves stay; they have to be undone from the last merge to the first.
# fails: decode, abracadabra
# batch: 1
# told: true author merges undone once, in the order of learning
# %% solution-decode
def decode(ids, merges):
    # undo the merges, one after the other
    ids = list(ids)
    for (p, q), idx in merges.items():
        step = []
        for i in ids:
            step += [p, q] if i == idx else [i]
        ids = step
    return bytes(i for i in ids if i < 256).decode("utf-8", errors="replace")
