# because: The last layer is recognised by its number of outputs, so a hidden layer that happens to have as many neurons gets the gain 0.1 too; the position in the list must decide.
# batch: 1
# told: true author net: the last layer known by its size
# %% solution-net
def make_net(sizes, init, generator):
    Ws = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        gain = 5 / 3
        if fan_out == sizes[-1]:   # the logits
            gain = 0.1
        Ws.append(init(torch.randn(fan_in, fan_out, generator=generator), gain))
    return Ws
