# fails: vocab
# because: Tokens must occur more than at_least times here; exactly at_least times is enough.
# batch: 1
# told: true author vocab: more often than at_least
# %% solution-vocab
def vocab(texts, at_least):
    count = Counter(token for text in texts for token in text)
    kept = [t for t in count if count[t] > at_least]
    kept.sort(key=lambda t: (-count[t], t))
    return ["[PAD]", "[UNK]"] + kept
