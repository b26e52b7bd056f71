# fails: vocab
# because: most_common leaves equally frequent tokens in the order in which they first occurred; they should be in alphabetical order.
# batch: 1
# told: true author vocab: ties as they came
# %% solution-vocab
def vocab(texts, at_least):
    c = Counter()
    for text in texts:
        c.update(text)
    return ["[PAD]", "[UNK]", *[token for token, n in c.most_common() if n >= at_least]]
