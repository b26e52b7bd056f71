# fails: *
# because: With <= a later step that is equally good replaces the earlier one; of several equally small ones the first is asked for.
# batch: 1
# told: true author curves: the last of equals
# %% solution-curves
def read_curves(train, held):
    best = 0
    for i in range(len(held)):
        if held[i] <= held[best]:
            best = i
    gap = held[-1] - train[-1]
    lost = held[-1] - held[best]
    return best, gap, lost
