# because: plain numbers and lists, a while True with all(), logsumexp
# batch: 1
# %% solution-returns
def returns(r, done, gamma):
    out, g = [], 0.0
    for reward, over in zip(reversed(r.tolist()), reversed(done.tolist())):
        g = reward + (0.0 if over else gamma * g)
        out.append(g)
    return torch.tensor(out[::-1], dtype=r.dtype, device=r.device)
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    while True:
        new = torch.stack([(R[:, a] + gamma * P[:, a] @ V) for a in range(R.shape[1])], 1).max(1).values
        if all(abs(x) <= 1e-10 for x in (new - V).tolist()):
            return new
        V = new
# %% solution-negamax
def negamax(game, state):
    worth = game.result(state)
    if worth is None:
        worth = -min(negamax(game, game.play(state, move)) for move in game.moves(state))
    return float(worth)
# %% solution-reinforce
def reinforce_loss(logits, a, G, baseline):
    logp = logits.gather(1, a[:, None])[:, 0] - logits.logsumexp(1)
    weight = G.detach() - baseline.detach()
    return logp.mul(weight).mean().neg()
# %% solution-target
@torch.no_grad()
def dqn_target(online, target, r, s2, done, gamma):
    y = r.clone()
    y[~done] += gamma * target(s2[~done]).amax(1)
    return y
