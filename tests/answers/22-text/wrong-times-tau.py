# fails: with_temperature, hot
# because: The logits are multiplied by the temperature; they are divided by it.
# batch: 2
# told: true author temperature: multiplied
# %% solution-temperature
def with_temperature(logits, tau):
    if tau == 0:
        p = torch.zeros_like(logits)
        p[logits.argmax()] = 1
        return p
    return (logits * tau).softmax(0)
