# because: brings the advantages to mean 0 and standard deviation 1 first, as PPO programs do; the text's weight is G - b itself
# batch: 5
# told: true author reinforce: advantages normalised
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    """logits (T, A), a (T,) int, G (T,) returns, baseline (T,) -> the loss, a scalar ()."""
    with torch.no_grad():
        adv = G - baseline
        adv = (adv - adv.mean()) / (adv.std() + 1e-8)
    logp = torch.log_softmax(logits, dim=1)[torch.arange(len(a), device=a.device), a]
    return -(logp * adv).mean()
