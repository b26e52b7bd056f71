# fails: reinforce_loss: what the networks learn
# because: The baseline is not detached, so a gradient goes into the critic; the weight is only a number.
# batch: 2
# told: true author reinforce: the critic moves
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    ce = F.cross_entropy(logits, a, reduction="none")
    return (ce * (G - baseline)).mean()
