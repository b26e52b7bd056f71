# fails: reinforce_loss
# because: The advantages are standardised (mean 0, deviation 1) as many programs do; the formula takes G - b as it is.
# batch: 2
# told: true author reinforce: advantages normalised
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    adv = (G - baseline).detach()
    adv = (adv - adv.mean()) / (adv.std() + 1e-8)
    lp = F.log_softmax(logits, 1).gather(1, a[:, None])[:, 0]
    return -(lp * adv).mean()
