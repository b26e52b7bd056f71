# fails: bigram_counts, three names
# because: The student counts in N[j, i], so rows and columns are exchanged; the row is the letter that is there, the column the one that follows.
# batch: 1
# told: true author counts: transposed
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for w in words:
        chars = ["."] + [c for c in w if "a" <= c <= "z"] + ["."]
        if len(chars) == 2:
            continue
        for ch1, ch2 in zip(chars, chars[1:]):
            N[stoi[ch2], stoi[ch1]] += 1
    return N
