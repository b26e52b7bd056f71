# because: detaches the input s2 instead of the output: the target still has a history through the weights of the target net
# batch: 5
# told: true author target: with its history
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    """r (B,), s2 (B, D), done (B,) bool -> y (B,), what Q(s, a) should become; without history."""
    s2 = s2.detach()  # no gradient through the target
    q2 = target(s2).max(dim=1).values
    return torch.where(done, r, r + gamma * q2)
