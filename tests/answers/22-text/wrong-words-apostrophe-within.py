# fails: words, an apostrophe at the edge
# because: apostrophes count only between letters
# batch: 4
# told: true author words: apostrophes only within a word
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*|\S", text.lower())
