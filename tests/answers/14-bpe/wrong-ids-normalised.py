# because: The student normalised the Unicode text before encoding, so that e plus a combining accent becomes one other character; the bytes of the text as it is are asked for.
# batch: 1
# told: true author composed accents
# %% solution-to-ids
def to_ids(text):
    import unicodedata

    # the same letter can be written in two ways: make it one
    text = unicodedata.normalize("NFC", text)
    return [int(b) for b in text.encode("utf-8")]
