# because: The student encodes word by word, so a learned pair that crosses the border of a word is never merged; here all merges apply to the whole text.
# batch: 1
# told: true author encode: word by word
# %% solution-encode
def encode(text, merges):
    import re

    def one_word(word):
        ids = to_ids(word)
        for pair, idx in merges.items():
            ids = merge(ids, pair, idx)
        return ids

    result = []
    for word in re.findall(r"\s*\S+|\s+", text):  # much faster on long texts
        result.extend(one_word(word))
    return result
