# fails: split, doubled letters
# because: The pattern is put into one more group to get the whole match from findall, which moves the numbers of the groups: \1 now means the outer one.
# batch: 2
# told: true author one more group around the pattern
# %% solution-split
def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    found = regex.findall("(" + pattern + ")", text)
    return [f[0] if isinstance(f, tuple) else f for f in found]
