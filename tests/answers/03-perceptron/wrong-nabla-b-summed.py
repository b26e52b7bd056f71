# fails: nabla_b1
# because: The student sums delta over its rows, as one does with a batch of rows; here there is one example, and the gradient of the bias is the whole column delta.
# batch: 1
# told: true author gradients: biases' gradients summed
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b2 = delta2.sum(0, keepdim=True)
nabla_w2 = delta2 @ a1.T
nabla_b1 = delta1.sum(0, keepdim=True)
nabla_w1 = delta1 @ x.T
