# because: asks for a relative improvement of 0.01 % as in Keras-like min_delta, so a slightly lower loss is no new best, and with negative losses a higher one can be
# batch: 6
# told: true author stop: a relative improvement
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    best_loss = float("inf")
    best_epoch = 0
    waited = 0
    for epoch, loss in enumerate(losses):
        if loss < best_loss * (1 - 1e-4):   # strictly lower, rounding errors do not count
            best_loss = loss
            best_epoch = epoch
            waited = 0
        else:
            waited += 1
            if waited >= patience:
                return best_epoch, epoch
    return best_epoch, epoch
