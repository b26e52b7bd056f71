# fails: early_stop, patience 1 to 6
# because: Each loss is compared with that of the epoch before instead of the best so far, so a mere recovery counts as a new best.
# batch: 2
# told: true author stop: compared with the epoch before
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    best, bad = 0, 0
    for e in range(1, len(losses)):
        if losses[e] < losses[e - 1]:
            bad = 0
            if losses[e] < losses[best]:
                best = e
        else:
            bad += 1
        if bad == patience:
            return best, e
    return best, len(losses) - 1
