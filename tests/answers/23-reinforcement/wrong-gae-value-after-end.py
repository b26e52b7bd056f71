# fails: gae
# because: Only A is cut at an episode's end; the value of the next state must be left out there as well.
# batch: 1
# told: true author gae: the value past the end
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    A = torch.zeros_like(r)
    running, v_next = 0.0, last
    for t in reversed(range(len(r))):
        delta = r[t] + gamma * v_next - v[t]
        running = delta + gamma * lam * running * (~done[t])
        A[t] = running
        v_next = v[t]
    return A
