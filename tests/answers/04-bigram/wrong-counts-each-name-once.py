# fails: bigram_counts
# because: The student goes through set(words), so a name that stands in the list twice counts once; each counts as often as it stands there.
# batch: 1
# told: true author counts: each name once
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    letters = set(alphabet[1:])
    for word in sorted(set(words)):
        word = "".join(c for c in word if c in letters)
        if word:
            text = f".{word}."
            for k in range(len(text) - 1):
                N[stoi[text[k]], stoi[text[k + 1]]] += 1
    return N
