# because: With several draws the result has the shape (N, S, O), the axis of draws in the middle; it belongs in front.
# batch: 3
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    W = mu + torch.exp(0.5 * logvar) * eps
    if W.dim() == 2:
        return x @ W
    return torch.einsum("ni,sio->nso", x, W)
