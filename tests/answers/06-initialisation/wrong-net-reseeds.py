# fails: *
# because: The generator is seeded anew before each layer, so layers of the same size get the same weights; it must not be seeded at all.
# batch: 2
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    L = len(sizes) - 1
    for l in range(L):
        generator.manual_seed(42)  # reproducible
        Z = torch.randn((sizes[l], sizes[l + 1]), generator=generator)
        Ws.append(init(Z, 0.1 if l == L - 1 else 5 / 3))
    return Ws
