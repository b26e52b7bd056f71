# because: builds the settings name by name with the new value in the outer loop, so the first name changes fastest instead of the last one: order of the trials, and the winner of a tie, differ
# batch: 6
# told: true author grid: the first name changes fastest
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    settings = [{}]
    for name in grid:
        longer = []
        for value in grid[name]:
            for setting in settings:
                longer.append({**setting, name: value})
        settings = longer
    best, lowest = None, math.inf
    for setting in settings:
        loss = score(**setting)
        if not math.isnan(loss) and (best is None or loss < lowest):
            best, lowest = setting, loss
    return best, lowest
