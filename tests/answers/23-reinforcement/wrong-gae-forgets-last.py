# fails: gae; gae, lambda = 0
# because: After the last step of the row it takes 0; if the episode goes on there, the critic's value `last` stands for what is to come.
# batch: 1
# told: true author gae: the row ends with nothing
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    T = len(r)
    A = torch.zeros_like(r)
    a = 0.0
    for t in range(T - 1, -1, -1):
        v_next = v[t + 1] if t + 1 < T else 0.0
        alive = 0.0 if done[t] else 1.0
        delta = r[t] + gamma * v_next * alive - v[t]
        a = delta + gamma * lam * alive * a
        A[t] = a
    return A
