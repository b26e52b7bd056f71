# because: The student gave regex.split a pattern without a group, so the special tokens are cut out and lost; in a group they stay as pieces.
# fails: split_special, one two
# batch: 1
# told: true author special tokens cut out and lost
# %% solution-special
def split_special(text, special):
    if not special:
        return [text]
    pattern = "|".join(regex.escape(name) for name in special)
    return [p for p in regex.split(pattern, text) if p]
