# because: To save time the student goes through the different chunks from the most frequent to the rarest, so the keys are not in the order of first occurrence; the chunks have to be taken in their own order.
# batch: 1
# told: true author from the most frequent chunk to the rarest
# %% solution-count
def count_pairs(chunks):
    from collections import Counter

    often = Counter(tuple(c) for c in chunks)
    counts = {}
    for chunk, n in often.most_common():
        for pair, k in get_stats(chunk).items():
            counts[pair] = counts.get(pair, 0) + n * k
    return counts
