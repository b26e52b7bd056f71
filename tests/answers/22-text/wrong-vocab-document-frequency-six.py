# because: counts in how many texts a token occurs (set of each text), not how often it occurs in all of them together
# batch: 6
# told: true author vocab: counted once per text
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    count = Counter()
    for text in texts:
        count.update(set(text))
    kept = [t for t in count if count[t] >= at_least]
    kept.sort(key=lambda t: (-count[t], t))
    return ["[PAD]", "[UNK]"] + kept
