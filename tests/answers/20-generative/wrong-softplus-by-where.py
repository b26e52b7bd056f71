# fails: d_loss, its gradient
# because: softplus by torch.where: the value is right, the gradient of large logits NaN
# batch: 4
# told: true author d_loss: torch.where against infinity
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    def sp(s):
        return torch.where(s > 30, s, (1 + s.exp()).log())
    return sp(-real).mean() + sp(fake).mean()
