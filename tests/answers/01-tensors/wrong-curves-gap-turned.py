# fails: read_curves: gap
# because: The gap has the wrong sign: it is the held-out loss less the training loss.
# batch: 1
# told: true author curves: gap the other way
# %% solution-curves
def read_curves(train, held):
    best = min(range(len(held)), key=lambda i: held[i])
    gap = train[-1] - held[-1]
    lost = held[-1] - min(held)
    return best, gap, lost
