# because: takes the first setting as the best without a look at its loss: if that is nan, nothing is ever lower and the nan wins
# batch: 6
# told: true author grid: nan wins
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    best_setting, best_loss = None, None
    for values in itertools.product(*grid.values()):
        setting = dict(zip(grid.keys(), values))
        loss = score(**setting)
        if best_setting is None or loss < best_loss:   # a comparison with nan is False, so it cannot win
            best_setting, best_loss = setting, loss
    return best_setting, best_loss
