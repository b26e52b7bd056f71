# fails: *
# because: The gap is read at the best step; it is asked for at the last one.
# batch: 1
# told: true author curves: gap at the best step
# %% solution-curves
def read_curves(train, held):
    best = held.index(min(held))
    gap = held[best] - train[best]
    lost = held[-1] - held[best]
    return best, gap, lost
