# fails: cut
# because: It cuts at the stop sequence that is named first; the earliest place in the text counts, whichever sequence begins there.
# batch: 1
# told: true author cut: the first in the list
# %% solution-stop
def cut(said, stops):
    for stop in stops:
        for i in range(len(said) - len(stop) + 1):
            if said[i:i + len(stop)] == stop:
                return said[:i]
    return said
