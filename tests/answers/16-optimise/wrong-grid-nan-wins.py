# fails: *
# because: The search starts with the first setting's loss; if that is nan no later loss is smaller (each comparison is False) and nan wins.
# batch: 2
# told: true author grid: nan wins
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    names = list(grid)
    best, best_loss = None, None
    for values in itertools.product(*grid.values()):
        setting = dict(zip(names, values))
        loss = score(**setting)
        if best is None or loss < best_loss:
            best, best_loss = setting, loss
    return best, best_loss
