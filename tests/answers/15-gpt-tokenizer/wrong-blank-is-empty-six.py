# because: drops pieces that are only white space as if they were empty
# batch: 6
# told: true author pieces of white space dropped
# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    if len(special) == 0:
        return [text]
    names = [regex.escape(n) for n in special]
    parts = regex.split("(" + "|".join(names) + ")", text)
    return [p for p in parts if p.strip() != ""]
