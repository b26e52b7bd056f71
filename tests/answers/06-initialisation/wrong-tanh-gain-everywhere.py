# because: All layers get the gain 5/3; the last one, in front of the softmax, must have 0.1.
# fails: make_net, spreads
# batch: 1
# told: true author net: last layer as loud as the others
# %% solution-net
def make_net(sizes, init, generator):
    Ws = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        Z = torch.randn(n_in, n_out, generator=generator)
        Ws.append(init(Z, 5 / 3))
    return Ws
