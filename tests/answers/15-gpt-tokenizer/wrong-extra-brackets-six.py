# because: wraps the pattern in one more group to make findall give whole matches, which renumbers the groups: a back reference \1 now means the outer group, still open, and regex refuses the pattern (error "cannot refer to an open group")
# batch: 6
# told: true author one more group around the pattern
# %% solution-split
def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    # findall returns the groups, so make the whole pattern a group, it comes first
    chunks = []
    for found in regex.findall("(" + pattern + ")", text):
        if isinstance(found, tuple):
            found = found[0]
        chunks.append(found)
    return chunks
