# because: normalises the text to NFC before encoding, so u + combining diaeresis becomes the two bytes of ü; the text must be taken as it stands
# batch: 6
# told: true author composed accents
# %% solution-to-ids
import unicodedata


def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    # ü can be written in two ways; make sure that both get the same ids
    text = unicodedata.normalize("NFC", text)
    return list(text.encode("utf-8"))
