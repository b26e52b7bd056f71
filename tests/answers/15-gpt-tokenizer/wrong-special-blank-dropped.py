# because: The student leaves out every piece that is white space only; only empty pieces may go, for the pieces put together have to be the text.
# batch: 1
# told: true author pieces of white space dropped
# %% solution-special
def split_special(text, special):
    if len(special) == 0:
        return [text]
    pattern = "(" + "|".join(map(regex.escape, special)) + ")"
    pieces = []
    for piece in regex.split(pattern, text):
        if piece.strip() == "":
            continue
        pieces.append(piece)
    return pieces
