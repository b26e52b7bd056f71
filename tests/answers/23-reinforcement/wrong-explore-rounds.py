# fails: *
# because: It rounds u1 * (A - 1) to the nearest, so the first and the last action come only half as often; floor(u1 * A) makes all equally likely.
# batch: 1
# told: true author explore: rounded between the first and the last
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    A = q.size(1)
    random_action = torch.round(u[:, 1] * (A - 1)).long()
    greedy_action = q.argmax(1)
    return torch.where(u[:, 0] < epsilon, random_action, greedy_action)
