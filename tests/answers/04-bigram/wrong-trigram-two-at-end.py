# fails: trigram_counts, three names
# because: Two full stops are put at the end, too, which adds a triple (last letter, ., .) to each name; one stands at the end.
# batch: 2
# told: true author trigrams: two stops at the end
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    for w in words:
        s = ".." + w + ".."
        for i in range(len(s) - 2):
            N[stoi[s[i]], stoi[s[i + 1]], stoi[s[i + 2]]] += 1
    return N
