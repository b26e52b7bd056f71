# fails: split_special, one two
# because: The names go into the pattern unescaped, where | means or and [user] is a set of letters; regex.escape is needed.
# batch: 2
# told: true author names not escaped
# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    if not special:
        return [text]
    pattern = "(" + "|".join(special) + ")"
    return [p for p in regex.split(pattern, text) if p]
