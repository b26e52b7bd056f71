# fails: nabla_b1; nabla_b2
# because: The bias gradients are summed over the neurons and repeated; each bias has its own neuron's delta.
# batch: 2
# told: true numeric constant
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1 = delta1.sum() * torch.ones_like(b1)
nabla_b2 = delta2.sum() * torch.ones_like(b2)
nabla_w1 = delta1 * x.T
nabla_w2 = delta2 * a1.T
