# because: N[a, b] += 1 with index tensors adds only once for an index that occurs several times: a pair that occurs twice in a word counts once for this word
# batch: 6
# told: true author counts: repeated pairs of one name
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        ids = [stoi[c] for c in word if c in stoi and c != "."]
        if ids:
            t = torch.tensor([0] + ids + [0])
            N[t[:-1], t[1:]] += 1
    return N
