# fails: early_stop, patience 1 to 6
# because: The student stops when more than `patience` epochs have passed (>), one epoch too late.
# batch: 2
# told: true author stop: one epoch too patient
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    best_loss, best, waited = float("inf"), 0, 0
    last = 0
    for last, loss in enumerate(losses):
        if loss < best_loss:
            best_loss, best, waited = loss, last, 0
        else:
            waited += 1
            if waited > patience:
                break
    return best, last
