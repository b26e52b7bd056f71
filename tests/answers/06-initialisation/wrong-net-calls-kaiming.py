# fails: make_net, gains
# because: The student's own kaiming is called instead of the function that was handed in as init.
# batch: 2
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    for l in range(len(sizes) - 1):
        gain = 5 / 3 if l < len(sizes) - 2 else 0.1
        Ws.append(kaiming(torch.randn(sizes[l], sizes[l + 1], generator=generator), gain))
    return Ws
