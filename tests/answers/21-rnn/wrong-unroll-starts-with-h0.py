# fails: unroll
# because: The list begins with h0 and the last state is cut off; hs[:, 0] is the state after the first step.
# batch: 1
# told: true author unroll: the last step left out
# %% solution-unroll
def unroll(step, xs, h0):
    states = [h0]
    for t in range(xs.shape[1]):
        states.append(step(xs[:, t], states[-1]))
    return torch.stack(states[:-1], dim=1)
