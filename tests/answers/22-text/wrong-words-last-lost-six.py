# because: the loop never puts aside the word that is still open when the text ends, so a text that ends with a word loses it
# batch: 6
# told: true author words: the last word lost
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    tokens = []
    current = ""
    for ch in text.lower():
        if ch.isalnum() or ch == "'":
            current += ch
            continue
        if current:
            tokens.append(current)
            current = ""
        if not ch.isspace():
            tokens.append(ch)
    return tokens
