# because: calls score a second time for the winner, to get its loss, so one setting is trained twice
# batch: 6
# told: true author grid: the winner trained once more
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    settings = [dict(zip(grid, values)) for values in itertools.product(*grid.values())]

    def key(setting):
        loss = score(**setting)
        return math.inf if math.isnan(loss) else loss

    best = min(settings, key=key)
    return best, score(**best)
