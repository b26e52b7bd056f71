# because: has the outer product the wrong way round (input times error) and forces the shape with reshape instead of transposing
# batch: 6
# told: true numeric same numbers elsewhere
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
nabla_b1 = delta1
nabla_w1 = (x @ delta1.T).reshape(4, 2)
nabla_b2 = delta2
nabla_w2 = (a1 @ delta2.T).reshape(3, 4)
