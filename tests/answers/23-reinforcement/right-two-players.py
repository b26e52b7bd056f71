# because: Negamax as a pair of functions with min and max on one player's account; masks and einsum for the rest.
# batch: 2
# %% solution-negamax
def negamax(game, state):
    def worth(position, sign):
        """What the position is worth to the one who moves at the beginning; sign: 1 if it is their turn."""
        over = game.result(position)
        if over is not None:
            return sign * over
        choose = max if sign > 0 else min
        return choose(worth(game.play(position, m), -sign) for m in game.moves(position))

    return worth(state, 1)
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    explore = (u[:, 0] < epsilon).long()
    return explore * (u[:, 1] * q.shape[1]).long() + (1 - explore) * q.argmax(1)
# %% solution-q
def q_update(Q, s, a, r, s2, done, alpha, gamma):
    y = r if done else r + gamma * float(Q[s2].max())
    step = torch.zeros_like(Q)
    step[s, a] = alpha * (y - Q[s, a])
    return Q + step
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    q = target(s2).detach().amax(dim=1)
    return torch.addcmul(r, q, (~done).to(q.dtype), value=gamma)
# %% solution-dqn-loss
def dqn_loss(online, s, a, y):
    q = online(s)
    taken = torch.einsum("ba,ba->b", q, F.one_hot(a, q.shape[1]).to(q.dtype))
    return F.mse_loss(taken, y)
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    weight = (G - baseline).detach()
    return (F.cross_entropy(logits, a, reduction="none") @ weight) / len(a)
