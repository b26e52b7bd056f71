# because: masks the whole sum with ~done, so that at the end of an episode the target is 0 instead of r
# batch: 5
# told: true author target: no reward at the end
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    """r (B,), s2 (B, D), done (B,) bool -> y (B,), what Q(s, a) should become; without history."""
    going_on = (~done).to(r.dtype)
    y = (r + gamma * target(s2).max(1)[0]) * going_on
    return y.detach()
