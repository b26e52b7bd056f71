# because: The student multiplies by p once more (-p ln p, one term of an entropy); the loss is -ln p of the right token alone.
# fails: init_loss; init_loss, a coin
# batch: 1
# told: true author start: multiplied by the probability
# %% solution-init-loss
def init_loss(V):
    probs = torch.ones(V) / V
    return (-probs * probs.log()).mean().item()
