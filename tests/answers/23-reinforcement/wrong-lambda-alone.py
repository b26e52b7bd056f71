# fails: gae
# because: The surprises to come are discounted by lambda alone; the factor is gamma * lambda.
# batch: 2
# told: true author gae: lambda without gamma
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    on = (~done).to(r.dtype)
    following = torch.cat([v[1:], last[None]])
    deltas = r + gamma * following * on - v
    out, a = [], 0
    for d, o in zip(deltas.flip(0), on.flip(0)):
        a = d + lam * o * a
        out.insert(0, a)
    return torch.stack(out)
