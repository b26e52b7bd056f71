# because: two full stops also at the end of the name: one triple too many, (last letter, ., .)
# batch: 6
# told: true author trigrams: two stops at the end
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)

    for word in words:
        s = [0, 0] + [stoi[c] for c in word] + [0, 0]
        for i in range(2, len(s)):
            N[s[i - 2], s[i - 1], s[i]] += 1
    return N
