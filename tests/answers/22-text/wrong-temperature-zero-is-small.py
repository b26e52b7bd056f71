# fails: with_temperature, zero
# because: tau = 0 is replaced by 0.1; two close logits then share the probability, but all of it should be on the most probable token.
# batch: 1
# told: true author temperature: 0.1 for zero
# %% solution-temperature
def with_temperature(logits, tau):
    tau = max(tau, 0.1)  # no division by zero
    return torch.softmax(logits / tau, dim=0)
