# fails: *
# because: The text is normalised (NFC) before it is encoded; the bytes of the text as it stands are asked, nothing tidied up.
# batch: 2
# told: true author composed accents
# %% solution-to-ids
import unicodedata


def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    text = unicodedata.normalize("NFC", text)
    return [b for b in text.encode("utf-8")]
