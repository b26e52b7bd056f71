# because: double DQN: the online net chooses the action and the target net values it, instead of the target net's own maximum
# batch: 5
# told: true author target: the online net's choice
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    """r (B,), s2 (B, D), done (B,) bool -> y (B,), what Q(s, a) should become; without history."""
    with torch.no_grad():
        best = online(s2).argmax(dim=1, keepdim=True)
        q2 = target(s2).gather(1, best).squeeze(1)
        return r + gamma * q2 * ~done
