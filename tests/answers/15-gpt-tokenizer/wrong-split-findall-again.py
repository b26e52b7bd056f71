# fails: split, a pattern with a group; split, doubled letters
# because: findall returns what the groups caught as soon as the pattern has groups; the whole match is wanted (finditer and group()).
# batch: 2
# told: true author only what the groups caught
# %% solution-split
def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    return regex.findall(pattern, text)
