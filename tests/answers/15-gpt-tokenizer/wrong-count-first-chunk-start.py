# because: The student starts from the counts of the first chunk, so an empty list of chunks raises IndexError; without chunks the dictionary is empty.
# batch: 1
# told: true author the first chunk taken for granted
# %% solution-count
def count_pairs(chunks):
    counts = get_stats(chunks[0])
    for chunk in chunks[1:]:
        for pair, n in get_stats(chunk).items():
            counts[pair] = counts.get(pair, 0) + n
    return counts
