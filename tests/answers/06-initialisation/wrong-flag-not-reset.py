# because: The flag is set to True only once before the loop over the neurons, so after the first living neuron all following ones count as alive; it must be set anew for each neuron.
# batch: 1
# told: true author dead: a flag set once
# %% solution-dead
def dead(h):
    out = []
    flag = True
    for j in range(h.shape[1]):
        for i in range(h.shape[0]):
            if h[i, j].abs() <= 0.97:
                flag = False
        out.append(flag)
    return torch.tensor(out, device=h.device)
