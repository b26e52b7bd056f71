# fails: value_iteration
# because: The action is chosen by its immediate reward alone; the best is the one with the largest reward plus discounted value.
# batch: 2
# told: false numeric nearly right
# %% solution-values
def value_iteration(P, R, gamma):
    V = torch.zeros_like(R[:, 0])
    best = R.argmax(1)
    states = torch.arange(len(R), device=R.device)
    while True:
        Q = R + gamma * torch.einsum("sax,x->sa", P, V)
        new = Q[states, best]
        if torch.all((new - V).abs() <= 1e-10):
            break
        V = new
    return new
