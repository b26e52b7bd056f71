# fails: nabla_w1; nabla_w2
# because: The outer products stand the wrong way round (input times delta); a gradient has the shape of its variable, so delta stands left.
# batch: 2
# told: true author gradients: transposed
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1 = delta1
nabla_w1 = x @ delta1.T
nabla_b2 = delta2
nabla_w2 = a1 @ delta2.T
