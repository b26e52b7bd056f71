# because: The sizes are popped off the caller's list, so SIZES is used up after the first net; the list must only be read.
# batch: 1
# told: true author net: the sizes used up to the last
# %% solution-net
def make_net(sizes, init, generator):
    Ws = []
    n_in = sizes.pop(0)
    while sizes:
        n_out = sizes.pop(0)
        gain = 5 / 3 if sizes else 0.1
        Ws.append(init(torch.randn(n_in, n_out, generator=generator), gain))
        n_in = n_out
    return Ws
