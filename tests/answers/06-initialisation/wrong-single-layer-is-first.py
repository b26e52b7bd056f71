# because: The first layer is always treated as a hidden one, so a net of two sizes gets 5/3; its only layer is the last one and needs 0.1.
# batch: 1
# told: true author net: a single layer taken for the first
# %% solution-net
def make_net(sizes, init, generator):
    # first layer, then the others, the last one small
    Ws = [init(torch.randn(sizes[0], sizes[1], generator=generator), 5 / 3)]
    for l in range(1, len(sizes) - 1):
        gain = 0.1 if l + 2 == len(sizes) else 5 / 3
        Ws.append(init(torch.randn(sizes[l], sizes[l + 1], generator=generator), gain))
    return Ws
