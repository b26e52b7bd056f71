# because: the first stop sequence of the list that occurs anywhere cuts the text, even if a later named one begins earlier
# batch: 5
# told: true author cut: the first in the list
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    for stop in stops:
        n = len(stop)
        for i in range(len(said) - n + 1):
            if said[i : i + n] == stop:
                return said[:i]
    return list(said)
