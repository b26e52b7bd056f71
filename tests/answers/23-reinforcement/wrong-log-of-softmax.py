# fails: reinforce_loss, large logits
# because: The logarithm is taken of the softmax, which is 0 for large logits; use log_softmax.
# batch: 2
# told: true author reinforce: log after softmax
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    pi = torch.softmax(logits, dim=-1)
    chosen = pi.gather(1, a.unsqueeze(1)).squeeze(1)
    weight = G - baseline.detach()
    return -(torch.log(chosen) * weight).mean()
