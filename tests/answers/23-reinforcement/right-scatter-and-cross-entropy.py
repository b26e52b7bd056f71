# because: cross_entropy and nll_loss for the policy, scatter for the table, lerp, a loop over the batch
# batch: 1
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    move = torch.zeros_like(Q)
    y = r + (0.0 if done else gamma * Q[s2].sort().values[-1])
    move[s, a] = alpha * (y - Q[s, a])
    return Q + move
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    q2 = target(s2).detach()
    best = q2.sort(dim=1, descending=True).values[:, 0]
    return r + (gamma * best).masked_fill(done, 0)
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    rows = online(s)
    total = 0
    for q, i, wanted in zip(rows, a.tolist(), y):
        total = total + (q[i] - wanted) ** 2
    return total / len(y)
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    weight = (G - baseline).detach()
    return torch.dot(F.cross_entropy(logits, a, reduction="none"), weight) / len(a)
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    actions = []
    for line, (u0, u1) in zip(q.tolist(), u.tolist()):
        actions.append(int(u1 * len(line)) if u0 < epsilon else line.index(max(line)))
    return torch.tensor(actions, dtype=torch.int64, device=q.device)
