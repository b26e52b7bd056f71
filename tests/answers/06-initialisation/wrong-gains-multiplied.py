# because: The last layer gets 5/3 times 0.1 because it is first given the tanh gain and then made smaller by 0.1; its gain is 0.1 and nothing else.
# batch: 1
# told: true author net: the gains multiplied
# %% solution-net
def make_net(sizes, init, generator):
    Ws = []
    gains = [5 / 3] * (len(sizes) - 1)
    gains[-1] *= 0.1
    for i, gain in enumerate(gains):
        Z = torch.randn(sizes[i], sizes[i + 1], generator=generator)
        Ws.append(init(Z, gain))
    return Ws
