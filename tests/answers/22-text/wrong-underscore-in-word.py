# fails: words, an underscore
# because: The class \w is taken for letters and digits, but it holds the underscore too, so snake_case stays one word.
# batch: 2
# told: true author words: underscore in words
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    return re.findall(r"[\w']+|[^\w\s']", text.lower())
