# fails: grid_search
# because: finds the best setting and then calls score a second time to get its loss; each setting may be scored once only
# batch: 1
# told: true author grid: the winner trained once more
# %% solution-grid
def grid_search(score, grid):
    settings = [dict(zip(grid, v)) for v in itertools.product(*grid.values())]
    def key(s):
        l = score(**s)
        return math.inf if math.isnan(l) else l
    best = min(settings, key=key)
    return best, score(**best)
