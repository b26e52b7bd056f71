# fails: read_curves: its lists afterwards
# because: takes the last losses out of the caller's lists
# batch: 4
# told: true author curves: the last loss taken out
# %% solution-curves
def read_curves(train, held):
    smallest = min(held)
    best = held.index(smallest)
    end = held.pop()
    gap = end - train.pop()
    lost = end - smallest
    return best, gap, lost
