# because: uses the other convention of the literature, v = mu v - lr g and p + mu v - lr g: the same p while the rate is constant, but v has the other sign and contains the rate
# batch: 6
# told: true author nesterov: the velocity downhill
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    v_new = mu * v - lr * g
    p_new = p + mu * v_new - lr * g
    return p_new, v_new
