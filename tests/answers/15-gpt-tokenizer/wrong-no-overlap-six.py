# because: does not count occurrences of a pair that overlap the one before: (5, 5) in 5 5 5 counts once instead of twice
# batch: 6
# told: true author overlaps not counted
# %% solution-count
def count_pairs(chunks):
    """list of lists of int -> {(int, int): count} over all chunks, in the order of first occurrence."""
    counts = {}
    for chunk in chunks:
        last = {}  # pair -> where it was counted last
        for i in range(len(chunk) - 1):
            pair = (chunk[i], chunk[i + 1])
            if last.get(pair) == i - 1 and i > 0:
                continue  # shares an id with the one before, merge could not use it
            last[pair] = i
            counts[pair] = counts.get(pair, 0) + 1
    return counts
