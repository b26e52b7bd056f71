# because: The student used findall, which returns only what the group caught when the pattern has one; the whole match is asked for (finditer and .group()).
# fails: split, a pattern with a group
# batch: 1
# told: true author only what the groups caught
# %% solution-split
def split(text, pattern):
    return regex.findall(pattern, text)
