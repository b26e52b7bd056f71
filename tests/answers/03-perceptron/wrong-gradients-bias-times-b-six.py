# because: treats a bias like a weight whose input is the bias itself: delta * b instead of delta
# batch: 6
# told: true author gradients: biases' gradients times the bias
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b2 = delta2 * b2
nabla_w2 = delta2 @ a1.T
nabla_b1 = delta1 * b1
nabla_w1 = delta1 @ x.T
