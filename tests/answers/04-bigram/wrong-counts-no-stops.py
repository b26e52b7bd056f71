# fails: bigram_counts, three names
# because: Only the pairs inside the word are counted; the full stops before and after it, and so the first and the last pair, are missing.
# batch: 2
# told: true author counts: both ends are missing
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        chars = [c for c in word if "a" <= c <= "z"]
        for c1, c2 in zip(chars, chars[1:]):
            N[stoi[c1], stoi[c2]] += 1
    return N
