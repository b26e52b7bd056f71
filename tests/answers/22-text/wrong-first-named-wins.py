# fails: cut
# because: The stop sequences are tried in the order in which they are named and the first that occurs cuts; the earliest place counts.
# batch: 2
# told: true author cut: the first in the list
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    for stop in stops:
        for i in range(len(said) - len(stop) + 1):
            if said[i : i + len(stop)] == stop:
                return said[:i]
    return said
