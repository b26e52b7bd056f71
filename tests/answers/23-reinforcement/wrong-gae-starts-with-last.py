# fails: gae
# because: The sum of surprises begins with A = last behind the row; last is a value, and A is 0 there.
# batch: 1
# told: true author gae: the critic taken for an advantage
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    out, a, v2 = [], last, last
    for t in range(len(r))[::-1]:
        if done[t]:
            a = r[t] - v[t]
        else:
            a = r[t] + gamma * v2 - v[t] + gamma * lam * a
        v2 = v[t]
        out.insert(0, a)
    return torch.stack(out)
