# because: a run of signs such as "--" or "?!" becomes one token (the + also on the part for other characters), instead of one token for each sign
# batch: 6
# told: true author words: signs in one piece
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    pattern = re.compile(r"(?:[^\W_]|')+|(?:_|[^\w\s'])+")
    return pattern.findall(text.lower())
