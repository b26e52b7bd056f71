# because: leaves out the chunks that are only white space, so the chunks put together are not the text any more
# batch: 6
# told: true author chunks of white space dropped
# %% solution-split
def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    return [m.group() for m in regex.finditer(pattern, text) if m.group().strip()]
