# because: trains far too little (20 steps with learning rate 0.05)
# batch: 7
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    features = bumps(x)
    def loss_and_grad(w):
        return regression(features, t, w)
    w = torch.zeros(features.shape[1], device=features.device)
    w, losses = train(loss_and_grad, w, 0.05, 20)
    def f(points):
        return bumps(points) @ w
    return f
