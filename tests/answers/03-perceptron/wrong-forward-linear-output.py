# because: the last layer is left without its sigmoid
# fails: forward: activations; forward, three layers
# batch: 0
# told: true author forward: no sigmoid at the output
# %% solution-forward
def forward(W, B, x):
    zs, activations = [], [x]
    for i in range(len(W)):
        z = W[i] @ activations[-1] + B[i]
        zs.append(z)
        is_output = i == len(W) - 1
        activations.append(z if is_output else torch.sigmoid(z))
    return zs, activations
