# because: takes the first stop sequence of the list that occurs at all and cuts there, not the one that begins earliest in the text
# batch: 6
# told: true author cut: the first in the list
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    for stop in stops:
        n = len(stop)
        for i in range(len(said) - n + 1):
            if said[i : i + n] == stop:
                return said[:i]
    return said
