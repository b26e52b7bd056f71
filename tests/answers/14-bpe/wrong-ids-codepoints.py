# because: The student took the code point of each character with ord; a character outside ASCII is several UTF-8 bytes, so the text must be encoded first.
# fails: to_ids, greeting
# batch: 1
# told: true author characters for bytes
# %% solution-to-ids
def to_ids(text):
    # every character has its number
    return [ord(c) for c in text]
