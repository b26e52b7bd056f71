# fails: nesterov: v
# because: The look-ahead g + mu v is handed on as the velocity; the state is v itself.
# batch: 2
# told: true author nesterov: the step kept as velocity
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    v = mu * v + g
    v = g + mu * v
    return p - lr * v, v
