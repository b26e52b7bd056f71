# fails: dqn_target
# because: The online net is asked for the values of s2; the target comes from the target net.
# batch: 2
# told: true author target: asked the online net
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    """r (B,), s2 (B, D), done (B,) bool -> y (B,), what Q(s, a) should become; without history."""
    with torch.no_grad():
        best = online(s2).max(dim=1).values
    return r + gamma * best * ~done
