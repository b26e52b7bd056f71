# because: said becomes an index tensor by torch.tensor(said), which is of a float dtype for an empty list: it fails with an IndexError when nothing was said yet
# batch: 5
# told: true author penalise: an empty tensor of places
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    idx = torch.tensor(said, device=logits.device).unique()
    out = logits.clone()
    picked = logits[idx]
    out[idx] = torch.where(picked > 0, picked / penalty, picked * penalty)
    return out
