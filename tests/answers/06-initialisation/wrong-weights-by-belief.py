# because: The losses are weighted by the net's own probabilities (its entropy); they must be weighted by how often a token really is right, 1/V each.
# fails: sure_loss; sure_loss, not this one
# batch: 1
# told: true author sure: weighed by what the net believes
# %% solution-sure-loss
def sure_loss(V, a):
    logits = torch.zeros(V)
    logits[0] = a
    p = logits.softmax(0)
    return -(p * p.log()).sum().item()
