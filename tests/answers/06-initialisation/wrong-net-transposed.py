# fails: make_net, shapes
# because: The matrices have shape (outputs, inputs), as in torch's Linear; here it is (inputs, outputs).
# batch: 2
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    gains = [5 / 3] * (len(sizes) - 2) + [0.1]
    for fan_in, fan_out, gain in zip(sizes[:-1], sizes[1:], gains):
        Z = torch.randn(fan_out, fan_in, generator=generator)
        Ws.append(init(Z, gain))
    return Ws
