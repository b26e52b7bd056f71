# fails: dqn_target
# because: This is double DQN: the online net chooses the action, the target net values it; plain DQN takes the target net's own maximum.
# batch: 2
# told: true author target: the online net's choice
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    with torch.no_grad():
        a2 = online(s2).argmax(dim=1, keepdim=True)
        q2 = target(s2).gather(1, a2).squeeze(1)
        return r + gamma * (~done) * q2
