# fails: make_net, gains
# because: The last layer is recognised by its number of outputs, so a hidden layer of the same size gets 0.1, too.
# batch: 2
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        gain = 0.1 if n_out == sizes[-1] else 5 / 3
        Ws.append(init(torch.randn(n_in, n_out, generator=generator), gain))
    return Ws
