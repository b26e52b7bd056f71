# fails: split, random words
# because: Chunks of nothing but white space are thrown away; every match is a chunk, and nothing may get lost.
# batch: 2
# told: true author chunks of white space dropped
# %% solution-split
def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    chunks = []
    for match in regex.finditer(pattern, text):
        piece = match.group(0)
        if piece.strip():
            chunks.append(piece)
    return chunks
