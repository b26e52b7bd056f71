# fails: nabla_b1
# because: The student multiplies delta by the bias itself, as a weight is multiplied by its activation; a bias's input is always 1, so its gradient is just delta.
# batch: 1
# told: true author gradients: biases' gradients times the bias
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1 = delta1 * b1
nabla_w1 = torch.outer(delta1.squeeze(1), x.squeeze(1))
nabla_b2 = delta2 * b2
nabla_w2 = torch.outer(delta2.squeeze(1), a1.squeeze(1))
