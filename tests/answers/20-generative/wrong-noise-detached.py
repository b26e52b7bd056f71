# fails: *
# because: cuts the guess off from the network (detach), so the value is right but the network cannot learn from it
# batch: 1
# told: true author noise: no gradient
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    xt = noisy(x0, t, eps)
    guess = model(xt, t).detach()
    return (eps - guess).pow(2).mean()
