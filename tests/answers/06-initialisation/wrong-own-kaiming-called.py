# because: The function calls kaiming whatever it was given; the argument init decides what becomes of the numbers.
# fails: make_net, spreads
# batch: 1
# told: true author net: always kaiming
# %% solution-net
def make_net(sizes, init, generator):
    Ws = []  # append one matrix for each layer
    L = len(sizes) - 1
    for l in range(L):
        gain = 0.1 if l == L - 1 else 5 / 3
        Ws.append(kaiming(torch.randn(sizes[l], sizes[l + 1], generator=generator), gain))
    return Ws
