# because: The student puts one more group around the pattern to get the whole match from findall, which renumbers the groups, so a pattern that refers back to its own group (\1) no longer means the same; take match.group() instead.
# batch: 1
# told: true author one more group around the pattern
# %% solution-split
def split(text, pattern):
    found = regex.findall("(" + pattern + ")", text)
    # with more than one group there are tuples, the outer group comes first
    return [f[0] if isinstance(f, tuple) else f for f in found]
