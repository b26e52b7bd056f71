# fails: nabla_w1
# because: The student sends the input through the sigmoid first; into the first layer goes x as it is (a⁰ = x).
# batch: 1
# told: true author gradients: x through the sigmoid
# %% solution-gradients
# nabla_b1 (4, 1), nabla_w1 (4, 2), nabla_b2 (3, 1), nabla_w2 (3, 4), from delta1, delta2, a1, x
a0 = sigmoid(x)
nabla_b2, nabla_w2 = delta2, delta2 @ a1.transpose(0, 1)
nabla_b1, nabla_w1 = delta1, delta1 @ a0.transpose(0, 1)
