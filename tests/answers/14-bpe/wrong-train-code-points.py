# because: The student starts from the code points of the characters, which for text that is not ASCII are not bytes and may even be equal to the new ids; start from to_ids(text).
# batch: 1
# told: true author training on characters
# %% solution-train
def train(text, V):
    ids = list(map(ord, text))
    merges = {}
    while len(merges) < V - 256:
        stats = get_stats(ids)
        if not stats:
            return merges
        best = next(iter(stats))
        for p in stats:
            if stats[p] > stats[best]:
                best = p
        merges[best] = 256 + len(merges)
        ids = merge(ids, best, merges[best])
    return merges
