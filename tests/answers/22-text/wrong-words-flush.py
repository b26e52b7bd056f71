# because: the last word is only put into the list when a blank or a sign follows it, so a text that ends with a word loses that word
# batch: 5
# told: true author words: the last word lost
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    tokens = []
    current = ""
    for c in text.lower():
        if c.isalnum() or c == "'":
            current += c
            continue
        if current:
            tokens.append(current)
            current = ""
        if not c.isspace():
            tokens.append(c)
    return tokens
