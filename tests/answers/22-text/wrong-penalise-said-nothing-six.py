# because: an empty said becomes a float tensor and cannot be an index: IndexError where nothing was said yet
# batch: 6
# told: true author penalise: an empty tensor of places
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    tokens = torch.tensor(said, device=logits.device)
    result = logits.clone()
    values = logits[tokens]
    result[tokens] = torch.where(values > 0, values / penalty, values * penalty)
    return result
