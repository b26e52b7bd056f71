# fails: reinforce_loss
# because: The baseline is left out: it weighs by G instead of G - b.
# batch: 1
# told: true author reinforce: without the baseline
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    ce = F.cross_entropy(logits, a, reduction="none")
    return (ce * G.detach()).mean()
