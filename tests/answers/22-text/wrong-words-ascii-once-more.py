# because: only a-z and 0-9 count as letters and digits, so a letter of another language (é, ü) becomes a token of its own and cuts the word
# batch: 5
# told: true author words: a to z only
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    pattern = r"[a-z0-9']+|[^a-z0-9'\s]"
    return re.findall(pattern, text.lower())
