# because: The loop starts with row 1 and leaves out example 0, so a neuron that only this example keeps alive is called dead.
# batch: 1
# told: true author dead: without the first example
# %% solution-dead
def dead(h):
    n, H = h.shape
    result = torch.ones(H, dtype=torch.bool, device=h.device)
    for i in range(1, n):
        result &= h[i].abs() > 0.97
    return result
