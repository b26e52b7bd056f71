# fails: read_curves: best, large losses
# because: begins the search for the smallest loss with a million
# batch: 4
# told: true author curves: a large number to begin with
# %% solution-curves
def read_curves(train, held):
    best, smallest = 0, 1e6
    for i in range(len(held)):
        if held[i] < smallest:
            best, smallest = i, held[i]
    gap = held[-1] - train[-1]
    lost = held[-1] - held[best]
    return best, gap, lost
