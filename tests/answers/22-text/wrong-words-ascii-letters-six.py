# because: the pattern knows only the letters a-z, so letters of other languages (é, ü, я) become tokens of their own and split the word
# batch: 6
# told: true author words: a to z only
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    return re.findall(r"[a-z0-9']+|[^a-z0-9'\s]", text.lower())
