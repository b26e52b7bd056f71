# fails: nabla_w2
# because: The gradient of W2 takes z1 for what came in; what comes in through W2 is the activation a1.
# batch: 2
# told: true author gradients: z for the activation
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b2 = delta2
nabla_w2 = torch.outer(delta2[:, 0], z1[:, 0])
nabla_b1 = delta1
nabla_w1 = torch.outer(delta1[:, 0], x[:, 0])
