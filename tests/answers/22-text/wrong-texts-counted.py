# fails: vocab
# because: It is counted in how many texts a token occurs, each text once; all occurrences in all texts count.
# batch: 2
# told: true author vocab: counted once per text
# %% solution-vocab
def vocab(texts, at_least):
    counts = Counter()
    for text in texts:
        counts.update(set(text))
    kept = [t for t in counts if counts[t] >= at_least]
    return ["[PAD]", "[UNK]", *sorted(kept, key=lambda t: (-counts[t], t))]
