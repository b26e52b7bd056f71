# fails: *
# because: The generator is not passed on to torch.randn, so the numbers come from torch's global one and the caller cannot repeat them.
# batch: 2
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    last = len(sizes) - 2
    for i in range(last + 1):
        Z = torch.randn(sizes[i], sizes[i + 1])
        W = init(Z, 0.1) if i == last else init(Z, 5 / 3)
        Ws.append(W)
    return Ws
