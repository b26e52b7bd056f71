# because: The student makes the chunks from the code points of the characters; outside ASCII these are not the UTF-8 bytes that to_ids gives, and from 256 on they are taken for merged ids.
# batch: 1
# told: true author characters of the chunks
# %% solution-train
def train(text, V, pattern):
    chunks = [[ord(ch) for ch in piece] for piece in split(text, pattern)]
    merges = {}
    while len(merges) < V - 256:
        stats = count_pairs(chunks)
        if len(stats) == 0:
            break
        best = max(stats, key=lambda k: stats[k])
        new = 256 + len(merges)
        chunks = [merge(chunk, best, new) for chunk in chunks]
        merges[best] = new
    return merges
