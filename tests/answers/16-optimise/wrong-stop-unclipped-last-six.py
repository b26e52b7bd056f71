# because: returns best + patience as the last epoch even where the list of losses ends before that
# batch: 6
# told: true author stop: the end beyond the list
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    best = 0
    for epoch in range(len(losses)):
        if epoch > best + patience:
            break
        if losses[epoch] < losses[best]:
            best = epoch
    return best, best + patience
