# fails: early_stop, patience 1 to 6
# because: counts an equal loss as a new best (<=); it must be strictly lower
# batch: 1
# told: true author stop: a tie is a new best
# %% solution-stop
def early_stop(losses, patience):
    best, waited = 0, 0
    for e, l in enumerate(losses):
        if l <= losses[best]:
            best, waited = e, 0
        else:
            waited += 1
        if waited == patience:
            return best, e
    return best, len(losses) - 1
