# fails: grid_search
# because: The best setting is scored once more at the end to get its loss; each setting may be scored only once.
# batch: 2
# told: true author grid: the winner trained once more
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    settings = [dict(zip(grid, v)) for v in itertools.product(*grid.values())]
    def cost(s):
        loss = score(**s)
        return math.inf if math.isnan(loss) else loss
    best = min(settings, key=cost)
    return best, score(**best)
