# fails: *
# because: starts with the first setting's loss and compares with <, so a nan in the first place is never replaced; nan must never win
# batch: 1
# told: true author grid: nan wins
# %% solution-grid
def grid_search(score, grid):
    names = list(grid)
    best = None
    for values in itertools.product(*grid.values()):
        setting = dict(zip(names, values))
        loss = score(**setting)
        if best is None or loss < best_loss:
            best, best_loss = setting, loss
    return best, best_loss
