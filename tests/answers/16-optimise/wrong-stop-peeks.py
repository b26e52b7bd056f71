# fails: early_stop, patience 1 to 6
# because: takes the best epoch of the whole list (argmin) although training ended before it; only epochs before the end may count
# batch: 1
# told: true author stop: the best of all epochs
# %% solution-stop
def early_stop(losses, patience):
    overall = min(range(len(losses)), key=losses.__getitem__)
    low, since = float("inf"), 0
    for e, value in enumerate(losses):
        if value < low:
            low, since = value, 0
        else:
            since += 1
        if since >= patience:
            return overall, e
    return overall, len(losses) - 1
