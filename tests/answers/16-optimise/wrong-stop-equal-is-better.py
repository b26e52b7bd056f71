# fails: early_stop, patience 1 to 6
# because: An equal loss counts as a new best (<=), it has to be strictly lower.
# batch: 2
# told: true author stop: a tie is a new best
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    best = 0
    for epoch, loss in enumerate(losses):
        if loss <= losses[best]:
            best = epoch
        elif epoch - best >= patience:
            return best, epoch
    return best, len(losses) - 1
