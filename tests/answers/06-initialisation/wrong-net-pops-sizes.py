# fails: make_net, sizes afterwards
# because: The sizes are taken out of the caller's list with pop; the list must stay as it is.
# batch: 2
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    n_in = sizes.pop(0)
    while sizes:
        n_out = sizes.pop(0)
        gain = 5 / 3 if sizes else 0.1
        Ws.append(init(torch.randn(n_in, n_out, generator=generator), gain))
        n_in = n_out
    return Ws
