# because: uses z1 instead of the activation a1 as what came in through W2
# batch: 6
# told: true author gradients: z for the activation
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1, nabla_b2 = delta1.clone(), delta2.clone()
nabla_w1 = torch.outer(delta1.flatten(), x.flatten())
nabla_w2 = torch.outer(delta2.flatten(), z1.flatten())
