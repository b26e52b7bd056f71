# because: An output of exactly 0.97 is counted with >=; only those strictly greater count.
# batch: 1
# told: true author saturation: on the line
# %% solution-saturation
def saturation(h):
    sat = torch.where(h.abs() >= 0.97, 1.0, 0.0)
    return sat.mean().item()
