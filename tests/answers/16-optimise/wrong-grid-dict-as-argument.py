# fails: grid_search; grid_search, three names
# because: hands the setting to score as one argument, not by name
# batch: 4
# told: true author grid: the setting as one argument
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    best, lowest = None, math.inf
    for values in itertools.product(*grid.values()):
        setting = dict(zip(grid, values))
        loss = score(setting)
        if loss < lowest:
            best, lowest = setting, loss
    return best, lowest
