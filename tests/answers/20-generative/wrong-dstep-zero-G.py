# fails: *
# because: does not cut the graph but clears the generator's .grad afterwards; so what G had in .grad before is lost, and of G nothing may change
# batch: 1
# told: true author d_step: the generator cleared as well
# %% solution-d-step
def d_step(G, D, loss, real, z, lr):
    for p in D.parameters():
        p.grad = None
    loss(D(real), D(G(z))).backward()
    for p in G.parameters():
        p.grad = None  # D's step is none of its business
    with torch.no_grad():
        for p in D.parameters():
            p -= lr * p.grad
