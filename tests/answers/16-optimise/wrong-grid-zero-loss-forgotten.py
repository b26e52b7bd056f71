# fails: grid_search, a loss of 0
# because: asks `not lowest` for nothing found yet, which is also true of a loss of exactly 0
# batch: 4
# told: true author grid: a loss of 0 taken for none
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    best, lowest = None, None
    for values in itertools.product(*grid.values()):
        setting = dict(zip(grid, values))
        loss = score(**setting)
        if math.isnan(loss):
            continue
        if not lowest or loss < lowest:
            best, lowest = setting, loss
    return best, lowest
