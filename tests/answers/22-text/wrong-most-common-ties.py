# fails: vocab
# because: Counter.most_common leaves equally frequent tokens in the order in which they were met; they should be in alphabetical order.
# batch: 2
# told: true author vocab: ties as they came
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    counts = Counter(token for text in texts for token in text)
    return ["[PAD]", "[UNK]"] + [t for t, n in counts.most_common() if n >= at_least]
