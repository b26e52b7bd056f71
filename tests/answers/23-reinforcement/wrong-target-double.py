# fails: dqn_target
# because: The online net picks the action and the target net judges it: that is Double DQN. Plain DQN takes the maximum of the target net.
# batch: 1
# told: true author target: the online net's choice
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    with torch.no_grad():
        a2 = online(s2).argmax(1, keepdim=True)
        q2 = target(s2).gather(1, a2).squeeze(1)
    return r + gamma * q2 * ~done
