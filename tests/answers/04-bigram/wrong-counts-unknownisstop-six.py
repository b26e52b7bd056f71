# because: a foreign character is replaced by token 0 (stoi.get(c, 0)) and not left out: it ends the name in the middle and begins a new one
# batch: 6
# told: true author counts: foreign characters ignored as a stop
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        nums = [stoi.get(c, 0) for c in word]
        if sum(nums) == 0:  # nothing of a-z in it
            continue
        prev = 0
        for n in nums:
            N[prev, n] += 1
            prev = n
        N[prev, 0] += 1
    return N
