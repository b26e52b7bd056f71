# fails: dqn_target
# because: At an episode's end the whole target becomes 0; the reward r must stay, only what comes after is left out.
# batch: 1
# told: true author target: no reward at the end
# %% solution-target
@torch.no_grad()
def dqn_target(online, target, r, s2, done, gamma):
    y = r + gamma * target(s2).max(1)[0]
    y[done] = 0.0
    return y
