# fails: cut, tokens of two digits
# because: looks for the sequence in a string of digits, where 1 is found within 21
# batch: 4
# told: true author cut: looked for in a string
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    text = " ".join(map(str, said))
    found = [text.find(" ".join(map(str, stop))) for stop in stops]
    found = [i for i in found if i >= 0]
    return [int(x) for x in text[: min(found)].split()] if found else said
