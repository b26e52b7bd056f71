# because: uses the truth of the best loss to ask whether there is one yet, so while the best loss is exactly 0 the next epoch counts as a new best, however high its loss
# batch: 6
# told: true author stop: a loss of 0 taken for none
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    lowest = None
    best = 0
    for epoch, loss in enumerate(losses):
        if not lowest or loss < lowest:
            lowest, best = loss, epoch
        elif epoch - best >= patience:
            return best, epoch
    return best, len(losses) - 1
