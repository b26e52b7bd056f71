# fails: *
# because: lets a later setting with an equal loss win (<=); of a tie the first one tried wins
# batch: 1
# told: true author grid: the last of those that tie
# %% solution-grid
def grid_search(score, grid):
    best, best_loss = {}, math.inf
    for values in itertools.product(*grid.values()):
        s = dict(zip(grid, values))
        l = score(**s)
        if l <= best_loss:
            best, best_loss = s, l
    return best, best_loss
