# fails: *
# because: With <= a later setting of the same loss replaces the earlier one; of equal losses the one that was tried first wins.
# batch: 2
# told: true author grid: the last of those that tie
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    low, arg = math.inf, {}
    for values in itertools.product(*(grid[n] for n in grid)):
        setting = {n: v for n, v in zip(grid, values)}
        loss = score(**setting)
        if not math.isnan(loss) and loss <= low:
            low, arg = loss, setting
    return arg, low
