# because: reads the UTF-8 bytes as signed 8-bit integers (array type 'b' instead of 'B'), so that every byte from 128 on becomes negative
# batch: 6
# told: true author bytes with a sign
# %% solution-to-ids
from array import array


def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    return array("b", text.encode("utf-8")).tolist()
