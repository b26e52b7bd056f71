# fails: *
# because: It walks along with one pointer per sequence and sets it to 0 at a mismatch without looking at the token again, so a sequence that begins inside a false start is missed (1 1 2 in 1 1 1 2).
# batch: 1
# told: true author cut: no new try after a false start
# %% solution-stop
def cut(said, stops):
    found = len(said)
    for stop in stops:
        j = 0
        for i, token in enumerate(said):
            if token == stop[j]:
                j += 1
            else:
                j = 0
            if j == len(stop):
                found = min(found, i - j + 1)
                break
    return said[:found]
