# because: searches again in the sliced rest of the text, so look-behinds, \b and ^ no longer see what came before the current position
# batch: 6
# told: true author searched on in a shortened text
# %% solution-split
def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    chunks = []
    rest = text
    while rest:
        m = regex.search(pattern, rest)
        if m is None or m.end() == 0:
            break
        chunks.append(m.group(0))
        rest = rest[m.end():]
    return chunks
