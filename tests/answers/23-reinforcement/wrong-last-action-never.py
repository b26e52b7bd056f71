# fails: epsilon_greedy
# because: u1 is multiplied by A - 1, so the last action is never explored; it is floor(u1 * A).
# batch: 2
# told: true author explore: the last action never
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    A = q.shape[1]
    explore = u[:, 0] < epsilon
    chance = torch.floor(u[:, 1] * (A - 1)).to(torch.int64)
    best = torch.argmax(q, dim=1)
    return torch.where(explore, chance, best)
