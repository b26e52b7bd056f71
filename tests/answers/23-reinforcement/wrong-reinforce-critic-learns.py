# fails: reinforce_loss: what the networks learn
# because: The baseline is not detached, so the gradient goes into the critic; the weight is only a number to multiply with.
# batch: 1
# told: true author reinforce: the critic moves
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    logp = F.log_softmax(logits, dim=1)[torch.arange(len(a), device=a.device), a]
    return -(logp * (G - baseline)).mean()
