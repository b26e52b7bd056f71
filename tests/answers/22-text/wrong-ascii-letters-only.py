# fails: *
# because: Only a to z count as letters, so words with umlauts or accents are torn apart; letters of any language count.
# batch: 2
# told: true author words: a to z only
# %% solution-words
def words(text):
    pattern = r"[a-z0-9']+|[^\s]"
    return re.findall(pattern, text.lower())
