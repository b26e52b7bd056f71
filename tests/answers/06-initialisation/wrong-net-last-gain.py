# fails: make_net, gains
# because: The last layer gets the gain of tanh as well; before the softmax it is 0.1.
# batch: 2
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    for n_in, n_out in zip(sizes, sizes[1:]):
        Z = torch.randn(n_in, n_out, generator=generator)
        Ws.append(init(Z, 5 / 3))
    return Ws
