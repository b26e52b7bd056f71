# because: escapes the joined pattern, so the bars between the names are escaped too and only all names in a row with bars would match
# batch: 6
# told: true author all names escaped as one
# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    if not special:
        return [text]
    pattern = regex.escape("|".join(special.keys()))
    return list(filter(None, regex.split(f"({pattern})", text)))
