# fails: value_iteration
# because: It averages over the actions: that is the worth for one who acts at random. Who acts best takes the maximum.
# batch: 1
# told: true author values: the mean of the actions
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    change = 1.0
    while change > 1e-10:
        Q = R + gamma * torch.einsum("sat,t->sa", P, V)
        new = Q.mean(1)
        change = (new - V).abs().max().item()
        V = new
    return V
