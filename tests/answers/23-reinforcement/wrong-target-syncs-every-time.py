# because: copies the online net into the target net at every call ('brought up to date'), so the target moves along with the online net and the caller's target net is overwritten
# batch: 5
# told: true author target: asked the online net
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    """r (B,), s2 (B, D), done (B,) bool -> y (B,), what Q(s, a) should become; without history."""
    target.load_state_dict(online.state_dict())
    with torch.no_grad():
        value = target(s2).amax(dim=1)
    value[done] = 0.0
    return r + gamma * value
