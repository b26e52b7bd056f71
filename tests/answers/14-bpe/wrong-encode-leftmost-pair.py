# because: The student merges the first known pair from the left; of all known pairs the one learned earliest, with the smallest new id, has to be merged first.
# fails: encode, which merge first
# batch: 1
# told: true author merging in the order of the text
# %% solution-encode
def encode(text, merges):
    ids = to_ids(text)
    changed = True
    while changed:
        changed = False
        for pair in get_stats(ids):
            if pair in merges:
                ids = merge(ids, pair, merges[pair])
                changed = True
                break
    return ids
