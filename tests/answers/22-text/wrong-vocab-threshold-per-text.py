# because: the threshold at_least is applied to the count within each single text before the counts are added up, not to the count in all texts together
# batch: 5
# told: true author vocab: at least so often in one text
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    total = Counter()
    for text in texts:
        for token, n in Counter(text).items():
            if n >= at_least:
                total[token] += n
    ordered = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    return ["[PAD]", "[UNK]"] + [token for token, n in ordered]
