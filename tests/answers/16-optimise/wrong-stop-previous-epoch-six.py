# because: resets the patience whenever the loss is lower than that of the epoch before, not only when it is a new best
# batch: 6
# told: true author stop: compared with the epoch before
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    best, bad = 0, 0
    last = 0
    for i in range(1, len(losses)):
        last = i
        if losses[i] < losses[best]:
            best = i
        if losses[i] < losses[i - 1]:
            bad = 0          # it got better again
        else:
            bad += 1
        if bad == patience:
            break
    return best, last
