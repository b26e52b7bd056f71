# fails: early_stop, a loss of 0
# because: asks `not lowest` for nothing found yet, which is also true of a loss of exactly 0
# batch: 4
# told: true author stop: a loss of 0 taken for none
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    lowest, best = None, 0
    for epoch, loss in enumerate(losses):
        if not lowest or loss < lowest:
            lowest, best = loss, epoch
        if epoch - best == patience:
            return best, epoch
    return best, len(losses) - 1
