# because: p_other is computed in float32 as (1 - p_favourite)/(V - 1), which becomes 0 for a large a and the loss infinite; 1/(e^a + V - 1) stays exact.
# batch: 1
# told: vague numeric infinity
# %% solution-sure-loss
def sure_loss(V, a):
    z = torch.zeros(V)
    z[0] = a
    p_fav = torch.softmax(z, 0)[0]
    p_other = (1 - p_fav) / (V - 1)
    losses = torch.stack([-p_fav.log()] + [-p_other.log()] * (V - 1))
    return losses.mean().item()
