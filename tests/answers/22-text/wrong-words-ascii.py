# fails: *
# because: The pattern knows only the letters a to z; letters of any language count, so words like "über" are torn apart.
# batch: 1
# told: true author words: a to z only
# %% solution-words
def words(text):
    # letters, digits, apostrophes -- or one other character
    pattern = re.compile(r"[a-z0-9']+|[^a-z0-9'\s]")
    return pattern.findall(text.lower())
