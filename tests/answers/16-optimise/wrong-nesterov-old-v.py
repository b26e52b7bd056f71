# fails: nesterov, 10 steps
# because: uses the old velocity in the step, which is just plain momentum; the v in the second formula is the new one
# batch: 1
# told: true author nesterov: plain momentum
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    p_new = p - lr * (g + mu * v)
    v_new = mu * v + g
    return p_new, v_new
