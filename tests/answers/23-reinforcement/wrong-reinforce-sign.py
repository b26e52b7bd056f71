# fails: reinforce_loss
# because: The minus is missing, so gradient descent makes what went well less probable.
# batch: 1
# told: true author reinforce: the sign
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    logp = torch.log_softmax(logits, 1)
    picked = logp.gather(1, a[:, None])[:, 0]
    weight = (G - baseline).detach()
    return (picked * weight).mean()
