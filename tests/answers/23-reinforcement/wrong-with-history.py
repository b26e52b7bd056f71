# fails: dqn_target: what one net learns
# because: The target keeps its history, so a gradient goes through it; compute it under no_grad or detach it.
# batch: 2
# told: true author target: with its history
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    q2 = target(s2).amax(1)
    return torch.where(done, r, r + gamma * q2)
