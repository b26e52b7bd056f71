# fails: pick
# because: The student took each row's largest probability (what the classifier would say) instead of the one at the right class y[i].
# batch: 2
# told: true author pick: the largest
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    # the probability of the class in each row
    best = P.argmax(1)
    return P[torch.arange(P.shape[0], device=P.device), best]
