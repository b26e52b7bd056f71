# fails: *
# because: starts the best loss at 100, a number that seemed large enough; if the first losses are higher the first epoch is never a new best
# batch: 1
# told: true author stop: a lowest that begins at 100
# %% solution-stop
def early_stop(losses, patience):
    best_loss, best, wait = 100.0, 0, 0
    for i, l in enumerate(losses):
        if l < best_loss:
            best_loss = l
            best = i
            wait = 0
        else:
            wait += 1
            if wait >= patience:
                return best, i
    return best, len(losses) - 1
