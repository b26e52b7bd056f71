# because: one reverse=True for the pair (count, token), so equally frequent tokens stand in reverse alphabetical order
# batch: 6
# told: true author vocab: ties from z to a
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    counts = {}
    for text in texts:
        for token in text:
            counts[token] = counts.get(token, 0) + 1
    ranked = sorted(((n, token) for token, n in counts.items() if n >= at_least), reverse=True)
    vocabulary = ["[PAD]", "[UNK]"]
    vocabulary.extend(token for n, token in ranked)
    return vocabulary
