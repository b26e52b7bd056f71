# because: sorts in increasing order and turns the order round: of equal scores the larger index comes first
# batch: 6
# told: true author AP: ties the other way round
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    order = torch.argsort(scores, stable=True).flip(0)
    h = hit[order].double()
    p = h.cumsum(0) / torch.arange(1, len(h) + 1, device=h.device)
    envelope = p.flip(0).cummax(0).values.flip(0)
    return (envelope * h).sum() / things
