# because: The student never cuts the text, so merges cross the borders; the text has to be split with the pattern and each chunk turned into a list of ids of its own.
# fails: train, hug
# batch: 1
# told: true author merges across the chunks
# %% solution-train
def train(text, V, pattern):
    chunks = [to_ids(text)]
    merges = {}
    for idx in range(256, V):
        stats = count_pairs(chunks)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        chunks = [merge(c, pair, idx) for c in chunks]
        merges[pair] = idx
    return merges
