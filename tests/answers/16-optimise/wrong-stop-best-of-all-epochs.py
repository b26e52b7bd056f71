# fails: early_stop, patience 1 to 6
# because: The best epoch is looked up in the whole list, also among epochs after the end, which nobody has seen.
# batch: 2
# told: true author stop: the best of all epochs
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    seen_best, last = 0, len(losses) - 1
    for epoch in range(len(losses)):
        if losses[epoch] < losses[seen_best]:
            seen_best = epoch
        if epoch - seen_best == patience:
            last = epoch
            break
    return losses.index(min(losses)), last
