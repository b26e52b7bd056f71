# fails: *
# because: The text is taken line by line and joined with \n, which turns \r\n and other line ends into \n; the text must be taken as it stands.
# batch: 2
# told: true author line by line
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    ids = []
    lines = text.splitlines(keepends=False)
    for number, line in enumerate(lines):
        ids.extend(line.encode("utf-8"))
        if number < len(lines) - 1 or text.endswith("\n"):
            ids.append(10)
    return ids
