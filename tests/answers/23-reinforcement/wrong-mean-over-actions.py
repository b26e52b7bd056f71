# fails: value_iteration
# because: The mean over the actions is taken, the value of acting at random; whoever acts best takes the maximum.
# batch: 2
# told: true author values: the mean of the actions
# %% solution-values
def value_iteration(P, R, gamma):
    """P (S, A, S) probabilities, R (S, A) rewards -> V (S,): what each state is worth to whoever acts best."""
    V = torch.zeros_like(R[:, 0])
    while True:
        new = (R + gamma * (P @ V)).mean(1)
        if (new - V).abs().max() <= 1e-10:
            return new
        V = new
