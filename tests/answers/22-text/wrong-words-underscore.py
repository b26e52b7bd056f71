# fails: words, an underscore
# because: \w matches the underscore too, so it stays inside the words; it should be a token of its own.
# batch: 1
# told: true author words: underscore in words
# %% solution-words
def words(text):
    return re.findall(r"[\w']+|[^\w\s]", text.lower())
