# fails: dqn_target
# because: The bracket is wrong: where the episode is over the reward is multiplied by 0 as well; only what comes later is left out.
# batch: 2
# told: true author target: no reward at the end
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    going_on = (~done).to(r.dtype)
    q = target(s2).detach()
    y = (r + gamma * q.max(1)[0]) * going_on
    return y
