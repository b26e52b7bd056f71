# because: detaches the logits D(G(z)) instead of the fakes G(z), so D gets no gradient from the fakes at all
# batch: 6
# told: true author d_step: the judgement cut off
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    """One step of gradient descent for D, in place; loss(D's logits of real, of fakes) -> (). G stays as it is."""
    D.zero_grad()
    real_logits = D(real)
    fake_logits = D(G(z)).detach()
    loss(real_logits, fake_logits).backward()
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
