# fails: *
# because: Pieces of nothing but white space are left out along with the empty ones, so text gets lost; only empty pieces may go.
# batch: 2
# told: true author pieces of white space dropped
# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    if len(special) == 0:
        return [text]
    splitter = regex.compile("(%s)" % "|".join(regex.escape(s) for s in special))
    pieces = []
    for piece in splitter.split(text):
        if piece.strip():
            pieces.append(piece)
    return pieces
