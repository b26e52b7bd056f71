# because: splits the text into lines and writes a 10 after each one: \r\n and \r become 10, and a text without a final line end gets one
# batch: 6
# told: true author a line end behind each line
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    result = []
    for line in text.splitlines():
        result += list(line.encode())
        result.append(10)      # the newline
    return result
