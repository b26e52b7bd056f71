# because: The merged formula of the paper is used, in which the variance divides by n; with n - 1 the term with xhat has to be divided by n - 1.
# fails: bn_backward, dx
# batch: 1
# told: true author Bessel forward, n backward
# %% solution-bn-backward
def bn_backward(dout, x, g):
    N = x.shape[0]
    mu = x.mean(0, keepdim=True)
    istd = (x.var(0, keepdim=True) + EPS).rsqrt()
    xhat = (x - mu) * istd
    db = dout.sum(0, keepdim=True)
    dg = (dout * xhat).sum(0, keepdim=True)
    dx = g * istd / N * (N * dout - db - xhat * dg)
    return dx, dg, db
