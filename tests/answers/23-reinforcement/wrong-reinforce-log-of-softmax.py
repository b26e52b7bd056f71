# fails: reinforce_loss, large logits
# because: The logarithm is taken of the softmax; for large logits a probability is 0 and its log -inf. log_softmax does no harm.
# batch: 1
# told: true author reinforce: log after softmax
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    pi = logits.softmax(-1)
    chosen = pi.gather(-1, a.unsqueeze(-1)).squeeze(-1)
    advantage = (G - baseline).detach()
    return -(torch.log(chosen) * advantage).sum() / len(a)
