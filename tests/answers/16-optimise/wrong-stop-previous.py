# fails: early_stop, patience 1 to 6
# because: compares each epoch with the one before instead of with the best so far, so any improvement resets the patience
# batch: 1
# told: true author stop: compared with the epoch before
# %% solution-stop
def early_stop(losses, patience):
    best = 0
    bad = 0
    for i in range(1, len(losses)):
        if losses[i] < losses[i - 1]:
            bad = 0
            if losses[i] < losses[best]:
                best = i
        else:
            bad += 1
            if bad >= patience:
                return best, i
    return best, len(losses) - 1
