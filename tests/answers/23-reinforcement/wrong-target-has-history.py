# fails: dqn_target: what one net learns
# because: The target keeps its history, so the gradient flows through it; it needs no_grad or detach.
# batch: 1
# told: true author target: with its history
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    q2 = target(s2).amax(dim=1)
    return torch.where(done, r, r + gamma * q2)
