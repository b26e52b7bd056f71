# because: randn is called without generator=generator and takes its numbers from torch's global source, so the caller cannot repeat them.
# batch: 1
# told: true author net: generator ignored
# %% solution-net
def make_net(sizes, init, generator):
    Ws = []
    pairs = list(zip(sizes, sizes[1:]))
    for a, b in pairs[:-1]:
        Ws.append(init(torch.randn(a, b), 5 / 3))
    a, b = pairs[-1]
    Ws.append(init(torch.randn(a, b), 0.1))
    return Ws
