# fails: dqn_target
# because: The values of s2 are asked of the online net; the target comes from the target net.
# batch: 1
# told: true author target: asked the online net
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    with torch.no_grad():
        best = online(s2).max(dim=1).values
        return r + gamma * best * (~done)
